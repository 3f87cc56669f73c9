/* Oracles: orders worked out by hand, and what must hold of methods that look at no other
 * alternative. */
#include "analysis/sensitivity/rank_reversal.h"

#include "analysis/aggregation/problem.h"
#include "check_suite.h"
#include "seeded.h"

#include <math.h>
#include <string.h>

static const double six_four[] = {.6, .4};
static const double halves[] = {.5, .5};

static sel_rank_reversal reversal_of(const char *method, const sel_decision_matrix *matrix,
                                     const sel_aggregation_options *options, sel_arena *arena)
{
    sel_rank_reversal found = {0};
    sel_error err = {0};
    sel_status status = sel_rank_reversal_of(sel_aggregation_find(sel_str_of(method)), matrix,
                                             options, arena, &found, &err);
    ck_assert_msg(status == SEL_OK, "%s", err.message);
    return found;
}

/* By min-max (0, 10), (10, 9.9), (9, 10) count .4, .6, .94. Without the first the ranges are 9 to
 * 10 and 9.9 to 10, and the others count .6 and .4: reversed. Without the second the second
 * criterion is constant and they count 0 and .6, without the third .4 and .6: as before. */
static const double three[] = {0, 10, 9, 10, 9.9, 10};

START_TEST(a_range_that_shrinks_reverses_an_order)
{
    sel_arena *arena = sel_arena_create();
    const sel_decision_matrix matrix = {three, 3, 2, NULL};
    const sel_aggregation_options options = {.weights = six_four, .threads = 2};
    sel_rank_reversal found = reversal_of("weighted-sum", &matrix, &options, arena);
    ck_assert_uint_eq(found.count, 3);
    ck_assert_uint_eq(found.changing, 1);
    ck_assert_uint_eq(found.reversing, 1);
    const sel_dropped *first = &found.dropped[0];
    ck_assert(first->changed == 1 && first->reversed == 1 && first->first_changes);
    ck_assert_uint_eq(first->pair_count, 1);
    ck_assert_uint_eq(first->pairs[0].ahead, 2);
    ck_assert_uint_eq(first->pairs[0].behind, 1);
    ck_assert(!first->pairs[0].tied_before && !first->pairs[0].tied_after);
    ck_assert(found.dropped[1].changed == 0 && !found.dropped[1].first_changes);
    ck_assert(found.dropped[2].changed == 0 && !found.dropped[2].first_changes);
    sel_arena_destroy(arena);
}
END_TEST

/* With equal weights the others count .5 and .5 without the first, where .5 and .95 were before;
 * the first and the second tie at .5 before, and without the third too. */
START_TEST(a_tie_that_is_made_is_no_reversal)
{
    sel_arena *arena = sel_arena_create();
    const sel_decision_matrix matrix = {three, 3, 2, NULL};
    const sel_aggregation_options options = {.weights = halves, .threads = 1};
    sel_rank_reversal found = reversal_of("weighted-sum", &matrix, &options, arena);
    ck_assert_uint_eq(found.changing, 1);
    ck_assert_uint_eq(found.reversing, 0);
    const sel_changed_pair *pair = &found.dropped[0].pairs[0];
    ck_assert(pair->ahead == 2 && pair->behind == 1 && !pair->tied_before && pair->tied_after);
    ck_assert(found.dropped[0].first_changes); /* both are first now */
    sel_arena_destroy(arena);
}
END_TEST

/* A product without a floor takes no value of 0, which min-max makes of the least. */
START_TEST(what_the_method_cannot_take_is_refused)
{
    sel_arena *arena = sel_arena_create();
    const sel_decision_matrix matrix = {three, 3, 2, NULL};
    const sel_aggregation_options options = {
        .weights = halves, .normalisation = sel_normalisation_find(SEL_STR("min-max"))};
    sel_rank_reversal found;
    sel_error err = {0};
    sel_status status = sel_rank_reversal_of(sel_aggregation_find(SEL_STR("weighted-product")),
                                             &matrix, &options, arena, &found, &err);
    ck_assert_int_eq(status, SEL_BAD_INPUT);
    sel_arena_destroy(arena);
}
END_TEST

static sel_status no_pairs(const sel_aggregation_problem *problem, sel_arena *arena,
                           sel_aggregation_outcome *outcome, sel_error *err)
{
    if (problem->rows == 2)
        return sel_fail(err, SEL_BAD_INPUT, "two are too few");
    outcome->scores = sel_arena_array(arena, problem->rows, sizeof(double));
    return SEL_OK;
}

