/* A field ranked by whatever its model names. All numbers are computed by hand. */
#include "desk_fixture.h"

#include "work/rank_reason.h"

#include <math.h>

static desk d;

/* Three programmes judged by two principles; of the third, the second principle is open. */
enum { ROWS = 3, CRITERIA = 2 };
static double low[ROWS * CRITERIA] = {1, .5, .5, 1, 0, 0};
static double high[ROWS * CRITERIA] = {1, .5, .5, 1, 0, 1};

static sel_field field_of(const double *least, const double *most)
{
    static uint32_t numbers[ROWS] = {0, 1, 2};
    sel_field field = {.numbers = numbers, .count = ROWS};
    field.low = sel_arena_array(d.arena, ROWS * CRITERIA, sizeof(double));
    field.high = sel_arena_array(d.arena, ROWS * CRITERIA, sizeof(double));
    memcpy(field.low, least, ROWS * CRITERIA * sizeof(double));
    memcpy(field.high, most, ROWS * CRITERIA * sizeof(double));
    return field;
}

/* Weights 3/4 and 1/4 of the model's first two principles. */
static sel_model *two_principles(const char *weighting, const char *aggregation,
                                 const char *normalisation)
{
    sel_model *model = &d.context->model;
    model->criterion_count = CRITERIA;
    model->criteria[0].weight = .75;
    model->criteria[1].weight = .25;
    model->weighting = sel_str_of(weighting);
    model->aggregation = sel_str_of(aggregation);
    model->normalisation = sel_str_of(normalisation);
    model->draws = SEL_DRAWS_LEAST;
    return model;
}

static sel_field_order *rank(const sel_field *field)
{
    sel_field_order *order = sel_arena_array(d.arena, 1, sizeof *order);
    sel_status status = sel_field_rank(d.context, field, NULL, d.arena, order, &d.err);
    ck_assert_msg(status == SEL_OK, "%s", d.err.message);
    ck_assert_uint_eq(order->setting.table.row_count, ROWS);
    return order;
}

/* The place-th of the order is this row, with this score. */
static void expect(const sel_field_order *order, uint32_t place, uint32_t row, uint32_t ranked,
                   double score)
{
    ck_assert_uint_eq(order->result.order[place], row);
    ck_assert_uint_eq(order->result.outcome.ranks[row], ranked);
    ck_assert_double_eq_tol(order->result.outcome.scores[row], score, 1e-9);
}

static void expect_bounds(const sel_field_order *order, uint32_t row, double least, double most)
{
    ck_assert_double_eq_tol(order->result.bounds[row].low, least, 1e-9);
    ck_assert_double_eq_tol(order->result.bounds[row].high, most, 1e-9);
}

/* As they are: .875, .625 and, the middle of what is open, .125, between 0 and .25. */
START_TEST(additive_methods_keep_their_intervals)
{
    desk_open(&d);
    two_principles("direct", "weighted-sum", "");
    sel_field field = field_of(low, high);
    sel_field_order *order = rank(&field);
    ck_assert(order->additive);
    ck_assert_uint_eq(order->result.intervals.drawn, ROWS);
    expect(order, 0, 0, 1, .875);
    expect(order, 1, 1, 2, .625);
    expect(order, 2, 2, 3, .125);
    expect_bounds(order, 2, 0, .25);
    ck_assert_str_eq(order->variant, order->setting.method->additive->variant);
    desk_close(&d);
}
END_TEST

/* Between the least and the largest, the open value at its middle: first principle 1, 1/2, 0,
 * second 0, 1, 0. So 3/4, 5/8 and 0. The third at its worst has second values .5, 1, 0 and
 * counts 0, and the first .75 + .125; at its best .5, 1, 1: it counts 1/4, and the first .75. */
