#include "analysis/overlap/overlap_table.h"

#include "analysis/order.h"

/* Entry of a side; `left` effort is here and at commoner places. */
static sel_table_entry entry_of(const sel_side *side, uint32_t number, uint64_t left_low,
                                uint64_t left_high)
{
    uint64_t whole = left_high + (side->effort_low - left_low);
    float per_day = 1.0F / (float)sel_span_longest(&side->span);
    return (sel_table_entry){
        .start = side->span.start_low,
        .end = side->span.end_high,
        .side = number,
        .sets = (uint32_t)side->kinds | (uint32_t)side->for_whom << 16,
        .left = (float)left_high / SEL_EFFORT_WHOLE,
        .left_share = whole > 0 ? (float)left_high / (float)whole : 0,
        .per_day = per_day,
        .own_per_day = sel_span_is_exact(&side->span) ? per_day : 2,
    };
}

/* One entry per place of a side, at the next free row of each place. */
static void enter_side(sel_overlap_table *table, uint32_t number, uint64_t *order, uint32_t *next)
{
    const sel_side *side = &table->sides[number];
    const sel_study_programme *programme = &table->study->programmes[table->programmes[number]];
    uint32_t count = sel_places_rarest_first(&table->places, programme, SEL_PLACES_ALL, order);
    uint64_t left_low = side->effort_low;
    uint64_t left_high = side->effort_high;
    for (uint32_t i = 0; i < count; i++) {
        const sel_study_place *place = &side->places[(uint32_t)order[i]];
        uint32_t at = sel_places_at(&table->places, place);
        table->entries[next[at]++] = entry_of(side, number, left_low, left_high);
        left_low -= place->effort_low;
        left_high -= place->effort_high;
    }
}

/* Sides by start, so that every place gets its rows in ascending order. */
static uint64_t *order_by_start(const sel_overlap_table *table, sel_arena *scratch)
{
    uint64_t *order = sel_arena_array(scratch, table->side_count, sizeof *order);
    for (uint32_t i = 0; i < table->side_count; i++) {
        uint64_t day = (uint64_t)((int64_t)table->sides[i].span.start_low - INT32_MIN);
        order[i] = day << 32 | i;
    }
    qsort(order, table->side_count, sizeof *order, sel_order_keys);
    return order;
}

static void enter_all(sel_overlap_table *table, sel_arena *scratch)
{
    uint32_t most_places = 0;
    for (uint32_t i = 0; i < table->side_count; i++)
        if (table->sides[i].place_count > most_places)
            most_places = table->sides[i].place_count;
    uint64_t *places = sel_arena_array(scratch, most_places, sizeof *places);
    uint32_t *next = sel_arena_array(scratch, table->places.count, sizeof *next);
    memcpy(next, table->places.first, table->places.count * sizeof *next);
    const uint64_t *order = order_by_start(table, scratch);
    for (uint32_t i = 0; i < table->side_count; i++)
        enter_side(table, (uint32_t)order[i], places, next);
}

static void mark_linked(sel_overlap_table *table, sel_arena *scratch)
{
    bool *linked = sel_arena_array(scratch, table->study->programme_count, sizeof *linked);
    for (uint32_t i = 0; i < table->links.count; i++)
        linked[table->links.list[i].a] = linked[table->links.list[i].b] = true;
    for (uint32_t i = 0; i < table->side_count; i++)
        table->linked[i] = linked[table->programmes[i]];
}

sel_overlap_table sel_overlap_table_make(const sel_study *study, const sel_needs *needs,
                                         const sel_supplies *supplies, const sel_records *records,
                                         sel_arena *arena)
{
    uint32_t all = study->programme_count;
    sel_arena *scratch = sel_arena_create();
    sel_overlap_table table = {
        .study = study,
        .programmes = sel_arena_array(arena, all, sizeof *table.programmes),
        .reds = {.model = study->model, .needs = needs, .supplies = supplies},
        .links = sel_linked_pairs_collect(study, records, arena)};
    bool *wanted = sel_arena_array(scratch, all, sizeof *wanted);
    for (uint32_t p = 0; p < all; p++) {
        wanted[p] = records->counted[p] && sel_programme_is_comparable(&study->programmes[p]);
        if (wanted[p])
            table.programmes[table.side_count++] = p;
    }
    table.sides = sel_arena_array(arena, table.side_count, sizeof *table.sides);
    table.linked = sel_arena_array(arena, table.side_count, sizeof *table.linked);
    for (uint32_t i = 0; i < table.side_count; i++)
        table.sides[i] = sel_side_of(study, table.programmes[i]);
    table.places = sel_places_number(study, wanted, SEL_PLACES_ALL, arena);
    table.entries =
        sel_arena_array(arena, table.places.first[table.places.count], sizeof *table.entries);
    enter_all(&table, scratch);
    mark_linked(&table, scratch);
    sel_reds_prepare(&table.reds, arena);
    sel_arena_destroy(scratch);
    return table;
}
