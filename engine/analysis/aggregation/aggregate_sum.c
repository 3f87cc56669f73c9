/* Score = Σ w_j n_j(x_j): what one criterion lacks another makes up for, in proportion to the
 * weights. */
#include "analysis/aggregation/problem.h"
#include "analysis/aggregation/rows.h"
#include "analysis/normalisation/rows.h"
#include "analysis/ranking/methods.h"

static void add_block(const sel_aggregation_problem *problem, const sel_scaled_column *scaled,
                      uint32_t first, double *scores)
{
    uint32_t end = sel_aggregation_block_end(problem, first);
    for (uint32_t j = 0; j < problem->criteria; j++) {
        const sel_scaled_column column = scaled[j];
        double weight = problem->weights[j];
#pragma omp simd
        for (uint32_t i = first; i < end; i++)
            scores[i] += weight * sel_scaled(&column, i);
    }
}

static sel_status terms(const sel_aggregation_problem *problem, uint32_t criterion,
                        sel_scaled_column scaled, double *out, sel_error *err)
{
    (void)criterion;
    (void)err;
#pragma omp simd
    for (uint32_t i = 0; i < problem->rows; i++)
        out[i] = sel_scaled(&scaled, i);
    return SEL_OK;
}

static sel_status compute(const sel_aggregation_problem *problem, sel_arena *arena,
                          sel_aggregation_outcome *outcome, sel_error *err)
{
    sel_scaled_column scaled[SEL_CRITERIA_MAX];
    sel_status status = sel_aggregation_scale(problem, arena, scaled, err);
    if (status != SEL_OK)
        return status;
    double *scores = sel_arena_array(arena, problem->rows, sizeof *scores);
#pragma omp parallel for schedule(static) num_threads(problem->threads)
    for (uint32_t first = 0; first < problem->rows; first += SEL_AGGREGATION_BLOCK)
        add_block(problem, scaled, first, scores);
    outcome->scores = scores;
    return SEL_OK;
}

const sel_aggregation sel_aggregation_weighted_sum = {
    .name = "weighted-sum",
    .variant = "sum of weight x normalised value",
    .source = "Fishburn 1967",
    .normalisation = &sel_normalise_min_max,
    .additive = &sel_weighted_sum,
    .terms = terms,
    .compute = compute,
};
