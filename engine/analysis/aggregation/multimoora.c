/* Brauers & Zavadskas 2010, with weights (significance coefficients): n(x) by vector normalisation,
 * costs negative. Ratio system y = Σ w n; reference point z = max_j w |best n − n|, lower is
 * better; full multiplicative form u = Π |n|^(±w), here as its logarithm. */
#include "analysis/aggregation/problem.h"
#include "analysis/aggregation/ranks.h"
#include "analysis/aggregation/rows.h"
#include "analysis/normalisation/column.h"
#include "analysis/normalisation/rows.h"

#include <math.h>

enum { PARTS = 3 };

typedef struct parts {
    double *ratio;
    double *reference;
    double *product;
} parts;

static void add_block(const sel_aggregation_problem *problem, const sel_scaled_column *scaled,
                      const double *best, uint32_t first, parts of)
{
    uint32_t end = sel_aggregation_block_end(problem, first);
    double logs_of_units = 0;
    for (uint32_t j = 0; j < problem->criteria; j++) {
        const sel_scaled_column column = scaled[j];
        double weight = problem->weights[j];
        double power = problem->columns[j].cost ? -weight : weight;
        double target = best[j];
#pragma omp simd
        for (uint32_t i = first; i < end; i++) {
            double value = sel_scaled(&column, i);
            double lacks = weight * (target - value);
            of.ratio[i] += weight * value;
            of.reference[i] = lacks > of.reference[i] ? lacks : of.reference[i];
        }
        for (uint32_t i = first; i < end; i++)
            of.product[i] += power * log(column.values[i]);
        logs_of_units += power * log(fabs(column.unit));
    }
    for (uint32_t i = first; i < end; i++)
        of.product[i] -= logs_of_units;
}

static sel_status best_values(const sel_aggregation_problem *problem,
                              const sel_scaled_column *scaled, double *best, sel_error *err)
{
    for (uint32_t j = 0; j < problem->criteria; j++) {
        sel_column_range range = sel_aggregation_range(problem, j, &scaled[j]);
        if (!(range.least > 0))
            return sel_fail(err, SEL_BAD_INPUT,
                            "criterion %u has the value %g: the product of MULTIMOORA takes values "
                            "above 0",
                            problem->numbers[j], range.least);
        best[j] = sel_scaled_value(&scaled[j], problem->columns[j].cost ? range.least : range.most);
    }
    return SEL_OK;
}

static uint32_t middle_of(uint32_t a, uint32_t b, uint32_t c)
{
    uint32_t low = a < b ? a : b;
    uint32_t high = a < b ? b : a;
    return c < low ? low : (c > high ? high : c);
}

/* The rank in the middle of three is the best that two of them grant at least. */
static void join(const sel_aggregation_problem *problem, parts of, double *scores)
{
    uint32_t rows = problem->rows;
    sel_arena *scratch = sel_arena_create();
    uint32_t *ranks[PARTS];
    for (int k = 0; k < PARTS; k++)
        ranks[k] = sel_arena_array(scratch, rows, sizeof *ranks[k]);
#pragma omp parallel for schedule(static) num_threads(problem->threads)
    for (uint32_t i = 0; i < rows; i++)
        scores[i] = -of.reference[i];
    const double *lists[PARTS] = {of.ratio, scores, of.product};
    uint64_t *keys = sel_arena_array(scratch, rows, sizeof *keys);
    uint64_t *spare = sel_arena_array(scratch, rows, sizeof *spare);
    for (int k = 0; k < PARTS; k++)
        sel_ranks_in(lists[k], rows, problem->threads, keys, spare, ranks[k]);
#pragma omp parallel for schedule(static) num_threads(problem->threads)
    for (uint32_t i = 0; i < rows; i++) {
        uint32_t middle = middle_of(ranks[0][i], ranks[1][i], ranks[2][i]);
        scores[i] = (rows + 1.0 - middle) / rows;
    }
    sel_arena_destroy(scratch);
}

static sel_status compute(const sel_aggregation_problem *problem, sel_arena *arena,
                          sel_aggregation_outcome *outcome, sel_error *err)
{
    sel_scaled_column scaled[SEL_CRITERIA_MAX];
    double best[SEL_CRITERIA_MAX] = {0};
    sel_status status = sel_aggregation_scale(problem, arena, scaled, err);
    if (status == SEL_OK)
        status = best_values(problem, scaled, best, err);
    if (status != SEL_OK)
        return status;
    parts of = {
        .ratio = sel_aggregation_column_add(problem, "ratio", arena, outcome),
        .reference = sel_aggregation_column_add(problem, "reference_point", arena, outcome),
        .product = sel_aggregation_column_add(problem, "product_log", arena, outcome),
    };
#pragma omp parallel for schedule(static) num_threads(problem->threads)
    for (uint32_t first = 0; first < problem->rows; first += SEL_AGGREGATION_BLOCK)
        add_block(problem, scaled, best, first, of);
    double *scores = sel_arena_array(arena, problem->rows, sizeof *scores);
    join(problem, of, scores);
    outcome->scores = scores;
    return SEL_OK;
}

const sel_aggregation sel_aggregation_multimoora = {
    .name = "multimoora",
    .variant = "ratio system, reference point and multiplicative form with weights, values above "
               "0; score (n + 1 - rank) / n of the rank in the middle of the three, the best that "
               "two of the three grant; a constant criterion changes no order",
    .source = "Brauers and Zavadskas 2010; weights as Brauers and Zavadskas 2006",
    .normalisation = &sel_normalise_vector,
    .normalisation_fixed = true,
    .compute = compute,
};
