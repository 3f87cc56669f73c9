#include "selaras.h"

#include "check_suite.h"

#include <math.h>

enum { WIDE = 13 };

/* Games of two criteria, by hand: φ₁ = ½ (v(1) − v()) + ½ (v(12) − v(2)). PROMETHEE, usual shape,
 * weights .75 and .25, flows over the n − 1 = 2 others. */
static const double two_values[] = {9, 3, 6, 2, 5, 8};
static const sel_decision_matrix two = {two_values, 3, 2, NULL};
static const double two_weights[] = {.75, .25};
static const sel_aggregation_options two_options = {.weights = two_weights};

static sel_scoring scoring_of(const char *method, const sel_decision_matrix *matrix,
                              const sel_aggregation_options *options)
{
    const sel_aggregation *row = sel_aggregation_find((sel_str){method, strlen(method)});
    ck_assert(row != NULL);
    return (sel_scoring){row, matrix, options};
}

/* Alternative 1 is (9, 2), the means are 6 and 5. Own values: beats both by 1 (+.75), loses to both
 * by 2 (−.25): φ = .5. First at the mean 6: beats 3, ties 6: .375 − .25 = .125. Second at the mean
 * 5: ties 5, loses to 8: .75 − .125 = .625. Both: .375 − .125 = .25. */
START_TEST(two_criteria_by_hand)
{
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    sel_shapley found;
    sel_scoring scoring = scoring_of("promethee", &two, &two_options);
    sel_shapley_options options = {.baseline = SEL_BASELINE_MEAN};
    ck_assert(sel_shapley_of(&scoring, 0, &options, arena, &found, &err) == SEL_OK);
    ck_assert_uint_eq(found.players, 2);
    ck_assert_double_eq_tol(found.score, .5, 1e-12);
    ck_assert_double_eq_tol(found.baseline_score, .25, 1e-12);
    ck_assert_double_eq_tol(found.values[0], .375, 1e-12);
    ck_assert_double_eq_tol(found.values[1], -.125, 1e-12);
    ck_assert_str_eq(sel_baseline_name(found.baseline), "mean");
    sel_arena_destroy(arena);
}
END_TEST

/* The worst values are 3 and 2: first out of the coalition ties 3, loses to 6: −.375 − .25; the
 * second is at its worst already. */
START_TEST(against_the_worst)
{
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    sel_shapley found;
    sel_scoring scoring = scoring_of("promethee", &two, &two_options);
    sel_shapley_options options = {.baseline = SEL_BASELINE_WORST};
    ck_assert(sel_shapley_of(&scoring, 0, &options, arena, &found, &err) == SEL_OK);
    ck_assert_double_eq_tol(found.baseline_score, -.625, 1e-12);
    ck_assert_double_eq_tol(found.values[0], 1.125, 1e-12);
    ck_assert_double_eq(found.values[1], 0);
    sel_arena_destroy(arena);
}
END_TEST

/* One group of both has all there is; a group without weight has nothing. */
START_TEST(groups)
{
    const uint32_t group[] = {1, 1};
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    sel_shapley found;
    sel_scoring scoring = scoring_of("promethee", &two, &two_options);
    sel_shapley_options options = {.group = group, .groups = 2};
    ck_assert(sel_shapley_of(&scoring, 0, &options, arena, &found, &err) == SEL_OK);
    ck_assert_double_eq(found.values[0], 0);
    ck_assert_double_eq_tol(found.values[1], .25, 1e-12);
    options.groups = 1;
    ck_assert(sel_shapley_of(&scoring, 0, &options, arena, &found, &err) == SEL_BAD_INPUT);
    ck_assert_str_eq(err.message, "criterion 1 is in group 2 of 1");
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(a_row_that_is_not_there)
{
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    sel_shapley found;
    sel_scoring scoring = scoring_of("topsis", &two, &two_options);
    sel_shapley_options options = {0};
    ck_assert(sel_shapley_of(&scoring, 3, &options, arena, &found, &err) == SEL_BAD_INPUT);
    ck_assert_str_eq(err.message, "alternative 4 of 3");
    sel_arena_destroy(arena);
}
END_TEST

/* Thirteen criteria are too many for Shapley values, not for parts of a sum: each weighs 1/13, and
 * min-max counts 1 and, once both have the worst, 0. */
START_TEST(many_criteria)
{
    double values[2 * WIDE];
    double weights[WIDE];
    for (uint32_t j = 0; j < WIDE; j++) {
        values[2 * j] = j + 1;
        values[2 * j + 1] = 0;
        weights[j] = 1.0 / WIDE;
    }
    const sel_decision_matrix matrix = {values, 2, WIDE, NULL};
    const sel_aggregation_options options = {.weights = weights};
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    sel_contributions found;
    sel_shapley_options how = {.baseline = SEL_BASELINE_WORST};
    sel_scoring scoring = scoring_of("topsis", &matrix, &options);
    ck_assert(sel_contributions_of(&scoring, 0, &how, arena, &found, &err) == SEL_UNSUPPORTED);
    ck_assert_str_eq(err.message,
                     "13 criteria with weight are more than the 12 of exact Shapley values");
    scoring = scoring_of("weighted-sum", &matrix, &options);
    ck_assert(sel_contributions_of(&scoring, 0, &how, arena, &found, &err) == SEL_OK);
    ck_assert_int_eq(found.kind, SEL_CONTRIBUTION_PARTS);
    for (uint32_t j = 0; j < WIDE; j++)
        ck_assert_double_eq_tol(found.of.values[j], 1.0 / WIDE, 1e-15);
    sel_arena_destroy(arena);
}
END_TEST

/* A product of values as they are, (8, 2) against the means 4 and 4: ¾ ln 2 and ¼ ln ½. */
START_TEST(parts_of_a_product)
{
    const double values[] = {8, 0.5, 3.5, 2, 4, 6};
    const sel_decision_matrix matrix = {values, 3, 2, NULL};
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    sel_contributions found;
    sel_shapley_options how = {.baseline = SEL_BASELINE_MEAN};
    sel_scoring scoring = scoring_of("weighted-product", &matrix, &two_options);
    ck_assert(sel_contributions_of(&scoring, 0, &how, arena, &found, &err) == SEL_OK);
    ck_assert_int_eq(found.kind, SEL_CONTRIBUTION_LOG_PARTS);
    ck_assert_double_eq_tol(found.of.values[0], .75 * log(2), 1e-12);
    ck_assert_double_eq_tol(found.of.values[1], -.25 * log(2), 1e-12);
    ck_assert_double_eq_tol(found.of.baseline_score, 4, 1e-12);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {
        two_criteria_by_hand, against_the_worst,  groups, a_row_that_is_not_there,
        many_criteria,        parts_of_a_product, NULL};
    return run_tests("shapley", tests);
}
