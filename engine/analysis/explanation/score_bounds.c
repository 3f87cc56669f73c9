#include "analysis/explanation/score_bounds.h"

#include "analysis/aggregation/ranks.h"
#include "analysis/explanation/filling.h"
#include "analysis/explanation/scale.h"
#include "analysis/normalisation/rows.h"

#include <stdlib.h>
#include <string.h>

/* Ranges that are given may go beyond the values of the table, and so move a scale made of them. */
static bool ranges_may_move(const sel_incomplete *incomplete)
{
    return incomplete->ranges != NULL &&
           sel_scale_used(&incomplete->scoring) == &sel_normalise_min_max;
}

bool sel_score_bounds_proven(const sel_incomplete *incomplete)
{
    return sel_scale_monotone(&incomplete->scoring) && !ranges_may_move(incomplete);
}

bool sel_rank_bounds_proven(const sel_incomplete *incomplete)
{
    return sel_scale_stays(&incomplete->scoring) && !ranges_may_move(incomplete);
}

static bool lacks_any(const sel_incomplete *incomplete, uint32_t row)
{
    const double *weights = incomplete->scoring.options->weights;
    for (uint32_t j = 0; j < incomplete->scoring.matrix->criteria; j++)
        if (weights[j] > 0 && !sel_known(incomplete, row, j))
            return true;
    return false;
}

static void fill_all(const sel_filling *filling, bool best)
{
    for (uint32_t i = 0; i < filling->incomplete->scoring.matrix->rows; i++)
        sel_filling_fill(filling, i, best);
}

/* First place in ascending units that is not below `unit`. */
static uint32_t lower_bound(const int32_t *units, uint32_t count, int32_t unit)
{
    uint32_t low = 0;
    while (count > 0) {
        uint32_t half = count / 2;
        if (units[low + half] < unit) {
            low += half + 1;
            count -= half + 1;
        } else
            count = half;
    }
    return low;
}

static int by_unit(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a;
    int32_t y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

/* How many of count ascending units are above one. */
static uint32_t above(const int32_t *units, uint32_t count, int32_t unit)
{
    return unit == INT32_MAX ? 0 : count - lower_bound(units, count, unit + 1);
}

/* Scores do not touch each other: at worst everyone else's best score counts, at best everyone
 * else's worst. An alternative is never above its own: low is not above high. */
static void rank_bounds(sel_score_bounds *bounds, uint32_t rows)
{
    sel_arena *scratch = sel_arena_create();
    double *scores = sel_arena_array(scratch, 2 * (size_t)rows, sizeof *scores);
    int32_t *units = sel_arena_array(scratch, 2 * (size_t)rows, sizeof *units);
    for (uint32_t i = 0; i < rows; i++) {
        scores[i] = bounds[i].low;
        scores[rows + i] = bounds[i].high;
    }
    sel_rank_units(scores, 2 * rows, units);
    int32_t *sorted = sel_arena_array(scratch, 2 * (size_t)rows, sizeof *sorted);
    memcpy(sorted, units, 2 * (size_t)rows * sizeof *sorted);
    qsort(sorted, rows, sizeof *sorted, by_unit);
    qsort(sorted + rows, rows, sizeof *sorted, by_unit);
    for (uint32_t i = 0; i < rows; i++) {
        uint32_t own = units[rows + i] > units[i] ? 1 : 0;
        bounds[i].rank_low = 1 + above(sorted, rows, units[rows + i]);
        bounds[i].rank_high = 1 + above(sorted + rows, rows, units[i]) - own;
    }
    sel_arena_destroy(scratch);
}

static sel_status bound_apart(const sel_filling *filling, sel_score_bounds *bounds, sel_error *err)
{
    uint32_t rows = filling->incomplete->scoring.matrix->rows;
    sel_arena *scratch = sel_arena_create();
    sel_aggregation_outcome worst;
    sel_aggregation_outcome best;
    fill_all(filling, false);
    sel_status status = sel_filling_aggregate(filling, scratch, &worst, err);
    if (status == SEL_OK) {
        fill_all(filling, true);
        status = sel_filling_aggregate(filling, scratch, &best, err);
    }
    for (uint32_t i = 0; status == SEL_OK && i < rows; i++)
        bounds[i] = (sel_score_bounds){.low = worst.scores[i], .high = best.scores[i]};
    if (status == SEL_OK)
        rank_bounds(bounds, rows);
    sel_arena_destroy(scratch);
    return status;
}

/* Low or high side of all: everyone else at the other end. Those who lack nothing share a table. */
static sel_status bound_side(const sel_filling *filling, bool high, sel_score_bounds *bounds,
                             sel_error *err)
{
    uint32_t rows = filling->incomplete->scoring.matrix->rows;
    sel_arena *scratch = sel_arena_create();
    sel_aggregation_outcome shared;
    fill_all(filling, !high);
    sel_status status = sel_filling_aggregate(filling, scratch, &shared, err);
    sel_arena *own = sel_arena_create();
    for (uint32_t i = 0; i < rows && status == SEL_OK; i++) {
        sel_aggregation_outcome outcome = shared;
        if (lacks_any(filling->incomplete, i)) {
            sel_arena_reset(own);
            sel_filling_fill(filling, i, high);
            status = sel_filling_aggregate(filling, own, &outcome, err);
            sel_filling_fill(filling, i, !high);
        }
        if (status == SEL_OK) {
            *(high ? &bounds[i].high : &bounds[i].low) = outcome.scores[i];
            *(high ? &bounds[i].rank_low : &bounds[i].rank_high) = outcome.ranks[i];
        }
    }
    sel_arena_destroy(own);
    sel_arena_destroy(scratch);
    return status;
}

static sel_status bound_together(const sel_filling *filling, sel_score_bounds *bounds,
                                 sel_error *err)
{
    uint32_t lacking = 0;
    for (uint32_t i = 0; i < filling->incomplete->scoring.matrix->rows; i++)
        lacking += lacks_any(filling->incomplete, i) ? 1 : 0;
    if (lacking > SEL_BOUNDS_TABLES)
        return sel_fail(err, SEL_UNSUPPORTED,
                        "%u alternatives lack values, more than %d: each needs tables of its own",
                        lacking, SEL_BOUNDS_TABLES);
    sel_status status = bound_side(filling, false, bounds, err);
    return status == SEL_OK ? bound_side(filling, true, bounds, err) : status;
}

sel_status sel_score_bounds_of(const sel_incomplete *incomplete, sel_score_bounds *bounds,
                               sel_error *err)
{
    sel_arena *scratch = sel_arena_create();
    sel_filling filling;
    sel_status status = sel_filling_make(incomplete, scratch, &filling, err);
    if (status == SEL_OK)
        status = sel_rank_bounds_proven(incomplete) ? bound_apart(&filling, bounds, err)
                                                    : bound_together(&filling, bounds, err);
    sel_arena_destroy(scratch);
    return status;
}
