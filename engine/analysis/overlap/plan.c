#include "analysis/overlap/plan.h"

#include "analysis/overlap/block_counts.h"
#include "analysis/overlap/sift.h"

enum { BLOCKS_MOST = 128 };

static uint64_t count_meetings(const sel_overlap_table *table, uint32_t place)
{
    uint32_t end = table->places.first[place + 1];
    uint64_t meetings = 0;
    for (uint32_t row = table->places.first[place]; row < end; row++)
        meetings += sel_sift_first_from(&table->rows, row + 1, end, table->rows.end[row]) - row - 1;
    return meetings;
}

static float level_of(uint32_t steps)
{
    return (float)steps / SEL_PLAN_STEPS;
}

int32_t sel_plan_days(const sel_overlap_table *table, const sel_place_plan *plan, uint32_t block_a,
                      uint32_t block_b)
{
    const sel_overlap_block *list = plan->blocks.list;
    if (plan->partners > 0 && block_a != block_b)
        return 0;
    return sel_overlap_blocks_days(table, &list[block_a], &list[block_b], level_of(plan->level));
}

/* The least level whose meetings are within a budget, `least` at least. When there is none, each
 * row meets few of its own block. Returns how much of the budget that takes. */
static uint64_t choose_level(const sel_overlap_table *table, uint32_t least, uint64_t budget,
                             sel_place_plan *plan, sel_arena *scratch)
{
    sel_block_counts counts = sel_block_counts_make(table, &plan->blocks, scratch);
    uint32_t low = least;
    uint32_t high = SEL_PLAN_STEPS + 1;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (sel_block_counts_reach(&counts, level_of(middle), budget) <= budget)
            high = middle;
        else
            low = middle + 1;
    }
    plan->level = low;
    if (low <= SEL_PLAN_STEPS)
        return sel_block_counts_reach(&counts, level_of(low), budget);
    uint32_t rows = plan->blocks.list[plan->blocks.count].first - plan->blocks.list[0].first;
    uint64_t partners = budget / rows;
    plan->partners = partners < rows ? (uint32_t)partners : rows;
    plan->level = partners > 0 ? least : SEL_PLAN_STEPS + 1;
    return budget;
}

/* What a place compares that has more meetings than its share of the budget. Returns what it takes
 * of it. */
static uint64_t plan_in_part(sel_overlap_table *table, uint32_t place, uint64_t budget,
                             sel_place_plan *plan, sel_sweep_plan *all, sel_arena *arena)
{
    sel_arena *scratch = sel_arena_create();
    uint32_t least = table->reds.model->overlap_threshold_bp * SEL_PLAN_STEPS / 10000;
    plan->blocks = sel_overlap_blocks_make(table, place, BLOCKS_MOST, arena);
    uint64_t taken = choose_level(table, least, budget, plan, scratch);
    sel_arena_destroy(scratch);
    if (plan->level <= least && plan->partners == 0)
        return taken; /* what is left out is below the threshold */
    uint32_t level =
        plan->level < SEL_PLAN_STEPS && plan->partners == 0 ? plan->level : SEL_PLAN_STEPS;
    uint32_t bound = (uint32_t)(((uint64_t)level * SEL_PPM + SEL_PLAN_STEPS - 1) / SEL_PLAN_STEPS);
    if (bound > all->bound_ppm)
        all->bound_ppm = bound;
    plan->in_part = true;
    all->in_part += plan->meetings;
    all->places_in_part += 1;
    return taken;
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
 * what is left, they and all after them get that part. What a place leaves of it goes to those
 * after it. */
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
        uint32_t place = order[i].place;
        budget -= order[i].meetings <= share
                      ? order[i].meetings
                      : plan_in_part(table, place, share, &places[place], all, arena);
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
