#include "analysis/aggregation/promethee.h"

#include "analysis/aggregation/flows.h"
#include "analysis/aggregation/problem.h"
#include "analysis/aggregation/ranks.h"
#include "analysis/aggregation/rows.h"
#include "analysis/normalisation/rows.h"

#include <math.h>

/* What one thread works in: the flows of one criterion, before its weight. */
typedef struct lane {
    sel_sorting_room room;
    sel_flow *flows;
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

/* Flows of criteria from `base` on, one from each lane, added in the order of criteria. */
static void add_group(const sel_aggregation_problem *problem, const lane *lanes, uint32_t base,
                      uint32_t group, double *plus, double *minus)
{
#pragma omp parallel for schedule(static) num_threads(problem->threads)
    for (uint32_t first = 0; first < problem->rows; first += SEL_AGGREGATION_BLOCK) {
        uint32_t end = sel_aggregation_block_end(problem, first);
        for (uint32_t k = 0; k < group; k++) {
            double weight = problem->weights[base + k] / (problem->rows - 1.0);
            const sel_flow *flows = lanes[k].flows;
            for (uint32_t i = first; i < end; i++) {
                plus[i] += weight * flows[i].plus;
                minus[i] += weight * flows[i].minus;
            }
        }
    }
}

/* Criteria in groups of one for each thread; the size of a group changes nothing. */
static void add_all(const sel_aggregation_problem *problem, double *plus, double *minus)
{
    sel_arena *scratch = sel_arena_create();
    lane lanes[SEL_CRITERIA_MAX];
    uint32_t count = (uint32_t)problem->threads;
    count = count < problem->criteria ? count : problem->criteria;
    for (uint32_t k = 0; k < count; k++) {
        lanes[k].room = sel_sorting_room_make(problem->rows, scratch);
        lanes[k].flows = sel_arena_array(scratch, problem->rows, sizeof *lanes[k].flows);
    }
    for (uint32_t base = 0; base < problem->criteria; base += count) {
        uint32_t left = problem->criteria - base;
        uint32_t group = left < count ? left : count;
#pragma omp parallel for schedule(static, 1) num_threads(problem->threads)
        for (uint32_t k = 0; k < group; k++) {
            sel_flow_criterion criterion = criterion_of(problem, base + k);
            sel_flows_of(&criterion, &lanes[k].room, lanes[k].flows);
        }
        add_group(problem, lanes, base, group, plus, minus);
    }
    sel_arena_destroy(scratch);
}

/* Flows are shares of 1, so that whole units of 1e-9 compare them. */
static int64_t units_of(double flow)
{
    return llround(flow * SEL_RANK_UNITS);
}

/* Flows that differ by more than this differ in whole units too. */
static const double CLEARLY = 2. / SEL_RANK_UNITS;

/* Those that the one with the highest net flow is not clearly preferred to, mostly few: who it is
 * preferred to is not among the best, and whoever that one is preferred to comes behind both. */
static uint32_t find_candidates(const double *plus, const double *minus, uint32_t rows,
                                uint32_t *candidates)
{
    uint32_t top = 0;
    for (uint32_t i = 1; i < rows; i++)
        top = plus[i] - minus[i] > plus[top] - minus[top] ? i : top;
    uint32_t count = 0;
    for (uint32_t i = 0; i < rows; i++) {
        double weaker = plus[top] - plus[i];
        double riskier = minus[i] - minus[top];
        candidates[count] = i;
        count += !(weaker >= 0 && riskier >= 0 && (weaker > CLEARLY || riskier > CLEARLY));
    }
    return count;
}

/* Those to whom no other is preferred by PROMETHEE I: among all with the same phi+ theirs is the
 * least phi-, and it is below that of everyone with a higher phi+. */
static void mark_best(const double *plus, const double *minus, uint32_t rows, bool *set)
{
    sel_arena *scratch = sel_arena_create();
    uint32_t *rivals = sel_arena_array(scratch, rows, sizeof *rivals);
    uint32_t count = find_candidates(plus, minus, rows, rivals);
    int32_t *units = sel_arena_array(scratch, count, sizeof *units);
    uint32_t *ranks = sel_arena_array(scratch, count, sizeof *ranks);
    int64_t *least = sel_arena_array(scratch, count, sizeof *least); /* phi- of a rank of phi+ */
    for (uint32_t i = 0; i < count; i++)
        units[i] = (int32_t)units_of(plus[rivals[i]]);
    sel_rank_order(units, count, ranks);
    for (uint32_t i = 0; i < count; i++)
        least[i] = INT64_MAX;
    for (uint32_t i = 0; i < count; i++) {
        int64_t *of = &least[ranks[i] - 1];
        int64_t own = units_of(minus[rivals[i]]);
        *of = own < *of ? own : *of;
    }
    int64_t above = INT64_MAX;
    for (uint32_t k = 0; k < count; k++) {
        bool beaten = least[k] >= above;
        above = beaten ? above : least[k];
        least[k] = beaten ? -1 : least[k]; /* no phi- is below 0 */
    }
    for (uint32_t i = 0; i < count; i++)
        set[rivals[i]] = units_of(minus[rivals[i]]) == least[ranks[i] - 1];
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
#pragma omp parallel for simd schedule(static) num_threads(problem->threads)
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
