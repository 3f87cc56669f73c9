#include "analysis/weighting/unevenness.h"

#include "check_suite.h"
#include "seeded.h"

#include <float.h>

/* (1 + t)·ln(1 + t) − t in long doubles; near 0 by its series, whose terms are tᵏ(−1)ᵏ/(k(k − 1)).
 */
static long double by_hand(double t)
{
    if (fabs(t) >= 0x1p-7)
        return (1 + (long double)t) * log1pl(t) - t;
    long double sum = 0;
    long double power = -t;
    for (int k = 2; k < 14; k++) {
        power *= -(long double)t;
        sum += power / (k * (k - 1));
    }
    return sum;
}

/* One value beside a mean of 1, so that t is the value less 1, without rounding from ½ to 2. */
static void check(double value)
{
    double t = value - 1;
    long double expected = by_hand(t);
    double found = sel_unevenness(&value, 1, 1);
    double tolerance = 32 * DBL_EPSILON * (double)expected + (value < .5 ? DBL_EPSILON : 0);
    ck_assert_msg(fabsl(found - expected) <= tolerance, "%a: %a, not %La", value, found, expected);
}

START_TEST(right_to_the_last_digits)
{
    uint64_t state = 1;
    for (uint32_t i = 0; i < 200000; i++) {
        check(1 + ldexp(seeded_unit(&state) - .5, -(int)seeded_below(&state, 50)));
        check(exp(40 * seeded_unit(&state) - 20));
    }
    const double edges[] = {1,
                            0x1.6a09e667f3bccp-1,
                            0x1.6a09e667f3bcdp-1,
                            0x1.6a09e667f3bcep-1,
                            0x1.6a09e667f3bccp+0,
                            0x1.6a09e667f3bcdp+0,
                            2,
                            .5,
                            1 + DBL_EPSILON,
                            1 - DBL_EPSILON / 2,
                            1e300};
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
        check(edges[i]);
}
END_TEST

/* 0·ln 0 is 0, so that u(−1) = 1; all the same gives exactly 0. */
START_TEST(nothing_and_no_difference)
{
    const double nothing[] = {0, 0, 0};
    const double same[] = {.1, .1, .1, .1, .1};
    ck_assert_double_eq(sel_unevenness(nothing, 3, .7), 3);
    ck_assert_double_eq(sel_unevenness(same, 5, .1), 0);
    ck_assert_double_eq(sel_unevenness(NULL, 0, 1), 0);
}
END_TEST

/* 1,000 times 1 and 3 beside their mean 2: ½·ln ½ + ½ and 1½·ln 1½ − ½. */
START_TEST(many_values_add_up)
{
    double values[2000];
    for (uint32_t i = 0; i < 2000; i++)
        values[i] = i % 2 == 0 ? 1 : 3;
    double expected = 1000 * (.5 * log(.5) + 1.5 * log(1.5));
    ck_assert_double_eq_tol(sel_unevenness(values, 2000, 2), expected, 1e-11);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {right_to_the_last_digits, nothing_and_no_difference, many_values_add_up,
                            NULL};
    return run_tests("unevenness", tests);
}
