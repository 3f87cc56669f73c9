#include "input/register_collapse.h"

#include "base/fold.h"
#include "base/text.h"
#include "input/record_id.h"

typedef struct entry {
    sel_draft *draft; /* NULL: became part of an event */
    uint32_t key;
} entry;

struct sel_collapse {
    sel_collapse_options options;
    sel_index *keys;
    sel_index *pool; /* names that come again and again */
    entry *entries;
    uint32_t count;
    uint32_t room;
    uint32_t *of_key; /* per key: its entry */
    uint32_t key_room;
    size_t key_bytes;
    sel_held_findings findings; /* of the row that is read */
    sel_arena *arena;
};

sel_collapse *sel_collapse_create(const sel_collapse_options *options)
{
    sel_collapse *collapse = sel_memory_resize(NULL, 1, sizeof *collapse);
    *collapse = (sel_collapse){.options = *options,
                               .keys = sel_index_create(),
                               .pool = sel_index_create(),
                               .arena = sel_arena_create()};
    return collapse;
}

void sel_collapse_destroy(sel_collapse *collapse)
{
    if (collapse == NULL)
        return;
    sel_index_destroy(collapse->keys);
    sel_index_destroy(collapse->pool);
    sel_memory_resize(collapse->entries, 0, 1);
    sel_memory_resize(collapse->of_key, 0, 1);
    sel_arena_destroy(collapse->arena);
    sel_memory_resize(collapse, 0, 1);
}

static void add_entry(sel_collapse *c, sel_draft *draft, uint32_t key)
{
    if (c->count == c->room) {
        c->room = c->room == 0 ? 256 : c->room * 2;
        c->entries = sel_memory_resize(c->entries, c->room, sizeof *c->entries);
    }
    c->entries[c->count++] = (entry){draft, key};
}

/* Entry of a key, or SEL_NONE when it is new. */
static uint32_t entry_of(sel_collapse *c, uint32_t key, bool is_new)
{
    if (key >= c->key_room) {
        c->key_room = c->key_room == 0 ? 256 : c->key_room * 2;
        c->of_key = sel_memory_resize(c->of_key, c->key_room, sizeof *c->of_key);
    }
    uint32_t known = is_new ? SEL_NONE : c->of_key[key];
    if (is_new)
        c->of_key[key] = c->count;
    return known;
}

void sel_collapse_hold(sel_collapse *c, const sel_issue *issue)
{
    sel_held_add(&c->findings, c->arena, c->pool, issue);
}

void sel_collapse_refuse(sel_collapse *c)
{
    sel_held_report(&c->findings, (sel_str){0}, c->options.issues);
    c->findings = (sel_held_findings){0};
}

sel_status sel_collapse_add(sel_collapse *c, sel_str key, const sel_programme *record,
                            const sel_draft_row *row, sel_error *err)
{
    enum { KEY_COST = 128 }; /* of an index, besides its name */
    c->key_bytes += key.len + KEY_COST;
    if (sel_arena_bytes(c->arena) + c->key_bytes > SEL_COLLAPSE_BYTES_MAX) {
        sel_error_place(err, c->options.source.ptr, record->place.line, 0);
        return sel_fail(err, SEL_BAD_INPUT,
                        "the programmes of the file take more than 512 MiB together; split it, for "
                        "instance by donor");
    }
    sel_draft *draft = sel_draft_make(c->arena, c->pool, record, row);
    draft->findings = c->findings;
    c->findings = (sel_held_findings){0};
    if (key.len == 0) {
        add_entry(c, draft, SEL_NONE);
        return SEL_OK;
    }
    uint32_t before = sel_index_count(c->keys);
    uint32_t number = sel_index_add(c->keys, key);
    uint32_t known = entry_of(c, number, number == before);
    if (known == SEL_NONE)
        add_entry(c, draft, number);
    else
        sel_draft_merge(c->arena, c->entries[known].draft, draft);
    return SEL_OK;
}

/* --- amounts --- */

/* When no programme has rows with different amounts, each row repeats the whole. */
static void settle_amounts(sel_collapse *c)
{
    bool varies = false;
    bool repeated = false;
    for (uint32_t i = 0; i < c->count; i++) {
        const sel_draft *draft = c->entries[i].draft;
        varies |= draft->varies;
        repeated |= draft->rows > 1 && (draft->one.amounts[0].known || draft->one.amounts[1].known);
    }
    bool once = c->options.amounts == SEL_AMOUNTS_ONCE ||
                (c->options.amounts == SEL_AMOUNTS_BY_FILE && !varies);
    if (!repeated)
        return;
    for (uint32_t i = 0; i < c->count && once; i++)
        if (c->entries[i].draft->rows > 1)
            sel_draft_count_once(c->entries[i].draft);
    if (c->options.amounts == SEL_AMOUNTS_BY_FILE)
        sel_issues_add(c->options.issues,
                       &(sel_issue){.code = once ? "N_AMOUNTS_ONCE" : "N_AMOUNTS_SUMMED",
                                    .source = c->options.source,
                                    .subject = SEL_STR("amount")});
}

/* --- events --- */

static int by_text(const void *a, const void *b)
{
    return sel_str_compare(*(const sel_str *)a, *(const sel_str *)b);
}