START_TEST(other_normalisations)
{
    desk_open(&d);
    two_principles("direct", "weighted-sum", "min-max");
    sel_field field = field_of(low, high);
    sel_field_order *order = rank(&field);
    ck_assert(!order->additive);
    const sel_order_intervals *intervals = &order->result.intervals;
    ck_assert_int_eq(intervals->lack, SEL_INTERVALS_FOUND);
    for (uint32_t row = 0; row < ROWS; row++) {
        ck_assert_uint_ge(intervals->of[row].rank_median, intervals->of[row].rank_low);
        ck_assert_uint_le(intervals->of[row].rank_median, intervals->of[row].rank_high);
        ck_assert(intervals->of[row].first_three == 1);
    }
    expect(order, 0, 0, 1, .75);
    expect(order, 1, 1, 2, .625);
    expect(order, 2, 2, 3, 0);
    expect_bounds(order, 0, .75, .875);
    expect_bounds(order, 1, .625, .625);
    expect_bounds(order, 2, 0, .25);
    ck_assert_int_eq(order->result.proof, SEL_BOUNDS_ATTAINED);
    desk_close(&d);
}
END_TEST

/* Nothing is known of three programmes. They tie, whatever a constant column counts, and each may
 * have any place: a third of all draws of their values put it first, second and third. */
static void expect_any_place(const char *aggregation, const char *normalisation)
{
    static const double none[ROWS * CRITERIA] = {0, 0, 0, 0, 0, 0};
    static const double all[ROWS * CRITERIA] = {1, 1, 1, 1, 1, 1};
    two_principles("direct", aggregation, normalisation);
    sel_field field = field_of(none, all);
    sel_field_order *order = rank(&field);
    ck_assert_int_eq(order->result.intervals.lack, SEL_INTERVALS_FOUND);
    for (uint32_t row = 0; row < ROWS; row++) {
        const sel_order_interval *interval = &order->result.intervals.of[row];
        ck_assert_uint_eq(order->result.outcome.ranks[row], 1);
        ck_assert_uint_eq(interval->rank_low, 1);
        ck_assert_uint_eq(interval->rank_median, 2);
        ck_assert_uint_eq(interval->rank_high, 3);
        ck_assert_uint_eq(interval->weights_low, 1);
        ck_assert_uint_eq(interval->weights_high, 1);
    }
}

START_TEST(nothing_known_is_not_certain)
{
    desk_open(&d);
    expect_any_place("weighted-sum", "");
    expect_any_place("weighted-sum", "min-max");
    expect_any_place("weighted-sum", "z-score");
    expect_any_place("weighted-sum", "rank");
    expect_any_place("weighted-product", "min-max");
    expect_any_place("topsis", "");
    expect_any_place("vikor", "");
    desk_close(&d);
}
END_TEST

/* A cost between .25 and .75: .5 counts 1/2, 1 counts 0, what lies from 0 to 1 the mean of 0 and 1.
 * First principle as it is: .875, .375, .125. */
START_TEST(goalposts_and_costs)
{
    desk_open(&d);
    sel_model *model = two_principles("direct", "weighted-sum", "goalposts");
    model->criteria[1].direction = SEL_STR(SEL_COST);
    model->criteria[1].goalposts[0] = .25;
    model->criteria[1].goalposts[1] = .75;
    sel_field field = field_of(low, high);
    sel_field_order *order = rank(&field);
    ck_assert(order->additive);
    expect(order, 0, 0, 1, .875);
    expect(order, 1, 1, 2, .375);
    expect(order, 2, 2, 3, .125);
    expect_bounds(order, 2, 0, .25);
    desk_close(&d);
}
END_TEST

/* The second principle is the same for all: it has nothing to tell and entropy gives it no weight,
 * so that the score is the first. */
START_TEST(weights_from_the_alternatives)
{
    desk_open(&d);
    static const double known[ROWS * CRITERIA] = {1, .5, .5, .5, 0, .5};
    two_principles("entropy", "weighted-sum", "");
    sel_field field = field_of(known, known);
    sel_field_order *order = rank(&field);
    ck_assert_double_eq_tol(order->result.weights.weights[0], 1, 1e-12);
    ck_assert_double_eq_tol(order->result.weights.weights[1], 0, 1e-12);
    expect(order, 0, 0, 1, 1);
    expect(order, 1, 1, 2, .5);
    expect(order, 2, 2, 3, 0);
    desk_close(&d);
}
END_TEST

