#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_a3.evaluate, level, number);
}

/* Atla: n 1, half covered; n .5, fully and twice over; Bora: n .5, nothing.
 * Atla (.5 + .5)/1.5 = 2/3; both: 1/2. */
START_TEST(capped_and_weighted_by_need)
{
    small_world *world = small_world_create();
    small_world_need(world, ATLA, 0, 1, 1);
    small_world_need(world, ATLA, 1, .5, .5);
    small_world_need(world, BORA, 0, .5, .5);
    small_world_supply(world, ATLA, 0, 50, 100);
    small_world_supply(world, ATLA, 1, 200, 100);
    sel_indicator_value value = value_at(world, SEL_LEVEL_RECIPIENT, ATLA);
    check_value(value, 2.0 / 3, 2.0 / 3, 2.0 / 3);
    check_counts(value, 0, 2, 2);
    ck_assert_int_eq(value.from, SEL_FROM_NEEDS);
    ck_assert_uint_eq(value.contributors[1], 1);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, BORA), 0, 0, 0);
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), .5, .5, .5);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .5, .5, .5);
    small_world_destroy(world);
}
END_TEST

START_TEST(nought_needs_leave_no_trace)
{
    small_world *world = small_world_create();
    small_world_need(world, ATLA, 0, 1, 1);
    small_world_need(world, ATLA, 1, 0, 0);
    small_world_supply(world, ATLA, 0, 25, 100);
    small_world_supply(world, ATLA, 1, 500, 0);
    sel_indicator_value value = value_at(world, SEL_LEVEL_RECIPIENT, ATLA);
    check_value(value, .25, .25, .25);
    check_counts(value, 0, 1, 1);
    world->need_list[0] = world->need_list[1];
    world->need_list[0].capability = 0;
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.no-stated-need");
    small_world_destroy(world);
}
END_TEST

/* Weights [.25, .5] and 1; covered [0, 1] and 1. Lowest: .5·0 + 1 of 1.5 = 2/3; highest 1; the
 * value takes the middles: .375·.5 + 1 of 1.375. */
START_TEST(ranges_give_exact_bounds)
{
    small_world *world = small_world_create();
    small_world_need(world, ATLA, 0, .25, .5);
    small_world_need(world, ATLA, 1, 1, 1);
    sel_supply *at = small_world_supply(world, ATLA, 0, 0, 100);
    at->high = 100;
    small_world_supply(world, ATLA, 1, 100, 100);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1.1875 / 1.375, 2.0 / 3, 1);
    /* highest: where the uncertain place may weigh little and is not covered at all */
    at->high = 0;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1 / 1.375, 2.0 / 3, .8);
    /* need itself between 50 and 100 against 50 supplied: covered [.5, 1] */
    at->low = at->high = 50;
    at->need_low = 50;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), (.375 * .75 + 1) / 1.375, 1.25 / 1.5,
                1);
    small_world_destroy(world);
}
END_TEST

/* A single need that may be nought: its weight cannot make a mean of nothing. */
START_TEST(a_need_that_may_be_nought)
{
    small_world *world = small_world_create();
    small_world_need(world, ATLA, 0, 0, .5);
    small_world_supply(world, ATLA, 0, 50, 100);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .5, .5, .5);
    small_world_destroy(world);
}
END_TEST

START_TEST(unknown_needs)
{
    small_world *world = small_world_create();
    small_world_need(world, ATLA, 0, 1, 1);
    small_world_need(world, ATLA, 1, 0, 1)->state = SEL_NEED_UNKNOWN;
    small_world_supply(world, ATLA, 0, 25, 100);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .25, .25, .25);
    check_counts(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 0, 1, 2);
    small_world_need(world, BORA, 2, 0, 1)->state = SEL_NEED_UNKNOWN;
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, BORA), "reason.need-unknown");
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, CALA), "reason.need-not-answered");
    small_world_destroy(world);
}
END_TEST

START_TEST(support_without_dates_raises_the_upper_bound)
{
    small_world *world = small_world_create();
    small_world_need(world, ATLA, 0, 1, 1);
    small_world_need(world, ATLA, 1, 1, 1);
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.no-programme");
    sel_study_programme *undated = small_world_record(world, "register");
    small_world_place(world, undated, ATLA, 0, 10000000);
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.support-not-placed");
    world->supplies.undated = 1;
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.support-not-dated");
    world->supplies.outside = 1; /* dated support, but not in the window */
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 0, 0, .5);
    small_world_supply(world, ATLA, 1, 100, 100);
    /* place 0 is covered between nothing, which is what is counted, and all */
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .5, .5, 1);
    small_world_destroy(world);
}
END_TEST

/* A response by itself. Window of 1095 days; importance vital, gap 4: n 1, need 2 programme-
 * equivalents; listed: one programme of full effort over the window at capability 0: half. Help
 * wanted at capability 1, "some": n .25 to .5, not covered. Lowest .5/1.5, highest .5/1.25,
 * value .5/1.375. The register's programme and the other agency's entry do not count. */
START_TEST(a_response)
{
    small_world *world = small_world_create();
    sel_study_programme *registered = small_world_record(world, "register");
    small_world_years(registered, 2025, 2028);
    small_world_place(world, registered, ATLA, 1, 10000000);
    uint32_t submission = small_world_submission(world, ATLA);
    uint32_t other = small_world_submission(world, ATLA);
    world->entries[0] = (sel_need_entry){
        .recipient = ATLA, .submission = submission, .stage = 1, .target = 5, .importance = 4};
    world->entries[1] = (sel_need_entry){
        .recipient = ATLA, .capability = 1, .submission = submission, .help = SEL_HELP_SOME};
    world->entries[2] = (sel_need_entry){
        .recipient = ATLA, .capability = 1, .submission = other, .stage = 1, .target = 5};
    world->study.entry_count = 3;
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.no-support-listed");
    sel_study_programme *listed = small_world_statement(world, ATLA, registered);
    small_world_place(world, listed, ATLA, 0, 10000000);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.support-not-dated");
    small_world_years(listed, 2020, 2022);
    check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), 0, 0, 0);
    small_world_years(listed, 2025, 2028);
    check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), .5 / 1.375, .5 / 1.5, .5 / 1.25);
    small_world_destroy(world);
}
END_TEST

/* A regional organisation has a need of its own, a quarter covered; its member's, not covered at
 * all, is what its region is asked about. Together n .5 and 1: .125/1.5. Supply and need are as
 * large as ten million programmes through the window make them. */
START_TEST(a_regional_organisation_and_large_amounts)
{
    const uint64_t large = 1ULL << 56;
    small_world *world = small_world_create();
    small_world_need(world, ATLA, 0, 1, 1);
    small_world_need(world, REGION, 0, .5, .5);
    small_world_supply(world, ATLA, 0, 0, large);
    small_world_supply(world, REGION, 0, large / 4, large);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, REGION), .25, .25, .25);
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), 0, 0, 0);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .125 / 1.5, .125 / 1.5, .125 / 1.5);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {capped_and_weighted_by_need,
                            nought_needs_leave_no_trace,
                            ranges_give_exact_bounds,
                            a_need_that_may_be_nought,
                            unknown_needs,
                            support_without_dates_raises_the_upper_bound,
                            a_response,
                            a_regional_organisation_and_large_amounts,
                            NULL};
    return run_tests("a3", tests);
}
