/* Hwang & Yoon 1981: v = w·n(x); the ideal has the best v of each criterion, the anti-ideal the
 * worst; D⁺ and D⁻ are Euclidean distances to them; closeness C = D⁻ / (D⁺ + D⁻). */
#include "analysis/aggregation/problem.h"
#include "analysis/aggregation/rows.h"
#include "analysis/normalisation/column.h"
#include "analysis/normalisation/rows.h"

#include <math.h>

typedef struct target {
    double best;
    double worst;
} target;

static target target_of(const sel_scaled_column *column, sel_column_range range)
{
    double a = sel_scaled_value(column, range.least);
    double b = sel_scaled_value(column, range.most);
    if (range.constant)
        b = a;
    return (target){fmax(a, b), fmin(a, b)};
}

static void close_block(const sel_aggregation_problem *problem, const sel_scaled_column *scaled,
                        const target *targets, uint32_t first, double *to_best, double *to_worst)
{
    uint32_t end = sel_aggregation_block_end(problem, first);
    for (uint32_t j = 0; j < problem->criteria; j++) {
        const sel_scaled_column column = scaled[j];
        const target of = targets[j];
        if (of.best == of.worst)
            continue;
        double weight = problem->weights[j];
#pragma omp simd
        for (uint32_t i = first; i < end; i++) {
            double value = sel_scaled(&column, i);
            double lacks = weight * (of.best - value);
            double has = weight * (value - of.worst);
            to_best[i] += lacks * lacks;
            to_worst[i] += has * has;
        }
    }
    for (uint32_t i = first; i < end; i++) {
        to_best[i] = sqrt(to_best[i]);
        to_worst[i] = sqrt(to_worst[i]);
    }
}

static sel_status compute(const sel_aggregation_problem *problem, sel_arena *arena,
                          sel_aggregation_outcome *outcome, sel_error *err)
{
    sel_scaled_column scaled[SEL_CRITERIA_MAX];
    target targets[SEL_CRITERIA_MAX];
    sel_status status = sel_aggregation_scale(problem, arena, scaled, err);
    if (status != SEL_OK)
        return status;
#pragma omp parallel for schedule(dynamic) num_threads(problem->threads)
    for (uint32_t j = 0; j < problem->criteria; j++)
        targets[j] = target_of(&scaled[j], sel_aggregation_range(problem, j, &scaled[j]));
    double *to_best = sel_aggregation_column_add(problem, "d_plus", arena, outcome);
    double *to_worst = sel_aggregation_column_add(problem, "d_minus", arena, outcome);
    double *scores = sel_arena_array(arena, problem->rows, sizeof *scores);
#pragma omp parallel for schedule(static) num_threads(problem->threads)
    for (uint32_t first = 0; first < problem->rows; first += SEL_AGGREGATION_BLOCK) {
        close_block(problem, scaled, targets, first, to_best, to_worst);
        uint32_t end = sel_aggregation_block_end(problem, first);
        for (uint32_t i = first; i < end; i++) {
            double whole = to_best[i] + to_worst[i];
            scores[i] = whole > 0 ? to_worst[i] / whole : .5;
        }
    }
    outcome->scores = scores;
    return SEL_OK;
}

const sel_aggregation sel_aggregation_topsis = {
    .name = "topsis",
    .variant =
        "closeness d- / (d+ + d-) of weighted normalised values to the best and worst value "
        "of each criterion, Euclidean; .5 for all when no criterion tells alternatives apart",
    .source = "Hwang and Yoon 1981",
    .normalisation = &sel_normalise_vector,
    .compute = compute,
};
