#include "analysis/statistics/bootstrap.h"

#include "analysis/robustness/counter_random.h"
#include "base/arena.h"

#include <math.h>
#include <omp.h>
#include <stdlib.h>

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

void sel_bootstrap_items(const sel_bootstrap_plan *plan, uint32_t draw, uint32_t *items)
{
    uint64_t stream = sel_random_stream(plan->seed, SEL_RANDOM_SAMPLES, draw);
    for (uint32_t i = 0; i < plan->items; i++)
        items[i] = sel_random_below(stream, i, plan->items);
}

/* The statistic of every draw, and where it is defined. */
static void draw_all(const sel_bootstrap_plan *plan, sel_statistic *statistic, const void *data,
                     double *values, bool *defined)
{
    int threads = plan->threads > 0 ? plan->threads : omp_get_max_threads();
#pragma omp parallel num_threads(threads)
    {
        sel_arena *scratch = sel_arena_create();
        uint32_t *items = sel_arena_array(scratch, plan->items, sizeof *items);
#pragma omp for schedule(static)
        for (uint32_t draw = 0; draw < plan->draws; draw++) {
            sel_bootstrap_items(plan, draw, items);
            defined[draw] = statistic(data, items, plan->items, &values[draw]);
        }
        sel_arena_destroy(scratch);
    }
}

/* Of count values; 0 exactly when all are the same. */
static double standard_deviation(const double *sorted, uint32_t count)
{
    double mean = 0; /* above the first */
    for (uint32_t i = 0; i < count; i++)
        mean += (sorted[i] - sorted[0]) / count;
    double squares = 0;
    for (uint32_t i = 0; i < count; i++) {
        double away = sorted[i] - sorted[0] - mean;
        squares += away * away;
    }
    return sqrt(squares / (count - 1));
}

bool sel_bootstrap_of_values(const sel_bootstrap_plan *plan, double *values, uint32_t count,
                             sel_bootstrap *bootstrap)
{
    if (count < SEL_BOOTSTRAP_LEAST || count < plan->draws - count)
        return false;
    qsort(values, count, sizeof *values, by_value);
    uint32_t end = (count + 1) / 40;
    *bootstrap = (sel_bootstrap){.low = values[end - 1],
                                 .high = values[count - end],
                                 .error = standard_deviation(values, count),
                                 .draws = count};
    return true;
}

bool sel_bootstrap_of(const sel_bootstrap_plan *plan, sel_statistic *statistic, const void *data,
                      sel_bootstrap *bootstrap)
{
    if (plan->items == 0 || plan->draws < SEL_BOOTSTRAP_LEAST || plan->draws > SEL_BOOTSTRAP_MOST)
        return false;
    sel_arena *scratch = sel_arena_create();
    double *values = sel_arena_array(scratch, plan->draws, sizeof *values);
    bool *defined = sel_arena_array(scratch, plan->draws, sizeof *defined);
    draw_all(plan, statistic, data, values, defined);
    uint32_t count = 0;
    for (uint32_t draw = 0; draw < plan->draws; draw++)
        if (defined[draw])
            values[count++] = values[draw];
    bool enough = sel_bootstrap_of_values(plan, values, count, bootstrap);
    sel_arena_destroy(scratch);
    return enough;
}