/* VIKOR's v: with 1 only the sum of regrets counts, with 0 the largest one alone. Best values 1 and
 * 1, worst 0 and .5. Regrets: first 0 + 1/4, second 3/8 + 0, third 3/4 + 1/4 (its open value at
 * .5): S = .25, .375, 1 and R = .25, .375, .75; both Q are 0, 1/6 or 1/4, and 1. */
START_TEST(parameters_reach_the_aggregation)
{
    desk_open(&d);
    sel_model *model = two_principles("direct", "vikor", "");
    sel_field field = field_of(low, high);
    model->parameter_count = 1;
    model->parameters[0] = (sel_model_parameter){.name = SEL_STR("v"), .value = 1};
    const double *by_sum = rank(&field)->result.outcome.scores;
    double second = by_sum[1] - by_sum[0];
    double third = by_sum[2] - by_sum[0];
    ck_assert_double_eq_tol(second / third, 1.0 / 6, 1e-9);
    model->parameters[0].value = 0;
    const double *by_largest = rank(&field)->result.outcome.scores;
    second = by_largest[1] - by_largest[0];
    third = by_largest[2] - by_largest[0];
    ck_assert_double_eq_tol(second / third, 1.0 / 4, 1e-9);
    desk_close(&d);
}
END_TEST

/* What lies from 0 to 1 counts the mean of ln max(.01, v) in a product: .01 ln .01 and the integral
 * of ln v from .01 to 1, which is .01 - 1 - .01 ln .01, together -.99. TOPSIS, beside it, takes the
 * middle. */
START_TEST(methods_beside_that_of_the_model)
{
    desk_open(&d);
    two_principles("direct", "weighted-product", "");
    d.context->model.floor = .01;
    sel_field field = field_of(low, high);
    const sel_field_comparison both = {{sel_aggregation_find(SEL_STR("weighted-product")),
                                        sel_aggregation_find(SEL_STR("topsis"))},
                                       2};
    sel_field_order *order = sel_arena_array(d.arena, 1, sizeof *order);
    ck_assert_int_eq(sel_field_rank(d.context, &field, &both, d.arena, order, &d.err), SEL_OK);
    ck_assert_double_eq_tol(order->result.filled.matrix.values[ROWS + 2], exp(-.99), 1e-12);
    ck_assert_ptr_eq(order->result.compared[0].scores, order->result.outcome.scores);
    two_principles("direct", "topsis", "");
    sel_field_order *alone = rank(&field);
    for (uint32_t row = 0; row < ROWS; row++)
        ck_assert(order->result.compared[1].scores[row] == alone->result.outcome.scores[row]);
    ck_assert_ptr_nonnull(order->result.consensus[0]);
    desk_close(&d);
}
END_TEST

/* Under the constraint that the first weighs at least as much as the second, what is open still
 * counts the mean of its logarithms (test above), so that a programme of which nothing is known
 * does not come before others by a product; the intervals are over all weights that keep it. */
START_TEST(constraints_leave_the_order_alone)
{
    desk_open(&d);
    sel_model *model = two_principles("direct", "weighted-product", "");
    model->floor = .01;
    sel_field field = field_of(low, high);
    sel_field_order *free = rank(&field);
    model->constraint_count = 1;
    model->constraints[0] = (sel_model_constraint){.principle = model->criteria[0].id,
                                                   .at_least = model->criteria[1].id};
    sel_field_order *bound = rank(&field);
    ck_assert(bound->additive);
    ck_assert(bound->result.intervals.constrained && !free->result.intervals.constrained);
    for (uint32_t row = 0; row < ROWS; row++) {
        ck_assert(bound->result.outcome.scores[row] == free->result.outcome.scores[row]);
        ck_assert_uint_eq(bound->result.order[row], free->result.order[row]);
    }
    /* (1, .5) is before (.5, 1) for every weight of the first above 1/2. */
    ck_assert_uint_eq(bound->result.intervals.of[0].weights_high, 1);
    ck_assert_uint_eq(bound->result.intervals.of[1].weights_low, 2);
    desk_close(&d);
}
END_TEST

