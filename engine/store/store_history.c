#include "store/programme_rows.h"

/* A listing of versions. */
typedef struct history {
    sel_store *store;
    sel_history_take *take;
    void *to;
    sel_arena *arena;
    sel_error *err;
    sel_status status;
} history;

static bool take_version(void *to, const sel_stored_version *version)
{
    history *h = to;
    sel_source source = {0};
    sel_arena_reset(h->arena);
    sel_query query = sel_query_start(h->store, SQL_VERSION_SOURCE);
    sel_query_put_integer(&query, version->id);
    if (sel_query_next(&query)) {
        source.name = sel_query_take_text(&query, h->arena);
        source.received = sel_query_take_integer(&query);
    }
    h->status = sel_query_end(&query, h->err);
    return h->status == SEL_OK && h->take(h->to, &version->record, &source);
}

sel_status sel_store_each_history(sel_store *store, sel_history_take *take, void *to,
                                  sel_error *err)
{
    history h = {store, take, to, sel_arena_create(), err, SEL_OK};
    sel_status status = sel_store_visit_programmes(store, SQL_EACH_CHANGED_VERSION,
                                                   SEL_PROGRAMME_TEXTS, take_version, &h, err);
    sel_arena_destroy(h.arena);
    return status == SEL_OK ? h.status : status;
}
