#include "work/import_taking.h"

#include "domain/statement.h"
#include "work/tagging.h"

/* A region counts when its states are listed. */
static bool can_be_compared(const sel_geography *geography, sel_str recipient)
{
    return !sel_str_starts(recipient, SEL_STR("R:")) ||
           sel_geography_region(geography, recipient) != NULL;
}

static void count_record(const sel_geography *geography, sel_import *import,
                         const sel_programme *record)
{
    import->set_aside += record->set_aside;
    import->illustrative |= record->illustrative;
    if (record->set_aside)
        return;
    import->guessed +=
        record->capability_count > 0 && record->capabilities[0].origin == SEL_TAG_TEXT;
    import->coded += record->capability_count > 0 && record->capabilities[0].origin == SEL_TAG_CODE;
    import->untagged += record->capability_count == 0;
    bool placed = false;
    for (uint32_t i = 0; i < record->recipient_count; i++)
        placed |= can_be_compared(geography, record->recipients[i].code);
    import->without_place += !placed;
}

static void report(sel_taking *t, const char *code, const sel_programme *record, sel_str found)
{
    sel_issues_add(&t->import->issues, &(sel_issue){.code = code,
                                                    .source = t->import->file,
                                                    .line = record->place.line,
                                                    .record = record->id,
                                                    .found = found});
}

/* Of two records with one address only one can be current: the file's owner should know. */
static void report_second_record(sel_taking *t, const sel_programme *record)
{
    sel_str address = sel_str_printf(t->scratch, "%.*s\n%.*s", SEL_STR_ARG(record->register_name),
                                     SEL_STR_ARG(record->id));
    if (sel_seen_before(t->addresses, address))
        report(t, "W_ID_TWICE", record, record->id);
    if (sel_seen_is_full(t->addresses))
        t->status = sel_fail(t->err, SEL_REFUSED,
                             "'%.*s' has more than %d records; take it in as several files",
                             SEL_STR_ARG(t->import->file), SEL_SEEN_MOST - 1);
}

/* An identifier with somebody else's name: the identifier counts. */
static void report_parties(sel_taking *t, const sel_programme *record)
{
    for (uint32_t i = 0; i < record->party_count; i++) {
        const sel_party *party = &record->parties[i];
        if (sel_organisations_contradict(&t->context->reference.organisations, party->ref,
                                         party->name))
            report(t, "W_ORGANISATION_REF", record,
                   sel_str_printf(t->scratch, "%.*s, %.*s", SEL_STR_ARG(party->ref),
                                  SEL_STR_ARG(sel_str_part(party->name, 0, 200))));
    }
}

/* What a newer version says otherwise than the one it replaces. */
static sel_status keep_changes(sel_taking *t, int64_t before, const sel_programme *record)
{
    sel_import *import = t->import;
    sel_arena *arena = import->issues.arena;
    sel_programme old;
    sel_status status = sel_store_read_version(t->store, before, t->scratch, &old, t->err);
    if (status != SEL_OK)
        return status;
    sel_programme_changes changes = sel_programme_diff(&old, record, t->scratch);
    sel_str address = {0};
    for (uint32_t i = 0; i < changes.count; i++) {
        import->change_count += 1;
        if (import->change_count > SEL_IMPORT_CHANGES)
            continue;
        if (address.len == 0)
            address = sel_str_printf(arena, "%.*s:%.*s", SEL_STR_ARG(record->register_name),
                                     SEL_STR_ARG(record->id));
        const sel_programme_change *change = &changes.list[i];
        import->changes[import->change_count - 1] =
            (sel_record_change){address,
                                { change->field,
                                  sel_str_copy(arena, change->before),
                                  sel_str_copy(arena, change->after) }};
    }
    return SEL_OK;
}

static sel_status store_record(sel_taking *t, const sel_programme *record, const char *content)
{
    sel_put_record put;
    sel_status status =
        sel_store_put_fingerprinted(t->store, t->source, record, content, &put, t->err);
    if (status != SEL_OK)
        return status;
    t->import->outcomes[put.outcome] += 1;
    t->import->returned += put.returned;
    return put.outcome == SEL_PUT_CHANGED ? keep_changes(t, put.before, record) : SEL_OK;
}

static bool take_record(void *to, const sel_programme *record, const char *content)
{
    sel_taking *t = to;
    sel_arena_reset(t->scratch);
    if (sel_statement_is_register(record->register_name)) {
        t->reserved += 1;
        report(t, "E_REGISTER_RESERVED", record, record->register_name);
        return t->status == SEL_OK;
    }
    report_second_record(t, record);
    report_parties(t, record);
    sel_presence_take(&t->presence, record->register_name, record->id);
    if (t->status != SEL_OK)
        return false;
    count_record(&t->context->reference.geography, t->import, record);
    if (content[0] != '\0')
        t->status = store_record(t, record, content);
    sel_finding_tally_next_record(&t->import->tally);
    return t->status == SEL_OK;
}

/* What is made of a record before the store is asked. */
typedef struct making {
    const sel_context *context;
    sel_str level; /* of records that say none */
    bool keep_all;
    bool stored;
    uint64_t kept;
} making;

static void make_record(void *to, sel_programme *record, char content[SEL_HASH_ROOM],
                        sel_arena *arena)
{
    making *m = to;
    if (sel_statement_is_register(record->register_name))
        return;
    m->kept += sel_tagging_tag(m->context, m->keep_all, record, arena);
    if (record->disclosure.len == 0)
        record->disclosure = m->level;
    if (m->stored)
        sel_programme_fingerprint(record, content);
}

sel_status sel_taking_records(sel_taking *t, const sel_bytes *bytes, sel_records_read *read,
                              void *of)
{
    making maker = {.context = t->context,
                    .level = sel_str_of(sel_taking_disclosure(t)),
                    .keep_all = t->options->keep_all,
                    /* The same bytes again only say which records there are. */
                    .stored = t->store != NULL && !t->import->repeated};
    const sel_records_work work = {.read = read,
                                   .reader = of,
                                   .make = make_record,
                                   .maker = &maker,
                                   .take = take_record,
                                   .taker = t,
                                   .apart = sel_bytes_peek(bytes).len == SEL_BYTES_PEEK};
    sel_status status = sel_records_ahead(&work, &t->import->issues, t->err);
    t->import->kept += maker.kept;
    return status;
}
