#include "store/programme_rows.h"

/** A list of all versions, read beside them: the row that was read last waits for its version. */
typedef struct lane {
    const sel_programme_list *list;
    sel_query query;
    bool waiting;
    int64_t version; /* of the row that waits */
} lane;

typedef struct scan {
    sel_query rows;
    lane lanes[SEL_PROGRAMME_LISTS];
    size_t lane_count;
} scan;

static void step(lane *of)
{
    of->waiting = sel_query_next(&of->query);
    if (of->waiting)
        of->version = sel_query_take_integer(&of->query);
}

static void open_lanes(sel_store *store, scan *s)
{
    for (size_t i = 0; i < SEL_PROGRAMME_LISTS; i++) {
        const sel_programme_list *list = &sel_programme_lists()[i];
        if (list->scan == SEL_STATEMENT_COUNT)
            continue;
        lane *opened = &s->lanes[s->lane_count++];
        *opened = (lane){.list = list, .query = sel_query_start(store, list->scan)};
        step(opened);
    }
}

/* Rows of older versions and of records set aside are passed by. */
static void take_lane(lane *of, int64_t version, sel_arena *arena, sel_programme *record)
{
    const sel_programme_list *list = of->list;
    char *elements = NULL;
    uint32_t count = 0;
    uint32_t room = 0;
    while (of->waiting && of->version < version)
        step(of);
    while (of->waiting && of->version == version) {
        elements = sel_arena_one_more(arena, elements, count, &room, list->size);
        sel_row_take(&of->query, &list->form, arena, elements + count * list->size);
        count += 1;
        step(of);
    }
    sel_programme_hold(list, record, elements, count);
}

static sel_status close_scan(scan *s, sel_error *err)
{
    sel_status status = sel_query_end(&s->rows, err);
    for (size_t i = 0; i < s->lane_count; i++) {
        sel_status ended = sel_query_end(&s->lanes[i].query, status == SEL_OK ? err : NULL);
        status = status == SEL_OK ? ended : status;
    }
    return status;
}

sel_status sel_store_scan_versions(sel_store *store, bool set_aside_too, sel_version_take *take,
                                   void *to, uint64_t *only_counted, sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    scan s = {.rows = sel_query_start(store, SQL_SCAN_PROGRAMMES)};
    bool more = true;
    *only_counted = 0;
    store->listings += 1;
    open_lanes(store, &s);
    while (more && sel_query_next(&s.rows)) {
        if (sel_query_take_integer(&s.rows) != 0 && !set_aside_too) {
            *only_counted += 1;
            continue;
        }
        sel_stored_version version;
        sel_store_take_version(&s.rows, arena, &version);
        for (size_t i = 0; i < s.lane_count; i++)
            take_lane(&s.lanes[i], version.id, arena, &version.record);
        if (s.rows.code == SQLITE_OK)
            more = take(to, &version);
        sel_arena_reset(arena);
    }
    sel_status status = close_scan(&s, err);
    store->listings -= 1;
    sel_arena_destroy(arena);
    return status;
}
