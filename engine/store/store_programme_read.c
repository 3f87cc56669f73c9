#include "base/index.h"
#include "domain/theme_answer.h"
#include "store/programme_rows.h"

static sel_status take_texts(sel_store *store, int64_t version, sel_arena *arena,
                             sel_programme *record, sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_TEXT_OF);
    sel_query_put_integer(&query, version);
    if (sel_query_next(&query)) {
        record->description = sel_query_take_text(&query, arena);
        record->note = sel_query_take_text(&query, arena);
    }
    return sel_query_end(&query, err);
}

static sel_status take_list(sel_store *store, int64_t version, const sel_programme_list *list,
                            sel_arena *arena, sel_programme *record, sel_error *err)
{
    char *elements = NULL;
    uint32_t count = 0;
    uint32_t room = 0;
    sel_query query = sel_query_start(store, list->of_version);
    sel_query_put_integer(&query, version);
    while (sel_query_next(&query)) {
        elements = sel_arena_one_more(arena, elements, count, &room, list->size);
        sel_row_take(&query, &list->form, arena, elements + count * list->size);
        count += 1;
    }
    sel_programme_hold(list, record, elements, count);
    return sel_query_end(&query, err);
}

/* The rest of a record whose row was taken. */
static sel_status take_parts(sel_store *store, int64_t version, unsigned parts, sel_arena *arena,
                             sel_programme *record, sel_error *err)
{
    sel_status status = SEL_OK;
    if ((parts & SEL_PROGRAMME_TEXTS) != 0)
        status = take_texts(store, version, arena, record, err);
    for (size_t i = 0; i < SEL_PROGRAMME_LISTS && status == SEL_OK; i++)
        if (i != SEL_PROGRAMME_FIELD_LIST || (parts & SEL_PROGRAMME_FIELDS) != 0)
            status = take_list(store, version, &sel_programme_lists()[i], arena, record, err);
    return status;
}

void sel_store_take_version(sel_query *query, sel_arena *arena, sel_stored_version *taken)
{
    sel_programme *record = &taken->record;
    *record = sel_programme_blank();
    taken->id = sel_query_take_integer(query);
    record->register_name = sel_query_take_text(query, arena);
    record->id = sel_query_take_text(query, arena);
    taken->content = sel_query_take_text(query, arena);
    sel_row_take(query, sel_record_place_form(), arena, &record->place);
    sel_row_take(query, sel_programme_form(), arena, record);
}

static sel_status take_record(sel_store *store, sel_query *query, unsigned parts, sel_arena *arena,
                              sel_stored_version *taken, sel_error *err)
{
    sel_store_take_version(query, arena, taken);
    return take_parts(store, taken->id, parts, arena, &taken->record, err);
}

sel_status sel_store_visit_programmes(sel_store *store, sel_statement rows, unsigned parts,
                                      sel_version_take *take, void *to, sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    sel_status status = SEL_OK;
    bool more = true;
    store->listings += 1;
    sel_query query = sel_query_start(store, rows);
    while (more && status == SEL_OK && sel_query_next(&query)) {
        sel_stored_version version;
        status = take_record(store, &query, parts, arena, &version, err);
        if (status == SEL_OK && query.code == SQLITE_OK)
            more = take(to, &version);
        sel_arena_reset(arena);
    }
    sel_status ended = sel_query_end(&query, status == SEL_OK ? err : NULL);
    store->listings -= 1;
    sel_arena_destroy(arena);
    return status == SEL_OK ? ended : status;
}

sel_status sel_store_read_version(sel_store *store, int64_t version, sel_arena *arena,
                                  sel_programme *record, sel_error *err)
{
    sel_stored_version taken = {0};
    sel_query query = sel_query_start(store, SQL_ONE_VERSION);
    sel_query_put_integer(&query, version);
    bool found = sel_query_next(&query);
    sel_status status = SEL_OK;
    if (found)
        status = take_record(store, &query, SEL_PROGRAMME_TEXTS, arena, &taken, err);
    sel_status ended = sel_query_end(&query, status == SEL_OK ? err : NULL);
    *record = taken.record;
    if (status == SEL_OK && ended == SEL_OK && !found)
        return sel_fail(err, SEL_NOT_FOUND, "there is no such version");
    return status == SEL_OK ? ended : status;
}

/* Programmes as they are handed out: guessed themes that somebody answered for are replaced, here
 * and for all, so that no listing can forget it. */
typedef struct handing {
    sel_programme_sink sink;
    sel_index *subjects;
    sel_str *answers; /* by number in subjects */
    uint32_t room;
    sel_arena *kept;
    sel_arena *scratch; /* of one record */
} handing;

