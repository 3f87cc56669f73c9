#include "domain/study_links.h"

#include "base/fold.h"
#include "domain/study_order.h"

#include <assert.h>

void sel_study_keep_links(const sel_programme *record, sel_arena *arena, sel_study_draft *draft)
{
    sel_study_raw_link *links = sel_arena_array(arena, record->link_count, sizeof *links);
    for (uint32_t i = 0; i < record->link_count; i++)
        links[i] = (sel_study_raw_link){record->links[i].kind,
                                        sel_str_copy(arena, record->links[i].other)};
    draft->links = links;
    draft->link_count = record->link_count;
}

/* Where records are by identifier or title. A name that two records share maps to AMBIGUOUS when
 * only one may be meant. */
#define AMBIGUOUS (UINT32_MAX - 1)

typedef struct directory {
    sel_index *names;
    uint32_t *owners; /* by number in names */
    uint32_t room;
    sel_arena *arena;
} directory;

static directory open_directory(void)
{
    return (directory){.names = sel_index_create(), .arena = sel_arena_create()};
}

static void close_directory(directory *book)
{
    sel_index_destroy(book->names);
    sel_arena_destroy(book->arena);
}

static void enter(directory *book, sel_str name, uint32_t programme, bool first_wins)
{
    uint32_t before = sel_index_count(book->names);
    uint32_t number = sel_index_add(book->names, name);
    if (number < before) {
        assert(book->owners != NULL);
        if (!first_wins && book->owners[number] != programme)
            book->owners[number] = AMBIGUOUS;
        return;
    }
    book->owners =
        sel_arena_one_more(book->arena, book->owners, number, &book->room, sizeof *book->owners);
    book->owners[number] = programme;
}

static uint32_t look_up(const directory *book, sel_str name)
{
    uint32_t number = sel_index_find(book->names, name);
    assert(number == SEL_NONE || book->owners != NULL);
    return number == SEL_NONE ? SEL_NONE : book->owners[number];
}

