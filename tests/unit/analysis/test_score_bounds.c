#include "selaras.h"

#include "check_suite.h"

static sel_arena *arena;

/* Four alternatives, three criteria (the third a cost) and one without weight.
 *
 *        c1  c2  c3  c4
 *     A  10   0   4   ·
 *     B   ·  10   2   ·
 *     C   0   5   ·   1
 *     D   ·   ·   0   2 */
static const double values[] = {10, 99, 0, 99, 0, 10, 5, 99, 4, 2, 99, 0, 99, 99, 1, 2};
static const bool known[] = {true, false, true,  false, true,  true,  true, false,
                             true, true,  false, true,  false, false, true, true};
static const bool cost[] = {false, false, true, false};
static const double weights[] = {.5, .3, .2, 0};
static const sel_aggregation_options options = {.weights = weights};

static const sel_aggregation *named(const char *method)
{
    const sel_aggregation *row = sel_aggregation_find(sel_str_of(method));
    ck_assert(row != NULL);
    return row;
}

static sel_filled_matrix fill(const double *of, const bool *told, uint32_t rows, uint32_t criteria)
{
    const sel_incomplete_matrix incomplete = {{of, rows, criteria, cost}, told, NULL};
    sel_filled_matrix filled;
    sel_error err = {0};
    ck_assert_msg(sel_matrix_fill(&incomplete, NULL, NULL, NULL, arena, &filled, &err) == SEL_OK,
                  "%s", err.message);
    return filled;
}

/* Bounds of the table above; its fourth criterion does not count. */
static sel_bounds_proof bound(const char *method, sel_score_bounds *bounds)
{
    const sel_filled_matrix filled = fill(values, known, 4, 4);
    sel_error err = {0};
    ck_assert_msg(
        sel_score_bounds_of(named(method), &filled.bounds, &options, NULL, bounds, &err) == SEL_OK,
        "%s", err.message);
    return sel_score_bounds_proof(named(method), &filled.bounds, &options);
}

/* Min-max of the known: c1 0 … 10, c2 0 … 10, c3 4 … 0. A .5. B .3 + .1 = .4, c1 adds up to .5.
 * C .15, c3 adds up to .2. D .2, c1 and c2 add up to .8. Best of all D, worst of others: B .4. */
START_TEST(a_sum_with_a_fixed_scale)
{
    const double low[] = {.5, .4, .15, .2};
    const double high[] = {.5, .9, .35, 1};
    const uint32_t rank_low[] = {1, 1, 3, 1};
    const uint32_t rank_high[] = {3, 3, 4, 4};
    sel_score_bounds bounds[4];
    ck_assert_int_eq(bound("weighted-sum", bounds), SEL_BOUNDS_PROVEN);
    for (uint32_t i = 0; i < 4; i++) {
        ck_assert_double_eq_tol(bounds[i].low, low[i], 1e-15);
        ck_assert_double_eq_tol(bounds[i].high, high[i], 1e-15);
        ck_assert_uint_eq(bounds[i].rank_low, rank_low[i]);
        ck_assert_uint_eq(bounds[i].rank_high, rank_high[i]);
    }
    ck_assert_int_eq(bound("topsis", bounds), SEL_BOUNDS_ATTAINED);
}
END_TEST

/* Usual shape. D at worst (0, 0, 0), others at best: c1 against 10, 10, 0: loses two, ties C; c2
 * against 0, 10, 5: ties A, loses two; c3 (a cost) against 4, 2, 0: beats two, ties C:
 * (−2 · .5 − 2 · .3 + 2 · .2) / 3 = −.4. A complete, others at best: c1 10 against 10, 0, 10:
 * beats C; c2 0 against 10, 5, 10: loses 3; c3 4 against 2, 0, 0: loses 3:
 * (.5 − .9 − .6) / 3 = −1/3. */
START_TEST(flows_touch_each_other)
{
    sel_score_bounds bounds[4];
    ck_assert_int_eq(bound("promethee", bounds), SEL_BOUNDS_OF_SCORE);
    ck_assert_double_eq_tol(bounds[3].low, -.4, 1e-12);
    ck_assert_double_eq_tol(bounds[0].low, -1.0 / 3, 1e-12);
}
END_TEST

/* One criterion, not a cost. A 0, B 1, C from .5 to .75: counts what it is. Up to 2, C is the most
 * that counts 1, and B counts 1/2 beside it. */
