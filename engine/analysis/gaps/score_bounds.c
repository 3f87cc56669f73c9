#include "analysis/gaps/score_bounds.h"

#include "analysis/aggregation/ranks.h"
#include "analysis/explanation/scale.h"
#include "analysis/normalisation/rows.h"
#include "analysis/order.h"

#include <math.h>
#include <omp.h>
#include <stdlib.h>
#include <string.h>

/* So few tables are aggregated one after the other, each by all threads. */
enum { FEW = 16 };

const char *sel_bounds_proof_name(sel_bounds_proof proof)
{
    static const char *const names[] = {[SEL_BOUNDS_PROVEN] = "proven",
                                        [SEL_BOUNDS_OF_SCORE] = "scores-proven",
                                        [SEL_BOUNDS_ATTAINED] = "attained"};
    return names[proof];
}

/* Whether what alternative i has is known of every criterion with weight. */
static bool settled(const sel_uncertain_matrix *matrix, const double *weights, uint32_t i)
{
    for (uint32_t j = 0; j < matrix->criteria; j++) {
        size_t at = (size_t)j * matrix->rows + i;
        if (weights[j] > 0 && matrix->low[at] < matrix->high[at])
            return false;
    }
    return true;
}

static uint32_t count_open(const sel_uncertain_matrix *matrix, const double *weights)
{
    uint32_t open = 0;
    for (uint32_t i = 0; i < matrix->rows; i++)
        open += settled(matrix, weights, i) ? 0 : 1;
    return open;
}

/* Whether known values of criterion j are its least and its most, whatever the others are. */
static bool ends_known(const sel_uncertain_matrix *matrix, uint32_t j)
{
    const double *low = matrix->low + (size_t)j * matrix->rows;
    const double *high = matrix->high + (size_t)j * matrix->rows;
    double least = INFINITY;
    double most = -INFINITY;
    double known_least = INFINITY;
    double known_most = -INFINITY;
    for (uint32_t i = 0; i < matrix->rows; i++) {
        least = fmin(least, low[i]);
        most = fmax(most, high[i]);
        known_least = low[i] < high[i] ? known_least : fmin(known_least, low[i]);
        known_most = low[i] < high[i] ? known_most : fmax(known_most, high[i]);
    }
    return known_least <= least && known_most >= most;
}

/* Min-max is the one scale made of the values that may stand still all the same. */
static bool scale_may_move(const sel_scoring *scoring, const sel_uncertain_matrix *matrix)
{
    if (sel_scale_used(scoring) != &sel_normalise_min_max)
        return false;
    for (uint32_t j = 0; j < matrix->criteria; j++)
        if (scoring->options->weights[j] > 0 && !ends_known(matrix, j))
            return true;
    return false;
}

sel_bounds_proof sel_score_bounds_proof(const sel_aggregation *method,
                                        const sel_uncertain_matrix *matrix,
                                        const sel_aggregation_options *options)
{
    const sel_scoring scoring = {.method = method, .options = options};
    if (count_open(matrix, options->weights) == 0)
        return SEL_BOUNDS_PROVEN;
    if (!sel_scale_monotone(&scoring) || scale_may_move(&scoring, matrix))
        return SEL_BOUNDS_ATTAINED;
    return sel_scale_stays(&scoring) ? SEL_BOUNDS_PROVEN : SEL_BOUNDS_OF_SCORE;
}

/* The matrix with each value at one of its bounds. */
typedef struct cornered {
    const sel_aggregation *method;
    const sel_uncertain_matrix *bounds;
    sel_aggregation_options options;
    double *values;
} cornered;

static void corner(const cornered *of, uint32_t row, bool best)
{
    const sel_uncertain_matrix *bounds = of->bounds;
    for (uint32_t j = 0; j < bounds->criteria; j++) {
        size_t at = (size_t)j * bounds->rows + row;
        bool cost = bounds->cost != NULL && bounds->cost[j];
        of->values[at] = best != cost ? bounds->high[at] : bounds->low[at];
    }
}

static void corner_all(const cornered *of, bool best)
{
    for (uint32_t i = 0; i < of->bounds->rows; i++)
        corner(of, i, best);
}

static sel_status aggregate(const cornered *of, sel_arena *arena, sel_aggregation_outcome *outcome,
                            sel_error *err)
{
    const sel_decision_matrix matrix = {of->values, of->bounds->rows, of->bounds->criteria,
                                        of->bounds->cost};
    return sel_aggregate(of->method, &matrix, &of->options, arena, outcome, err);
}

/* --- scores that do not touch each other --- */

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

static sel_status bound_apart(const cornered *of, sel_score_bounds *bounds, sel_error *err)
{
    uint32_t rows = of->bounds->rows;
    sel_arena *scratch = sel_arena_create();
    sel_aggregation_outcome worst;
    sel_aggregation_outcome best;
    corner_all(of, false);
    sel_status status = aggregate(of, scratch, &worst, err);
    if (status == SEL_OK) {
        corner_all(of, true);
        status = aggregate(of, scratch, &best, err);
    }
    for (uint32_t i = 0; status == SEL_OK && i < rows; i++)
        bounds[i] = (sel_score_bounds){.low = worst.scores[i], .high = best.scores[i]};
    if (status == SEL_OK)
        rank_bounds(bounds, rows);
    sel_arena_destroy(scratch);
    return status;
}

