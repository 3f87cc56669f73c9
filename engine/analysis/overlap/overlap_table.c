#include "analysis/overlap/overlap_table.h"

#include "analysis/order.h"

#include <omp.h>

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

/* Wanted programmes, each behind its first day, in that order: every place gets its rows in
 * ascending order, and those that meet lie near each other in memory. */
static uint64_t *order_by_start(const sel_study *study, const bool *wanted, uint32_t *count,
                                sel_arena *scratch)
{
    uint64_t *order = sel_arena_array(scratch, study->programme_count, sizeof *order);
    *count = 0;
    for (uint32_t p = 0; p < study->programme_count; p++) {
        uint64_t day = (uint64_t)((int64_t)study->programmes[p].start_low - INT32_MIN);
        if (wanted[p])
            order[(*count)++] = day << 32 | p;
    }
    qsort(order, *count, sizeof *order, sel_order_keys);
    return order;
}

/* All sides one behind the other in one block. */
static void make_sides(sel_overlap_table *table, const bool *wanted, int threads, sel_arena *arena,
                       sel_arena *scratch)
{
    const sel_study *study = table->study;
    uint32_t count;
    const uint64_t *order = order_by_start(study, wanted, &count, scratch);
    size_t *at = sel_arena_array(scratch, (size_t)count + 1, sizeof *at);
    for (uint32_t i = 0; i < count; i++)
        at[i + 1] = at[i] + sel_side_size(&study->programmes[(uint32_t)order[i]]);
    char *block = sel_arena_array(arena, at[count], 1);
    sel_side **sides = sel_arena_array(arena, count, sizeof *sides);
#pragma omp parallel for num_threads(threads) schedule(static)
    for (uint32_t i = 0; i < count; i++) {
        sides[i] = (sel_side *)(void *)(block + at[i]);
        sel_side_fill(sides[i], study, (uint32_t)order[i], &table->places);
    }
    table->sides = sides;
    table->side_count = count;
}

static void set_row(const sel_overlap_table *table, uint32_t row, uint32_t number,
                    const amount *left, const amount *here)
{
    const sel_side *side = table->sides[number];
    const sel_table_rows *rows = &table->rows;
    float per_day = 1.0F / (float)sel_span_longest(&side->span);
    rows->start[row] = (float)side->span.start_low;
    rows->end[row] = (float)side->span.end_high;
    rows->left[row] = (float)left->high / SEL_EFFORT_WHOLE;
    rows->left_share[row] = share_of(side, left);
    rows->per_day[row] = per_day;
    rows->own_per_day[row] = sel_span_is_exact(&side->span) ? per_day : 2;
    rows->kinds[row] = table->kinds.numbers[side->kinds];
    rows->for_whom[row] = table->for_whom.numbers[side->for_whom];
    rows->here[row] = (float)here->high / SEL_EFFORT_WHOLE;
    rows->here_share[row] = share_of(side, here);
    rows->side[row] = number;
}

/* One row per place of a side, from the commonest place to the rarest. */
static void enter_side(sel_overlap_table *table, uint32_t number, const uint32_t *numbers,
                       uint32_t *next)
{
    const sel_side *side = table->sides[number];
    amount left = {0};
    amount bins[BINS] = {{0}};
    uint32_t signature = 0;
    for (uint32_t i = side->place_count; i-- > 0;) {
        uint32_t bin = bin_of(side->places[i].key);
        uint32_t row = next[numbers[side->places[i].key]]++;
        add(&left, &side->places[i]);
        add(&bins[bin], &side->places[i]);
        signature |= 1U << bin;
        set_row(table, row, number, &left, &bins[bin]);
        table->rows.signature[row] = signature;
    }
}

