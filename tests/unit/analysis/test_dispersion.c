#include "analysis/dispersion.h"

#include "check_suite.h"

#include <math.h>

static const double tolerance = 1e-12;

/* Donors of countries B and D in the example of Cambodia's Aid Effectiveness Report 2007, annex
 * VIII, where squares of per cent add up: .36 + .04 + .01 + .01, and .16 + .09 + .03. */
START_TEST(concentration_by_hand)
{
    const uint64_t b[] = {60, 20, 10, 10};
    const uint64_t d[] = {40, 30, 10, 10, 10};
    ck_assert_double_eq_tol(sel_concentration(b, 4), .42, tolerance);
    ck_assert_double_eq_tol(sel_concentration(d, 5), .28, tolerance);
    ck_assert_double_eq(sel_concentration(b, 1), 1);
    ck_assert_double_eq(sel_concentration(b, 0), 0);
}
END_TEST

/* Amounts as large as a register of ten million programmes over three years makes them. */
START_TEST(concentration_of_large_amounts)
{
    const uint64_t amounts[] = {1ULL << 56, 1ULL << 56};
    ck_assert_double_eq(sel_concentration(amounts, 2), .5);
}
END_TEST

/* Two groups of two members: 4, 0 and 2, 2. Shares of cells .5, 0, .25, .25 of a grid of 4:
 * .5·ln 2 + 2·.25·ln 1 = .5·ln 2. Both groups have half: between 0. Within: .5·ln 2 + .5·0. */
START_TEST(theil_within)
{
    const sel_spread_cell cells[] = {{0, 0, 4}, {1, 0, 2}, {1, 1, 2}};
    sel_theil theil = sel_theil_of(cells, 3, 2);
    ck_assert_double_eq_tol(theil.total, .5 * log(2), tolerance);
    ck_assert_double_eq_tol(theil.between, 0, tolerance);
    ck_assert_double_eq_tol(theil.within, .5 * log(2), tolerance);
}
END_TEST

/* 3, 3 and 1, 1: within 0; between .75·ln 1.5 + .25·ln .5. */
START_TEST(theil_between)
{
    const sel_spread_cell cells[] = {{0, 0, 3}, {0, 1, 3}, {1, 0, 1}, {1, 1, 1}};
    sel_theil theil = sel_theil_of(cells, 4, 2);
    ck_assert_double_eq_tol(theil.within, 0, tolerance);
    ck_assert_double_eq_tol(theil.between, .75 * log(1.5) + .25 * log(.5), tolerance);
    ck_assert_double_eq_tol(theil.total, theil.between, tolerance);
}
END_TEST

/* T of 1 … 5, recomputed in Python: Σ s·ln 5s, s = i/15; in one group or in five it is the same,
 * once within and once between. */
START_TEST(theil_of_one_to_five)
{
    sel_spread_cell members[5];
    sel_spread_cell groups[5];
    for (uint32_t i = 0; i < 5; i++) {
        members[i] = (sel_spread_cell){0, i, i + 1};
        groups[i] = (sel_spread_cell){i, 0, i + 1};
    }
    const double known = .11968759358350925;
    ck_assert_double_eq_tol(sel_theil_of(members, 5, 5).total, known, tolerance);
    ck_assert_double_eq_tol(sel_theil_of(members, 5, 5).within, known, tolerance);
    ck_assert_double_eq_tol(sel_theil_of(groups, 5, 1).between, known, tolerance);
}
END_TEST

/* One of n that has all, 0 0 0 10: T is ln n = 1.3862943611198906 (closed form). Equal cells of a
 * whole grid are 0. */
START_TEST(theil_ends)
{
    const sel_spread_cell one = {7, 3, 10};
    ck_assert_double_eq_tol(sel_theil_of(&one, 1, 4).total, 1.3862943611198906, tolerance);
    const sel_spread_cell even[] = {{0, 0, 2}, {0, 1, 2}, {1, 0, 2}, {1, 1, 2}};
    ck_assert_double_eq_tol(sel_theil_of(even, 4, 2).total, 0, tolerance);
    ck_assert_double_eq(sel_theil_of(even, 0, 2).total, 0);
}
END_TEST

START_TEST(medians)
{
    uint64_t odd[] = {9, 1, 5};
    uint64_t even[] = {8, 2, 1, 5};
    ck_assert_double_eq(sel_median(odd, 3), 5);
    ck_assert_double_eq(sel_median(even, 4), 3.5);
    ck_assert_double_eq(sel_median(even, 0), 0);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {concentration_by_hand,
                            concentration_of_large_amounts,
                            theil_within,
                            theil_between,
                            theil_of_one_to_five,
                            theil_ends,
                            medians,
                            NULL};
    return run_tests("dispersion", tests);
}