/* --- scores that do --- */

static void hold(double score, uint32_t rank, sel_score_bounds *bounds)
{
    bounds->low = fmin(bounds->low, score);
    bounds->high = fmax(bounds->high, score);
    bounds->rank_low = rank < bounds->rank_low ? rank : bounds->rank_low;
    bounds->rank_high = rank > bounds->rank_high ? rank : bounds->rank_high;
}

/* One alternative at its best or worst, everyone else at the other end; values are as they were
 * afterwards. */
static sel_status try_case(const cornered *of, uint32_t row, bool best, sel_arena *scratch,
                           sel_score_bounds *bounds, sel_error *err)
{
    sel_aggregation_outcome outcome;
    sel_arena_reset(scratch);
    corner(of, row, best);
    sel_status status = aggregate(of, scratch, &outcome, err);
    corner(of, row, !best);
    if (status == SEL_OK)
        hold(outcome.scores[row], outcome.ranks[row], bounds);
    return status;
}

/* Those of which not everything is known: each thread has a table of its own. */
static sel_status try_open(const cornered *of, bool best, int threads, sel_score_bounds *bounds,
                           sel_error *err)
{
    const sel_uncertain_matrix *matrix = of->bounds;
    size_t cells = (size_t)matrix->rows * matrix->criteria;
    uint32_t failed = matrix->rows;
    sel_error first = {.status = SEL_OK};
#pragma omp parallel num_threads(threads)
    {
        sel_arena *kept = sel_arena_create();
        sel_arena *scratch = sel_arena_create();
        cornered own = *of;
        own.values = sel_arena_array(kept, cells, sizeof *own.values);
        memcpy(own.values, of->values, cells * sizeof *own.values);
        own.options.threads = threads > 1 ? 1 : of->options.threads;
#pragma omp for schedule(dynamic)
        for (uint32_t i = 0; i < matrix->rows; i++) {
            sel_error fault = {.status = SEL_OK};
            sel_status status = settled(matrix, own.options.weights, i)
                                    ? SEL_OK
                                    : try_case(&own, i, best, scratch, &bounds[i], &fault);
#pragma omp critical(sel_bounds_failure)
            if (status != SEL_OK && i < failed) {
                failed = i;
                first = fault;
            }
        }
        sel_arena_destroy(scratch);
        sel_arena_destroy(kept);
    }
    return failed == matrix->rows ? SEL_OK : sel_fail(err, first.status, "%s", first.message);
}

/* The best or the worst case of all. Those of which everything is known share a table. */
static sel_status bound_side(const cornered *of, bool best, int threads, sel_score_bounds *bounds,
                             sel_error *err)
{
    sel_arena *scratch = sel_arena_create();
    sel_aggregation_outcome shared;
    corner_all(of, !best);
    sel_status status = aggregate(of, scratch, &shared, err);
    for (uint32_t i = 0; i < of->bounds->rows && status == SEL_OK; i++)
        if (settled(of->bounds, of->options.weights, i))
            hold(shared.scores[i], shared.ranks[i], &bounds[i]);
    sel_arena_destroy(scratch);
    return status == SEL_OK ? try_open(of, best, threads, bounds, err) : status;
}

static sel_status bound_together(const cornered *of, sel_score_bounds *bounds, sel_error *err)
{
    uint32_t rows = of->bounds->rows;
    uint32_t open = count_open(of->bounds, of->options.weights);
    if ((uint64_t)open * rows > SEL_BOUNDS_WORK_MOST)
        return sel_fail(err, SEL_UNSUPPORTED,
                        "%u of %u alternatives have values that are not known; for a method that "
                        "compares alternatives their product may be %d",
                        open, rows, SEL_BOUNDS_WORK_MOST);
    for (uint32_t i = 0; i < rows; i++)
        bounds[i] = (sel_score_bounds){INFINITY, -INFINITY, UINT32_MAX, 0};
    int wanted = of->options.threads > 0 ? of->options.threads : omp_get_max_threads();
    int threads = open < FEW ? 1 : wanted;
    sel_status status = bound_side(of, false, threads, bounds, err);
    return status == SEL_OK ? bound_side(of, true, threads, bounds, err) : status;
}

sel_status sel_score_bounds_of(const sel_aggregation *method, const sel_uncertain_matrix *matrix,
                               const sel_aggregation_options *options,
                               const sel_aggregation_outcome *between, sel_score_bounds *bounds,
                               sel_error *err)
{
    size_t cells = (size_t)matrix->rows * matrix->criteria;
    sel_arena *scratch = sel_arena_create();
    cornered of = {.method = method,
                   .bounds = matrix,
                   .options = *options,
                   .values = sel_arena_array(scratch, cells, sizeof *of.values)};
    if (cells < SEL_WORTH_THREADS)
        of.options.threads = 1;
    sel_status status = sel_score_bounds_proof(method, matrix, options) == SEL_BOUNDS_PROVEN &&
                                method->additive != NULL
                            ? bound_apart(&of, bounds, err)
                            : bound_together(&of, bounds, err);
    for (uint32_t i = 0; status == SEL_OK && between != NULL && i < matrix->rows; i++)
        hold(between->scores[i], between->ranks[i], &bounds[i]);
    sel_arena_destroy(scratch);
    return status;
}
