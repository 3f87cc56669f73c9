#include "analysis/overlap/plan.h"

#include "analysis/order.h"
#include "analysis/overlap/sift.h"

static uint64_t count_meetings(const sel_overlap_table *table, uint32_t place)
{
    uint32_t end = table->places.first[place + 1];
    uint64_t meetings = 0;
    for (uint32_t row = table->places.first[place]; row < end; row++)
        meetings += sel_sift_first_from(&table->rows, row + 1, end, table->rows.end[row]) - row - 1;
    return meetings;
}

/* Steps of likeness between the sets of two rows; a little more than nothing keeps steps that are
 * whole numbers whole. */
static uint32_t steps_between(const sel_overlap_table *table, uint32_t a, uint32_t b)
{
    const sel_table_rows *rows = &table->rows;
    float alike = sel_likeness_row(&table->kinds, rows->kinds[a])[rows->kinds[b]] *
                  sel_likeness_row(&table->for_whom, rows->for_whom[a])[rows->for_whom[b]];
    uint32_t steps = (uint32_t)(alike * SEL_PLAN_STEPS + 0.001F);
    return steps < SEL_PLAN_STEPS ? steps : SEL_PLAN_STEPS;
}

bool sel_plan_compares(const sel_overlap_table *table, const sel_place_plan *plan, uint32_t a,
                       uint32_t b)
{
    return steps_between(table, a, b) >= plan->level;
}

static void permute(void *column, size_t size, const uint64_t *order, uint32_t count, void *room)
{
    for (uint32_t i = 0; i < count; i++)
        memcpy((char *)room + i * size, (const char *)column + (uint32_t)order[i] * size, size);
    memcpy(column, room, count * size);
}

/* Put the rows of a place into blocks of equal sets; rows keep their order in each. */
static void make_blocks(sel_overlap_table *table, uint32_t place, sel_place_plan *plan,
                        sel_arena *arena, sel_arena *scratch)
{
    const sel_table_rows *rows = &table->rows;
    uint32_t first = table->places.first[place];
    uint32_t count = table->places.first[place + 1] - first;
    uint64_t *order = sel_arena_array(scratch, count, sizeof *order);
    for (uint32_t i = 0; i < count; i++)
        order[i] =
            (uint64_t)rows->kinds[first + i] << 48 | (uint64_t)rows->for_whom[first + i] << 32 | i;
    qsort(order, count, sizeof *order, sel_order_keys);
    void *room = sel_arena_array(scratch, count, sizeof(float));
    float *const floats[] = {rows->start,   rows->end,  rows->left,       rows->left_share,
                             rows->per_day, rows->here, rows->here_share, rows->own_per_day};
    for (size_t i = 0; i < sizeof floats / sizeof floats[0]; i++)
        permute(floats[i] + first, sizeof(float), order, count, room);
    permute(rows->kinds + first, sizeof(uint16_t), order, count, room);
    permute(rows->for_whom + first, sizeof(uint16_t), order, count, room);
    permute(rows->signature + first, sizeof(uint32_t), order, count, room);
    permute(rows->side + first, sizeof(uint32_t), order, count, room);
    uint32_t *blocks = sel_arena_array(arena, (size_t)count + 1, sizeof *blocks);
    for (uint32_t i = 0; i < count; i++)
        if (i == 0 || order[i] >> 32 != order[i - 1] >> 32)
            blocks[plan->block_count++] = first + i;
    blocks[plan->block_count] = first + count;
    plan->blocks = blocks;
}

/* The least level whose pairs, meeting or not, are within a budget; the threshold's at least. */
static void choose_level(const sel_overlap_table *table, uint64_t budget, sel_place_plan *plan)
{
    uint64_t pairs[SEL_PLAN_STEPS + 1] = {0};
    for (uint32_t i = 0; i < plan->block_count; i++) {
        uint64_t rows = plan->blocks[i + 1] - plan->blocks[i];
        pairs[SEL_PLAN_STEPS] += rows * (rows - 1) / 2;
        for (uint32_t j = i + 1; j < plan->block_count; j++)
            pairs[steps_between(table, plan->blocks[i], plan->blocks[j])] +=
                rows * (plan->blocks[j + 1] - plan->blocks[j]);
    }
    uint32_t threshold = table->reds.model->overlap_threshold_bp;
    uint32_t least = threshold * SEL_PLAN_STEPS / 10000;
    uint64_t sum = 0;
    plan->level = SEL_PLAN_STEPS + 1;
    while (plan->level > least && sum + pairs[plan->level - 1] <= budget)
        sum += pairs[--plan->level];
}

/* Most that a place which has more than its share of the budget may compare. */
static void plan_in_part(sel_overlap_table *table, uint32_t place, uint64_t budget,
                         sel_place_plan *plan, sel_sweep_plan *all, sel_arena *arena)
{
    sel_arena *scratch = sel_arena_create();
    make_blocks(table, place, plan, arena, scratch);
    choose_level(table, budget, plan);
    sel_arena_destroy(scratch);
    uint32_t least = table->reds.model->overlap_threshold_bp * SEL_PLAN_STEPS / 10000;
    if (plan->level <= least)
        return; /* what is left out is below the threshold */
    uint32_t level = plan->level < SEL_PLAN_STEPS ? plan->level : SEL_PLAN_STEPS;
    uint32_t bound = (uint32_t)(((uint64_t)level * SEL_PPM + SEL_PLAN_STEPS - 1) / SEL_PLAN_STEPS);
    if (bound > all->bound_ppm)
        all->bound_ppm = bound;
    plan->in_part = true;
    all->in_part += plan->meetings;
    all->places_in_part += 1;
}

typedef struct sized {
    uint64_t meetings;
    uint32_t place;
} sized;

static int by_size(const void *a, const void *b)
{
    const sized *x = a;
    const sized *y = b;
    if (x->meetings != y->meetings)
        return x->meetings < y->meetings ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

/* Places from the fewest meetings on take what they need; when that is more than an equal part of
 * what is left, they and all after them get that part. */
static void share_out(sel_overlap_table *table, uint64_t budget, sel_place_plan *places,
                      sel_sweep_plan *all, sel_arena *arena)
{
    uint32_t count = table->places.count;
    sel_arena *scratch = sel_arena_create();
    sized *order = sel_arena_array(scratch, count, sizeof *order);
    for (uint32_t place = 0; place < count; place++)
        order[place] = (sized){places[place].meetings, place};
    qsort(order, count, sizeof *order, by_size);
    for (uint32_t i = 0; i < count; i++) {
        uint64_t share = budget / (count - i);
        if (order[i].meetings > share)
            plan_in_part(table, order[i].place, share, &places[order[i].place], all, arena);
        budget -= order[i].meetings < share ? order[i].meetings : share;
    }
    sel_arena_destroy(scratch);
}

sel_sweep_plan sel_plan_make(sel_overlap_table *table, uint64_t budget, sel_arena *arena)
{
    uint32_t count = table->places.count;
    sel_sweep_plan plan = {0};
    sel_place_plan *places = sel_arena_array(arena, count, sizeof *places);
#pragma omp parallel for schedule(dynamic, 16)
    for (uint32_t place = 0; place < count; place++)
        places[place].meetings = count_meetings(table, place);
    for (uint32_t place = 0; place < count; place++)
        plan.meetings += places[place].meetings;
    if (budget > 0 && plan.meetings > budget)
        share_out(table, budget, places, &plan, arena);
    plan.places = places;
    return plan;
}
