/* What goes in that cannot come out as a ranking, and what is said of each; small tables by hand.
 */
#include "selaras.h"

#include "check_suite.h"

#include <math.h>

enum { ROWS = 3, CRITERIA = 2 };

static const double even[] = {.5, .5};
static const double table[] = {3, 2, 1, 10, 20, 30};

static sel_status aggregate(const char *name, const double *values, const bool *cost,
                            const sel_aggregation_options *options, sel_arena *arena,
                            sel_aggregation_outcome *found, sel_error *err)
{
    const sel_aggregation *method = sel_aggregation_find(sel_str_of(name));
    ck_assert_ptr_nonnull(method);
    sel_decision_matrix matrix = {values, ROWS, CRITERIA, cost};
    return sel_aggregate(method, &matrix, options, arena, found, err);
}

static void refuse(const char *name, const double *values, const bool *cost,
                   sel_aggregation_options options, const char *why)
{
    sel_arena *arena = sel_arena_create();
    sel_aggregation_outcome found = {0};
    sel_error err = {0};
    ck_assert_int_eq(aggregate(name, values, cost, &options, arena, &found, &err), SEL_BAD_INPUT);
    ck_assert_str_eq(err.message, why);
    ck_assert_ptr_null(found.scores);
    sel_arena_destroy(arena);
}

START_TEST(weights_that_are_none)
{
    uint32_t count = 0;
    const sel_aggregation *const *methods = sel_aggregations(&count);
    for (uint32_t k = 0; k < count; k++) {
        const char *name = methods[k]->name;
        refuse(name, table, NULL, (sel_aggregation_options){.weights = (double[]){.5, .6}},
               "weights sum to 1.1, not 1");
        refuse(name, table, NULL, (sel_aggregation_options){.weights = (double[]){2, 4}},
               "weight 1 is 2, not between 0 and 1");
        refuse(name, table, NULL, (sel_aggregation_options){.weights = (double[]){.5, -.5}},
               "weight 2 is -0.5, not between 0 and 1");
        refuse(name, table, NULL, (sel_aggregation_options){.weights = (double[]){NAN, 1}},
               "weight 1 is nan, not between 0 and 1");
    }
}
END_TEST

/* Also in a criterion of weight 0: whoever gave it should hear of it. */
START_TEST(values_that_are_none)
{
    static const double missing[] = {3, 2, 1, 10, NAN, 30};
    static const double endless[] = {3, 2, -INFINITY, 10, 20, 30};
    static const double huge[] = {3, 1e101, 1, 10, 20, 30};
    uint32_t count = 0;
    const sel_aggregation *const *methods = sel_aggregations(&count);
    for (uint32_t k = 0; k < count; k++) {
        sel_aggregation_options options = {.weights = even};
        const char *name = methods[k]->name;
        refuse(name, endless, NULL, options, "alternative 3 has the value -inf for criterion 1");
        refuse(name, huge, NULL, options, "alternative 2 has the value 1e+101 for criterion 1");
        options.weights = (double[]){1, 0};
        refuse(name, missing, NULL, options, "alternative 2 has the value nan for criterion 2");
    }
}
END_TEST

START_TEST(values_a_method_has_no_meaning_for)
{
    static const double negative[] = {3, -2, 1, 10, 20, 30};
    static const double zero[] = {3, 2, 1, 10, 0, 30};
    static const bool second[] = {false, true};
    sel_aggregation_options options = {.weights = even};
    refuse("weighted-product", negative, NULL, options,
           "a value counts -2 for criterion 1: a product takes values above 0, or a floor");
    refuse("copras", negative, NULL, options,
           "criterion 1: the value -2 cannot be a share of a sum");
    refuse("electre-1", negative, NULL, options,
           "criterion 1: the value -2 cannot be a share of a sum");
    refuse("copras", zero, second, options,
           "alternative 2 has no cost and others have: COPRAS divides by costs");
    refuse("multimoora", zero, NULL, options,
           "criterion 2 has the value 0: the product of MULTIMOORA takes values above 0");
}
END_TEST

