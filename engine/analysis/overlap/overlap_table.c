#include "analysis/overlap/overlap_table.h"

#include "analysis/order.h"

enum { BINS = 32 };

/** Effort at some places: at its most, and as the least part of the programme. */
typedef struct amount {
    uint32_t high;
    uint32_t part_low;
} amount;

static void add(amount *sum, const sel_side_place *place)
{
    sum->high += place->effort_high;
    sum->part_low += place->part_low;
}

/* The largest part of a side's whole effort that may lie at these places. */
static float share_of(const sel_side *side, const amount *at)
{
    uint32_t whole = at->high + (side->part_low - at->part_low);
    return whole > 0 ? (float)at->high / (float)whole : 0;
}

/* Bin of a place: the high bits of a multiplicative hash (Knuth). */
static uint32_t bin_of(uint32_t key)
{
    return key * 2654435769U >> 27;
}

/* Places by rank. */
static const uint32_t *order_by_rank(const sel_places *places, sel_arena *scratch)
{
    uint32_t *numbers = sel_arena_array(scratch, places->count, sizeof *numbers);
    for (uint32_t n = 0; n < places->count; n++)
        numbers[places->ranks[n]] = n;
    return numbers;
}

/* Make the sides in the order of their start: every place gets its rows in ascending order, and
 * those that meet lie near each other in memory. */
static void make_sides(sel_overlap_table *table, const bool *wanted, sel_arena *arena,
                       sel_arena *scratch)
{
    const sel_study *study = table->study;
    uint64_t *order = sel_arena_array(scratch, study->programme_count, sizeof *order);
    uint32_t count = 0;
    for (uint32_t p = 0; p < study->programme_count; p++) {
        uint64_t day = (uint64_t)((int64_t)study->programmes[p].start_low - INT32_MIN);
        if (wanted[p])
            order[count++] = day << 32 | p;
    }
    qsort(order, count, sizeof *order, sel_order_keys);
    table->sides = sel_arena_array(arena, count, sizeof(sel_side *));
    for (uint32_t i = 0; i < count; i++)
        table->sides[i] = sel_side_make(study, (uint32_t)order[i], &table->places, arena);
    table->side_count = count;
}

static sel_table_entry entry_of(const sel_side *side, const amount *left, const amount *here,
                                uint32_t signature)
{
    float per_day = 1.0F / (float)sel_span_longest(&side->span);
    return (sel_table_entry){
        .start = side->span.start_low,
        .end = side->span.end_high,
        .sets = (uint32_t)side->kinds | (uint32_t)side->for_whom << 16,
        .signature = signature,
        .left = (float)left->high / SEL_EFFORT_WHOLE,
        .left_share = share_of(side, left),
        .here = (float)here->high / SEL_EFFORT_WHOLE,
        .here_share = share_of(side, here),
        .per_day = per_day,
        .own_per_day = sel_span_is_exact(&side->span) ? per_day : 2,
        .side = side,
    };
}

/* One entry per place of a side, from the commonest place to the rarest. */
static void enter_side(sel_overlap_table *table, const sel_side *side, const uint32_t *numbers,
                       uint32_t *next)
{
    amount left = {0};
    amount bins[BINS] = {{0}};
    uint32_t signature = 0;
    for (uint32_t i = side->place_count; i-- > 0;) {
        uint32_t bin = bin_of(side->places[i].key);
        add(&left, &side->places[i]);
        add(&bins[bin], &side->places[i]);
        signature |= 1U << bin;
        uint32_t place = numbers[side->places[i].key];
        table->entries[next[place]++] = entry_of(side, &left, &bins[bin], signature);
    }
}

static void enter_all(sel_overlap_table *table, sel_arena *scratch)
{
    const uint32_t *numbers = order_by_rank(&table->places, scratch);
    uint32_t *next = sel_arena_array(scratch, table->places.count, sizeof *next);
    memcpy(next, table->places.first, table->places.count * sizeof *next);
    for (uint32_t i = 0; i < table->side_count; i++)
        enter_side(table, table->sides[i], numbers, next);
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
        .reds = {.model = study->model, .needs = needs, .supplies = supplies},
        .links = sel_linked_pairs_collect(study, records, arena)};
    bool *wanted = sel_arena_array(scratch, all, sizeof *wanted);
    for (uint32_t p = 0; p < all; p++)
        wanted[p] = records->counted[p] && sel_programme_is_comparable(&study->programmes[p]);
    table.places = sel_places_number(study, wanted, SEL_PLACES_ALL, arena);
    make_sides(&table, wanted, arena, scratch);
    table.entries =
        sel_arena_array(arena, table.places.first[table.places.count], sizeof *table.entries);
    enter_all(&table, scratch);
    mark_linked(&table, scratch);
    table.reds.table = sel_reds_table(&table.reds, &table.places, arena);
    sel_arena_destroy(scratch);
    return table;
}