START_TEST(what_the_method_cannot_take_without_one_is_told)
{
    sel_aggregation method = *sel_aggregation_find(SEL_STR("weighted-sum"));
    method.compute = no_pairs;
    sel_arena *arena = sel_arena_create();
    const sel_decision_matrix matrix = {three, 3, 2, NULL};
    const sel_aggregation_options options = {.weights = halves, .threads = 2};
    sel_rank_reversal found = {0};
    sel_error err = {0};
    sel_status status = sel_rank_reversal_of(&method, &matrix, &options, arena, &found, &err);
    ck_assert_int_eq(status, SEL_OK);
    ck_assert_uint_eq(found.changing, 0);
    for (uint32_t i = 0; i < 3; i++) {
        ck_assert(found.dropped[i].refused);
        ck_assert_str_eq(found.dropped[i].reason, "two are too few");
    }
    sel_arena_destroy(arena);
}
END_TEST

enum { ROWS = 12, CRITERIA = 4, TABLES = 50 };

static void draw_table(uint64_t *state, double *values)
{
    for (int at = 0; at < ROWS * CRITERIA; at++)
        values[at] = 1 + seeded_below(state, 20);
}

/* Values as they are depend on nobody else; so do ranks by sum and by product of them. */
START_TEST(values_as_they_are_never_change_an_order)
{
    static const double weights[] = {.4, .3, .2, .1};
    uint64_t state = 5;
    sel_arena *arena = sel_arena_create();
    for (int k = 0; k < TABLES; k++) {
        double values[ROWS * CRITERIA];
        draw_table(&state, values);
        const sel_decision_matrix matrix = {values, ROWS, CRITERIA, NULL};
        const sel_aggregation_options options = {
            .weights = weights, .normalisation = sel_normalisation_find(SEL_STR("as-is"))};
        ck_assert_uint_eq(reversal_of("weighted-sum", &matrix, &options, arena).changing, 0);
        ck_assert_uint_eq(reversal_of("weighted-product", &matrix, &options, arena).changing, 0);
    }
    sel_arena_destroy(arena);
}
END_TEST

/* Rows turned round turn everything found round, and threads leave no trace; some of it is there to
 * be found. */
START_TEST(order_and_threads_change_nothing)
{
    static const double weights[] = {.4, .3, .2, .1};
    uint64_t state = 6;
    uint32_t reversing = 0;
    sel_arena *arena = sel_arena_create();
    for (int k = 0; k < TABLES; k++) {
        double values[ROWS * CRITERIA];
        double turned[ROWS * CRITERIA];
        draw_table(&state, values);
        for (int at = 0; at < ROWS * CRITERIA; at++)
            turned[at] = values[at / ROWS * ROWS + ROWS - 1 - at % ROWS];
        const sel_decision_matrix matrix = {values, ROWS, CRITERIA, NULL};
        const sel_decision_matrix other = {turned, ROWS, CRITERIA, NULL};
        const sel_aggregation_options one = {.weights = weights, .threads = 1};
        const sel_aggregation_options two = {.weights = weights, .threads = 2};
        sel_rank_reversal found = reversal_of("topsis", &matrix, &one, arena);
        sel_rank_reversal again = reversal_of("topsis", &other, &two, arena);
        ck_assert_uint_eq(found.changing, again.changing);
        for (uint32_t i = 0; i < ROWS; i++) {
            const sel_dropped *a = &found.dropped[i];
            const sel_dropped *b = &again.dropped[ROWS - 1 - i];
            ck_assert(a->changed == b->changed && a->reversed == b->reversed);
            ck_assert_int_eq(a->first_changes, b->first_changes);
            ck_assert_uint_eq(a->pair_count, a->changed);
        }
        reversing += found.reversing;
    }
    ck_assert_uint_gt(reversing, 0);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(too_few_and_too_many)
{
    sel_arena *arena = sel_arena_create();
    const sel_aggregation_options options = {.weights = halves};
    const sel_decision_matrix two = {three, 2, 2, NULL};
    ck_assert_uint_eq(reversal_of("topsis", &two, &options, arena).count, 0);
    const sel_decision_matrix many = {NULL, SEL_REVERSAL_ROWS_MOST + 1, 2, NULL};
    const sel_decision_matrix none = {NULL, 0, 2, NULL};
    sel_rank_reversal found;
    sel_error err = {0};
    const sel_aggregation *method = sel_aggregation_find(SEL_STR("topsis"));
    ck_assert_int_eq(sel_rank_reversal_of(method, &many, &options, arena, &found, &err),
                     SEL_UNSUPPORTED);
    ck_assert_int_eq(sel_rank_reversal_of(method, &none, &options, arena, &found, &err),
                     SEL_BAD_INPUT);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {a_range_that_shrinks_reverses_an_order,
                                  a_tie_that_is_made_is_no_reversal,
                                  what_the_method_cannot_take_is_refused,
                                  what_the_method_cannot_take_without_one_is_told,
                                  values_as_they_are_never_change_an_order,
                                  order_and_threads_change_nothing,
                                  too_few_and_too_many,
                                  NULL};
    return run_tests("rank_reversal", tests);
}