static sel_table_rows make_rows(size_t count, sel_arena *arena)
{
    return (sel_table_rows){
        .start = sel_arena_array(arena, count, sizeof(float)),
        .end = sel_arena_array(arena, count, sizeof(float)),
        .left = sel_arena_array(arena, count, sizeof(float)),
        .left_share = sel_arena_array(arena, count, sizeof(float)),
        .per_day = sel_arena_array(arena, count, sizeof(float)),
        .own_per_day = sel_arena_array(arena, count, sizeof(float)),
        .kinds = sel_arena_array(arena, count, sizeof(uint16_t)),
        .for_whom = sel_arena_array(arena, count, sizeof(uint16_t)),
        .signature = sel_arena_array(arena, count, sizeof(uint32_t)),
        .here = sel_arena_array(arena, count, sizeof(float)),
        .here_share = sel_arena_array(arena, count, sizeof(float)),
        .side = sel_arena_array(arena, count, sizeof(uint32_t)),
    };
}

/* Rows of some sides at every place. */
static void count_rows(const sel_overlap_table *table, uint32_t from, uint32_t to,
                       const uint32_t *numbers, uint32_t *rows)
{
    for (uint32_t n = from; n < to; n++)
        for (uint32_t i = 0; i < table->sides[n]->place_count; i++)
            rows[numbers[table->sides[n]->places[i].key]]++;
}

/* From the rows of each part at every place to the first row of each part. */
static void place_parts(const sel_places *places, uint32_t *rows, int parts)
{
    for (uint32_t place = 0; place < places->count; place++) {
        uint32_t first = places->first[place];
        for (int part = 0; part < parts; part++) {
            uint32_t *here = &rows[(size_t)part * places->count + place];
            uint32_t count = *here;
            *here = first;
            first += count;
        }
    }
}

/* Each thread enters a part of the sides, at rows of its own. */
static void enter_all(sel_overlap_table *table, int threads, sel_arena *arena, sel_arena *scratch)
{
    const uint32_t *numbers = order_by_rank(&table->places, scratch);
    uint32_t *next = sel_arena_array(scratch, (size_t)threads * table->places.count, sizeof *next);
    table->rows = make_rows(table->places.first[table->places.count], arena);
#pragma omp parallel num_threads(threads)
    {
        uint64_t part = (uint64_t)omp_get_thread_num();
        uint64_t parts = (uint64_t)omp_get_num_threads();
        uint32_t from = (uint32_t)(table->side_count * part / parts);
        uint32_t to = (uint32_t)(table->side_count * (part + 1) / parts);
        uint32_t *mine = next + part * table->places.count;
        count_rows(table, from, to, numbers, mine);
#pragma omp barrier
#pragma omp single
        place_parts(&table->places, next, (int)parts);
        for (uint32_t i = from; i < to; i++)
            enter_side(table, i, numbers, mine);
    }
}

static void compare_sets(sel_overlap_table *table, sel_arena *arena, sel_arena *scratch)
{
    bool *kinds = sel_arena_array(scratch, SEL_LIKENESS_SETS, sizeof *kinds);
    bool *for_whom = sel_arena_array(scratch, SEL_LIKENESS_SETS, sizeof *for_whom);
    for (uint32_t i = 0; i < table->side_count; i++) {
        kinds[table->sides[i]->kinds] = true;
        for_whom[table->sides[i]->for_whom] = true;
    }
    sel_fraction floor = sel_likeness_floor(table->study->model);
    table->kinds = sel_likeness_table_make(kinds, floor, arena);
    table->for_whom = sel_likeness_table_make(for_whom, floor, arena);
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
                                         int threads, sel_arena *arena)
{
    uint32_t all = study->programme_count;
    threads = threads > 0 ? threads : omp_get_max_threads();
    sel_arena *scratch = sel_arena_create();
    sel_overlap_table table = {
        .study = study,
        .reds = {.model = study->model, .needs = needs, .supplies = supplies},
        .links = sel_linked_pairs_collect(study, records, arena)};
    bool *wanted = sel_arena_array(scratch, all, sizeof *wanted);
    for (uint32_t p = 0; p < all; p++)
        wanted[p] = records->counted[p] && sel_programme_is_comparable(&study->programmes[p]);
    table.places = sel_places_number(study, wanted, SEL_PLACES_ALL, arena);
    make_sides(&table, wanted, threads, arena, scratch);
    compare_sets(&table, arena, scratch);
    enter_all(&table, threads, arena, scratch);
    mark_linked(&table, scratch);
    table.reds.table = sel_reds_table(&table.reds, &table.places, arena);
    sel_arena_destroy(scratch);
    return table;
}