START_TEST(options_out_of_range)
{
    sel_aggregation_options options = {.weights = even, .parameters = {(double[]){1.5}}};
    refuse("vikor", table, NULL, options, "parameter v is 1.5, not from 0 to 1");
    options.parameters[0] = (double[]){NAN};
    refuse("vikor", table, NULL, options, "parameter v is nan, not from 0 to 1");
    options.parameters[0] = (double[]){2.5, 1};
    refuse("promethee", table, NULL, options, "criterion 1: shape 2.5 is not a whole number");
    options.parameters[0] = (double[]){0, SEL_SHAPE_GAUSSIAN};
    refuse("promethee", table, NULL, options,
           "criterion 2: s of the Gaussian shape is 0, not above 0");
    options.parameters[0] = (double[]){0, SEL_SHAPE_LINEAR};
    options.parameters[SEL_PROMETHEE_Q] = (double[]){0, 3};
    refuse("promethee", table, NULL, options, "criterion 2: q 3 is above p 0");
    sel_aggregation_options normalised = {
        .weights = even, .normalisation = sel_normalisation_find(SEL_STR("z-score"))};
    refuse("vikor", table, NULL, normalised, "vikor has a normalisation of its own");
    normalised.normalisation = sel_normalisation_find(SEL_STR("goalposts"));
    refuse("topsis", table, NULL, normalised, "no goalposts are stated");
}
END_TEST

START_TEST(too_many_for_pairs)
{
    enum { MANY = SEL_GAUSSIAN_MOST + 1 };
    sel_arena *arena = sel_arena_create();
    double *values = sel_arena_array(arena, MANY, sizeof *values);
    sel_decision_matrix matrix = {values, MANY, 1, NULL};
    sel_aggregation_options options = {.weights = (double[]){1}};
    sel_aggregation_outcome found = {0};
    sel_error err = {0};
    ck_assert_int_eq(sel_aggregate(sel_aggregation_find(SEL_STR("electre-1")), &matrix, &options,
                                   arena, &found, &err),
                     SEL_UNSUPPORTED);
    ck_assert_str_eq(err.message, "ELECTRE I takes 10000 alternatives at most, not 20001");
    options.parameters[SEL_PROMETHEE_SHAPE] = (double[]){SEL_SHAPE_GAUSSIAN};
    options.parameters[SEL_PROMETHEE_S] = (double[]){1};
    ck_assert_int_eq(sel_aggregate(sel_aggregation_find(SEL_STR("promethee")), &matrix, &options,
                                   arena, &found, &err),
                     SEL_UNSUPPORTED);
    sel_arena_destroy(arena);
}
END_TEST

/* All equal, and one alone: everyone is first, in the set, and no number is NaN. */
static void expect_ties(const sel_aggregation *method, uint32_t rows)
{
    static const double same[] = {7, 7, 7, 4, 4, 4};
    double values[CRITERIA * ROWS];
    for (uint32_t i = 0; i < rows; i++) {
        values[i] = same[i];
        values[rows + i] = same[ROWS + i];
    }
    static const bool cost[] = {false, true};
    sel_arena *arena = sel_arena_create();
    sel_decision_matrix matrix = {values, rows, CRITERIA, cost};
    sel_aggregation_options options = {.weights = even};
    sel_aggregation_outcome found = {0};
    sel_error err = {0};
    ck_assert_msg(sel_aggregate(method, &matrix, &options, arena, &found, &err) == SEL_OK, "%s: %s",
                  method->name, err.message);
    for (uint32_t i = 0; i < rows; i++) {
        ck_assert_uint_eq(found.ranks[i], 1);
        ck_assert(isfinite(found.scores[i]) && found.scores[i] == found.scores[0]);
        ck_assert(found.set == NULL || found.set[i]);
        for (uint32_t c = 0; c < found.column_count; c++)
            ck_assert(isfinite(found.columns[c].values[i]));
    }
    sel_arena_destroy(arena);
}

START_TEST(equals_and_one_alone_are_first)
{
    uint32_t count = 0;
    const sel_aggregation *const *methods = sel_aggregations(&count);
    for (uint32_t k = 0; k < count; k++) {
        expect_ties(methods[k], ROWS);
        expect_ties(methods[k], 1);
    }
}
END_TEST

static void expect_scores(const char *name, const double *values, const bool *cost,
                          sel_aggregation_options options, const double *expected)
{
    sel_arena *arena = sel_arena_create();
    sel_aggregation_outcome found = {0};
    sel_error err = {0};
    ck_assert_msg(aggregate(name, values, cost, &options, arena, &found, &err) == SEL_OK, "%s",
                  err.message);
    for (uint32_t i = 0; i < ROWS; i++)
        ck_assert_msg(fabs(found.scores[i] - expected[i]) <= 1e-12, "%s %u: %.15g, not %.15g", name,
                      i + 1, found.scores[i], expected[i]);
    sel_arena_destroy(arena);
}

