#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_b1.evaluate, level, number);
}

/* Two donors of a full programme each over the window at Atla 0. */
static small_world *two_donors(void)
{
    small_world *world = small_world_create();
    for (uint32_t donor = 0; donor < 2; donor++) {
        sel_study_programme *record = small_world_record(world, "register");
        small_world_years(record, 2025, 2028);
        small_world_donor(world, record, donor);
        small_world_place(world, record, ATLA, 0, 10000000);
    }
    return world;
}

static sel_supply *overlap_at(small_world *world, uint32_t recipient, uint32_t capability,
                              uint64_t supply, uint64_t beyond, uint32_t red_ppm)
{
    sel_supply *at = small_world_supply(world, recipient, capability, supply, 1);
    at->beyond_low = at->beyond_high = beyond;
    at->red_low_ppm = at->red_high_ppm = red_ppm;
    at->assessed = true;
    return at;
}

/* Atla: 400 supplied, 100 beyond the largest, half of it beyond need: 50/400. Bora: 100 supplied,
 * none: together 50/500. Fara is no member. */
START_TEST(places_beyond_need)
{
    small_world *world = two_donors();
    overlap_at(world, ATLA, 0, 400, 100, 500000);
    overlap_at(world, BORA, 0, 100, 50, 0);
    overlap_at(world, FARA, 0, 500, 450, 1000000);
    sel_indicator_value value = value_at(world, SEL_LEVEL_RECIPIENT, ATLA);
    check_value(value, .875, .875, .875);
    ck_assert_int_eq(value.from, SEL_FROM_PLACES);
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), .9, .9, .9);
    sel_indicator_value all = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(all, .5, .5, .5);
    check_counts(all, 0, 3, 3);
    small_world_destroy(world);
}
END_TEST

/* Low: 0 of 100; high: 100 of 200. Value 100/300; worst 100/100, best 0. */
START_TEST(ranges)
{
    small_world *world = two_donors();
    sel_supply *at = overlap_at(world, ATLA, 0, 200, 100, 1000000);
    at->low = 100;
    at->red_low_ppm = 0;
    at->beyond_low = 0;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 2.0 / 3, 0, 1);
    small_world_destroy(world);
}
END_TEST

START_TEST(needs_unknown_and_nought)
{
    small_world *world = two_donors();
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.no-support-at-a-need");
    overlap_at(world, ATLA, 0, 400, 100, 500000);
    sel_supply *nought = overlap_at(world, ATLA, 1, 9000, 9000, 1000000);
    nought->need_low = nought->need_high = 0;
    nought->assessed = false;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .875, .875, .875);
    overlap_at(world, ATLA, 2, 100, 100, 0)->need_known = false;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .875, .875, .875);
    check_counts(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 0, 1, 2);
    overlap_at(world, BORA, 3, 100, 100, 0)->need_known = false;
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, BORA), "reason.need-unknown");
    small_world_destroy(world);
}
END_TEST

/* Units of a full programme through the window of 1095 days. Atla 0 has 4, of which 2 are beyond
 * the largest donor's and half of that beyond need: 1 of 4. */
static sel_supply *four_units(small_world *world)
{
    const uint64_t unit = 10000000ULL * 1095;
    sel_need *need = small_world_need(world, ATLA, 0, 1, 1);
    need->severity_low = need->severity_high = 5; /* needs 2, so that 3 and not 2 may be beyond */
    small_world_need(world, BORA, 0, 0, 0);
    small_world_need(world, CALA, 0, 0, 1)->state = SEL_NEED_UNKNOWN;
    return overlap_at(world, ATLA, 0, 4 * unit, 2 * unit, 500000);
}

/* Support without dates at Atla, up to 1: all of it beyond need at worst, 2 of the 4 that are sure;
 * none at best, 1 of 5. Where no help is wanted, where the need is not known and where it is not
 * active it leaves no trace. A donor that gives a quarter of Atla's: 1/4 of its 1, at worst 2/4;
 * were it its own, 5/4, so all of it, at worst and 1/4 of 2 at best. */
START_TEST(support_without_dates)
{
    small_world *world = two_donors();
    four_units(world);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .75, .75, .75);
    check_value(value_at(world, SEL_LEVEL_DONOR, 0), .75, .75, .75);
    sel_study_programme *undated = small_world_record(world, "register");
    small_world_donor(world, undated, 3);
    small_world_place(world, undated, BORA, 0, 10000000);
    small_world_place(world, undated, CALA, 0, 10000000);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .75, .75, .75);
    world->places[2][0].recipient = ATLA;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .75, .5, .8);
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), .75, .5, .8);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .75, .5, .8);
    check_value(value_at(world, SEL_LEVEL_DONOR, 0), .75, .5, .75);
    world->donors[2][0] = 0;
    check_value(value_at(world, SEL_LEVEL_DONOR, 0), .75, 0, .875);
    undated->status = SEL_STATUS_SUSPENDED;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .75, .75, .75);
    small_world_destroy(world);
}
END_TEST

/* Half a unit where two are needed, and one without dates: nothing can be beyond the need. With one
 * and three quarters more, a quarter unit can, of the half that is sure. */
