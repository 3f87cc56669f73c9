/* Requests in order. All numbers are computed by hand from the few answers and records of a test.
 */
#include "desk_fixture.h"

#include "work/rank_reason.h"

static desk d;
static sel_assessment assessment;
static const sel_choice_of everything = {SEL_NONE, SEL_NONE, SEL_NONE};

static void submit(const char *header, const char *rows)
{
    sel_intake intake = desk_submit(&d, header, rows);
    ck_assert(intake.stored);
}

static void take_register(const char *rows)
{
    sel_import import;
    sel_status status =
        desk_import(&d, &(sel_import_options){0},
                    "register,id,title,funder,recipient,capability,start,end,cyber_share,request",
                    rows, &import);
    ck_assert_msg(status == SEL_OK, "%s", d.err.message);
}

/* Answers came in on 15 January 2027, which is 45 days before 1 March. */
static void assess(void)
{
    sel_day day = sel_day_of(2027, 3, 1);
    const sel_assess_options options = {.as_of = {.known = true, .earliest = day, .latest = day}};
    ck_assert_int_eq(sel_assess_open(d.context, d.store, &options, &assessment, &d.err), SEL_OK);
}

/* A weighted sum of all measures, each a quarter. */
static void use_measures(void)
{
    sel_model *model = &d.context->model;
    model->alternatives = SEL_STR(SEL_OF_REQUESTS);
    model->aggregation = SEL_STR("weighted-sum");
    model->draws = SEL_DRAWS_LEAST;
    model->criterion_count = SEL_REQUEST_MEASURES;
    for (uint32_t j = 0; j < SEL_REQUEST_MEASURES; j++) {
        sel_str measure = sel_str_of(sel_request_measures[j]);
        model->criteria[j] = (sel_criterion){.id = measure,
                                             .measure = measure,
                                             .weight = .25,
                                             .direction = SEL_STR(SEL_BENEFIT),
                                             .goalposts = {0, 1}};
    }
}

static sel_field field_of(sel_choice_of choice)
{
    sel_field field = sel_field_choose(d.context, &assessment, choice, d.arena);
    sel_field_score(d.context, &assessment, choice, d.arena, &field);
    return field;
}

static void expect(const sel_field *field, uint32_t row, sel_request_measure measure, double low,
                   double high)
{
    size_t at = (size_t)row * SEL_REQUEST_MEASURES + measure;
    ck_assert_double_eq_tol(field->low[at], low, 1e-9);
    ck_assert_double_eq_tol(field->high[at], high, 1e-9);
}

static void close_desk(void)
{
    sel_assess_close(&assessment);
    desk_close(&d);
}

static const char fiji[] = "country,agency,round,lead,help_d1_2,now_d1_2,wanted_d1_2,"
                           "importance_d1_2,request_1_capability,request_1_outcome,"
                           "request_2_capability,request_2_outcome";

/* Fiji's need for D1.2: two steps, vital: 2*4 is severity 4, which calls for 3/2 programmes. One
 * gives all it is to it over the whole window: 1/3 is unmet. It says no kind of help and the
 * request no time: its fit is open. 45 of 365 days waited. About the second request nobody was
 * asked, and no programme is for it: fit 0. */
static void two_requests(void)
{
    desk_open(&d);
    submit(fiji, "FJI,A,1,yes,much,2,4,vital,D1.2,A team,D1.1,A plan");
    take_register("R,1,All,Norland,FJI,D1.2,2025-01-01,2030-12-31,100,\n"
                  "R,2,Other,Southland,TON,D1.2,2025-01-01,2030-12-31,100,");
    assess();
    use_measures();
}

START_TEST(measures_of_two_requests)
{
    two_requests();
    sel_field field = field_of(everything);
    ck_assert_uint_eq(field.count, 2);
    ck_assert(sel_str_is(field.names[0], "FJI-1-01"));
    ck_assert(sel_str_is(field.titles[0], "Fiji: Incident response"));
    expect(&field, 0, SEL_REQUEST_NEED, .8, .8);
    expect(&field, 0, SEL_REQUEST_UNMET, 1.0 / 3, 1.0 / 3);
    expect(&field, 0, SEL_REQUEST_WAITING, 45.0 / 365, 45.0 / 365);
    expect(&field, 0, SEL_REQUEST_FIT, 0, 1);
    expect(&field, 1, SEL_REQUEST_NEED, 0, 1);
    expect(&field, 1, SEL_REQUEST_UNMET, 0, 1);
    expect(&field, 1, SEL_REQUEST_WAITING, 45.0 / 365, 45.0 / 365);
    expect(&field, 1, SEL_REQUEST_FIT, 0, 0);
    ck_assert_uint_eq(field.from[0], 3);
    ck_assert_uint_eq(field.from[1], 2);
    ck_assert_uint_eq(field.of[1], SEL_REQUEST_MEASURES);
    close_desk();
}
END_TEST

/* A quarter of .8 + 1/3 + 45/365 + 1/2, and of 1/2 + 1/2 + 45/365 + 0. Half of what counts is known
 * of the second, which is enough at a coverage of a half, not at more. */
