/* Score = Π n_j(x_j)^w_j, taken as exp Σ w_j ln n_j(x_j). A criterion taken as it is that is a cost
 * divides: its weight counts with a minus. */
#include "analysis/aggregation/problem.h"
#include "analysis/aggregation/rows.h"
#include "analysis/normalisation/column.h"
#include "analysis/normalisation/rows.h"
#include "analysis/ranking/methods.h"

#include <math.h>

enum { FLOOR };

/* Values as they are, not turned into negatives: costs get a negative power instead. */
static double power(const sel_aggregation_problem *problem, uint32_t j, sel_scaled_column *column)
{
    if (problem->normalisation != &sel_normalise_as_is || !problem->columns[j].cost)
        return problem->weights[j];
    column->unit = 1;
    return -problem->weights[j];
}

static void multiply_block(const sel_aggregation_problem *problem, const sel_scaled_column *scaled,
                           const double *powers, uint32_t first, double *scores)
{
    uint32_t end = sel_aggregation_block_end(problem, first);
    double floor = problem->parameters[FLOOR][0];
    for (uint32_t j = 0; j < problem->criteria; j++)
        for (uint32_t i = first; i < end; i++) {
            double value = sel_scaled(&scaled[j], i);
            scores[i] += powers[j] * log(value > floor ? value : floor);
        }
    for (uint32_t i = first; i < end; i++)
        scores[i] = exp(scores[i]);
}

/* Without a floor the worst value of each criterion must count more than 0. */
static sel_status check_column(const sel_aggregation_problem *problem, uint32_t j,
                               const sel_scaled_column *scaled, sel_error *err)
{
    if (problem->parameters[FLOOR][0] > 0)
        return SEL_OK;
    sel_column_range range = sel_aggregation_range(problem, j, scaled);
    double worst =
        fmin(sel_scaled_value(scaled, range.least), sel_scaled_value(scaled, range.most));
    if (!(worst > 0))
        return sel_fail(err, SEL_BAD_INPUT,
                        "a value counts %g for criterion %u: a product takes values above 0, or a "
                        "floor",
                        worst, problem->numbers[j]);
    return SEL_OK;
}

static sel_status terms(const sel_aggregation_problem *problem, uint32_t criterion,
                        sel_scaled_column scaled, double *out, sel_error *err)
{
    bool divides = power(problem, criterion, &scaled) < 0;
    sel_status status = check_column(problem, criterion, &scaled, err);
    double floor = problem->parameters[FLOOR][0];
    for (uint32_t i = 0; status == SEL_OK && i < problem->rows; i++) {
        double value = sel_scaled(&scaled, i);
        double counted = log(value > floor ? value : floor);
        out[i] = divides ? -counted : counted;
    }
    return status;
}

static sel_status compute(const sel_aggregation_problem *problem, sel_arena *arena,
                          sel_aggregation_outcome *outcome, sel_error *err)
{
    sel_scaled_column scaled[SEL_CRITERIA_MAX];
    double powers[SEL_CRITERIA_MAX];
    sel_status status = sel_aggregation_scale(problem, arena, scaled, err);
    for (uint32_t j = 0; status == SEL_OK && j < problem->criteria; j++) {
        powers[j] = power(problem, j, &scaled[j]);
        status = check_column(problem, j, &scaled[j], err);
    }
    if (status != SEL_OK)
        return status;
    double *scores = sel_arena_array(arena, problem->rows, sizeof *scores);
#pragma omp parallel for schedule(static) num_threads(problem->threads)
    for (uint32_t first = 0; first < problem->rows; first += SEL_AGGREGATION_BLOCK)
        multiply_block(problem, scaled, powers, first, scores);
    outcome->scores = scores;
    return SEL_OK;
}

const sel_aggregation sel_aggregation_weighted_product = {
    .name = "weighted-product",
    .variant = "product of normalised value^weight, as-is: value^-weight for a cost; values below "
               "the floor count as the floor, and without a floor values must be above 0",
    .source = "Bridgman 1922; Miller and Starr 1969",
    .normalisation = &sel_normalise_as_is,
    .parameters = {{.name = "floor", .standard = 0, .least = 0, .most = 1e100}},
    .parameter_count = 1,
    .additive = &sel_weighted_product,
    .terms = terms,
    .compute = compute,
};