/* Key of an event; empty: it is none. */
static sel_str event_key(const sel_draft *draft, sel_arena *arena)
{
    const sel_programme *r = &draft->record;
    bool dated = r->start.known && r->end.known && r->start.earliest == r->start.latest &&
                 r->end.earliest == r->end.latest;
    if (!dated || draft->recipients.count > 1 || r->title.len == 0)
        return (sel_str){0};
    sel_str funders[SEL_REGISTER_KEY_MAX];
    uint32_t count = 0;
    for (uint32_t i = 0; i < draft->party_count; i++) {
        if (draft->parties[i].role != SEL_ROLE_FUNDING)
            continue;
        if (count == SEL_REGISTER_KEY_MAX)
            return (sel_str){0};
        funders[count++] = sel_fold(arena, draft->parties[i].name);
    }
    qsort(funders, count, sizeof funders[0], by_text);
    sel_text key = {.arena = arena};
    sel_text_printf(&key, "%d %d\n", r->start.earliest, r->end.earliest);
    sel_text_add(&key, r->register_name);
    sel_text_add_char(&key, '\n');
    sel_text_add(&key, sel_fold(arena, r->title));
    for (uint32_t i = 0; i < count; i++) {
        sel_text_add_char(&key, '\n');
        sel_text_add(&key, funders[i]);
    }
    return sel_text_str(&key);
}

static void report(const sel_collapse *c, const sel_programme *record, const char *code,
                   const char *field, sel_str found, sel_str kept)
{
    sel_issues_add(c->options.issues, &(sel_issue){.code = code,
                                                   .source = c->options.source,
                                                   .line = record->place.line,
                                                   .subject = sel_str_of(field),
                                                   .record = record->id,
                                                   .found = found,
                                                   .suggestion = kept});
}

static void collapse_events(sel_collapse *c)
{
    sel_index *keys = sel_index_create();
    uint32_t *firsts = sel_memory_resize(NULL, (size_t)c->count + 1, sizeof *firsts);
    sel_arena *scratch = sel_arena_create();
    for (uint32_t i = 0; i < c->count; i++) {
        sel_arena_reset(scratch);
        sel_str key = event_key(c->entries[i].draft, scratch);
        if (key.len == 0)
            continue;
        uint32_t before = sel_index_count(keys);
        uint32_t number = sel_index_add(keys, key);
        if (number == before) {
            firsts[number] = i;
            continue;
        }
        sel_draft_merge(c->arena, c->entries[firsts[number]].draft, c->entries[i].draft);
        c->entries[i].draft = NULL;
        c->entries[firsts[number]].key = SEL_NONE - 1;
    }
    sel_arena_destroy(scratch);
    sel_memory_resize(firsts, 0, 1);
    sel_index_destroy(keys);
}

/* --- handing on --- */

static void report_draft(const sel_collapse *c, const sel_draft *draft, const sel_programme *record,
                         unsigned left)
{
    if (draft->other_title.len > 0)
        report(c, record, "W_ROWS_DISAGREE", "title", draft->other_title, record->title);
    if (draft->starts_differ)
        report(c, record, "N_ROWS_DATES", "start", (sel_str){0}, (sel_str){0});
    if (draft->ends_differ)
        report(c, record, "N_ROWS_DATES", "end", (sel_str){0}, (sel_str){0});
    unsigned tyings = draft->tyings & ~1U;
    if ((tyings & (tyings - 1)) != 0 && record->tied == SEL_TIED_UNKNOWN)
        report(c, record, "W_ROWS_DISAGREE", "tied", (sel_str){0}, (sel_str){0});
    unsigned statuses = draft->statuses & ~1U;
    if ((statuses & (statuses - 1)) != 0)
        report(c, record, "W_ROWS_DISAGREE", "status", (sel_str){0},
               sel_str_of(sel_programme_status_code(record->status)));
    if (draft->mixed)
        report(c, record, "W_CURRENCIES_MIXED", "currency", (sel_str){0}, (sel_str){0});
    if ((left & SEL_DRAFT_REVERSED) != 0)
        report(c, record, "W_DATES_REVERSED", "end", (sel_str){0}, (sel_str){0});
    if ((left & SEL_DRAFT_NEGATIVE) != 0)
        report(c, record, "W_AMOUNT_UNREAD", "amount", record->money.raw, (sel_str){0});
}

/* From the whole key, so that programmes which differ in it have different identifiers. */
static void make_id(const sel_collapse *c, const entry *e, sel_arena *arena, sel_programme *record)
{
    sel_programme facts = *record;
    if (e->key < sel_index_count(c->keys))
        facts.title = sel_index_name(c->keys, e->key);
    record->id = sel_record_id_make(arena, &facts);
    report(c, record, "N_ID_MADE", "id", (sel_str){0}, record->id);
}

void sel_collapse_finish(sel_collapse *c, sel_programme_sink sink, sel_collapse_counts *counts)
{
    *counts = (sel_collapse_counts){0};
    settle_amounts(c);
    if (c->options.events)
        collapse_events(c);
    sel_arena *arena = sel_arena_create();
    bool more = true;
    for (uint32_t i = 0; i < c->count && more; i++) {
        const sel_draft *draft = c->entries[i].draft;
        if (draft == NULL)
            continue;
        sel_arena_reset(arena);
        sel_programme record;
        unsigned left = sel_draft_finish(draft, arena, &record);
        if (c->options.make_id && record.id.len == 0)
            make_id(c, &c->entries[i], arena, &record);
        sel_held_report(&draft->findings, record.id, c->options.issues);
        report_draft(c, draft, &record, left);
        counts->programmes += 1;
        counts->of_several += draft->rows > 1;
        counts->their_rows += draft->rows > 1 ? draft->rows : 0;
        counts->events += c->entries[i].key == SEL_NONE - 1;
        more = sink.take(sink.to, &record);
    }
    sel_arena_destroy(arena);
}
