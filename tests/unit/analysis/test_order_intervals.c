/* Rank intervals within constraints on weights: shares that can be worked out by hand. */
#include "analysis/aggregation/order_intervals.h"

#include "check_suite.h"

#include <math.h>
#include <string.h>

enum { DRAWS = 65536, ROWS = 4 };

static sel_arena *arena;

/* C and D are ahead of A and B under any weights that are drawn here, so that the third place says
 * which of A and B is ahead. */
static const double SUM[] = {.4, 0, 1, .9, 0, .8, 1, .9};
static const double PRODUCT[] = {.4, .2, 1, .9, .1, .4, 1, .9};
static const double THREE[] = {.8, 0, 1, .9, 0, .8, 1, .9, 0, .8, 1, .9};

static sel_status draw(const char *method, const double *values, const double *weights,
                       uint32_t criteria, const sel_weight_constraints *constraints,
                       sel_order_intervals *intervals, sel_error *err)
{
    const sel_filled_matrix filled = {.matrix = {values, ROWS, criteria, NULL},
                                      .bounds = {values, values, ROWS, criteria, NULL, NULL}};
    const sel_aggregation_options options = {.weights = weights,
                                             .normalisation =
                                                 sel_normalisation_find(SEL_STR("as-is")),
                                             .threads = 2};
    return sel_order_intervals_of(sel_aggregation_find(sel_str_of(method)), &filled, &options,
                                  &(sel_order_draws){DRAWS, 7, constraints}, arena, intervals, err);
}

/* A is ahead of B in this share of the weightings, to four standard errors: the spread is a
 * deviation over 16 sets. */
static sel_order_intervals check_share(const char *method, const double *values,
                                       const double *weights, uint32_t criteria,
                                       const sel_weight_constraints *constraints, double share)
{
    sel_order_intervals found;
    sel_error err = {0};
    ck_assert_msg(draw(method, values, weights, criteria, constraints, &found, &err) == SEL_OK,
                  "%s: %s", method, err.message);
    ck_assert_int_eq(found.lack, SEL_INTERVALS_FOUND);
    ck_assert_msg(fabs(found.of[0].first_three - share) <= found.spread + 1e-12, "%s: %g, not %g",
                  method, found.of[0].first_three, share);
    ck_assert_msg(fabs(found.of[1].first_three - (1 - share)) <= found.spread + 1e-12, "%s",
                  method);
    ck_assert_double_le(found.spread, .02);
    ck_assert_double_eq(found.of[2].first_three, 1);
    return found;
}

static const double HALF[] = {.5, .5};
static const sel_weight_order ORDER = {0, 1};
static const sel_weight_constraints FIRST_MORE = {&ORDER, 1, NULL, NULL};

/* Sum: .4 w₁ > .8 w₂, product: w₁ ln 2 > w₂ ln 4, both w₁ > 2/3. Of all weightings that is a third,
 * of those with w₁ >= w₂, even over [1/2, 1], two thirds. */
START_TEST(shares_within_an_order)
{
    check_share("weighted-sum", SUM, HALF, 2, NULL, 1.0 / 3);
    sel_order_intervals found = check_share("weighted-sum", SUM, HALF, 2, &FIRST_MORE, 2.0 / 3);
    ck_assert_uint_eq(found.draws, DRAWS);
    ck_assert_uint_eq(found.tried, DRAWS);
    ck_assert_int_eq(found.source, SEL_WEIGHTS_SOBOL);
    ck_assert_double_eq(found.concentration, 0);
    check_share("weighted-product", PRODUCT, HALF, 2, &FIRST_MORE, 2.0 / 3);
}
END_TEST

/* What A of (.5, .4, 0) is ahead of B of (0, 1, .5) is linear in the weights: .5 at the corner (1,
 * 0, 0) of w₁ >= w₂ >= w₃, −.05 at (½, ½, 0), −.2 at (⅓, ⅓, ⅓). It is above 0 in .5² / (.55 · .7)
 * of this triangle. */