START_TEST(the_order_and_its_reason)
{
    two_requests();
    sel_field field = field_of(everything);
    sel_field_order *order = sel_arena_array(d.arena, 1, sizeof *order);
    ck_assert_int_eq(sel_field_rank(d.context, &field, NULL, d.arena, order, &d.err), SEL_OK);
    const double *scores = order->result.outcome.scores;
    ck_assert_double_eq_tol(scores[0], (1.3 + 1.0 / 3 + 45.0 / 365) / 4, 1e-9);
    ck_assert_double_eq_tol(scores[1], (1 + 45.0 / 365) / 4, 1e-9);
    ck_assert_double_eq_tol(order->result.bounds[1].low, 45.0 / 365 / 4, 1e-9);
    ck_assert_double_eq_tol(order->result.bounds[1].high, (2 + 45.0 / 365) / 4, 1e-9);
    ck_assert_uint_eq(order->result.order[0], 0);
    ck_assert(sel_rank_is_covered(&d.context->model, &field, 1));
    /* fit: 1/8 against the mean 1/16; need: .2 against .1625; unmet: 1/12 against 5/48 */
    sel_str reason = sel_rank_reason(d.context, &field, order, 0, d.arena);
    ck_assert_msg(sel_str_is(reason, "for: Fit to the request 0.00-1.00"), "%.*s",
                  SEL_STR_ARG(reason));
    d.context->model.coverage_bp = 5001;
    reason = sel_rank_reason(d.context, &field, order, 1, d.arena);
    ck_assert_msg(sel_str_is(reason, "2 of 4 measures not known"), "%.*s", SEL_STR_ARG(reason));
    close_desk();
}
END_TEST

/* Southland has nothing that reaches Fiji. A weight of 0 that is stated leaves a measure out of
 * those that count; weights that are to be found are not 0. */
START_TEST(of_one_donor_and_without_a_measure)
{
    two_requests();
    sel_choice_of southland = everything;
    southland.donor = sel_donor_find(assessment.study, SEL_STR("Southland"));
    ck_assert_uint_ne(southland.donor, SEL_NONE);
    sel_field field = field_of(southland);
    ck_assert_uint_eq(field.count, 2);
    expect(&field, 0, SEL_REQUEST_FIT, 0, 0);
    ck_assert_uint_eq(field.from[0], 4);
    d.context->model.criteria[SEL_REQUEST_FIT].weight = 0;
    field = field_of(everything);
    ck_assert_uint_eq(field.of[0], 3);
    ck_assert_uint_eq(field.from[0], 3);
    d.context->model.weighting = SEL_STR("entropy");
    ck_assert_uint_eq(field_of(everything).of[0], 4);
    close_desk();
}
END_TEST

/* Tonga's request is cited by a programme; Samoa's is withdrawn by a newer answer without it; Fiji
 * asks twice for the same capability. */
START_TEST(requests_that_wait_no_more)
{
    static const char one[] = "country,agency,round,lead,request_1_capability,request_1_outcome";
    desk_open(&d);
    submit("country,agency,round,lead,request_1_capability,request_1_outcome,"
           "request_2_capability,request_2_outcome",
           "FJI,A,1,yes,D1.2,A team,D1.2,A room");
    submit(one, "TON,A,1,yes,D1.2,A law");
    submit(one, "WSM,A,1,yes,D1.2,A plan");
    d.context->now += 86400;
    submit(one, "WSM,A,1,yes,,");
    take_register("R,1,A,Norland,TON,D1.2,2025-01-01,2030-12-31,100,TON-1-01");
    assess();
    use_measures();
    sel_field field = field_of(everything);
    ck_assert_uint_eq(field.count, 2);
    ck_assert(sel_str_is(field.titles[1], "Fiji: Incident response (FJI-1-02)"));
    ck_assert_uint_eq(field.gone[SEL_REQUEST_CITED], 1);
    ck_assert_uint_eq(field.gone[SEL_REQUEST_WITHDRAWN], 1);
    ck_assert_uint_eq(field.gone[SEL_REQUEST_MET], 0);
    sel_choice_of tonga = everything;
    tonga.recipient = sel_geography_find(&d.context->reference.geography, SEL_STR("TON"));
    field = field_of(tonga);
    ck_assert_uint_eq(field.count, 0);
    ck_assert_uint_eq(field.gone[SEL_REQUEST_CITED], 1);
    ck_assert_uint_eq(field.gone[SEL_REQUEST_WITHDRAWN], 0);
    ck_assert_uint_eq(field.others, 3);
    close_desk();
}
END_TEST

START_TEST(no_choice_of_one_request)
{
    desk_open(&d);
    use_measures();
    sel_choice_of choice = {.request = SEL_NONE, .recipient = 0, .donor = 0};
    ck_assert_int_eq(sel_field_allows(d.context, choice, &d.err), SEL_OK);
    choice.request = 0;
    ck_assert_int_eq(sel_field_allows(d.context, choice, &d.err), SEL_USAGE);
    ck_assert_ptr_nonnull(strstr(d.err.message, "leave out --request"));
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {measures_of_two_requests,           the_order_and_its_reason,
                            of_one_donor_and_without_a_measure, requests_that_wait_no_more,
                            no_choice_of_one_request,           NULL};
    return run_tests("field_requests", tests);
}