static bool take_theme(void *to, const sel_decision *decision)
{
    handing *h = to;
    if (!sel_str_is(decision->kind, SEL_DECISION_THEME))
        return true;
    uint32_t before = sel_index_count(h->subjects);
    uint32_t number = sel_index_add(h->subjects, decision->subject);
    if (number == before)
        h->answers = sel_arena_one_more(h->kept, h->answers, number, &h->room, sizeof *h->answers);
    h->answers[number] = sel_str_copy(h->kept, decision->other);
    return true;
}

static bool give(void *to, const sel_stored_version *version)
{
    handing *h = to;
    const sel_programme *record = &version->record;
    if (sel_index_count(h->subjects) == 0)
        return h->sink.take(h->sink.to, record);
    sel_arena_reset(h->scratch);
    sel_programme answered = *record;
    uint32_t number = sel_index_find(h->subjects, sel_record_address(h->scratch, record));
    if (number != SEL_NONE)
        sel_theme_answer(h->answers[number], &answered, h->scratch);
    return h->sink.take(h->sink.to, &answered);
}

static sel_status open_handing(sel_store *store, sel_programme_sink sink, handing *h,
                               sel_error *err)
{
    *h = (handing){.sink = sink,
                   .subjects = sel_index_create(),
                   .kept = sel_arena_create(),
                   .scratch = sel_arena_create()};
    return sel_store_each_decision(store, take_theme, h, err);
}

static void close_handing(handing *h)
{
    sel_index_destroy(h->subjects);
    sel_arena_destroy(h->kept);
    sel_arena_destroy(h->scratch);
}

sel_status sel_store_each_programme(sel_store *store, unsigned parts, sel_programme_sink sink,
                                    sel_error *err)
{
    handing h;
    sel_status status = open_handing(store, sink, &h, err);
    if (status == SEL_OK)
        status = sel_store_visit_programmes(store, SQL_EACH_PROGRAMME, parts, give, &h, err);
    close_handing(&h);
    return status;
}

sel_status sel_store_scan_programmes(sel_store *store, sel_programme_sink sink,
                                     uint64_t *only_counted, sel_error *err)
{
    handing h;
    sel_status status = open_handing(store, sink, &h, err);
    bool answered = sel_index_count(h.subjects) > 0; /* what was set aside may count after all */
    if (status == SEL_OK)
        status = sel_store_scan_versions(store, answered, give, &h, only_counted, err);
    close_handing(&h);
    return status;
}

sel_str sel_record_address(sel_arena *arena, const sel_programme *record)
{
    return sel_str_printf(arena, "%.*s:%.*s", SEL_STR_ARG(record->register_name),
                          SEL_STR_ARG(record->id));
}

/* Where a record stands and the row id of its current version. */
static sel_status find_record(sel_store *store, sel_str register_name, sel_str id, sel_arena *arena,
                              int64_t *version, sel_stored_place *place, sel_error *err)
{
    *place = (sel_stored_place){0};
    *version = 0;
    sel_query query = sel_query_start(store, SQL_RECORD_PLACE);
    sel_query_put_text(&query, register_name);
    sel_query_put_text(&query, id);
    if (sel_query_next(&query)) {
        *version = sel_query_take_integer(&query);
        place->file = sel_query_take_text(&query, arena);
        place->sha256 = sel_query_take_text(&query, arena);
        place->received = sel_query_take_integer(&query);
        place->line = (uint64_t)sel_query_take_integer(&query);
        place->offset = (uint64_t)sel_query_take_integer(&query);
        place->ordinal = (uint64_t)sel_query_take_integer(&query);
    }
    sel_status status = sel_query_end(&query, err);
    if (status == SEL_OK && *version == 0)
        return sel_fail(err, SEL_NOT_FOUND, "there is no record '%.*s' in register '%.*s'",
                        SEL_STR_ARG(id), SEL_STR_ARG(register_name));
    return status;
}

sel_status sel_store_record_place(sel_store *store, sel_str register_name, sel_str id,
                                  sel_arena *arena, sel_stored_place *place, sel_error *err)
{
    int64_t version = 0;
    return find_record(store, register_name, id, arena, &version, place, err);
}

sel_status sel_store_each_field_place(sel_store *store, sel_str register_name, sel_str id,
                                      sel_field_place_take *take, void *to, sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    int64_t version = 0;
    sel_stored_place place;
    sel_programme record = sel_programme_blank();
    sel_status status = find_record(store, register_name, id, arena, &version, &place, err);
    if (status == SEL_OK)
        status = take_list(store, version, &sel_programme_lists()[SEL_PROGRAMME_FIELD_LIST], arena,
                           &record, err);
    bool more = status == SEL_OK;
    for (uint32_t i = 0; more && i < record.field_count; i++)
        more = take(to, &record.fields[i]);
    sel_arena_destroy(arena);
    return status;
}
