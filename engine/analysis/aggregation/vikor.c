/* Opricovic & Tzeng 2004: d_j = (best − x) / (best − worst) of each criterion; S = Σ w_j d_j,
 * R = max w_j d_j, Q = v (S − S*) / (S⁻ − S*) + (1 − v) (R − R*) / (R⁻ − R*), where * is the least
 * and ⁻ the most of all alternatives. */
#include "analysis/aggregation/problem.h"
#include "analysis/aggregation/ranks.h"
#include "analysis/aggregation/rows.h"
#include "analysis/normalisation/column.h"
#include "analysis/normalisation/rows.h"

#include <math.h>

enum { V };

/* What a unit of ranks.h is worth of a Q of 1. */
static const double SLACK = 1e-9;

/* Min-max values are 1 − d, or 0 for all of a constant criterion: then d is 0 too. */
static void regret_block(const sel_aggregation_problem *problem, const sel_scaled_column *scaled,
                         uint32_t first, double *sums, double *most)
{
    uint32_t end = sel_aggregation_block_end(problem, first);
    for (uint32_t j = 0; j < problem->criteria; j++) {
        const sel_scaled_column column = scaled[j];
        if (column.least == column.most)
            continue;
        double weight = problem->weights[j];
#pragma omp simd
        for (uint32_t i = first; i < end; i++) {
            double regret = weight * (1 - sel_scaled(&column, i));
            sums[i] += regret;
            most[i] = regret > most[i] ? regret : most[i];
        }
    }
}

/* (value − least) / (most − least), 0 when they are all the same. */
static double share(double value, sel_column_range range)
{
    return range.constant ? 0 : (value - range.least) / (range.most - range.least);
}

/* Which alternatives have the least value, ties by the rule of ranks.h. */
static void mark_least(const double *values, uint32_t rows, sel_arena *scratch, bool *least)
{
    double *negated = sel_arena_array(scratch, rows, sizeof *negated);
    int32_t *units = sel_arena_array(scratch, rows, sizeof *units);
    for (uint32_t i = 0; i < rows; i++)
        negated[i] = -values[i];
    sel_rank_units(negated, rows, units);
    int32_t best = INT32_MIN;
    for (uint32_t i = 0; i < rows; i++)
        best = units[i] > best ? units[i] : best;
    for (uint32_t i = 0; i < rows; i++)
        least[i] = units[i] == best;
}

/* Condition 2: one of the best by Q is also best by S or by R. */
static bool best_is_stable(const bool *first, const double *sums, const double *most, uint32_t rows,
                           sel_arena *scratch)
{
    const double *lists[] = {sums, most};
    bool *least = sel_arena_array(scratch, rows, sizeof *least);
    for (int k = 0; k < 2; k++) {
        mark_least(lists[k], rows, scratch, least);
        for (uint32_t i = 0; i < rows; i++)
            if (first[i] && least[i])
                return true;
    }
    return false;
}

/* Q runs from 0 to 1, so equal within 1e-9 is what ranks.h calls a tie. Those that share the second
 * place come together. */
static void compromise_set(const double *q, const double *sums, const double *most, uint32_t rows,
                           bool *set)
{
    sel_arena *scratch = sel_arena_create();
    mark_least(q, rows, scratch, set);
    double best = INFINITY;
    double second = INFINITY;
    uint32_t firsts = 0;
    for (uint32_t i = 0; i < rows; i++) {
        best = q[i] < best ? q[i] : best;
        second = !set[i] && q[i] < second ? q[i] : second;
        firsts += set[i];
    }
    double advantage = rows > 1 ? 1.0 / (rows - 1) : 0;
    bool clear = rows == 1 || (firsts == 1 && second - best >= advantage - SLACK);
    bool stable = best_is_stable(set, sums, most, rows, scratch);
    for (uint32_t i = 0; rows > 1 && i < rows; i++)
        if (clear)
            set[i] = set[i] || (!stable && q[i] <= second + SLACK);
        else
            set[i] = set[i] || q[i] - best < advantage - SLACK;
    sel_arena_destroy(scratch);
}

static sel_status compute(const sel_aggregation_problem *problem, sel_arena *arena,
                          sel_aggregation_outcome *outcome, sel_error *err)
{
    sel_scaled_column scaled[SEL_CRITERIA_MAX];
    sel_status status = sel_aggregation_scale(problem, arena, scaled, err);
    if (status != SEL_OK)
        return status;
    uint32_t rows = problem->rows;
    double *sums = sel_aggregation_column_add(problem, "S", arena, outcome);
    double *most = sel_aggregation_column_add(problem, "R", arena, outcome);
    double *q = sel_aggregation_column_add(problem, "Q", arena, outcome);
    double *scores = sel_arena_array(arena, rows, sizeof *scores);
#pragma omp parallel for schedule(static) num_threads(problem->threads)
    for (uint32_t first = 0; first < rows; first += SEL_AGGREGATION_BLOCK)
        regret_block(problem, scaled, first, sums, most);
    sel_column_range sum_range = sel_column_range_of(sums, rows);
    sel_column_range most_range = sel_column_range_of(most, rows);
    double v = problem->parameters[V][0];
    for (uint32_t i = 0; i < rows; i++) {
        q[i] = v * share(sums[i], sum_range) + (1 - v) * share(most[i], most_range);
        scores[i] = 1 - q[i];
    }
    bool *set = sel_arena_array(arena, rows, sizeof *set);
    compromise_set(q, sums, most, rows, set);
    outcome->scores = scores;
    outcome->set = set;
    return SEL_OK;
}

const sel_aggregation sel_aggregation_vikor = {
    .name = "vikor",
    .variant =
        "score 1 - Q; a constant criterion counts 0. Compromise set: the best by Q alone "
        "when it leads by 1 / (n - 1) and is best by S or R; with the second when it is not; "
        "all closer than 1 / (n - 1) when it does not lead so",
    .source = "Opricovic and Tzeng 2004",
    .normalisation = &sel_normalise_min_max,
    .normalisation_fixed = true,
    .parameters = {{.name = "v", .standard = .5, .least = 0, .most = 1}},
    .parameter_count = 1,
    .set_name = "compromise set",
    .compute = compute,
};
