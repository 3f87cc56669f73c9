#include "analysis/aggregation/promethee.h"

#include "analysis/aggregation/flows.h"
#include "analysis/aggregation/problem.h"
#include "analysis/aggregation/ranks.h"
#include "analysis/aggregation/rows.h"
#include "analysis/normalisation/rows.h"

#include <math.h>

/* Flows of one criterion, before its weight. */
typedef struct lane {
    double *plus;
    double *minus;
} lane;

static sel_flow_criterion criterion_of(const sel_aggregation_problem *problem, uint32_t j)
{
    return (sel_flow_criterion){
        .column = problem->columns[j],
        .shape = (sel_promethee_shape)problem->parameters[SEL_PROMETHEE_SHAPE][j],
        .q = problem->parameters[SEL_PROMETHEE_Q][j],
        .p = problem->parameters[SEL_PROMETHEE_P][j],
        .s = problem->parameters[SEL_PROMETHEE_S][j],
    };
}

static sel_status check_criterion(const sel_aggregation_problem *problem, uint32_t j,
                                  sel_error *err)
{
    double shape = problem->parameters[SEL_PROMETHEE_SHAPE][j];
    uint32_t number = problem->numbers[j];
    sel_flow_criterion of = criterion_of(problem, j);
    if (shape != floor(shape))
        return sel_fail(err, SEL_BAD_INPUT, "criterion %u: shape %g is not a whole number", number,
                        shape);
    if ((of.shape == SEL_SHAPE_LEVEL || of.shape == SEL_SHAPE_LINEAR) && of.q > of.p)
        return sel_fail(err, SEL_BAD_INPUT, "criterion %u: q %g is above p %g", number, of.q, of.p);
    if (of.shape != SEL_SHAPE_GAUSSIAN)
        return SEL_OK;
    if (!(of.s > 0))
        return sel_fail(err, SEL_BAD_INPUT,
                        "criterion %u: s of the Gaussian shape is %g, not "
                        "above 0",
                        number, of.s);
    if (problem->rows > SEL_GAUSSIAN_MOST)
        return sel_fail(err, SEL_UNSUPPORTED,
                        "criterion %u: the Gaussian shape takes %d alternatives at most, not %u",
                        number, SEL_GAUSSIAN_MOST, problem->rows);
    return SEL_OK;
}

/* Criteria in groups of one for each thread; their flows are added in the order of criteria, so
 * that the size of a group changes nothing. */
static void add_criteria(const sel_aggregation_problem *problem, const lane *lanes, uint32_t count,
                         double *plus, double *minus)
{
    for (uint32_t base = 0; base < problem->criteria; base += count) {
        uint32_t left = problem->criteria - base;
        uint32_t group = left < count ? left : count;
#pragma omp parallel for schedule(static, 1) num_threads(problem->threads)
        for (uint32_t k = 0; k < group; k++) {
            sel_arena *scratch = sel_arena_create();
            sel_flow_criterion criterion = criterion_of(problem, base + k);
            sel_flows_of(&criterion, scratch, lanes[k].plus, lanes[k].minus);
            sel_arena_destroy(scratch);
        }
        for (uint32_t k = 0; k < group; k++) {
            double weight = problem->weights[base + k] / (problem->rows - 1.0);
#pragma omp parallel for simd schedule(static) num_threads(problem->threads)
            for (uint32_t i = 0; i < problem->rows; i++) {
                plus[i] += weight * lanes[k].plus[i];
                minus[i] += weight * lanes[k].minus[i];
            }
        }
    }
}

static void add_all(const sel_aggregation_problem *problem, double *plus, double *minus)
{
    sel_arena *scratch = sel_arena_create();
    lane lanes[SEL_CRITERIA_MAX];
    uint32_t count = (uint32_t)problem->threads;
    count = count < problem->criteria ? count : problem->criteria;
    for (uint32_t k = 0; k < count; k++) {
        lanes[k].plus = sel_arena_array(scratch, problem->rows, sizeof(double));
        lanes[k].minus = sel_arena_array(scratch, problem->rows, sizeof(double));
    }
    add_criteria(problem, lanes, count, plus, minus);
    sel_arena_destroy(scratch);
}

/* Flows are shares of 1, so that whole units of 1e-9 compare them. */
static int64_t units_of(double flow)
{
    return llround(flow * SEL_RANK_UNITS);
}

