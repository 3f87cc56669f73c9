#include "analysis/succession.h"

#include "analysis/buckets.h"
#include "analysis/order.h"
#include "base/fold_word.h"
#include "base/text.h"

enum { LEAST_NAME = 6, MOST_BEARERS = 64 };

/* 0 when the word is no number of a phase. */
static uint32_t number_of(sel_str word)
{
    static const char *const roman[] = {"i",  "ii",  "iii",  "iv", "v",
                                        "vi", "vii", "viii", "ix", "x"};
    if (word.len == 1 && word.ptr[0] >= '1' && word.ptr[0] <= '9')
        return (uint32_t)(word.ptr[0] - '0');
    for (uint32_t i = 0; i < sizeof roman / sizeof roman[0]; i++)
        if (sel_str_is(word, roman[i]))
            return i + 1;
    return sel_str_is(word, "plus") ? 2 : 0;
}

static bool is_phase(sel_str word)
{
    static const char *const words[] = {"phase", "fase", "etape", "etapa", "tahap", "step"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (sel_str_is(word, words[i]))
            return true;
    return false;
}

/* Whether a name ends at what stands between two of its words. */
static bool ends_name(sel_str between)
{
    if (sel_str_is(between, " ")) /* nearly always */
        return false;
    static const char *const marks[] = {":", "(", "[", " - ", "\xE2\x80\x93", "\xE2\x80\x94"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (sel_str_find(between, sel_str_of(marks[i])) < between.len)
            return true;
    return false;
}

typedef struct title_reading {
    sel_arena *arena;
    sel_text name;
    sel_str last; /* word of the name that is not in it yet: it may be a number */
    uint32_t number;
    bool in_name;
    bool after_phase;
} title_reading;

static void keep_last(title_reading *t)
{
    sel_text_add(&t->name, t->last);
    t->last = (sel_str){0};
}

static void read_word(title_reading *t, sel_str word)
{
    uint32_t number = t->after_phase ? number_of(word) : 0;
    t->after_phase = is_phase(word);
    if (number > 0 && t->number == 0)
        t->number = number;
    if (number > 0 || t->after_phase || !t->in_name)
        return;
    keep_last(t);
    t->last = word;
}

/* The name is over: its last word, or a sign after it, may be its number. */
static void close_name(title_reading *t, sel_str after)
{
    uint32_t number = t->name.len > 0 ? number_of(t->last) : 0;
    if (number > 1 && t->number == 0)
        t->number = number;
    else
        keep_last(t);
    if (after.len > 0 && after.ptr[0] == '+' && t->number == 0)
        t->number = 2;
    t->in_name = false;
}

sel_title_phase sel_title_phase_read(sel_str title, sel_arena *arena)
{
    if (title.len == 0)
        return (sel_title_phase){SEL_STR(""), 1};
    title_reading t = {.arena = arena, .name = {.arena = arena}, .in_name = true};
    const char *end = title.ptr;
    sel_str rest = title;
    for (sel_fold_word word; sel_fold_word_next(arena, &rest, &word);) {
        sel_str between = {end, (size_t)(word.source.ptr - end)};
        if (t.in_name && end != title.ptr && ends_name(between))
            close_name(&t, between);
        read_word(&t, word.folded);
        end = word.source.ptr + word.source.len;
    }
    if (t.in_name)
        close_name(&t, (sel_str){end, (size_t)(title.ptr + title.len - end)});
    return (sel_title_phase){sel_text_str(&t.name), t.number == 0 ? 1 : t.number};
}

static uint64_t key_of(sel_str name)
{
    uint64_t mixed = 14695981039346656037U; /* FNV-1a; equal keys are checked */
    for (size_t i = 0; i < name.len; i++)
        mixed = (mixed ^ (unsigned char)name.ptr[i]) * 1099511628211U;
    return mixed;
}

static bool succeeds(const sel_study *study, const sel_title_phase *phases, uint32_t later,
                     uint32_t earlier)
{
    const sel_study_programme *a = &study->programmes[earlier];
    const sel_study_programme *b = &study->programmes[later];
    return phases[later].number > phases[earlier].number && b->start_low > a->start_high &&
           sel_str_equal(phases[later].name, phases[earlier].name) && sel_study_share_donor(a, b);
}

static bool is_nearer(const sel_study *study, const sel_title_phase *phases, uint32_t a, uint32_t b)
{
    if (phases[a].number != phases[b].number)
        return phases[a].number > phases[b].number;
    sel_day start_a = study->programmes[a].start_low;
    sel_day start_b = study->programmes[b].start_low;
    return start_a != start_b ? start_a > start_b : a < b;
}

static uint32_t predecessor(const sel_study *study, const sel_title_phase *phases,
                            const sel_buckets *buckets, uint32_t later)
{
    uint32_t best = SEL_NONE;
    uint32_t bearers = 0;
    uint32_t at = sel_buckets_head(buckets, key_of(phases[later].name));
    for (; at != SEL_NONE; at = buckets->entries[at].next) {
        if (++bearers > MOST_BEARERS)
            return SEL_NONE;
        uint32_t earlier = buckets->entries[at].member;
        if (succeeds(study, phases, later, earlier) &&
            (best == SEL_NONE || is_nearer(study, phases, earlier, best)))
            best = earlier;
    }
    return best;
}

/* Names and numbers of the titles that may succeed or be succeeded; the others stay empty. */
static sel_title_phase *read_phases(const sel_study *study, const bool *counted, sel_arena *arena)
{
    sel_title_phase *phases = sel_arena_array(arena, study->programme_count, sizeof *phases);
#pragma omp parallel if (study->programme_count > SEL_WORTH_THREADS)
    {
        sel_arena *own = sel_arena_create();
#pragma omp for schedule(static)
        for (uint32_t p = 0; p < study->programme_count; p++) {
            const sel_study_programme *programme = &study->programmes[p];
            if (!counted[p] || !programme->dated || programme->donor_count == 0)
                continue;
            sel_arena_reset(own);
            phases[p] = sel_title_phase_read(programme->title, own);
            bool says_enough = phases[p].name.len >= LEAST_NAME;
#pragma omp critical
            phases[p].name = says_enough ? sel_str_copy(arena, phases[p].name) : (sel_str){0};
        }
        sel_arena_destroy(own);
    }
    return phases;
}

/* Keys of the names that have a number, ascending; nobody succeeds to another name. */
static uint64_t *list_numbered(const sel_title_phase *phases, uint32_t all, uint32_t *count,
                               sel_arena *arena)
{
    *count = 0;
    for (uint32_t p = 0; p < all; p++)
        *count += phases[p].name.len > 0 && phases[p].number > 1;
    uint64_t *names = sel_arena_array(arena, *count, sizeof *names);
    uint32_t listed = 0;
    for (uint32_t p = 0; p < all; p++)
        if (phases[p].name.len > 0 && phases[p].number > 1)
            names[listed++] = key_of(phases[p].name);
    qsort(names, listed, sizeof *names, sel_order_keys);
    return names;
}

const sel_succession *sel_successions_find(const sel_study *study, const bool *counted,
                                           sel_arena *arena, uint32_t *count)
{
    uint32_t all = study->programme_count;
    sel_arena *scratch = sel_arena_create();
    const sel_title_phase *phases = read_phases(study, counted, scratch);
    sel_buckets buckets = {.arena = scratch};
    uint32_t numbered = 0;
    uint64_t *names = list_numbered(phases, all, &numbered, scratch);
    for (uint32_t p = 0; p < all; p++) {
        uint64_t key = phases[p].name.len == 0 ? 0 : key_of(phases[p].name);
        if (phases[p].name.len > 0 && numbered > 0 &&
            bsearch(&key, names, numbered, sizeof key, sel_order_keys) != NULL)
            sel_buckets_add(&buckets, key, p);
    }
    sel_buckets_fill(&buckets);
    for (uint32_t e = 0; e < buckets.count; e++)
        sel_buckets_list(&buckets, e);
    sel_succession *list = sel_arena_array(arena, numbered, sizeof *list);
    *count = 0;
    for (uint32_t e = 0; e < buckets.count; e++) {
        uint32_t later = buckets.entries[e].member;
        uint32_t earlier =
            phases[later].number > 1 ? predecessor(study, phases, &buckets, later) : SEL_NONE;
        if (earlier != SEL_NONE)
            list[(*count)++] = (sel_succession){earlier, later};
    }
    sel_arena_destroy(scratch);
    return list;
}
