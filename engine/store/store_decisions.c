#include "store/row.h"

static const sel_row_cell decision_cells[] = {
    {SEL_ROW_TEXT, offsetof(sel_decision, kind), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_decision, subject), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_decision, other), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_decision, by), 0, NULL},
    {SEL_ROW_I64, offsetof(sel_decision, at), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_decision, reason), 0, NULL},
};
static const sel_form decision_form = {decision_cells,
                                       sizeof decision_cells / sizeof decision_cells[0]};

sel_status sel_store_put_decision(sel_store *store, const sel_decision *decision, sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_INSERT_DECISION);
    sel_row_put(&query, &decision_form, decision);
    return sel_query_run(&query, err);
}

sel_status sel_store_each_decision(sel_store *store, sel_decision_take *take, void *to,
                                   sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    bool more = true;
    store->listings += 1;
    sel_query query = sel_query_start(store, SQL_EACH_DECISION);
    while (more && sel_query_next(&query)) {
        sel_decision decision = {0};
        sel_row_take(&query, &decision_form, arena, &decision);
        more = take(to, &decision);
        sel_arena_reset(arena);
    }
    sel_status status = sel_query_end(&query, err);
    store->listings -= 1;
    sel_arena_destroy(arena);
    return status;
}
