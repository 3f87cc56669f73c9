/* Roy 1968, in the form of Cebrián & Porcar 2009: concordance c(a, b) = Σ w_j over the criteria in
 * which a is at least as good as b; discordance d(a, b) = the largest n_j(b) − n_j(a) over the
 * widest range that the normalised values of any criterion have. a outranks b when c reaches the
 * concordance asked for and d does not exceed the discordance allowed. */
#include "analysis/aggregation/outranking.h"
#include "analysis/aggregation/problem.h"
#include "analysis/aggregation/rows.h"
#include "analysis/normalisation/column.h"
#include "analysis/normalisation/rows.h"

#include <math.h>

enum { CONCORDANCE, DISCORDANCE };

/* Alternatives at most: every pair is compared, and kept as a bit. */
enum { MOST = 10000 };

/* Sums of decimal weights have no exact binary form. */
static const double SLACK = 1e-9;

typedef struct comparison {
    const sel_aggregation_problem *problem;
    const double *values; /* normalised, those of an alternative together */
    double widest;        /* range; 0: no criterion varies */
} comparison;

static bool outranks(const comparison *of, uint32_t a, uint32_t b)
{
    uint32_t criteria = of->problem->criteria;
    const double *mine = of->values + (size_t)a * criteria;
    const double *other = of->values + (size_t)b * criteria;
    double concordance = 0;
    double worst = 0;
    for (uint32_t j = 0; j < criteria; j++) {
        concordance += mine[j] >= other[j] ? of->problem->weights[j] : 0;
        worst = other[j] - mine[j] > worst ? other[j] - mine[j] : worst;
    }
    double discordance = of->widest > 0 ? worst / of->widest : 0;
    return concordance >= of->problem->parameters[CONCORDANCE][0] - SLACK &&
           discordance <= of->problem->parameters[DISCORDANCE][0] + SLACK;
}

static comparison lay_out(const sel_aggregation_problem *problem, const sel_scaled_column *scaled,
                          sel_arena *scratch)
{
    uint32_t criteria = problem->criteria;
    double *values = sel_arena_array(scratch, (size_t)problem->rows * criteria, sizeof *values);
    double widest = 0;
    for (uint32_t j = 0; j < criteria; j++) {
        for (uint32_t i = 0; i < problem->rows; i++)
            values[(size_t)i * criteria + j] = sel_scaled(&scaled[j], i);
        sel_column_range range = sel_aggregation_range(problem, j, &scaled[j]);
        double width = fabs(sel_scaled_value(&scaled[j], range.most) -
                            sel_scaled_value(&scaled[j], range.least));
        widest = !range.constant && width > widest ? width : widest;
    }
    return (comparison){problem, values, widest};
}

/* Share of the others that it outranks, less the share that outranks it. */
static void count_pairs(const sel_outranking *relation, double *over, double *under)
{
    double share = relation->rows > 1 ? 1 / (relation->rows - 1.0) : 0;
    for (uint32_t a = 0; a < relation->rows; a++)
        for (uint32_t b = 0; b < relation->rows; b++)
            if (sel_outranks(relation, a, b)) {
                over[a] += 1;
                under[b] += 1;
            }
    for (uint32_t a = 0; a < relation->rows; a++) {
        over[a] *= share;
        under[a] *= share;
    }
}

static sel_status compute(const sel_aggregation_problem *problem, sel_arena *arena,
                          sel_aggregation_outcome *outcome, sel_error *err)
{
    uint32_t rows = problem->rows;
    if (rows > MOST)
        return sel_fail(err, SEL_UNSUPPORTED, "ELECTRE I takes %d alternatives at most, not %u",
                        MOST, rows);
    sel_scaled_column scaled[SEL_CRITERIA_MAX];
    sel_arena *scratch = sel_arena_create();
    sel_status status = sel_aggregation_scale(problem, scratch, scaled, err);
    if (status == SEL_OK) {
        comparison of = lay_out(problem, scaled, scratch);
        sel_outranking relation = sel_outranking_make(rows, scratch);
#pragma omp parallel for schedule(static) num_threads(problem->threads)
        for (uint32_t a = 0; a < rows; a++)
            for (uint32_t b = 0; b < rows; b++)
                if (a != b && outranks(&of, a, b))
                    sel_outranking_set(&relation, a, b);
        double *over = sel_aggregation_column_add(problem, "outranks", arena, outcome);
        double *under = sel_aggregation_column_add(problem, "outranked_by", arena, outcome);
        count_pairs(&relation, over, under);
        double *scores = sel_arena_array(arena, rows, sizeof *scores);
        for (uint32_t i = 0; i < rows; i++)
            scores[i] = over[i] - under[i];
        bool *kernel = sel_arena_array(arena, rows, sizeof *kernel);
        sel_outranking_kernel(&relation, kernel);
        outcome->scores = scores;
        outcome->set = kernel;
    }
    sel_arena_destroy(scratch);
    return status;
}

const sel_aggregation sel_aggregation_electre_1 = {
    .name = "electre-1",
    .variant =
        "outranks at a concordance of at least the one asked for and a discordance of at "
        "most the one allowed, over the widest normalised range; score: share outranked less "
        "share outranked by, for ELECTRE I itself only tells the kernel; circuits count as "
        "one; a constant criterion agrees with everyone",
    .source = "Roy 1968; Cebrian and Porcar 2009",
    .normalisation = &sel_normalise_sum,
    .parameters = {{.name = "concordance", .standard = .65, .least = 0, .most = 1},
                   {.name = "discordance", .standard = .35, .least = 0, .most = 1}},
    .parameter_count = 2,
    .set_name = "kernel",
    .compute = compute,
};
