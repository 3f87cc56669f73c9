/* Gaps of a decision matrix; numbers by hand. */
#include "analysis/gaps/incomplete.h"

#include "analysis/aggregation/order_intervals.h"
#include "check_suite.h"

static sel_arena *arena;

/* Three alternatives, a benefit and a cost; the second tells nothing of the first criterion, the
 * third nothing of the second. */
static const double values[] = {1, 99, 3, 10, 20, 99};
static const bool known[] = {true, false, true, true, true, false};
static const bool cost[] = {false, true};
static const double weights[] = {.75, .25};

static sel_incomplete_matrix gaps(void)
{
    return (sel_incomplete_matrix){{values, 3, 2, cost}, known, NULL};
}

static sel_filled_matrix filled_of(const double *low, const double *high)
{
    sel_incomplete_matrix incomplete = gaps();
    sel_filled_matrix filled;
    sel_error err = {0};
    ck_assert_int_eq(sel_matrix_fill(&incomplete, NULL, low, high, arena, &filled, &err), SEL_OK);
    return filled;
}

START_TEST(gaps_count_the_middle_of_worst_and_best)
{
    sel_filled_matrix filled = filled_of(NULL, NULL);
    const double wanted[] = {1, 2, 3, 10, 20, 15};
    ck_assert_mem_eq(filled.matrix.values, wanted, sizeof wanted);
    ck_assert(filled.worst[0] == 1 && filled.best[0] == 3);
    ck_assert(filled.worst[1] == 20 && filled.best[1] == 10);
    const double low[] = {0, 0};
    const double high[] = {8, 40};
    filled = filled_of(low, high);
    ck_assert(filled.matrix.values[1] == 4 && filled.matrix.values[5] == 20);
    ck_assert(filled.worst[1] == 40 && filled.best[1] == 0);
}
END_TEST

START_TEST(a_criterion_with_weight_needs_a_value)
{
    static const bool none[] = {true, true, true, false, false, false};
    sel_incomplete_matrix incomplete = {{values, 3, 2, NULL}, none, NULL};
    sel_filled_matrix filled;
    sel_error err = {0};
    ck_assert_int_eq(sel_matrix_fill(&incomplete, NULL, NULL, NULL, arena, &filled, &err),
                     SEL_BAD_INPUT);
    ck_assert_str_eq(err.message, "nothing is known of criterion 2");
    const double first[] = {1, 0};
    ck_assert_int_eq(sel_matrix_fill(&incomplete, first, NULL, NULL, arena, &filled, &err), SEL_OK);
    ck_assert(filled.matrix.values[3] == 0 && filled.bounds.high[5] == 0);
}
END_TEST

START_TEST(complete_rows_are_those_without_gaps)
{
    sel_incomplete_matrix incomplete = gaps();
    sel_decision_matrix complete = sel_matrix_complete_rows(&incomplete, arena);
    ck_assert_uint_eq(complete.rows, 1);
    ck_assert(complete.values[0] == 1 && complete.values[1] == 10);
}
END_TEST

static sel_order_intervals intervals_of(const char *method, const char *normalisation,
                                        const sel_filled_matrix *filled)
{
    sel_order_intervals intervals;
    sel_error err = {0};
    sel_aggregation_options options = {
        .weights = weights,
        .normalisation =
            normalisation == NULL ? NULL : sel_normalisation_find(sel_str_of(normalisation))};
    ck_assert_msg(sel_order_intervals_of(sel_aggregation_find(sel_str_of(method)), filled, &options,
                                         &(sel_order_draws){1024, 1, NULL}, arena, &intervals,
                                         &err) == SEL_OK,
                  "%s", err.message);
    return intervals;
}

/* What holds of every method: A is ahead of nobody but in few draws. Otherwise as above: drawn
 * whole. */
START_TEST(intervals_are_told_for_every_method)
{
    static const char *const methods[][2] = {
        {"topsis", NULL}, {"promethee", NULL}, {"weighted-sum", "z-score"}};
    sel_filled_matrix filled = filled_of(NULL, NULL);
    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
        sel_order_intervals intervals = intervals_of(methods[i][0], methods[i][1], &filled);
        ck_assert_int_eq(intervals.lack, SEL_INTERVALS_FOUND);
        ck_assert_uint_eq(intervals.draws, 1024);
        ck_assert_uint_eq(intervals.of[2].rank_low, 1);
        for (uint32_t row = 0; row < filled.matrix.rows; row++) {
            ck_assert_uint_ge(intervals.of[row].rank_low, 1);
            ck_assert_uint_le(intervals.of[row].rank_low, intervals.of[row].rank_high);
            ck_assert_uint_le(intervals.of[row].rank_high, filled.matrix.rows);
            ck_assert(intervals.of[row].first_three == 1);
        }
    }
}
END_TEST

/* A has (0, 1), C (1, from 0 to 1): A is ahead only where C's second is worse, and only with a
 * weight of the second above 1/2, hardly ever drawn around 1/4 with 15 of concentration. */
START_TEST(intervals_are_told_where_terms_add_up)
{
    sel_filled_matrix filled = filled_of(NULL, NULL);
    sel_order_intervals intervals = intervals_of("weighted-sum", NULL, &filled);
    ck_assert_int_eq(intervals.lack, SEL_INTERVALS_FOUND);
    ck_assert_uint_eq(intervals.of[2].rank_low, 1);
    ck_assert_uint_ge(intervals.of[1].rank_high, intervals.of[1].rank_low + 1);
    ck_assert(intervals.of[0].first_three == 1);
    ck_assert_uint_eq(intervals.draws, 1024);
    ck_assert_int_eq(intervals_of("weighted-sum", "rank", &filled).lack, SEL_INTERVALS_FOUND);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        intervals_are_told_for_every_method,   gaps_count_the_middle_of_worst_and_best,
        a_criterion_with_weight_needs_a_value, complete_rows_are_those_without_gaps,
        intervals_are_told_where_terms_add_up, NULL};
    arena = sel_arena_create();
    int outcome = run_tests("incomplete", tests);
    sel_arena_destroy(arena);
    return outcome;
}
