#include "analysis/principle/two_keys.h"

#include "check_suite.h"

static const sel_key unsaid = {false, 0};

static sel_key says(double value)
{
    return (sel_key){true, value};
}

static void check(sel_verdict verdict, bool known, double value, double low, double high)
{
    ck_assert_int_eq(verdict.known, known);
    if (known)
        ck_assert_double_eq(verdict.value, value);
    ck_assert_double_eq(verdict.low, low);
    ck_assert_double_eq(verdict.high, high);
}

/* Expected values: the rules of the method as written, case by case. */
START_TEST(ownership_needs_the_recipient)
{
    check(sel_keys_owned(says(.8), says(.5)), true, .5, .5, .5);
    check(sel_keys_owned(says(.25), says(.5)), true, .25, .25, .25);
    check(sel_keys_owned(unsaid, says(.6)), true, .6, 0, .6);
    check(sel_keys_owned(says(.9), unsaid), false, 0, 0, 1);
    check(sel_keys_owned(unsaid, unsaid), false, 0, 0, 1);
    ck_assert_double_eq_tol(sel_keys_owned(says(.8), says(.5)).gap, .3, 1e-12);
    ck_assert_int_eq(sel_keys_owned(unsaid, says(.6)).keys, SEL_KEYS_RECIPIENT);
}
END_TEST

START_TEST(harm_counts_fully_only_when_both_agree)
{
    check(sel_keys_harm(says(0), says(0)), true, 0, 0, 0);
    check(sel_keys_harm(says(1), says(1)), true, 1, 1, 1);
    check(sel_keys_harm(says(1), says(0)), true, .5, 0, 1);
    check(sel_keys_harm(says(0), says(1)), true, .5, 0, 1);
    check(sel_keys_harm(unsaid, says(0)), true, .5, 0, 1);
    check(sel_keys_harm(says(0), unsaid), true, .5, 0, 1);
    check(sel_keys_harm(unsaid, says(1)), true, 1, 0, 1);
    check(sel_keys_harm(says(1), unsaid), false, 0, 0, 1);
    check(sel_keys_harm(unsaid, unsaid), false, 0, 0, 1);
}
END_TEST

START_TEST(taking_part_may_rest_on_the_donors_word_with_an_open_floor)
{
    check(sel_keys_confirmed(says(.8), says(.4)), true, .4, .4, .4);
    check(sel_keys_confirmed(unsaid, says(.4)), true, .4, .4, .4);
    check(sel_keys_confirmed(says(.8), unsaid), true, .8, 0, .8);
    check(sel_keys_confirmed(unsaid, unsaid), false, 0, 0, 1);
}
END_TEST

START_TEST(a_declared_rule_needs_one_key)
{
    check(sel_keys_declared(says(1), unsaid), true, 1, 1, 1);
    check(sel_keys_declared(unsaid, says(.5)), true, .5, .5, .5);
    check(sel_keys_declared(says(1), says(.5)), true, .5, .5, .5);
    ck_assert(!sel_keys_declared(says(1), unsaid).wants_two);
    ck_assert(sel_keys_owned(says(1), says(1)).wants_two);
}
END_TEST

START_TEST(the_least_favourable_of_several_answers_counts)
{
    ck_assert_double_eq(sel_key_least(says(.4), says(.2)).value, .2);
    ck_assert_double_eq(sel_key_least(says(.2), says(.4)).value, .2);
    ck_assert_double_eq(sel_key_least(unsaid, says(.4)).value, .4);
    ck_assert(sel_key_least(says(.4), unsaid).turned);
    ck_assert(!sel_key_least(unsaid, unsaid).turned);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {ownership_needs_the_recipient,
                            harm_counts_fully_only_when_both_agree,
                            taking_part_may_rest_on_the_donors_word_with_an_open_floor,
                            a_declared_rule_needs_one_key,
                            the_least_favourable_of_several_answers_counts,
                            NULL};
    return run_tests("two keys", tests);
}