START_TEST(shares_within_a_full_order)
{
    static const double values[] = {.5, 0, 1, .9, .4, 1, 1, .9, 0, .5, 1, .9};
    const double weights[] = {.5, .3, .2};
    const sel_weight_order orders[] = {{1, 2}, {0, 1}};
    sel_order_intervals found =
        check_share("weighted-sum", values, weights, 3,
                    &(sel_weight_constraints){orders, 2, NULL, NULL}, 50.0 / 77);
    ck_assert_int_eq(found.source, SEL_WEIGHTS_SOBOL);
}
END_TEST

/* With usual preferences A is ahead of B where w₁ > 1/2: two thirds of [.4, .7], and w₁ > 2/3 in a
 * third of [.6, .7]. */
START_TEST(shares_within_bounds)
{
    const double low[] = {.4, 0};
    const double high[] = {.7, 1};
    check_share("promethee", SUM, HALF, 2, &(sel_weight_constraints){.low = low, .high = high},
                2.0 / 3);
    const double some[] = {.65, .35};
    const double higher[] = {.6, 0};
    check_share("weighted-sum", SUM, some, 2,
                &(sel_weight_constraints){.low = higher, .high = high}, 1.0 / 3);
}
END_TEST

/* A is ahead where w₁ > 1/2: a quarter of all weightings of three, and three quarters of the third
 * in which it is the largest, which is found by leaving the others out. With w₂ <= h it is (1 − h)
 * / (2 − h): by random walks where h is small. */
START_TEST(shares_of_three_criteria)
{
    const double weights[] = {.5, .25, .25};
    const sel_weight_order orders[] = {{0, 1}, {0, 2}};
    sel_order_intervals found = check_share("weighted-sum", THREE, weights, 3,
                                            &(sel_weight_constraints){orders, 2, NULL, NULL}, .75);
    ck_assert_int_eq(found.source, SEL_WEIGHTS_REJECTION);
    ck_assert_uint_gt(found.tried, DRAWS);
    const double little[] = {1, .004, 1};
    const double thin[] = {.5, .002, .498};
    found = check_share("weighted-sum", THREE, thin, 3, &(sel_weight_constraints){.high = little},
                        .996 / 1.996);
    ck_assert_int_eq(found.source, SEL_WEIGHTS_HIT_AND_RUN);
}
END_TEST

/* Ranks between 5 and 95 of 100: A and B change places where that is open, not where w₁ >= .7. */
START_TEST(intervals_within_constraints)
{
    sel_order_intervals found = check_share("weighted-sum", SUM, HALF, 2, &FIRST_MORE, 2.0 / 3);
    ck_assert_uint_eq(found.of[0].rank_low, 3);
    ck_assert_uint_eq(found.of[0].rank_high, 4);
    const double low[] = {.7, 0};
    const double most[] = {.8, .2};
    found = check_share("weighted-sum", SUM, most, 2, &(sel_weight_constraints){.low = low}, 1);
    ck_assert_uint_eq(found.of[0].rank_low, 3);
    ck_assert_uint_eq(found.of[0].rank_high, 3);
    ck_assert_uint_eq(found.of[1].rank_low, 4);
}
END_TEST

START_TEST(constraints_that_are_not_kept)
{
    const double other[] = {.4, .6};
    const sel_weight_order both[] = {{0, 1}, {1, 0}};
    sel_order_intervals found;
    sel_error err = {0};
    ck_assert_int_eq(draw("topsis", SUM, other, 2, &FIRST_MORE, &found, &err), SEL_BAD_INPUT);
    ck_assert_msg(strstr(err.message, "criterion 1 weighs 0.4") != NULL, "%s", err.message);
    ck_assert_int_eq(draw("weighted-sum", SUM, HALF, 2,
                          &(sel_weight_constraints){both, 2, NULL, NULL}, &found, &err),
                     SEL_BAD_INPUT);
    ck_assert_msg(strstr(err.message, "circle") != NULL, "%s", err.message);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {shares_within_an_order,
                                  shares_within_a_full_order,
                                  shares_within_bounds,
                                  shares_of_three_criteria,
                                  intervals_within_constraints,
                                  constraints_that_are_not_kept,
                                  NULL};
    arena = sel_arena_create();
    int outcome = run_tests("order_intervals", tests);
    sel_arena_destroy(arena);
    return outcome;
}
