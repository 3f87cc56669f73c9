#include "store/row.h"

static const sel_row_cell source_cells[] = {
    {SEL_ROW_TEXT, offsetof(sel_source, name), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_source, sha256), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_source, kind), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_source, format), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_source, register_name), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_source, disclosure), 0, NULL},
    {SEL_ROW_I64, offsetof(sel_source, received), 0, NULL},
    {SEL_ROW_I64, offsetof(sel_source, bytes), 0, NULL},
    {SEL_ROW_I64, offsetof(sel_source, findings), 0, NULL},
};
static const sel_form source_form = {source_cells, sizeof source_cells / sizeof source_cells[0]};

static const sel_row_cell finding_cells[] = {
    {SEL_ROW_NAME, offsetof(sel_issue, code), 0, NULL},
    {SEL_ROW_COUNT, offsetof(sel_issue, line), sizeof(uint64_t), NULL},
    {SEL_ROW_COUNT, offsetof(sel_issue, row), sizeof(uint32_t), NULL},
    {SEL_ROW_COUNT, offsetof(sel_issue, column), sizeof(uint32_t), NULL},
    {SEL_ROW_TEXT, offsetof(sel_issue, subject), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_issue, record), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_issue, found), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_issue, expected), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_issue, suggestion), 0, NULL},
};
static const sel_form finding_form = {finding_cells,
                                      sizeof finding_cells / sizeof finding_cells[0]};

static sel_str base_name(sel_str path)
{
    size_t start = path.len;
    while (start > 0 && path.ptr[start - 1] != '/')
        start--;
    return sel_str_part(path, start, path.len);
}

sel_status sel_store_add_source(sel_store *store, const sel_source *source, int64_t *id,
                                sel_error *err)
{
    sel_source row = *source;
    row.name = base_name(source->name);
    row.findings = 0;
    if (row.disclosure.len == 0)
        row.disclosure = SEL_STR("secretariat");
    sel_query query = sel_query_start(store, SQL_INSERT_SOURCE);
    sel_row_put(&query, &source_form, &row);
    sel_status status = sel_query_run(&query, err);
    if (status == SEL_OK)
        *id = sel_query_inserted(store);
    return status;
}

sel_status sel_store_knows_size(sel_store *store, sel_str kind, uint64_t bytes, bool *known,
                                sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_KNOWS_SIZE);
    sel_query_put_text(&query, kind);
    sel_query_put_integer(&query, (int64_t)bytes);
    *known = sel_query_next(&query);
    return sel_query_end(&query, err);
}

sel_status sel_store_settle_source(sel_store *store, int64_t id, sel_str sha256, sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_SETTLE_SOURCE);
    sel_query_put_integer(&query, id);
    sel_query_put_text(&query, sha256);
    return sel_query_run(&query, err);
}

sel_status sel_store_find_source(sel_store *store, sel_str sha256, sel_str kind,
                                 sel_str register_name, sel_arena *arena, int64_t *id,
                                 sel_source *source, sel_error *err)
{
    *id = 0;
    sel_query query = sel_query_start(store, SQL_FIND_SOURCE);
    sel_query_put_text(&query, sha256);
    sel_query_put_text(&query, kind);
    sel_query_put_text(&query, register_name);
    if (sel_query_next(&query)) {
        *id = sel_query_take_integer(&query);
        if (source != NULL)
            sel_row_take(&query, &source_form, arena, source);
    }
    return sel_query_end(&query, err);
}

sel_status sel_source_level(sel_store *store, int64_t source, sel_str *level, sel_error *err)
{
    if (store->level_source != source) {
        bool found = false;
        sel_query query = sel_query_start(store, SQL_SOURCE_DISCLOSURE);
        sel_query_put_integer(&query, source);
        if (sel_query_next(&query)) {
            found = true;
            store->level = sel_query_take_text(&query, store->arena);
        }
        sel_status status = sel_query_end(&query, err);
        if (status != SEL_OK)
            return status;
        if (!found)
            return sel_fail(err, SEL_NOT_FOUND, "there is no such source");
        store->level_source = source;
    }
    *level = store->level;
    return SEL_OK;
}

typedef struct source_list {
    sel_source *sources;
    int64_t *ids;
    uint32_t count;
} source_list;

static sel_status list_sources(sel_store *store, sel_arena *arena, source_list *list,
                               sel_error *err)
{
    uint32_t source_room = 0;
    uint32_t id_room = 0;
    sel_query query = sel_query_start(store, SQL_EACH_SOURCE);
    while (sel_query_next(&query)) {
        list->sources = sel_arena_one_more(arena, list->sources, list->count, &source_room,
                                           sizeof *list->sources);
        list->ids = sel_arena_one_more(arena, list->ids, list->count, &id_room, sizeof *list->ids);
        list->ids[list->count] = sel_query_take_integer(&query);
        sel_row_take(&query, &source_form, arena, &list->sources[list->count++]);
    }
    return sel_query_end(&query, err);
}

sel_status sel_store_each_source(sel_store *store, sel_source_take *take, void *to, sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    source_list list = {0};
    sel_status status = list_sources(store, arena, &list, err);
    bool more = status == SEL_OK;
    for (uint32_t i = 0; more && i < list.count; i++)
        more = take(to, &list.sources[i]);
    sel_arena_destroy(arena);
    return status;
}

sel_status sel_store_put_finding(sel_store *store, int64_t source, uint64_t number,
                                 const sel_issue *issue, sel_error *err)
{
    if (number > SEL_STORE_FINDINGS_MAX)
        return SEL_OK;
    sel_query query = sel_query_start(store, SQL_INSERT_FINDING);
    sel_query_put_integer(&query, source);
    sel_query_put_integer(&query, (int64_t)number);
    sel_row_put(&query, &finding_form, issue);
    return sel_query_run(&query, err);
}

sel_status sel_store_count_findings(sel_store *store, int64_t source, uint64_t count,
                                    sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_COUNT_FINDINGS);
    sel_query_put_integer(&query, source);
    sel_query_put_integer(&query, (int64_t)count);
    return sel_query_run(&query, err);
}

sel_status sel_store_forget_findings(sel_store *store, int64_t source, sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_FORGET_FINDINGS);
    sel_query_put_integer(&query, source);
    sel_status status = sel_query_run(&query, err);
    return status == SEL_OK ? sel_store_count_findings(store, source, 0, err) : status;
}

/* Findings of one source; *more false when the listing is to end. */
static sel_status give_findings(sel_store *store, int64_t id, const sel_source *source,
                                sel_finding_take *take, void *to, bool *more, sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    sel_query query = sel_query_start(store, SQL_EACH_FINDING);
    sel_query_put_integer(&query, id);
    while (*more && sel_query_next(&query)) {
        sel_issue issue = {0};
        sel_row_take(&query, &finding_form, arena, &issue);
        *more = take(to, source, &issue);
        sel_arena_reset(arena);
    }
    sel_arena_destroy(arena);
    return sel_query_end(&query, err);
}

sel_status sel_store_each_finding(sel_store *store, sel_finding_take *take, void *to,
                                  sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    source_list list = {0};
    bool more = true;
    store->listings += 1;
    sel_status status = list_sources(store, arena, &list, err);
    for (uint32_t i = 0; more && status == SEL_OK && i < list.count; i++)
        status = give_findings(store, list.ids[i], &list.sources[i], take, to, &more, err);
    store->listings -= 1;
    sel_arena_destroy(arena);
    return status;
}
