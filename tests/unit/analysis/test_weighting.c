/* What weighting methods refuse, and how they say it. */
#include "analysis/weighting/weighting.h"

#include "check_suite.h"
#include "seeded.h"

#include <float.h>
#include <math.h>

/* That a method refuses input with a status and words. */
static void check_refused(const char *name, const sel_weighting_input *input, sel_status expected,
                          const char *words)
{
    const sel_weighting *method = sel_weighting_find(sel_str_of(name));
    ck_assert_ptr_nonnull(method);
    sel_arena *arena = sel_arena_create();
    sel_weighting_outcome outcome = {0};
    sel_error err = {0};
    sel_status status = sel_weighting_compute(method, input, arena, &outcome, &err);
    ck_assert_msg(status == expected, "%s, for '%s': %s", name, words, sel_status_name(status));
    ck_assert_msg(strstr(err.message, words) != NULL, "%s: '%s', not '%s'", name, err.message,
                  words);
    ck_assert_ptr_null(outcome.weights);
    sel_arena_destroy(arena);
}

START_TEST(each_method_is_found_by_its_name)
{
    uint32_t count = 0;
    const sel_weighting *const *all = sel_weightings(&count);
    ck_assert_uint_eq(count, 13);
    for (uint32_t i = 0; i < count; i++) {
        ck_assert_ptr_eq(sel_weighting_find(sel_str_of(all[i]->name)), all[i]);
        ck_assert_uint_gt(strlen(all[i]->variant), 10);
        ck_assert_uint_gt(strlen(all[i]->source), 4);
        check_refused(all[i]->name, &(sel_weighting_input){.criteria = 0}, SEL_BAD_INPUT,
                      "0 criteria");
        if (all[i]->need != SEL_WEIGHTING_NOTHING)
            check_refused(all[i]->name, &(sel_weighting_input){.criteria = 3}, SEL_BAD_INPUT,
                          "need");
    }
    ck_assert_ptr_null(sel_weighting_find(SEL_STR("guessed")));
}
END_TEST

static void check_numbers(double a, double b, const char *words)
{
    const double numbers[] = {a, b};
    check_refused("stated", &(sel_weighting_input){.criteria = 2, .numbers = numbers},
                  SEL_BAD_INPUT, words);
}

START_TEST(stated_weights)
{
    check_numbers(1, -0.5, "weight of criterion 2 is -0.5");
    check_numbers((double)NAN, 1, "weight of criterion 1 is");
    check_numbers(1, (double)INFINITY, "weight of criterion 2 is inf");
    check_numbers(0, 0, "all weights are 0");
    check_numbers(DBL_MAX, DBL_MAX, "too large");
}
END_TEST

START_TEST(points_and_places)
{
    const double over[] = {100, 101};
    const double under[] = {99, 40};
    const double none[] = {0, 0};
    check_refused("swing", &(sel_weighting_input){.criteria = 2, .points = over}, SEL_BAD_INPUT,
                  "swing of criterion 2 has 101 points");
    check_refused("swing", &(sel_weighting_input){.criteria = 2, .points = under}, SEL_BAD_INPUT,
                  "the largest swing has 99 points");
    check_refused("swing", &(sel_weighting_input){.criteria = 2, .points = none}, SEL_BAD_INPUT,
                  "the largest swing has 0 points");
    const uint32_t places[] = {1, 0};
    check_refused("rank-order-centroid", &(sel_weighting_input){.criteria = 2, .places = places},
                  SEL_BAD_INPUT, "criterion 2 has place 0");
}
END_TEST

static void check_judgements(const double *ratios, const bool *known, uint32_t persons,
                             sel_group_rule group, const char *words)
{
    const sel_judgements judgements = {
        .ratios = ratios, .known = known, .persons = persons, .criteria = 3, .group = group};
    const sel_weighting_input input = {.criteria = 3, .judgements = &judgements};
    check_refused("ahp-eigenvector", &input, SEL_BAD_INPUT, words);
    check_refused("ahp-geometric-mean", &input, SEL_BAD_INPUT, words);
}

START_TEST(judgements_that_are_wrong)
{
    const double not_reciprocal[] = {1, 2, 3, .5, 1, 4, .3, .25, 1};
    const double zero[] = {1, 2, 0, .5, 1, 4, 0, .25, 1};
    const double negative[] = {1, -2, 3, -.5, 1, 4, 1 / 3.0, .25, 1};
    const double nobody[] = {1, 2, 3, .5, 1, (double)NAN, 1 / 3.0, (double)NAN, 1};
    const double itself[] = {1, 2, 3, .5, 2, 4, 1 / 3.0, .25, 1};
    check_judgements(not_reciprocal, NULL, 1, SEL_GROUP_JUDGEMENTS,
                     "person 1, criteria 3 and 1: 0.3 and 3 are not reciprocal");
    check_judgements(zero, NULL, 1, SEL_GROUP_JUDGEMENTS, "criterion 3 beside 1: 0 is not a ratio");
    check_judgements(negative, NULL, 1, SEL_GROUP_JUDGEMENTS, "-0.5 is not a ratio");
    check_judgements(nobody, NULL, 1, SEL_GROUP_JUDGEMENTS, "is not a ratio");
    check_judgements(itself, NULL, 1, SEL_GROUP_JUDGEMENTS, "criteria 2 and 2: 2 and 2");
    check_judgements(zero, NULL, 0, SEL_GROUP_JUDGEMENTS, "nobody judged");
    const sel_judgements two = {.ratios = itself, .persons = 1, .criteria = 2};
    check_refused("ahp-eigenvector", &(sel_weighting_input){.criteria = 3, .judgements = &two},
                  SEL_BAD_INPUT, "for 2 criteria, not 3");
}
END_TEST