/* The constant criterion counts 0 for all, by hand. */
START_TEST(constant_criteria)
{
    static const double values[] = {1, 2, 3, 6, 6, 6};
    sel_aggregation_options options = {.weights = even};
    expect_scores("weighted-sum", values, NULL, options, (double[]){0, .25, .5});
    expect_scores("topsis", values, NULL, options, (double[]){0, .5, 1});
    expect_scores("vikor", values, NULL, options, (double[]){0, .5, 1});
    expect_scores("promethee", values, NULL, options, (double[]){-.5, 0, .5});
}
END_TEST

/* Benefits equal, costs 1, 2, 4: S+ is 1/6 each, S- 1/14, 2/14, 4/14 of the weight, and the
 * cheapest is first; pymcdm puts the dearest first (.53, .68, 1). By hand: Q = 1/6 + (1/2)·(4, 2,
 * 1)/7. */
START_TEST(copras_does_not_reward_costs)
{
    static const double values[] = {5, 5, 5, 1, 2, 4};
    static const bool second[] = {false, true};
    double first = 1. / 6 + 2. / 7;
    sel_aggregation_options options = {.weights = even};
    expect_scores("copras", values, second, options,
                  (double[]){1, (1. / 6 + 1. / 7) / first, (1. / 6 + .5 / 7) / first});
    /* without costs Q = S+: .5·1/3 + .5·(1, 2, 4)/7 */
    double most = .5 / 3 + 2. / 7;
    expect_scores("copras", values, NULL, options,
                  (double[]){(.5 / 3 + .5 / 7) / most, (.5 / 3 + 1. / 7) / most, 1});
}
END_TEST

/* 4^.5 · 9^-.5 and so on; with a floor of 2 the first value of the first criterion counts 2. */
START_TEST(product_by_hand)
{
    static const double values[] = {1, 4, 16, 9, 4, 1};
    static const bool second[] = {false, true};
    sel_aggregation_options options = {.weights = even};
    expect_scores("weighted-product", values, second, options, (double[]){1. / 3, 1, 4});
    expect_scores("weighted-product", values, NULL, options, (double[]){3, 4, 4});
    options.parameters[0] = (double[]){2};
    expect_scores("weighted-product", values, NULL, options, (double[]){sqrt(18), 4, sqrt(32)});
}
END_TEST

/* A difference of .1 does not pass a threshold of .1, though .4 − .3 is more than .1 in binary. */
START_TEST(a_threshold_is_met_as_it_reads)
{
    static const double values[] = {.4, .3, .2, 1, 1, 1};
    sel_aggregation_options options = {
        .weights = even,
        .parameters = {(double[]){SEL_SHAPE_U, 0}, (double[]){.1, 0}},
    };
    expect_scores("promethee", values, NULL, options, (double[]){.25, 0, -.25});
}
END_TEST

START_TEST(every_row_says_what_it_is)
{
    uint32_t count = 0;
    const sel_aggregation *const *rows = sel_aggregations(&count);
    for (uint32_t i = 0; i < count; i++) {
        ck_assert_ptr_eq(sel_aggregation_find(sel_str_of(rows[i]->name)), rows[i]);
        ck_assert(i == 0 || strcmp(rows[i - 1]->name, rows[i]->name) < 0);
        ck_assert(strlen(rows[i]->variant) > 0 && strlen(rows[i]->source) > 0);
        for (uint32_t k = 0; k < rows[i]->parameter_count; k++) {
            const sel_aggregation_parameter *of = &rows[i]->parameters[k];
            ck_assert(of->least <= of->standard && of->standard <= of->most);
        }
    }
    ck_assert_ptr_null(sel_aggregation_find(SEL_STR("astrology")));
}
END_TEST

int main(void)
{
    sel_error err = {0};
    if (sel_init(&err) != SEL_OK)
        return EXIT_FAILURE;
    const TTest *tests[] = {weights_that_are_none,
                            values_that_are_none,
                            values_a_method_has_no_meaning_for,
                            options_out_of_range,
                            too_many_for_pairs,
                            equals_and_one_alone_are_first,
                            constant_criteria,
                            copras_does_not_reward_costs,
                            product_by_hand,
                            a_threshold_is_met_as_it_reads,
                            every_row_says_what_it_is,
                            NULL};
    return run_tests("aggregation", tests);
}
