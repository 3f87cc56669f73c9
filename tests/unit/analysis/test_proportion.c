#include "analysis/principle/proportion.h"

#include "check_suite.h"

static void add(sel_tally *tally, double value, double worth)
{
    sel_verdict verdict = sel_verdict_of(value);
    sel_tally_add(tally, 7, &verdict, worth);
}

static void add_unknown(sel_tally *tally)
{
    sel_verdict verdict = sel_verdict_unknown();
    sel_tally_add(tally, 8, &verdict, -1);
}

START_TEST(unknown_items_widen_the_bounds_not_the_value)
{
    sel_tally tally = {.arena = sel_arena_create()};
    add(&tally, 1, -1);
    add(&tally, 1, -1);
    add(&tally, 0, -1);
    add_unknown(&tally);
    sel_indicator_value value = sel_tally_value(&tally, "empty", "unknown");
    ck_assert_int_eq(value.availability, SEL_AVAILABLE);
    ck_assert_double_eq_tol(value.value, 2.0 / 3, 1e-9);
    ck_assert_double_eq(value.low, .5);
    ck_assert_double_eq(value.high, .75);
    ck_assert_uint_eq(value.met, 2);
    ck_assert_uint_eq(value.known, 3);
    ck_assert_uint_eq(value.all, 4);
    ck_assert(value.proportion);
    ck_assert_double_eq(value.interval_low, value.low);
    ck_assert_uint_eq(value.contributor_count, 3);
    ck_assert_uint_eq(value.contributors[0], 7);
    sel_arena_destroy(tally.arena);
}
END_TEST

START_TEST(nothing_too_little_and_just_enough)
{
    sel_arena *arena = sel_arena_create();
    sel_tally tally = {.arena = arena};
    ck_assert_str_eq(sel_tally_value(&tally, "empty", "unknown").reason, "empty");
    add_unknown(&tally);
    ck_assert_str_eq(sel_tally_value(&tally, "empty", "unknown").reason, "unknown");
    add(&tally, 1, -1);
    ck_assert_int_eq(sel_tally_value(&tally, "empty", "unknown").availability, SEL_AVAILABLE);
    add_unknown(&tally);
    sel_indicator_value value = sel_tally_value(&tally, "empty", "unknown");
    ck_assert_str_eq(value.reason, "reason.less-than-half-known");
    ck_assert_double_eq(value.low, 0);
    ck_assert_double_eq(value.high, 1);
    ck_assert_uint_eq(value.known, 1);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(wilson_from_five_known_on)
{
    sel_tally tally = {.arena = sel_arena_create()};
    for (int i = 0; i < 8; i++)
        add(&tally, i < 3, -1);
    sel_indicator_value value = sel_tally_value(&tally, "empty", "unknown");
    ck_assert_double_eq_tol(value.interval_low, .137, .0005);
    ck_assert_double_eq_tol(value.interval_high, .694, .0005);
    ck_assert_double_eq(value.low, value.high);
    add(&tally, .5, -1);
    value = sel_tally_value(&tally, "empty", "unknown");
    ck_assert(!value.proportion);
    ck_assert_double_eq(value.interval_low, value.low);
    ck_assert_uint_eq(value.met, 0);
    sel_arena_destroy(tally.arena);
}
END_TEST

/* Five equal amounts are five effective programmes; a sixth ten times as large leaves
 * (15)²/(5 + 100) = 2.14. */
START_TEST(money_counts_when_it_is_spread_and_known)
{
    sel_tally tally = {.arena = sel_arena_create()};
    for (int i = 0; i < 4; i++)
        add(&tally, i == 0, 200);
    ck_assert_double_lt(sel_tally_value(&tally, "empty", "unknown").by_value, 0);
    add(&tally, 1, 200);
    ck_assert_double_eq_tol(sel_tally_value(&tally, "empty", "unknown").by_value, .4, 1e-9);
    add(&tally, 1, -1);
    ck_assert_double_eq_tol(sel_tally_value(&tally, "empty", "unknown").by_value, .4, 1e-9);
    add(&tally, 1, -1);
    ck_assert_double_lt(sel_tally_value(&tally, "empty", "unknown").by_value, 0);
    sel_arena_destroy(tally.arena);
    sel_tally uneven = {.arena = sel_arena_create()};
    for (int i = 0; i < 5; i++)
        add(&uneven, 0, 100);
    add(&uneven, 1, 1000);
    ck_assert_double_lt(sel_tally_value(&uneven, "empty", "unknown").by_value, 0);
    sel_arena_destroy(uneven.arena);
}
END_TEST

START_TEST(keys_are_counted)
{
    sel_tally tally = {.arena = sel_arena_create()};
    sel_verdict both = sel_keys_owned((sel_key){true, .75}, (sel_key){true, .5});
    sel_verdict one = sel_keys_owned((sel_key){0}, (sel_key){true, .5});
    sel_tally_add(&tally, 1, &one, -1);
    sel_indicator_value value = sel_tally_value(&tally, "empty", "unknown");
    ck_assert(value.one_key);
    ck_assert_double_eq(value.low, 0);
    ck_assert_double_eq(value.high, .5);
    sel_tally_add(&tally, 2, &both, -1);
    value = sel_tally_value(&tally, "empty", "unknown");
    ck_assert(!value.one_key);
    ck_assert_uint_eq(value.two_key_items, 2);
    ck_assert_uint_eq(value.one_key_items, 1);
    ck_assert_double_eq_tol(value.disagreement, .25, 1e-9);
    ck_assert_double_eq(value.low, .25);
    sel_arena_destroy(tally.arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {unknown_items_widen_the_bounds_not_the_value,
                            nothing_too_little_and_just_enough,
                            wilson_from_five_known_on,
                            money_counts_when_it_is_spread_and_known,
                            keys_are_counted,
                            NULL};
    return run_tests("proportion", tests);
}
