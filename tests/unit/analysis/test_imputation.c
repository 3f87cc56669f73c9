#include "selaras.h"

#include "check_suite.h"

#include <math.h>

static const double one[] = {1};
static const sel_aggregation_options options = {
    .weights = one,
};

static sel_imputation impute(const double *values, const bool *known, uint32_t rows, uint32_t sets,
                             sel_arena *arena)
{
    const sel_aggregation *method = sel_aggregation_find(SEL_STR("weighted-product"));
    const sel_incomplete_matrix incomplete = {{values, rows, 1, NULL}, known, NULL};
    sel_imputation found;
    sel_error err = {0};
    ck_assert_msg(sel_imputation_of(method, &incomplete, &options, sets, 7, arena, &found, &err) ==
                      SEL_OK,
                  "%s", err.message);
    return found;
}

/* One observed value: every draw is that value. */
START_TEST(one_donor)
{
    const double values[] = {4, NAN, NAN};
    const bool known[] = {true, false, false};
    sel_arena *arena = sel_arena_create();
    sel_imputation found = impute(values, known, 3, 20, arena);
    ck_assert_uint_eq(found.cells, 2);
    ck_assert_uint_eq(found.sets, 20);
    ck_assert_uint_eq(found.seed, 7);
    for (uint32_t i = 0; i < 3; i++) {
        ck_assert_double_eq_tol(found.alternatives[i].score, 4, 1e-12);
        ck_assert_uint_eq(found.alternatives[i].rank_low, 1);
        ck_assert_uint_eq(found.alternatives[i].rank_high, 1);
    }
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(nothing_missing)
{
    const double values[] = {4, 9, 1};
    const bool known[] = {true, true, true};
    const uint32_t ranks[] = {2, 1, 3};
    sel_arena *arena = sel_arena_create();
    sel_imputation found = impute(values, known, 3, 2, arena);
    ck_assert_uint_eq(found.cells, 0);
    for (uint32_t i = 0; i < 3; i++) {
        ck_assert_double_eq_tol(found.alternatives[i].score, values[i], 1e-12);
        ck_assert_uint_eq(found.alternatives[i].rank_low, ranks[i]);
        ck_assert_uint_eq(found.alternatives[i].rank_median, ranks[i]);
        ck_assert_uint_eq(found.alternatives[i].rank_high, ranks[i]);
    }
    sel_arena_destroy(arena);
}
END_TEST

/* Donors 1, 2, 3 (ranks by the score itself): a missing value is each of them with probability 1/3.
 * Its mean is 2; the mean of N sets has a standard error of √(2/3) / √N, .0082 for 10 000. It is
 * first, tied, in a third of the sets, so that its ranks reach from 1 to 3; the median is 2. */
START_TEST(draws_from_three_donors)
{
    enum { SETS = 10000 };
    const double values[] = {1, 2, 3, NAN};
    const bool known[] = {true, true, true, false};
    sel_arena *arena = sel_arena_create();
    sel_imputation found = impute(values, known, 4, SETS, arena);
    const sel_imputed *drawn = &found.alternatives[3];
    ck_assert_double_eq_tol(drawn->score, 2, 4 * sqrt(2.0 / 3 / SETS));
    ck_assert_uint_eq(drawn->rank_low, 1);
    ck_assert_uint_eq(drawn->rank_median, 2);
    ck_assert_uint_eq(drawn->rank_high, 3);
    ck_assert_uint_eq(found.alternatives[2].rank_high, 1);
    ck_assert_uint_eq(found.alternatives[0].rank_low, 3);
    ck_assert_uint_eq(found.alternatives[0].rank_high, 4);
    sel_arena_destroy(arena);
}
END_TEST

/* Donors 1 and 2, eight missing values. The values of one set come from the same draw of two
 * donors: in a quarter of the sets both are 1, and no missing value is above that of alternative 1;
 * in a quarter both are 2, and all are. So its 5-95 % are 2 … 10 and its median 6; values drawn
 * each by itself would all be 1 in 1 of 256 sets and give 4 … 8. */
START_TEST(sets_differ_by_their_donors)
{
    const double values[] = {1, 2, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN};
    const bool known[] = {true, true, false, false, false, false, false, false, false, false};
    sel_arena *arena = sel_arena_create();
    sel_imputation found = impute(values, known, 10, 10000, arena);
    ck_assert_uint_eq(found.alternatives[0].rank_low, 2);
    ck_assert_uint_eq(found.alternatives[0].rank_median, 6);
    ck_assert_uint_eq(found.alternatives[0].rank_high, 10);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(bad_input)
{
    const double values[] = {NAN, NAN};
    const bool known[] = {false, false};
    const sel_incomplete_matrix incomplete = {{values, 2, 1, NULL}, known, NULL};
    const sel_aggregation *sum = sel_aggregation_find(SEL_STR("weighted-sum"));
    sel_arena *arena = sel_arena_create();
    sel_imputation found;
    sel_error err = {0};
    ck_assert(sel_imputation_of(sum, &incomplete, &options, 1, 7, arena, &found, &err) ==
              SEL_BAD_INPUT);
    ck_assert(sel_imputation_of(sum, &incomplete, &options, 10, 0, arena, &found, &err) ==
              SEL_BAD_INPUT);
    ck_assert(sel_imputation_of(sum, &incomplete, &options, 10, 7, arena, &found, &err) ==
              SEL_BAD_INPUT);
    ck_assert_str_eq(err.message, "criterion 1: no alternative has a value");
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {
        one_donor, nothing_missing, draws_from_three_donors, sets_differ_by_their_donors, bad_input,
        NULL};
    return run_tests("imputation", tests);
}