/* Person 1 judged all pairs, person 2 none with criterion 3. */
START_TEST(judgements_that_do_not_connect)
{
    const double ratios[] = {1, 2, 6, .5, 1, 3, 1 / 6.0, 1 / 3.0, 1, 1, 2, 0, .5, 1, 0, 0, 0, 1};
    bool known[] = {true, true, true,  true, true, true,  true,  true,  true,
                    true, true, false, true, true, false, false, false, true};
    check_judgements(ratios + 9, known + 9, 1, SEL_GROUP_JUDGEMENTS,
                     "no chain of judgements connects criterion 3 with criterion 1");
    check_judgements(ratios, known, 2, SEL_GROUP_PRIORITIES,
                     "person 2: no chain of judgements connects criterion 3");
    known[9 + 5] = true;
    check_judgements(ratios, known, 2, SEL_GROUP_JUDGEMENTS,
                     "person 2 judged criterion 3 beside 2 on one side");
    known[9 + 5] = false;
    sel_judgements judgements = {.ratios = ratios, .known = known, .persons = 2, .criteria = 3};
    sel_weighting_input input = {.criteria = 3, .judgements = &judgements};
    sel_arena *arena = sel_arena_create();
    sel_weighting_outcome outcome = {0};
    ck_assert(sel_weighting_compute(sel_weighting_find(SEL_STR("ahp-eigenvector")), &input, arena,
                                    &outcome, NULL) == SEL_OK);
    ck_assert_double_eq_tol(outcome.weights[0], .6, 1e-12);
    ck_assert_double_eq_tol(outcome.weights[1], .3, 1e-12);
    ck_assert_double_eq_tol(outcome.weights[2], .1, 1e-12);
    sel_arena_destroy(arena);
}
END_TEST

/* A table that does not go as far as the criteria gives no ratio, rather than some other one. */
START_TEST(no_ratio_beyond_the_random_index)
{
    enum { MANY = 16 };
    double ratios[MANY * MANY];
    for (uint32_t i = 0; i < MANY * MANY; i++)
        ratios[i] = 1;
    const sel_judgements judgements = {.ratios = ratios, .persons = 1, .criteria = MANY};
    const sel_weighting_input input = {.criteria = MANY, .judgements = &judgements};
    sel_arena *arena = sel_arena_create();
    sel_weighting_outcome outcome = {0};
    double value = -1;
    ck_assert(sel_weighting_compute(sel_weighting_find(SEL_STR("ahp-eigenvector")), &input, arena,
                                    &outcome, NULL) == SEL_OK);
    ck_assert(!sel_weighting_figure_find(&outcome, "consistency_ratio", &value));
    ck_assert(sel_weighting_figure_find(&outcome, "consistency_index", &value));
    ck_assert_double_eq_tol(value, 0, 1e-14);
    ck_assert_ptr_null(outcome.random_index);
    sel_arena_destroy(arena);
}
END_TEST

static void check_best_worst(const double *a, const double *b, uint32_t worst, const char *words)
{
    const sel_best_worst comparisons = {a, b, 3, 0, worst};
    const sel_weighting_input input = {.criteria = 3, .best_worst = &comparisons};
    check_refused("best-worst", &input, SEL_BAD_INPUT, words);
    check_refused("best-worst-linear", &input, SEL_BAD_INPUT, words);
}

START_TEST(comparisons_with_best_and_worst)
{
    const double a[] = {1, 2, 6};
    const double b[] = {6, 3, 1};
    check_best_worst(a, b, 0, "must be two of the 3 criteria");
    check_best_worst(a, b, 3, "must be two of the 3 criteria");
    check_best_worst((const double[]){1, 7, 6}, b, 2, "beside criterion 2: 7 is not from 1 to 6");
    check_best_worst((const double[]){1, 0, 6}, b, 2, "beside criterion 2: 0 is not");
    check_best_worst((const double[]){1, 2, 5}, b, 2, "said in two ways: 5, 6");
    check_best_worst((const double[]){1, 2, (double)NAN}, b, 2, "best beside the worst: ");
    check_best_worst((const double[]){2, 2, 6}, b, 2, "beside itself is not 1");
    check_best_worst(a, (const double[]){6, .5, 1}, 2, "criterion 2 beside the worst: 0.5");
}
END_TEST

static const char *const by_values[] = {"entropy", "critic", "standard-deviation", "pca",
                                        "pca-rotated"};