static bool is_letter(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Whether an identifier means one activity in the whole world: it begins with an organisation's
 * identifier, of the form "GB-GOV-1-…", "XM-DAC-47138-…" (org-id.guide lists) or "44000-P15…",
 * the DAC's five places. Two registers may both have a record "12", or "A-12". */
static bool is_worldwide(sel_str id)
{
    size_t first = sel_str_find(id, SEL_STR("-"));
    sel_str rest = sel_str_part(id, first + 1, id.len);
    if (first == 5 && is_digit(id.ptr[0]) && rest.len >= 4) {
        for (size_t i = 1; i < first; i++)
            if (!is_digit(id.ptr[i]) && !is_letter(id.ptr[i]))
                return false;
        return true;
    }
    size_t second = sel_str_find(rest, SEL_STR("-"));
    return first == 2 && is_letter(id.ptr[0]) && is_letter(id.ptr[1]) && second > 0 &&
           second + 1 < rest.len;
}

/* An identifier in capitals: publishers write those of others in either case. */
static sel_str in_capitals(sel_arena *arena, sel_str id)
{
    char *key = sel_arena_copy(arena, id.ptr, id.len);
    for (size_t i = 0; i < id.len; i++)
        if (key[i] >= 'a' && key[i] <= 'z')
            key[i] = (char)(key[i] - 'a' + 'A');
    return (sel_str){key, id.len};
}

static void enter_worldwide(directory *worldwide, sel_str id, uint32_t programme)
{
    enter(worldwide, in_capitals(worldwide->arena, id), programme, true);
}

static uint32_t look_up_worldwide(const directory *worldwide, sel_str id)
{
    sel_arena *scratch = sel_arena_create();
    uint32_t found = look_up(worldwide, in_capitals(scratch, id));
    sel_arena_destroy(scratch);
    return found;
}

/* All that a name may mean. */
typedef struct register_of_names {
    const sel_study_programme *programmes; /* by address */
    uint32_t count;
    directory identifiers;
    directory worldwide;
} register_of_names;

/* The record that a link names. A worldwide identifier that two records share means the first:
 * they are one programme. */
static uint32_t resolve_link(const register_of_names *names, sel_str other)
{
    uint32_t found = sel_study_find(names->programmes, names->count, other);
    if (found == SEL_NONE)
        found = look_up(&names->identifiers, other);
    return found == AMBIGUOUS || found == SEL_NONE ? look_up_worldwide(&names->worldwide, other)
                                                   : found;
}

static int by_other(const void *a, const void *b)
{
    const sel_study_link *left = a;
    const sel_study_link *right = b;
    if (left->other != right->other)
        return left->other < right->other ? -1 : 1;
    return (left->kind > right->kind) - (left->kind < right->kind);
}

static uint32_t add_link(sel_study_link *links, uint32_t count, uint32_t from, sel_link_kind kind,
                         uint32_t to)
{
    if (to == SEL_NONE || to == from)
        return count;
    links[count] = (sel_study_link){kind, to};
    return count + 1;
}

static void settle_links(const register_of_names *names, const sel_study_draft *drafts,
                         sel_study_programme *programmes, sel_arena *arena)
{
    for (uint32_t i = 0; i < names->count; i++) {
        const sel_study_draft *kept = &drafts[i];
        sel_study_programme *programme = &programmes[i];
        sel_study_link *links = sel_arena_array(arena, (size_t)kept->link_count + 1, sizeof *links);
        uint32_t found = 0;
        for (uint32_t j = 0; j < kept->link_count; j++)
            found = add_link(links, found, i, kept->links[j].kind,
                             resolve_link(names, kept->links[j].other));
        if (programme->stated_by == SEL_NONE)
            found = add_link(links, found, i, SEL_LINK_SAME,
                             look_up_worldwide(&names->worldwide, programme->id));
        if (found > 1)
            qsort(links, found, sizeof *links, by_other);
        programme->links = links;
        programme->link_count = found;
    }
}

static bool reaches(const sel_study_programme *programme, uint32_t recipient)
{
    for (uint32_t i = 0; i < programme->place_count; i++)
        if (programme->places[i].recipient == recipient)
            return true;
    return false;
}

/* Titles of registers' records, and of the programmes that donors tell of themselves. */
typedef struct titles {
    directory registers;
    directory donors;
} titles;

/* A donor's answer is looked for where no register has the title. */
static uint32_t look_up_title(const titles *known, sel_str title)
{
    sel_arena *scratch = sel_arena_create();
    sel_str folded = sel_fold(scratch, title);
    uint32_t found = look_up(&known->registers, folded);
    if (found == SEL_NONE)
        found = look_up(&known->donors, folded);
    sel_arena_destroy(scratch);
    return found;
}

/* The donor's record that a recipient's statement is about: by link, else by an equal title that
 * only one record has. */
static uint32_t find_twin(const sel_study_programme *programmes, uint32_t statement,
                          const titles *known)
{
    const sel_study_programme *of = &programmes[statement];
    for (uint32_t i = 0; i < of->link_count; i++)
        if (of->links[i].kind == SEL_LINK_SAME)
            return of->links[i].other;
    uint32_t found = look_up_title(known, of->title);
    if (found == SEL_NONE || found == AMBIGUOUS)
        return SEL_NONE;
    return reaches(&programmes[found], of->stated_by) ? found : SEL_NONE;
}

static titles collect_titles(const sel_study_programme *programmes, uint32_t count)
{
    titles known = {open_directory(), open_directory()};
    sel_arena *scratch = sel_arena_create();
    for (uint32_t i = 0; i < count; i++) {
        sel_arena_reset(scratch);
        sel_str title = sel_fold(scratch, programmes[i].title);
        if (programmes[i].stated_by == SEL_NONE && title.len > 0)
            enter(programmes[i].donor_answer ? &known.donors : &known.registers, title, i, false);
    }
    sel_arena_destroy(scratch);
    return known;
}

static void settle_twins(sel_study_programme *programmes, uint32_t count)
{
    uint32_t first = 0;
    while (first < count && programmes[first].stated_by == SEL_NONE)
        first++;
    if (first == count)
        return;
    titles known = collect_titles(programmes, count);
    for (uint32_t i = first; i < count; i++) {
        if (programmes[i].stated_by == SEL_NONE)
            continue;
        uint32_t twin = find_twin(programmes, i, &known);
        if (twin == SEL_NONE)
            continue;
        programmes[i].twin = twin;
        if (programmes[twin].twin == SEL_NONE)
            programmes[twin].twin = i;
    }
    close_directory(&known.registers);
    close_directory(&known.donors);
}

static void enter_records(register_of_names *names)
{
    for (uint32_t i = 0; i < names->count; i++) {
        const sel_study_programme *programme = &names->programmes[i];
        if (programme->stated_by != SEL_NONE)
            continue;
        enter(&names->identifiers, programme->id, i, false);
        if (is_worldwide(programme->id))
            enter_worldwide(&names->worldwide, programme->id, i);
    }
}

/* What no record is called but several say that they are: the first stands for it. */
static void enter_claims(register_of_names *names, const sel_study_draft *drafts)
{
    for (uint32_t i = 0; i < names->count; i++)
        for (uint32_t j = 0; j < drafts[i].link_count; j++) {
            const sel_study_raw_link *link = &drafts[i].links[j];
            if (link->kind == SEL_LINK_SAME && is_worldwide(link->other) &&
                sel_study_find(names->programmes, names->count, link->other) == SEL_NONE &&
                look_up(&names->identifiers, link->other) == SEL_NONE)
                enter_worldwide(&names->worldwide, link->other, i);
        }
}

void sel_study_link_records(sel_study_programme *programmes, const sel_study_draft *drafts,
                            uint32_t count, sel_arena *arena)
{
    register_of_names names = {.programmes = programmes,
                               .count = count,
                               .identifiers = open_directory(),
                               .worldwide = open_directory()};
    enter_records(&names);
    enter_claims(&names, drafts);
    settle_links(&names, drafts, programmes, arena);
    close_directory(&names.worldwide);
    close_directory(&names.identifiers);
    settle_twins(programmes, count);
}
