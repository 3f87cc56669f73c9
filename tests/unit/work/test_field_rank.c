/* A field ranked by whatever its model names. All numbers are computed by hand. */
#include "desk_fixture.h"

#include "work/field.h"

static desk d;

/* Three programmes judged by two principles; of the third, the second principle is open. */
enum { ROWS = 3, CRITERIA = 2 };
static double low[ROWS * CRITERIA] = {1, .5, .5, 1, 0, 0};
static double high[ROWS * CRITERIA] = {1, .5, .5, 1, 0, 1};

static sel_field field_of(const double *least, const double *most)
{
    static uint32_t programmes[ROWS] = {0, 1, 2};
    sel_field field = {.programmes = programmes, .count = ROWS};
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

static sel_ranking rank(const sel_field *field, sel_field_method *method)
{
    sel_ranking ranking = {0};
    sel_status status = sel_field_rank(d.context, field, d.arena, &ranking, method, &d.err);
    ck_assert_msg(status == SEL_OK, "%s", d.err.message);
    ck_assert_uint_eq(ranking.count, ROWS);
    return ranking;
}

static void expect(const sel_ranked *found, uint32_t row, uint32_t place, double score)
{
    ck_assert_uint_eq(found->alternative, row);
    ck_assert_uint_eq(found->rank, place);
    ck_assert_double_eq_tol(found->score, score, 1e-9);
}

/* As they are: .875, .625 and, the middle of what is open, .125, between 0 and .25. */
START_TEST(additive_methods_keep_their_intervals)
{
    desk_open(&d);
    two_principles("direct", "weighted-sum", "");
    sel_field field = field_of(low, high);
    sel_field_method method;
    sel_ranking ranking = rank(&field, &method);
    ck_assert(method.additive);
    ck_assert_uint_eq(ranking.with_intervals, ROWS);
    expect(&ranking.order[0], 0, 1, .875);
    expect(&ranking.order[1], 1, 2, .625);
    expect(&ranking.order[2], 2, 3, .125);
    ck_assert_double_eq_tol(ranking.order[2].score_low, 0, 1e-9);
    ck_assert_double_eq_tol(ranking.order[2].score_high, .25, 1e-9);
    ck_assert_str_eq(method.variant, method.aggregation->additive->variant);
    desk_close(&d);
}
END_TEST

/* Between the least and the largest, the open value at its middle: first principle 1, 1/2, 0,
 * second 0, 1, 0. So 3/4, 5/8 and 0. The third at its worst has second values .5, 1, 0 and
 * counts 0; at its best .5, 1, 1: it counts 1/4. */
START_TEST(other_normalisations)
{
    desk_open(&d);
    two_principles("direct", "weighted-sum", "min-max");
    sel_field field = field_of(low, high);
    sel_field_method method;
    sel_ranking ranking = rank(&field, &method);
    ck_assert(!method.additive);
    ck_assert_uint_eq(ranking.with_intervals, 0);
    expect(&ranking.order[0], 0, 1, .75);
    expect(&ranking.order[1], 1, 2, .625);
    expect(&ranking.order[2], 2, 3, 0);
    ck_assert_double_eq_tol(ranking.order[0].score_low, .75, 1e-9);
    ck_assert_double_eq_tol(ranking.order[0].score_high, .75, 1e-9);
    ck_assert_double_eq_tol(ranking.order[2].score_low, 0, 1e-9);
    ck_assert_double_eq_tol(ranking.order[2].score_high, .25, 1e-9);
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
    sel_field_method method;
    sel_ranking ranking = rank(&field, &method);
    ck_assert(method.additive);
    expect(&ranking.order[0], 0, 1, .875);
    expect(&ranking.order[1], 1, 2, .375);
    expect(&ranking.order[2], 2, 3, .125);
    ck_assert_double_eq_tol(ranking.order[2].score_low, 0, 1e-9);
    ck_assert_double_eq_tol(ranking.order[2].score_high, .25, 1e-9);
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
    sel_field_method method;
    sel_ranking ranking = rank(&field, &method);
    ck_assert_double_eq_tol(method.weights[0], 1, 1e-12);
    ck_assert_double_eq_tol(method.weights[1], 0, 1e-12);
    expect(&ranking.order[0], 0, 1, 1);
    expect(&ranking.order[1], 1, 2, .5);
    expect(&ranking.order[2], 2, 3, 0);
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
    sel_field_method method;
    model->parameter_count = 1;
    model->parameters[0] = (sel_model_parameter){.name = SEL_STR("v"), .value = 1};
    sel_ranking by_sum = rank(&field, &method);
    double second = by_sum.order[1].score - by_sum.order[0].score;
    double third = by_sum.order[2].score - by_sum.order[0].score;
    ck_assert_double_eq_tol(second / third, 1.0 / 6, 1e-9);
    model->parameters[0].value = 0;
    sel_ranking by_largest = rank(&field, &method);
    second = by_largest.order[1].score - by_largest.order[0].score;
    third = by_largest.order[2].score - by_largest.order[0].score;
    ck_assert_double_eq_tol(second / third, 1.0 / 4, 1e-9);
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
    sel_field field = sel_field_choose(&assessment, choice, d.arena);
    ck_assert_uint_eq(field.count, 2);
    sel_field_score(d.context, &assessment, d.arena, &field);
    sel_field_method method;
    sel_ranking ranking = {0};
    ck_assert_int_eq(sel_field_rank(d.context, &field, d.arena, &ranking, &method, &d.err), SEL_OK);
    expect(&ranking.order[0], 1, 1, .5);
    expect(&ranking.order[1], 0, 2, .25);
    ck_assert_double_eq_tol(ranking.order[0].score_high, 1, 1e-9);
    ck_assert_double_eq_tol(ranking.order[1].score_high, .5, 1e-9);
    ck_assert_double_eq_tol(ranking.order[1].score_low, 0, 1e-9);
    sel_assess_close(&assessment);
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {additive_methods_keep_their_intervals,
                            other_normalisations,
                            goalposts_and_costs,
                            weights_from_the_alternatives,
                            parameters_reach_the_aggregation,
                            models_for_one_choice_refuse_others,
                            fit_to_a_request_is_a_criterion,
                            NULL};
    return run_tests("field_rank", tests);
}
