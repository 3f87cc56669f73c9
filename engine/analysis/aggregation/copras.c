/* Zavadskas, Kaklauskas & Sarka 1994: with d = w·x / Σx, S⁺ sums the benefits and S⁻ the costs of
 * an alternative; Q = S⁺ + Σ S⁻ / (S⁻ · Σ 1/S⁻); utility = Q / most Q. */
#include "analysis/aggregation/problem.h"
#include "analysis/aggregation/rows.h"
#include "analysis/normalisation/column.h"
#include "analysis/normalisation/rows.h"

/* The scaled value of a cost is below 0. */
static void add_block(const sel_aggregation_problem *problem, const sel_scaled_column *scaled,
                      uint32_t first, double *benefits, double *costs)
{
    uint32_t end = sel_aggregation_block_end(problem, first);
    for (uint32_t j = 0; j < problem->criteria; j++) {
        const sel_scaled_column column = scaled[j];
        bool cost = problem->columns[j].cost;
        double *sums = cost ? costs : benefits;
        double weight = cost ? -problem->weights[j] : problem->weights[j];
#pragma omp simd
        for (uint32_t i = first; i < end; i++)
            sums[i] += weight * sel_scaled(&column, i);
    }
}

/* Q into scores; all costs 0, or no cost criterion: S⁺ alone. */
static sel_status relate(const double *benefits, const double *costs, uint32_t rows, double *scores,
                         sel_error *err)
{
    double whole = sel_column_sum(costs, rows);
    for (uint32_t i = 0; i < rows; i++) {
        if (whole > 0 && !(costs[i] > 0))
            return sel_fail(err, SEL_BAD_INPUT,
                            "alternative %u has no cost and others have: COPRAS divides by costs",
                            i + 1);
        scores[i] = whole > 0 ? 1 / costs[i] : 0;
    }
    double inverses = sel_column_sum(scores, rows);
    for (uint32_t i = 0; i < rows; i++)
        scores[i] = whole > 0 ? benefits[i] + whole / inverses * scores[i] : benefits[i];
    return SEL_OK;
}

static sel_status compute(const sel_aggregation_problem *problem, sel_arena *arena,
                          sel_aggregation_outcome *outcome, sel_error *err)
{
    sel_scaled_column scaled[SEL_CRITERIA_MAX];
    sel_status status = sel_aggregation_scale(problem, arena, scaled, err);
    if (status != SEL_OK)
        return status;
    double *benefits = sel_aggregation_column_add(problem, "S_plus", arena, outcome);
    double *costs = sel_aggregation_column_add(problem, "S_minus", arena, outcome);
    double *q = sel_aggregation_column_add(problem, "Q", arena, outcome);
#pragma omp parallel for schedule(static) num_threads(problem->threads)
    for (uint32_t first = 0; first < problem->rows; first += SEL_AGGREGATION_BLOCK)
        add_block(problem, scaled, first, benefits, costs);
    status = relate(benefits, costs, problem->rows, q, err);
    if (status != SEL_OK)
        return status;
    double *scores = sel_arena_array(arena, problem->rows, sizeof *scores);
    double most = sel_column_range_of(q, problem->rows).most;
    for (uint32_t i = 0; i < problem->rows; i++)
        scores[i] = most > 0 ? q[i] / most : 0;
    outcome->scores = scores;
    return SEL_OK;
}

const sel_aggregation sel_aggregation_copras = {
    .name = "copras",
    .variant =
        "utility Q / largest Q, Q = S+ + sum of S- / (S- x sum of 1/S-); values not below 0; "
        "without costs Q = S+; 0 for all when all values are 0; an alternative without any "
        "cost among others that have some is refused",
    .source = "Zavadskas, Kaklauskas and Sarka 1994",
    .normalisation = &sel_normalise_sum,
    .normalisation_fixed = true,
    .compute = compute,
};
