#include "selaras.h"

#include "check_suite.h"

#include <math.h>

/* Four alternatives, three criteria (the third a cost) and one without weight. NAN: not known.
 *
 *        c1  c2  c3  c4
 *     A  10   0   4   ·
 *     B   ·  10   2   ·
 *     C   0   5   ·   1
 *     D   ·   ·   0   2 */
static const double values[] = {10, NAN, 0, NAN, 0, 10, 5, NAN, 4, 2, NAN, 0, NAN, NAN, 1, 2};
static const bool known[] = {true, false, true,  false, true,  true,  true, false,
                             true, true,  false, true,  false, false, true, true};
static const bool cost[] = {false, false, true, false};
static const double weights[] = {.5, .3, .2, 0};
static const sel_decision_matrix matrix = {values, 4, 4, cost};
static const sel_aggregation_options options = {.weights = weights};

static sel_incomplete incomplete_of(const char *method)
{
    const sel_aggregation *row = sel_aggregation_find((sel_str){method, strlen(method)});
    ck_assert(row != NULL);
    return (sel_incomplete){.scoring = {row, &matrix, &options}, .known = known};
}

static sel_missing look(const sel_incomplete *incomplete, double limit, sel_arena *arena)
{
    sel_error err = {0};
    sel_missing found;
    ck_assert_msg(sel_missing_look(incomplete, limit, arena, &found, &err) == SEL_OK, "%s",
                  err.message);
    return found;
}

START_TEST(who_lacks_what)
{
    sel_arena *arena = sel_arena_create();
    const sel_incomplete incomplete = incomplete_of("weighted-sum");
    sel_missing found = look(&incomplete, 0, arena);
    const double coverage[] = {1, .5, .8, .2};
    const uint32_t cells_of[] = {0, 1, 1, 2};
    const uint32_t lacking[] = {2, 1, 1, 0};
    for (uint32_t i = 0; i < 4; i++) {
        ck_assert_double_eq_tol(found.coverage[i], coverage[i], 1e-15);
        ck_assert_uint_eq(found.cells_of[i], cells_of[i]);
        ck_assert_uint_eq(found.lacking[i], lacking[i]);
    }
    ck_assert_uint_eq(found.cells, 4);
    ck_assert_uint_eq(found.ranked_count, 4);
    ck_assert_uint_eq(found.apart_count, 0);
    ck_assert_double_eq(found.common_share, 0);
    ck_assert(!found.neighbours);
    sel_aggregation_outcome outcome;
    sel_error err = {0};
    ck_assert(sel_missing_rank_common(&incomplete, &found, arena, &outcome, &err) == SEL_REFUSED);
    sel_arena_destroy(arena);
}
END_TEST

/* A limit of .5 lists D apart, B just stays; A, B, C have c2 in common, .3 of the weight. At .8 A
 * and C have c1 and c2, of which c1 is .5 / .8. */
