#include "store/programme_rows.h"

/* Row ids of the records that a file lacks. */
typedef struct missing {
    int64_t *ids;
    uint32_t count;
    uint32_t room;
} missing;

static sel_status find_missing(sel_store *store, sel_str register_name, sel_has_record *has,
                               void *of, sel_arena *arena, missing *all, sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_PRESENT_RECORDS);
    sel_query_put_text(&query, register_name);
    while (sel_query_next(&query)) {
        int64_t id = sel_query_take_integer(&query);
        if (has(of, sel_query_borrow_text(&query)))
            continue;
        all->ids = sel_arena_one_more(arena, all->ids, all->count, &all->room, sizeof *all->ids);
        all->ids[all->count++] = id;
    }
    return sel_query_end(&query, err);
}

sel_status sel_store_put_vanished(sel_store *store, int64_t source, sel_str register_name,
                                  sel_has_record *has, void *of, uint64_t *count, sel_error *err)
{
    missing all = {0};
    sel_arena *arena = sel_arena_create();
    sel_status status = find_missing(store, register_name, has, of, arena, &all, err);
    for (uint32_t i = 0; i < all.count && status == SEL_OK; i++) {
        sel_query query = sel_query_start(store, SQL_INSERT_VANISHED);
        sel_query_put_integer(&query, all.ids[i]);
        sel_query_put_integer(&query, source);
        status = sel_query_run(&query, err);
    }
    *count = all.count;
    sel_arena_destroy(arena);
    return status;
}

static const sel_row_cell vanished_cells[] = {
    {SEL_ROW_TEXT, offsetof(sel_vanished, register_name), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_vanished, id), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_vanished, title), 0, NULL},
    {SEL_ROW_FLAG, offsetof(sel_vanished, set_aside), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_vanished, file), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_vanished, without), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_vanished, sha256), 0, NULL},
    {SEL_ROW_I64, offsetof(sel_vanished, received), 0, NULL},
};
static const sel_form vanished_form = {vanished_cells,
                                       sizeof vanished_cells / sizeof vanished_cells[0]};

sel_status sel_store_each_vanished(sel_store *store, sel_vanished_take *take, void *to,
                                   sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    bool more = true;
    store->listings += 1;
    sel_query query = sel_query_start(store, SQL_EACH_VANISHED);
    while (more && sel_query_next(&query)) {
        sel_vanished gone = {0};
        sel_row_take(&query, &vanished_form, arena, &gone);
        more = take(to, &gone);
        sel_arena_reset(arena);
    }
    store->listings -= 1;
    sel_arena_destroy(arena);
    return sel_query_end(&query, err);
}