/* Parts of the first: 3/4 of 1 and 1/4 of 1/2; their means over all: 3/4 of 1/2, 1/4 of 2/3. */
START_TEST(parts_beyond_the_mean)
{
    desk_open(&d);
    two_principles("direct", "weighted-sum", "");
    sel_field field = field_of(low, high);
    sel_field_order *order = rank(&field);
    double parts[CRITERIA];
    ck_assert(sel_rank_parts(order, 0, parts));
    ck_assert_double_eq_tol(parts[0], .375, 1e-12);
    ck_assert_double_eq_tol(parts[1], .125 - .5 / 3, 1e-12);
    desk_close(&d);
}
END_TEST

START_TEST(models_for_one_choice_refuse_others)
{
    desk_open(&d);
    sel_choice_of all = {SEL_NONE, SEL_NONE, SEL_NONE};
    sel_choice_of request = all;
    request.request = 0;
    ck_assert_int_eq(sel_field_allows(d.context, all, &d.err), SEL_OK);
    d.context->model.alternatives = SEL_STR("programmes-for-request");
    ck_assert_int_eq(sel_field_allows(d.context, all, &d.err), SEL_USAGE);
    ck_assert_ptr_nonnull(strstr(d.err.message, "--request"));
    ck_assert_int_eq(sel_field_allows(d.context, request, &d.err), SEL_OK);
    d.context->model.alternatives = SEL_STR("programmes-of-donor");
    ck_assert_int_eq(sel_field_allows(d.context, request, &d.err), SEL_USAGE);
    desk_close(&d);
}
END_TEST

/* Programmes of 10 % and of 100 % on what is asked for: a share counts fully from 20 % on, so 1/2
 * and
 * 1. Neither side says when or what kind of help: fit lies in [0, 1/2] and [0, 1], and counts 1/4
 * and 1/2. The better fit stands later in the register. */
START_TEST(fit_to_a_request_is_a_criterion)
{
    desk_open(&d);
    desk_submit(&d, "country,agency,round,lead,request_1_capability,request_1_outcome",
                "FJI,A,1,yes,D1.2,A team");
    sel_import import;
    ck_assert_int_eq(desk_import(&d, &(sel_import_options){0},
                                 "register,id,title,funder,recipient,capability,start,end",
                                 "R,1,Small,Norland,FJI,D1.2=10%; D1.1=90%,2026,2029\n"
                                 "R,2,Whole,Norland,FJI,D1.2,2026,2029",
                                 &import),
                     SEL_OK);
    sel_day day = sel_day_of(2027, 3, 1);
    const sel_assess_options options = {.as_of = {.known = true, .earliest = day, .latest = day}};
    sel_assessment assessment;
    ck_assert_int_eq(sel_assess_open(d.context, d.store, &options, &assessment, &d.err), SEL_OK);
    sel_model *model = two_principles("direct", "weighted-sum", "");
    model->criterion_count = 1;
    model->criteria[0].weight = 1;
    model->criteria[0].measure = SEL_STR(SEL_MEASURE_FIT);
    sel_choice_of choice = {.request = 0, .recipient = SEL_NONE, .donor = SEL_NONE};
    sel_field field = sel_field_choose(d.context, &assessment, choice, d.arena);
    ck_assert_uint_eq(field.count, 2);
    sel_field_score(d.context, &assessment, choice, d.arena, &field);
    sel_field_order *order = sel_arena_array(d.arena, 1, sizeof *order);
    ck_assert_int_eq(sel_field_rank(d.context, &field, NULL, d.arena, order, &d.err), SEL_OK);
    expect(order, 0, 1, 1, .5);
    expect(order, 1, 0, 2, .25);
    expect_bounds(order, 0, 0, .5);
    expect_bounds(order, 1, 0, 1);
    sel_assess_close(&assessment);
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {additive_methods_keep_their_intervals,
                            other_normalisations,
                            nothing_known_is_not_certain,
                            goalposts_and_costs,
                            weights_from_the_alternatives,
                            parameters_reach_the_aggregation,
                            methods_beside_that_of_the_model,
                            constraints_leave_the_order_alone,
                            parts_beyond_the_mean,
                            models_for_one_choice_refuse_others,
                            fit_to_a_request_is_a_criterion,
                            NULL};
    return run_tests("field_rank", tests);
}