START_TEST(apart_and_common)
{
    sel_arena *arena = sel_arena_create();
    const sel_incomplete incomplete = incomplete_of("weighted-sum");
    sel_error err = {0};
    sel_aggregation_outcome outcome;
    sel_missing found = look(&incomplete, .5, arena);
    ck_assert_uint_eq(found.ranked_count, 3);
    ck_assert_uint_eq(found.apart_count, 1);
    ck_assert_uint_eq(found.apart[0], 3);
    ck_assert(!found.common[0] && found.common[1] && !found.common[2] && !found.common[3]);
    ck_assert_double_eq_tol(found.common_share, .3, 1e-15);
    ck_assert(!found.neighbours);
    ck_assert(sel_missing_rank_common(&incomplete, &found, arena, &outcome, &err) == SEL_OK);
    const double scores[] = {0, 1, .5};
    const uint32_t ranks[] = {3, 1, 2};
    for (uint32_t i = 0; i < 3; i++) {
        ck_assert_double_eq_tol(outcome.scores[i], scores[i], 1e-15);
        ck_assert_uint_eq(outcome.ranks[i], ranks[i]);
    }
    found = look(&incomplete, .8, arena);
    ck_assert_uint_eq(found.ranked_count, 2);
    ck_assert_uint_eq(found.ranked[1], 2);
    ck_assert_double_eq_tol(found.common_share, .8, 1e-15);
    ck_assert(found.neighbours);
    ck_assert(sel_missing_rank_common(&incomplete, &found, arena, &outcome, &err) == SEL_OK);
    ck_assert_double_eq_tol(outcome.scores[0], .625, 1e-15);
    ck_assert_double_eq_tol(outcome.scores[1], .375, 1e-15);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(bad_input)
{
    const bool nobody[] = {false, false, false, false, true,  true,  true, false,
                           true,  true,  false, true,  false, false, true, true};
    const double twice[] = {1, 1, 0, 0};
    const sel_aggregation_options wrong = {.weights = twice};
    sel_arena *arena = sel_arena_create();
    sel_incomplete incomplete = incomplete_of("weighted-sum");
    sel_error err = {0};
    sel_missing found;
    sel_score_bounds bounds[4];
    sel_imputation imputation;
    ck_assert(sel_missing_look(&incomplete, NAN, arena, &found, &err) == SEL_BAD_INPUT);
    ck_assert(sel_missing_look(&incomplete, 1.5, arena, &found, &err) == SEL_BAD_INPUT);
    incomplete.known = nobody;
    ck_assert(sel_missing_look(&incomplete, 0, arena, &found, &err) == SEL_BAD_INPUT);
    ck_assert_str_eq(err.message, "criterion 1: no alternative has a value");
    ck_assert(sel_score_bounds_of(&incomplete, bounds, &err) == SEL_BAD_INPUT);
    ck_assert_str_eq(err.message, "criterion 1: no alternative has a value");
    ck_assert(sel_imputation_of(&incomplete, 10, 1, arena, &imputation, &err) == SEL_BAD_INPUT);
    ck_assert_str_eq(err.message, "criterion 1: no alternative has a value");
    incomplete = incomplete_of("weighted-sum");
    ck_assert(sel_imputation_of(&incomplete, 1, 1, arena, &imputation, &err) == SEL_BAD_INPUT);
    ck_assert(sel_imputation_of(&incomplete, 10, 0, arena, &imputation, &err) == SEL_BAD_INPUT);
    incomplete.scoring.options = &wrong;
    ck_assert(sel_missing_look(&incomplete, 0, arena, &found, &err) == SEL_BAD_INPUT);
    ck_assert_str_eq(err.message, "weights sum to 2, not 1");
    sel_arena_destroy(arena);
}
END_TEST

/* Min-max of the known: c1 0 … 10, c2 0 … 10, c3 4 … 0. A .5. B .3 + .1 = .4, c1 adds up to .5.
 * C .15, c3 adds up to .2. D .2, c1 and c2 add up to .8. Best of all D, worst of others: B .4. */
START_TEST(bounds_of_a_sum)
{
    sel_arena *arena = sel_arena_create();
    const sel_incomplete incomplete = incomplete_of("weighted-sum");
    const double low[] = {.5, .4, .15, .2};
    const double high[] = {.5, .9, .35, 1};
    const uint32_t rank_low[] = {1, 1, 3, 1};
    const uint32_t rank_high[] = {3, 3, 4, 4};
    sel_error err = {0};
    sel_score_bounds bounds[4];
    ck_assert(sel_score_bounds_of(&incomplete, bounds, &err) == SEL_OK);
    for (uint32_t i = 0; i < 4; i++) {
        ck_assert_double_eq_tol(bounds[i].low, low[i], 1e-15);
        ck_assert_double_eq_tol(bounds[i].high, high[i], 1e-15);
        ck_assert_uint_eq(bounds[i].rank_low, rank_low[i]);
        ck_assert_uint_eq(bounds[i].rank_high, rank_high[i]);
    }
    ck_assert(sel_score_bounds_proven(&incomplete));
    const sel_incomplete other = incomplete_of("topsis");
    ck_assert(!sel_score_bounds_proven(&other));
    sel_arena_destroy(arena);
}
END_TEST

/* Usual shape. D at worst (0, 0, 0), others at best: c1 against 10, 10, 0: loses two, ties C; c2
 * against 0, 10, 5: ties A, loses two; c3 (a cost) against 4, 2, 0: beats two, ties C:
 * (−2 · .5 − 2 · .3 + 2 · .2) / 3 = −.4. A complete, others at best: c1 10 against 10, 0, 10:
 * beats C; c2 0 against 10, 5, 10: loses 3; c3 4 against 2, 0, 0: loses 3:
 * (.5 − .9 − .6) / 3 = −1/3. */
START_TEST(bounds_of_flows)
{
    const sel_incomplete incomplete = incomplete_of("promethee");
    sel_error err = {0};
    sel_score_bounds bounds[4];
    ck_assert(sel_score_bounds_of(&incomplete, bounds, &err) == SEL_OK);
    ck_assert_double_eq_tol(bounds[3].low, -.4, 1e-12);
    ck_assert_double_eq_tol(bounds[0].low, -1.0 / 3, 1e-12);
    ck_assert(sel_score_bounds_proven(&incomplete));
}
END_TEST

/* A range that is given replaces that of the known values. */
START_TEST(given_ranges)
{
    const sel_value_range ranges[] = {{5, 5}, {0, 10}, {4, 0}, {0, 0}};
    sel_incomplete incomplete = incomplete_of("weighted-sum");
    sel_error err = {0};
    sel_score_bounds bounds[4];
    incomplete.ranges = ranges;
    ck_assert(sel_score_bounds_of(&incomplete, bounds, &err) == SEL_OK);
    ck_assert_double_eq_tol(bounds[1].low, .65, 1e-15);
    ck_assert_double_eq_tol(bounds[1].high, .65, 1e-15);
    ck_assert(!sel_score_bounds_proven(&incomplete));
}
END_TEST

int main(void)
{
    const TTest *tests[] = {who_lacks_what,  apart_and_common, bad_input, bounds_of_a_sum,
                            bounds_of_flows, given_ranges,     NULL};
    return run_tests("missing", tests);
}
