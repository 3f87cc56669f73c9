/* Two orders side by side; numbers by hand. */
#include "analysis/aggregation/comparison.h"

#include "check_suite.h"

#include <math.h>

/* Of six pairs five agree and one (the last two) does not: (5 - 1)/6. */
START_TEST(one_exchange_of_four)
{
    static const uint32_t a[] = {1, 2, 3, 4};
    static const uint32_t b[] = {1, 2, 4, 3};
    sel_order_comparison of = sel_orders_compare(a, b, 4);
    ck_assert(of.available);
    ck_assert_double_eq_tol(of.tau_b, 4. / 6, 1e-15);
    ck_assert_uint_eq(of.agreeing, 2);
    ck_assert_uint_eq(of.difference, 1);
    ck_assert_uint_eq(of.farthest, 2);
}
END_TEST

/* Ranks 1, 2, 2 with 1, 2, 3: two pairs agree, one is tied on one side: 2/sqrt(2 * 3). */
START_TEST(ties_are_allowed_for)
{
    static const uint32_t a[] = {1, 2, 2};
    static const uint32_t b[] = {1, 2, 3};
    sel_order_comparison of = sel_orders_compare(a, b, 3);
    ck_assert_double_eq_tol(of.tau_b, 2 / sqrt(6), 1e-15);
    ck_assert_uint_eq(of.farthest, 2);
}
END_TEST

START_TEST(the_farthest_is_the_first_with_the_largest_difference)
{
    static const uint32_t a[] = {1, 2, 3};
    static const uint32_t b[] = {3, 2, 1};
    sel_order_comparison of = sel_orders_compare(a, b, 3);
    ck_assert(of.tau_b == -1);
    ck_assert_uint_eq(of.difference, 2);
    ck_assert_uint_eq(of.farthest, 0);
    ck_assert_uint_eq(of.agreeing, 1);
}
END_TEST

START_TEST(one_alternative_or_all_tied_have_no_tau)
{
    static const uint32_t one[] = {1};
    static const uint32_t tied[] = {1, 1};
    static const uint32_t apart[] = {1, 2};
    ck_assert(!sel_orders_compare(one, one, 1).available);
    sel_order_comparison of = sel_orders_compare(tied, apart, 2);
    ck_assert(!of.available && of.tau_b == 0);
    ck_assert_uint_eq(of.difference, 1);
    ck_assert_uint_eq(of.farthest, 1);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {one_exchange_of_four, ties_are_allowed_for,
                                  the_farthest_is_the_first_with_the_largest_difference,
                                  one_alternative_or_all_tied_have_no_tau, NULL};
    return run_tests("comparison", tests);
}