static void check_values(const double *values, uint32_t rows, uint32_t criteria, const char *words)
{
    const sel_decision_matrix matrix = {values, rows, criteria, NULL};
    const sel_weighting_input input = {.criteria = criteria, .matrix = &matrix};
    for (size_t i = 0; i < sizeof by_values / sizeof *by_values; i++)
        check_refused(by_values[i], &input, SEL_BAD_INPUT, words);
}

START_TEST(values_that_cannot_be_taken)
{
    check_values((const double[]){1, 2, 3, 4, (double)NAN, 6}, 3, 2,
                 "alternative 2, criterion 2: ");
    check_values((const double[]){1, 2, (double)INFINITY, 4}, 2, 2, "alternative 1, criterion 2");
    check_values((const double[]){1, 2, 3}, 1, 3, "1 alternatives");
    check_values((const double[]){2, 2, 5, 5}, 2, 2, "every criterion is constant");
    check_values((const double[]){1, 2, DBL_MAX, DBL_MAX}, 2, 2, "too large to be added up");
    check_values((const double[]){1, 2, 0, 0x1p-1074}, 2, 2, "cannot be brought to 0 to 1");
    const sel_decision_matrix below = {(const double[]){1, 2, 3, -1}, 2, 2, NULL};
    check_refused("entropy", &(sel_weighting_input){.criteria = 2, .matrix = &below}, SEL_BAD_INPUT,
                  "criterion 2 has -1");
}
END_TEST

/* Weights that rounding alone would decide are not given: criteria that rise together leave CRITIC
 * nothing, criteria without correlation leave no first component. */
START_TEST(values_that_leave_the_weights_open)
{
    const double together[] = {1, 2, 3, 5, 2.3, 4.3, 6.3, 10.3};
    const sel_decision_matrix same = {together, 4, 2, NULL};
    check_refused("critic", &(sel_weighting_input){.criteria = 2, .matrix = &same}, SEL_NUMERIC,
                  "rise and fall together");
    const double apart[] = {1, 1, 3, 3, 0, 7, 0, 7};
    const sel_decision_matrix square = {apart, 4, 2, NULL};
    const sel_weighting_input input = {.criteria = 2, .matrix = &square};
    check_refused("pca", &input, SEL_NUMERIC, "components 1 and 2 explain the same");
    check_refused("pca-rotated", &input, SEL_NUMERIC, "components 1 and 2 explain the same");
}
END_TEST

START_TEST(the_only_criterion_that_varies_has_all_weight)
{
    const double values[] = {4, 4, 4, 1, 2, 9};
    const bool cost[] = {false, true};
    const sel_decision_matrix matrix = {values, 3, 2, cost};
    const sel_weighting_input input = {.criteria = 2, .matrix = &matrix};
    sel_arena *arena = sel_arena_create();
    for (size_t i = 0; i < sizeof by_values / sizeof *by_values; i++) {
        sel_weighting_outcome outcome = {0};
        sel_error err = {0};
        ck_assert_msg(sel_weighting_compute(sel_weighting_find(sel_str_of(by_values[i])), &input,
                                            arena, &outcome, &err) == SEL_OK,
                      "%s", err.message);
        ck_assert_double_eq(outcome.weights[0], 0);
        ck_assert_double_eq(outcome.weights[1], 1);
    }
    sel_arena_destroy(arena);
}
END_TEST

/* Values enough for many blocks, the last of which is not full. */
START_TEST(threads_leave_no_trace)
{
    enum { MANY = 70001, COLUMNS = 3 };
    sel_arena *arena = sel_arena_create();
    double *values = sel_arena_array(arena, MANY * COLUMNS, sizeof *values);
    uint64_t state = 1;
    for (uint32_t i = 0; i < MANY * COLUMNS; i++)
        values[i] = seeded_unit(&state) + (i > 0 ? .3 * values[i - 1] : 0);
    const sel_decision_matrix matrix = {values, MANY, COLUMNS, NULL};
    for (size_t k = 0; k < sizeof by_values / sizeof *by_values; k++) {
        const sel_weighting *method = sel_weighting_find(sel_str_of(by_values[k]));
        const double *first = NULL;
        for (int threads = 0; threads < 5; threads++) {
            const sel_weighting_input input = {
                .criteria = COLUMNS, .matrix = &matrix, .threads = threads};
            sel_weighting_outcome outcome = {0};
            sel_error err = {0};
            ck_assert_msg(sel_weighting_compute(method, &input, arena, &outcome, &err) == SEL_OK,
                          "%s", err.message);
            first = first == NULL ? outcome.weights : first;
            ck_assert_mem_eq(first, outcome.weights, COLUMNS * sizeof *first);
        }
    }
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {each_method_is_found_by_its_name,
                            stated_weights,
                            points_and_places,
                            judgements_that_are_wrong,
                            judgements_that_do_not_connect,
                            no_ratio_beyond_the_random_index,
                            comparisons_with_best_and_worst,
                            values_that_cannot_be_taken,
                            values_that_leave_the_weights_open,
                            the_only_criterion_that_varies_has_all_weight,
                            threads_leave_no_trace,
                            NULL};
    return run_tests("weighting", tests);
}