START_TEST(support_without_dates_that_only_meets_the_need)
{
    small_world *world = two_donors();
    const uint64_t unit = 10000000ULL * 1095;
    sel_need *need = small_world_need(world, ATLA, 0, 1, 1);
    need->severity_low = need->severity_high = 5;
    overlap_at(world, ATLA, 0, unit / 2, 0, 0);
    sel_study_programme *undated = small_world_record(world, "register");
    small_world_place(world, undated, ATLA, 0, 10000000);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 1, 1);
    small_world_place(world, small_world_record(world, "register"), ATLA, 0, 7500000);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, .5, 1);
    small_world_destroy(world);
}
END_TEST

/* One of the four units is of an unknown donor: it may meet the others, so 2 of 4 at worst. */
START_TEST(programmes_without_a_donor)
{
    small_world *world = two_donors();
    four_units(world);
    sel_study_programme *nameless = small_world_record(world, "register");
    small_world_years(nameless, 2025, 2028);
    small_world_place(world, nameless, ATLA, 0, 10000000);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .75, .5, .75);
    check_value(value_at(world, SEL_LEVEL_DONOR, 0), .75, .5, .75);
    small_world_years(nameless, 2020, 2022);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .75, .75, .75);
    small_world_destroy(world);
}
END_TEST

START_TEST(one_donor_says_nothing)
{
    small_world *world = two_donors();
    overlap_at(world, ATLA, 0, 400, 0, 0);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 1, 1);
    world->donors[1][0] = 0;
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.one-donor");
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.one-donor");
    check_missing(value_at(world, SEL_LEVEL_DONOR, 0), "reason.one-donor");
    small_world_destroy(world);
}
END_TEST

/* Donor 0 gives half of the two programme-equivalents at Atla 0, where .5 of the 1 beyond the
 * largest is beyond need: .5·(1/2) = .25 of its 1: .75. A second programme of both donors at Bora
 * 0, nothing beyond need: .25 of 1.5. */
START_TEST(a_donor_by_its_share_of_each_place)
{
    small_world *world = two_donors();
    const uint64_t whole = 10000000ULL * 1095;
    overlap_at(world, ATLA, 0, 2 * whole, whole, 500000);
    check_value(value_at(world, SEL_LEVEL_DONOR, 0), .75, .75, .75);
    check_missing(value_at(world, SEL_LEVEL_DONOR, 5), "reason.no-support-at-a-need");
    sel_study_programme *joint = small_world_record(world, "register");
    small_world_years(joint, 2025, 2028);
    small_world_donor(world, joint, 0);
    small_world_donor(world, joint, 1);
    small_world_place(world, joint, BORA, 0, 10000000);
    overlap_at(world, BORA, 0, whole, 0, 0);
    sel_indicator_value value = value_at(world, SEL_LEVEL_DONOR, 0);
    check_value(value, 1 - .25 / 1.5, 1 - .25 / 1.5, 1 - .25 / 1.5);
    ck_assert_uint_eq(value.contributor_count, 2);
    joint->status = SEL_STATUS_SUSPENDED; /* gives no support: as before */
    check_value(value_at(world, SEL_LEVEL_DONOR, 0), .75, .75, .75);
    small_world_destroy(world);
}
END_TEST

START_TEST(a_programme_by_its_largest_concern)
{
    small_world *world = two_donors();
    world->assessed[0] = true;
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 1, 1);
    world->most_ppm[0] = 400000;
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), .8, .6, 1);
    world->least_ppm[0] = 300000; /* K between .3 and .4 */
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), .65, .6, .7);
    world->overlap.uncompared = 5; /* left out, K up to .55 */
    world->overlap.uncompared_ppm = 550000;
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), .65, .45, .7);
    world->overlap.uncompared_ppm = 350000; /* nothing that the compared ones do not allow for */
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), .65, .6, .7);
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 1), "reason.overlap-not-assessed");
    world->programmes[0].dated = false;
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.programme-not-dated");
    small_world_destroy(world);
}
END_TEST

START_TEST(a_response)
{
    small_world *world = small_world_create();
    uint32_t submission = small_world_submission(world, ATLA);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.no-support-listed");
    sel_study_programme *statement = small_world_statement(world, ATLA, NULL);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.overlap-not-answered");
    statement->same_as_other = 1;
    small_world_statement(world, ATLA, NULL)->same_as_other = 0;
    small_world_statement(world, ATLA, NULL)->same_as_other = 0;
    sel_indicator_value value = value_at(world, SEL_LEVEL_RESPONSE, submission);
    check_value(value, 2.0 / 3, 2.0 / 3, 2.0 / 3);
    check_counts(value, 2, 3, 3);
    small_world_destroy(world);
}
END_TEST

/* 1/8 beyond the need of amounts that ten million programmes through the window make. */
START_TEST(large_amounts)
{
    small_world *world = two_donors();
    overlap_at(world, ATLA, 0, 1ULL << 56, 1ULL << 54, 500000);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .875, .875, .875);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {places_beyond_need,
                            ranges,
                            needs_unknown_and_nought,
                            support_without_dates,
                            support_without_dates_that_only_meets_the_need,
                            programmes_without_a_donor,
                            one_donor_says_nothing,
                            large_amounts,
                            a_donor_by_its_share_of_each_place,
                            a_programme_by_its_largest_concern,
                            a_response,
                            NULL};
    return run_tests("b1", tests);
}
