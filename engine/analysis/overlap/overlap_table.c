#include "analysis/overlap/overlap_table.h"

#include "analysis/order.h"

/* Entry of a side; `left` effort is here and at commoner places. */
static sel_table_entry entry_of(const sel_side *side, uint32_t left_low, uint32_t left_high)
{
    uint32_t whole = left_high + (side->effort_low - left_low);
    float per_day = 1.0F / (float)sel_span_longest(&side->span);
    return (sel_table_entry){
        .start = side->span.start_low,
        .end = side->span.end_high,
        .sets = (uint32_t)side->kinds | (uint32_t)side->for_whom << 16,
        .left = (float)left_high / SEL_EFFORT_WHOLE,
        .left_share = whole > 0 ? (float)left_high / (float)whole : 0,
        .per_day = per_day,
        .own_per_day = sel_span_is_exact(&side->span) ? per_day : 2,
        .side = side,
    };
}

/* Places by rank. */
static const uint32_t *order_by_rank(const sel_places *places, sel_arena *scratch)
{
    uint32_t *numbers = sel_arena_array(scratch, places->count, sizeof *numbers);
    for (uint32_t n = 0; n < places->count; n++)
        numbers[places->ranks[n]] = n;
    return numbers;
}

/* Sides by start, so that every place gets its rows in ascending order. */
static const uint64_t *order_by_start(const sel_overlap_table *table, sel_arena *scratch)
{
    uint64_t *order = sel_arena_array(scratch, table->side_count, sizeof *order);
    for (uint32_t i = 0; i < table->side_count; i++) {
        uint64_t day = (uint64_t)((int64_t)table->sides[i]->span.start_low - INT32_MIN);
        order[i] = day << 32 | i;
    }
    qsort(order, table->side_count, sizeof *order, sel_order_keys);
    return order;
}

static void enter_all(sel_overlap_table *table, sel_arena *scratch)
{
    const uint32_t *numbers = order_by_rank(&table->places, scratch);
    const uint64_t *order = order_by_start(table, scratch);
    uint32_t *next = sel_arena_array(scratch, table->places.count, sizeof *next);
    memcpy(next, table->places.first, table->places.count * sizeof *next);
    for (uint32_t i = 0; i < table->side_count; i++) {
        const sel_side *side = table->sides[(uint32_t)order[i]];
        uint32_t left_low = side->effort_low;
        uint32_t left_high = side->effort_high;
        for (uint32_t j = 0; j < side->place_count; j++) {
            uint32_t place = numbers[side->places[j].key];
            table->entries[next[place]++] = entry_of(side, left_low, left_high);
            left_low -= side->places[j].effort_low;
            left_high -= side->places[j].effort_high;
        }
    }
}

static void mark_linked(sel_overlap_table *table, sel_arena *scratch)
{
    bool *linked = sel_arena_array(scratch, table->study->programme_count, sizeof *linked);
    for (uint32_t i = 0; i < table->links.count; i++)
        linked[table->links.list[i].a] = linked[table->links.list[i].b] = true;
    for (uint32_t i = 0; i < table->side_count; i++)
        table->sides[i]->linked = linked[sel_overlap_table_number(table, table->sides[i])];
}

sel_overlap_table sel_overlap_table_make(const sel_study *study, const sel_needs *needs,
                                         const sel_supplies *supplies, const sel_records *records,
                                         sel_arena *arena)
{
    uint32_t all = study->programme_count;
    sel_arena *scratch = sel_arena_create();
    sel_overlap_table table = {
        .study = study,
        .sides = sel_arena_array(arena, all, sizeof(sel_side *)),
        .reds = {.model = study->model, .needs = needs, .supplies = supplies},
        .links = sel_linked_pairs_collect(study, records, arena)};
    bool *wanted = sel_arena_array(scratch, all, sizeof *wanted);
    for (uint32_t p = 0; p < all; p++)
        wanted[p] = records->counted[p] && sel_programme_is_comparable(&study->programmes[p]);
    table.places = sel_places_number(study, wanted, SEL_PLACES_ALL, arena);
    for (uint32_t p = 0; p < all; p++)
        if (wanted[p])
            table.sides[table.side_count++] = sel_side_make(study, p, &table.places, arena);
    table.entries =
        sel_arena_array(arena, table.places.first[table.places.count], sizeof *table.entries);
    enter_all(&table, scratch);
    mark_linked(&table, scratch);
    table.reds.table = sel_reds_table(&table.reds, &table.places, arena);
    sel_arena_destroy(scratch);
    return table;
}
