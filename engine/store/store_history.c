#include "store/programme_rows.h"

/* Two versions of a record, this one and the one before it in turn. */
typedef struct history {
    sel_arena *arenas[2];
    sel_programme records[2];
    int64_t programme; /* of the latest; 0: none yet */
    int latest;
} history;

static sel_status read_next(sel_store *store, sel_query *query, history *h, sel_source *source,
                            bool *has_before, sel_error *err)
{
    int64_t programme = sel_query_take_integer(query);
    int64_t version = sel_query_take_integer(query);
    h->latest = 1 - h->latest;
    sel_arena *arena = h->arenas[h->latest];
    sel_arena_reset(arena);
    *source = (sel_source){.name = sel_query_take_text(query, arena)};
    source->received = sel_query_take_integer(query);
    *has_before = programme == h->programme;
    h->programme = programme;
    return sel_store_read_version(store, version, arena, &h->records[h->latest], err);
}

sel_status sel_store_each_history(sel_store *store, sel_history_take *take, void *to,
                                  sel_error *err)
{
    history h = {.arenas = {sel_arena_create(), sel_arena_create()}};
    sel_status status = SEL_OK;
    bool more = true;
    store->listings += 1;
    sel_query query = sel_query_start(store, SQL_EACH_CHANGED_VERSION);
    while (more && status == SEL_OK && sel_query_next(&query)) {
        sel_source source;
        bool has_before = false;
        status = read_next(store, &query, &h, &source, &has_before, err);
        if (status == SEL_OK && has_before)
            more = take(to, &h.records[1 - h.latest], &h.records[h.latest], &source);
    }
    sel_status ended = sel_query_end(&query, status == SEL_OK ? err : NULL);
    store->listings -= 1;
    sel_arena_destroy(h.arenas[0]);
    sel_arena_destroy(h.arenas[1]);
    return status == SEL_OK ? ended : status;
}
