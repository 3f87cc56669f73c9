#include "store/programme_rows.h"

/* What is stored of a record so far. */
typedef struct known_programme {
    int64_t id; /* 0: nothing */
    bool same;  /* the current version has the same content */
    sel_days updated;
    int64_t version; /* the current one */
} known_programme;

static sel_status find_known(sel_store *store, const sel_programme *record, const char *content,
                             known_programme *known, sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_FIND_PROGRAMME);
    sel_query_put_text(&query, record->register_name);
    sel_query_put_text(&query, record->id);
    if (sel_query_next(&query)) {
        known->id = sel_query_take_integer(&query);
        known->same = sel_str_is(sel_query_borrow_text(&query), content);
        known->updated = sel_query_take_days(&query);
        known->version = sel_query_take_integer(&query);
    }
    return sel_query_end(&query, err);
}

static sel_status has_version(sel_store *store, int64_t programme, const char *content, bool *has,
                              sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_FIND_VERSION);
    sel_query_put_integer(&query, programme);
    sel_query_put_text(&query, sel_str_of(content));
    *has = sel_query_next(&query);
    return sel_query_end(&query, err);
}

static sel_status decide(sel_store *store, const sel_programme *record, const char *content,
                         known_programme *known, sel_put_outcome *outcome, sel_error *err)
{
    sel_status status = find_known(store, record, content, known, err);
    if (status != SEL_OK)
        return status;
    *outcome = known->id == 0 ? SEL_PUT_NEW : known->same ? SEL_PUT_UNCHANGED : SEL_PUT_CHANGED;
    if (*outcome != SEL_PUT_CHANGED ||
        !sel_programme_is_older(&record->last_updated, &known->updated))
        return SEL_OK;
    bool had = false;
    status = has_version(store, known->id, content, &had, err);
    *outcome = had ? SEL_PUT_UNCHANGED : SEL_PUT_OLDER;
    return status;
}

static sel_status insert_programme(sel_store *store, const sel_programme *record, int64_t *id,
                                   sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_INSERT_PROGRAMME);
    sel_query_put_text(&query, record->register_name);
    sel_query_put_text(&query, record->id);
    sel_status status = sel_query_run(&query, err);
    *id = sel_query_inserted(store);
    return status;
}

static sel_status insert_list(sel_store *store, int64_t version, const sel_programme_list *list,
                              const sel_programme *record, sel_error *err)
{
    uint32_t count = 0;
    const char *elements = sel_programme_elements(list, record, &count);
    sel_status status = SEL_OK;
    for (uint32_t i = 0; i < count && status == SEL_OK; i++) {
        sel_query query = sel_query_start(store, list->insert);
        sel_query_put_integer(&query, version);
        sel_query_put_integer(&query, i);
        sel_row_put(&query, &list->form, elements + i * list->size);
        status = sel_query_run(&query, err);
    }
    return status;
}

static sel_status insert_text(sel_store *store, int64_t version, const sel_programme *record,
                              sel_error *err)
{
    if (record->description.len == 0 && record->note.len == 0)
        return SEL_OK;
    sel_query query = sel_query_start(store, SQL_INSERT_TEXT);
    sel_query_put_integer(&query, version);
    sel_query_put_text(&query, record->description);
    sel_query_put_text(&query, record->note);
    return sel_query_run(&query, err);
}

static sel_status insert_version(sel_store *store, int64_t programme, int64_t source,
                                 const sel_programme *record, const char *content, int64_t *id,
                                 sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_INSERT_VERSION);
    sel_query_put_integer(&query, programme);
    sel_query_put_integer(&query, source);
    sel_query_put_text(&query, sel_str_of(content));
    sel_row_put(&query, sel_record_place_form(), &record->place);
    sel_row_put(&query, sel_programme_form(), record);
    sel_status status = sel_query_run(&query, err);
    *id = sel_query_inserted(store);
    if (status == SEL_OK)
        status = insert_text(store, *id, record, err);
    for (size_t i = 0; i < SEL_PROGRAMME_LISTS && status == SEL_OK; i++)
        status = insert_list(store, *id, &sel_programme_lists()[i], record, err);
    return status;
}

static sel_status set_current(sel_store *store, int64_t programme, int64_t version, sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_SET_CURRENT_VERSION);
    sel_query_put_integer(&query, programme);
    sel_query_put_integer(&query, version);
    return sel_query_run(&query, err);
}

/* A record that vanished is back with the first file that has it. */
static sel_status put_back(sel_store *store, int64_t programme, int64_t source, bool *returned,
                           sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_PUT_BACK);
    sel_query_put_integer(&query, programme);
    sel_query_put_integer(&query, source);
    *returned = sel_query_next(&query);
    return sel_query_end(&query, err);
}

sel_status sel_store_put_fingerprinted(sel_store *store, int64_t source,
                                       const sel_programme *record, const char *content,
                                       sel_put_record *put, sel_error *err)
{
    known_programme known = {0};
    *put = (sel_put_record){0};
    sel_status status = decide(store, record, content, &known, &put->outcome, err);
    put->before = known.version;
    if (status == SEL_OK && known.id != 0)
        status = put_back(store, known.id, source, &put->returned, err);
    if (status != SEL_OK || put->outcome == SEL_PUT_UNCHANGED)
        return status;
    if (put->outcome == SEL_PUT_NEW)
        status = insert_programme(store, record, &known.id, err);
    int64_t version = 0;
    if (status == SEL_OK)
        status = insert_version(store, known.id, source, record, content, &version, err);
    if (status == SEL_OK && put->outcome == SEL_PUT_CHANGED)
        status = set_current(store, known.id, version, err);
    return status;
}

sel_status sel_store_put_record(sel_store *store, int64_t source, const sel_programme *record,
                                sel_put_record *put, sel_error *err)
{
    *put = (sel_put_record){0};
    sel_programme kept = *record;
    if (record->disclosure.len == 0) {
        sel_status status = sel_source_level(store, source, &kept.disclosure, err);
        if (status != SEL_OK)
            return status;
    }
    char content[SEL_HASH_ROOM];
    sel_programme_fingerprint(&kept, content);
    return sel_store_put_fingerprinted(store, source, &kept, content, put, err);
}

sel_status sel_store_put_programme(sel_store *store, int64_t source, const sel_programme *record,
                                   sel_put_outcome *outcome, sel_error *err)
{
    sel_put_record put;
    sel_status status = sel_store_put_record(store, source, record, &put, err);
    *outcome = put.outcome;
    return status;
}

sel_status sel_store_put_again(sel_store *store, const sel_programme *record,
                               sel_put_outcome *outcome, sel_error *err)
{
    int64_t source = 0;
    sel_query query = sel_query_start(store, SQL_SOURCE_OF_RECORD);
    sel_query_put_text(&query, record->register_name);
    sel_query_put_text(&query, record->id);
    if (sel_query_next(&query))
        source = sel_query_take_integer(&query);
    sel_status status = sel_query_end(&query, err);
    if (status == SEL_OK && source == 0)
        return sel_fail(err, SEL_NOT_FOUND, "there is no record '%.*s' in register '%.*s'",
                        SEL_STR_ARG(record->id), SEL_STR_ARG(record->register_name));
    return status == SEL_OK ? sel_store_put_programme(store, source, record, outcome, err) : status;
}