START_TEST(values_within_bounds)
{
    const double low[] = {0, 1, .5};
    const double inside[] = {0, 1, .75};
    const double beyond[] = {0, 1, 2};
    const double one[] = {1};
    const sel_aggregation_options single = {.weights = one};
    sel_uncertain_matrix matrix = {.low = low, .high = inside, .rows = 3, .criteria = 1};
    const sel_aggregation *sum = named("weighted-sum");
    sel_score_bounds bounds[3];
    sel_error err = {0};
    ck_assert_int_eq(sel_score_bounds_proof(sum, &matrix, &single), SEL_BOUNDS_PROVEN);
    ck_assert(sel_score_bounds_of(sum, &matrix, &single, NULL, bounds, &err) == SEL_OK);
    ck_assert(bounds[1].low == 1 && bounds[1].high == 1 && bounds[1].rank_high == 1);
    ck_assert(bounds[2].low == .5 && bounds[2].high == .75 && bounds[2].rank_low == 2);
    matrix.high = beyond;
    ck_assert_int_eq(sel_score_bounds_proof(sum, &matrix, &single), SEL_BOUNDS_ATTAINED);
    ck_assert(sel_score_bounds_of(sum, &matrix, &single, NULL, bounds, &err) == SEL_OK);
    ck_assert(bounds[1].low == .5 && bounds[1].high == 1);
    ck_assert(bounds[1].rank_low == 1 && bounds[1].rank_high == 2);
    ck_assert(bounds[2].low == .5 && bounds[2].high == 1 && bounds[2].rank_low == 1);
    const sel_decision_matrix middle = {(const double[]){0, 1, 1.25}, 3, 1, NULL};
    sel_aggregation_outcome between;
    ck_assert(sel_aggregate(sum, &middle, &single, arena, &between, &err) == SEL_OK);
    bounds[1] = (sel_score_bounds){0};
    ck_assert(sel_score_bounds_of(sum, &matrix, &single, &between, bounds, &err) == SEL_OK);
    ck_assert(bounds[1].low == .5 && bounds[1].high == 1);
    matrix.high = low;
    ck_assert_int_eq(sel_score_bounds_proof(named("topsis"), &matrix, &single), SEL_BOUNDS_PROVEN);
}
END_TEST

/* Weights 3/4 and 1/4. A (1, 10) counts 1/4. B (·, 18) 1/20 and up to 3/4 more. C (3, ·) 3/4 and
 * up to 1/4 more. D (1, 20) nothing. B at its best is ahead of C at its worst, and behind A at its
 * worst; what was tried of one is forgotten for the next. */
START_TEST(everyone_else_is_at_the_other_end)
{
    static const double four[] = {1, 99, 3, 1, 10, 18, 99, 20};
    static const bool told[] = {true, false, true, true, true, true, false, true};
    const bool second[] = {false, true};
    const double both[] = {.75, .25};
    const sel_aggregation_options two = {.weights = both};
    sel_filled_matrix filled = fill(four, told, 4, 2);
    filled.bounds.cost = second;
    sel_score_bounds bounds[4];
    sel_error err = {0};
    ck_assert(sel_score_bounds_of(named("weighted-sum"), &filled.bounds, &two, NULL, bounds,
                                  &err) == SEL_OK);
    const double low[] = {.25, .05, .75, 0};
    const double high[] = {.25, .8, 1, 0};
    const uint32_t rank_low[] = {2, 1, 1, 4};
    const uint32_t rank_high[] = {3, 3, 2, 4};
    for (uint32_t i = 0; i < 4; i++) {
        ck_assert_double_eq_tol(bounds[i].low, low[i], 1e-15);
        ck_assert_double_eq_tol(bounds[i].high, high[i], 1e-15);
        ck_assert_uint_eq(bounds[i].rank_low, rank_low[i]);
        ck_assert_uint_eq(bounds[i].rank_high, rank_high[i]);
    }
}
END_TEST

START_TEST(too_many_tables_are_refused)
{
    enum { ROWS = 1003 };
    static double many[ROWS];
    static bool some[ROWS];
    static sel_score_bounds bounds[ROWS];
    const double one[] = {1};
    const sel_aggregation_options single = {.weights = one};
    sel_error err = {0};
    for (int i = 0; i < ROWS; i++)
        many[i] = i;
    some[0] = some[1] = true;
    const sel_filled_matrix filled = fill(many, some, ROWS, 1);
    ck_assert(sel_score_bounds_of(named("topsis"), &filled.bounds, &single, NULL, bounds, &err) ==
              SEL_UNSUPPORTED);
    ck_assert(sel_score_bounds_of(named("weighted-sum"), &filled.bounds, &single, NULL, bounds,
                                  &err) == SEL_OK);
    ck_assert(bounds[5].low == 0 && bounds[5].high == 1 && bounds[0].rank_high == ROWS);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {a_sum_with_a_fixed_scale,    flows_touch_each_other,
                                  values_within_bounds,        everyone_else_is_at_the_other_end,
                                  too_many_tables_are_refused, NULL};
    arena = sel_arena_create();
    int outcome = run_tests("score_bounds", tests);
    sel_arena_destroy(arena);
    return outcome;
}