/* Those to whom no other is preferred by PROMETHEE I: among all with the same phi+ theirs is the
 * least phi-, and it is below that of everyone with a higher phi+. */
static void mark_best(const double *plus, const double *minus, uint32_t rows, bool *set)
{
    sel_arena *scratch = sel_arena_create();
    int32_t *units = sel_arena_array(scratch, rows, sizeof *units);
    uint32_t *ranks = sel_arena_array(scratch, rows, sizeof *ranks);
    int64_t *least = sel_arena_array(scratch, rows, sizeof *least); /* phi- of a rank of phi+ */
    for (uint32_t i = 0; i < rows; i++)
        units[i] = (int32_t)units_of(plus[i]);
    sel_rank_order(units, rows, ranks);
    for (uint32_t i = 0; i < rows; i++)
        least[i] = INT64_MAX;
    for (uint32_t i = 0; i < rows; i++) {
        int64_t *of = &least[ranks[i] - 1];
        *of = units_of(minus[i]) < *of ? units_of(minus[i]) : *of;
    }
    int64_t above = INT64_MAX;
    for (uint32_t k = 0; k < rows; k++) {
        bool beaten = least[k] >= above;
        above = beaten ? above : least[k];
        least[k] = beaten ? -1 : least[k]; /* no phi- is below 0 */
    }
    for (uint32_t i = 0; i < rows; i++)
        set[i] = units_of(minus[i]) == least[ranks[i] - 1];
    sel_arena_destroy(scratch);
}

static sel_status compute(const sel_aggregation_problem *problem, sel_arena *arena,
                          sel_aggregation_outcome *outcome, sel_error *err)
{
    for (uint32_t j = 0; j < problem->criteria; j++) {
        sel_status status = check_criterion(problem, j, err);
        if (status != SEL_OK)
            return status;
    }
    double *plus = sel_aggregation_column_add(problem, "phi_plus", arena, outcome);
    double *minus = sel_aggregation_column_add(problem, "phi_minus", arena, outcome);
    double *scores = sel_aggregation_column_add(problem, "phi", arena, outcome);
    if (problem->rows > 1)
        add_all(problem, plus, minus);
    for (uint32_t i = 0; i < problem->rows; i++)
        scores[i] = plus[i] - minus[i];
    bool *set = sel_arena_array(arena, problem->rows, sizeof *set);
    mark_best(plus, minus, problem->rows, set);
    outcome->scores = scores;
    outcome->set = set;
    return SEL_OK;
}

sel_promethee_relation sel_promethee_compare(const sel_aggregation_outcome *outcome, uint32_t a,
                                             uint32_t b)
{
    const double *plus = sel_aggregation_column_find(outcome, "phi_plus");
    const double *minus = sel_aggregation_column_find(outcome, "phi_minus");
    int64_t stronger = units_of(plus[a]) - units_of(plus[b]);
    int64_t safer = units_of(minus[b]) - units_of(minus[a]);
    if (stronger == 0 && safer == 0)
        return SEL_INDIFFERENT;
    if (stronger >= 0 && safer >= 0)
        return SEL_PREFERRED;
    return stronger <= 0 && safer <= 0 ? SEL_LESS : SEL_INCOMPARABLE;
}

const sel_aggregation sel_aggregation_promethee = {
    .name = "promethee",
    .variant =
        "net flow phi+ - phi-, flows divided by n - 1; shapes 0 usual, 1 U, 2 V, 3 level, "
        "4 linear, 5 Gaussian with q, p, s in the criterion's unit; thresholds are passed by "
        "more than 1e-9 of the range; a constant criterion counts 0; set: those to whom "
        "PROMETHEE I prefers no other",
    .source = "Brans and Vincke 1985; Brans, Vincke and Mareschal 1986",
    .normalisation = &sel_normalise_as_is,
    .normalisation_fixed = true,
    .parameters = {[SEL_PROMETHEE_SHAPE] = {"shape", SEL_SHAPE_USUAL, 0, SEL_SHAPE_GAUSSIAN, true},
                   [SEL_PROMETHEE_Q] = {"q", 0, 0, 1e100, true},
                   [SEL_PROMETHEE_P] = {"p", 0, 0, 1e100, true},
                   [SEL_PROMETHEE_S] = {"s", 0, 0, 1e100, true}},
    .parameter_count = 4,
    .set_name = "not outranked",
    .compute = compute,
};
