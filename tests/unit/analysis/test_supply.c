#include "analysis/supply.h"

#include "check_suite.h"

enum { ROOM = 12, E = SEL_EFFORT_WHOLE };

/* Programmes at place (0, 0) of a study with the window [0, 100). */
static sel_study_programme programmes[ROOM];
static sel_study_place places[ROOM][2];
static uint32_t donors[ROOM][2];
static bool counted[ROOM];
static sel_need_entry entry;
static sel_study_submission submission;
static sel_model model;
static sel_study study;
static sel_arena *arena;

static void begin(void)
{
    arena = sel_arena_create();
    model = (sel_model){.ordinal_supply = {0, .25, .5, 1, 1.5, 2}};
    submission = (sel_study_submission){0};
    study = (sel_study){.model = &model,
                        .window_end = 100,
                        .programmes = programmes,
                        .organisation_count = 9,
                        .submissions = &submission,
                        .entries = &entry};
}

static void end(void)
{
    sel_arena_destroy(arena);
}

/* A programme of one donor over exactly [from, to). */
static sel_study_programme *add(uint32_t donor, uint32_t effort, sel_day from, sel_day to)
{
    uint32_t n = study.programme_count++;
    donors[n][0] = donor;
    places[n][0] = (sel_study_place){.effort_low = effort, .effort_high = effort};
    counted[n] = true;
    programmes[n] = (sel_study_programme){.stated_by = SEL_NONE,
                                          .twin = SEL_NONE,
                                          .dated = true,
                                          .start_low = from,
                                          .start_high = from,
                                          .end_low = to,
                                          .end_high = to,
                                          .phase = SEL_PHASE_RUNNING,
                                          .places = places[n],
                                          .place_count = 1,
                                          .donors = donors[n],
                                          .donor_count = 1,
                                          .funders = donors[n],
                                          .funder_count = 1};
    return &programmes[n];
}

static void need(int stage, int target, int importance)
{
    study.entry_count = 1;
    entry = (sel_need_entry){
        .stage = (uint8_t)stage, .target = (uint8_t)target, .importance = (uint8_t)importance};
}

static sel_supplies compute(void)
{
    sel_needs needs = sel_needs_compute(&study, arena);
    return sel_supply_compute(&study, &needs, counted, arena);
}

static sel_supply only_place(void)
{
    sel_supplies supplies = compute();
    ck_assert_uint_eq(supplies.count, 1);
    return supplies.list[0];
}

/* By hand: donor 1 gives .5 over days 0-60, donor 2 gives .25 over 40-100, donor 1 again .25 over
 * 50-80. Supply .5·60 + .25·60 + .25·30 = 52.5. Beyond the largest donor: days 40-60 donor 2's .25
 * (5), days 60-80 both .25 (5). Together on days 40-80. */
START_TEST(two_donors)
{
    begin();
    add(1, E / 2, 0, 60);
    add(2, E / 4, 40, 100);
    add(1, E / 4, 50, 80);
    sel_supply supply = only_place();
    ck_assert_uint_eq(supply.low, (uint64_t)E * 105 / 2);
    ck_assert_uint_eq(supply.high, supply.low);
    ck_assert_uint_eq(supply.beyond_low, (uint64_t)E * 10);
    ck_assert_uint_eq(supply.beyond_high, (uint64_t)E * 10);
    ck_assert_int_eq(supply.days_low, 40);
    ck_assert_int_eq(supply.days_high, 40);
    ck_assert_uint_eq(supply.programmes, 3);
    ck_assert_uint_eq(supply.donors, 2);
    /* shares 37.5/52.5 and 15/52.5: 1/((5/7)² + (2/7)²) = 49/29 */
    ck_assert_double_eq_tol(supply.effective_donors, 49.0 / 29.0, 1e-12);
    ck_assert(!supply.need_known && !supply.assessed);
    end();
}
END_TEST

START_TEST(only_the_window_counts)
{
    begin();
    add(1, E, -50, 20);
    add(2, E, 90, 300);
    add(3, E, 100, 200); /* after it */
    add(4, E, -10, 0);   /* before it */
    sel_supplies supplies = compute();
    ck_assert_uint_eq(supplies.list[0].low, (uint64_t)E * 30);
    ck_assert_uint_eq(supplies.list[0].programmes, 2);
    ck_assert_uint_eq(supplies.outside, 2);
    end();
}
END_TEST

/* Joint work is one party: no overlap of 1+2 with itself, nor with 1 alone, but with 3. */
START_TEST(co_funding_is_not_overlap)
{
    begin();
    sel_study_programme *joint = add(1, E / 2, 0, 100);
    donors[0][1] = 2;
    joint->donor_count = joint->funder_count = 2;
    sel_supply supply = only_place();
    ck_assert_uint_eq(supply.beyond_high, 0);
    ck_assert_int_eq(supply.days_high, 0);
    ck_assert_uint_eq(supply.donors, 2);
    ck_assert_double_eq_tol(supply.effective_donors, 2, 1e-12);
    add(1, E / 4, 0, 100);
    supply = only_place();
    ck_assert_uint_eq(supply.beyond_high, 0);
    add(2, E / 8, 0, 50); /* 2 alone beside 1 alone: donor 1 is in all but this */
    supply = only_place();
    ck_assert_uint_eq(supply.beyond_high, (uint64_t)E / 8 * 50);
    ck_assert_int_eq(supply.days_high, 50);
    end();
}
END_TEST

START_TEST(without_a_known_donor_nothing_meets)
{
    begin();
    add(1, E / 2, 0, 100);
    add(0, E / 2, 0, 100)->donor_count = 0;
    programmes[1].funder_count = 0;
    add(0, E / 2, 0, 100)->donor_count = 0;
    programmes[2].funder_count = 0;
    sel_supplies supplies = compute();
    sel_supply supply = supplies.list[0];
    ck_assert_uint_eq(supply.low, (uint64_t)E * 150);
    ck_assert_uint_eq(supply.beyond_high, 0);
    ck_assert_uint_eq(supply.donors, 1);
    ck_assert_uint_eq(supply.programmes, 3);
    ck_assert_double_eq_tol(supply.effective_donors, 1, 1e-12);
    ck_assert_uint_eq(supplies.no_donor, 2);
    end();
}
END_TEST

START_TEST(imprecise_dates_are_bounds)
{
    begin();
    sel_study_programme *p = add(1, E, 10, 60);
    p->start_high = 30;
    p->end_high = 80;
    places[0][0].effort_low = E / 2;
    sel_supply supply = only_place();
    ck_assert_uint_eq(supply.low, (uint64_t)E / 2 * 30);
    ck_assert_uint_eq(supply.high, (uint64_t)E * 70);
    ck_assert_int_eq(sel_supply_days_low(p, 0, 100), 30);
    ck_assert_int_eq(sel_supply_days_high(p, 0, 100), 70);
    ck_assert_int_eq(sel_supply_days_high(p, 0, 50), 40);
    ck_assert_int_eq(sel_supply_days_low(p, 200, 300), 0);
    end();
}
END_TEST

START_TEST(left_out_and_counted)
{
    begin();
    add(1, E, 0, 100);
    add(1, E, 0, 100)->status = SEL_STATUS_SUSPENDED;
    add(1, E, 0, 100)->status = SEL_STATUS_CANCELLED;
    add(1, E, 0, 100)->dated = false;
    add(1, E, 0, 100)->place_count = 0;
    add(1, E, 0, 100);
    counted[5] = false;
    sel_supplies supplies = compute();
    ck_assert_uint_eq(supplies.list[0].programmes, 1);
    ck_assert_uint_eq(supplies.inactive, 2);
    ck_assert_uint_eq(supplies.undated, 1);
    ck_assert_uint_eq(supplies.no_place, 1);
    ck_assert_uint_eq(supplies.merged, 1);
    end();
}
END_TEST

START_TEST(presence_without_effort_is_no_supply)
{
    begin();
    add(1, 0, 0, 100);
    places[0][0].presence = SEL_PRESENT_YES;
    ck_assert_uint_eq(compute().count, 0);
    end();
}
END_TEST

/* m(severity) of the method times the window, in effort·days. */
START_TEST(ordinal_need)
{
    begin();
    static const uint64_t quarters[] = {0, 1, 2, 4, 6, 8};
    for (uint8_t severity = 0; severity <= 5; severity++)
        ck_assert_uint_eq(sel_supply_need(&model, severity, 100), quarters[severity] * E / 4 * 100);
    end();
}
END_TEST

/* Severity 2 (ab = 2) asks for half a programme all the time: 50 days' worth. Two donors with .5
 * and .25 throughout give 75, 25 of it beyond the larger: all of the 25 in excess could go. With .5
 * and .25 for half the time: 62.5, 12.5 beyond, 12.5 in excess; with need 1 (100): nothing. */
START_TEST(support_beyond_need)
{
    begin();
    need(2, 4, 1);
    add(1, E / 2, 0, 100);
    sel_study_programme *second = add(2, E / 4, 0, 100);
    sel_supply supply = only_place();
    ck_assert(supply.need_known && supply.assessed);
    ck_assert_uint_eq(supply.need_low, (uint64_t)E * 50);
    ck_assert_uint_eq(supply.red_low_ppm, 1000000);
    second->end_low = second->end_high = 50;
    supply = only_place();
    ck_assert_uint_eq(supply.red_high_ppm, 1000000);
    programmes[0].start_low = programmes[0].start_high =
        5; /* 60 given, 10 in excess, 11.25 beyond */
    supply = only_place();
    ck_assert_uint_eq(supply.beyond_low, (uint64_t)E * 45 / 4);
    ck_assert_uint_eq(supply.red_low_ppm, 888888);
    need(2, 4, 2); /* severity 3: 100 days' worth wanted, 60 given */
    supply = only_place();
    ck_assert_uint_eq(supply.red_low_ppm, 0);
    end();
}
END_TEST

START_TEST(uncertain_need_makes_red_an_interval)
{
    begin();
    need(2, 4, 0); /* severity 2 to 4: 50 to 150 days' worth */
    add(1, E / 2, 0, 100);
    add(2, E / 4, 0, 100);
    sel_supply supply = only_place();
    ck_assert_uint_eq(supply.need_high, (uint64_t)E * 150);
    ck_assert_uint_eq(supply.red_low_ppm, 0);
    ck_assert_uint_eq(supply.red_high_ppm, 1000000);
    end();
}
END_TEST

START_TEST(support_without_a_stated_need_is_not_assessed)
{
    begin();
    need(4, 4, 4);
    add(1, E / 2, 0, 100);
    add(2, E / 2, 0, 100);
    sel_supply supply = only_place();
    ck_assert(supply.need_known && !supply.assessed);
    ck_assert_uint_eq(supply.red_high_ppm, 0);
    study.entry_count = 1;
    entry = (sel_need_entry){.help = SEL_HELP_DONT_KNOW};
    supply = only_place();
    ck_assert(!supply.need_known && !supply.assessed);
    ck_assert_uint_eq(supply.need_high, 0);
    end();
}
END_TEST

START_TEST(find_by_place)
{
    begin();
    add(1, E, 0, 100);
    places[0][1] = (sel_study_place){.recipient = 3, .capability = 2, .effort_high = 5};
    programmes[0].place_count = 2;
    sel_supplies supplies = compute();
    ck_assert_uint_eq(supplies.count, 2);
    ck_assert_ptr_eq(sel_supply_find(&supplies, 3, 2), &supplies.list[1]);
    ck_assert_ptr_null(sel_supply_find(&supplies, 3, 1));
    ck_assert_ptr_null(sel_supply_find(&supplies, 4, 0));
    end();
}
END_TEST

/* Donor 1 over days 0-100, 2 over 50-100 with as much: HHI 1 for 50 days, then ½ for 50. Over all
 * days 2/3 and 1/3 of what is given: 1/(4/9 + 1/9) donors. */
START_TEST(concentration_over_time)
{
    begin();
    add(1, E / 2, 0, 100);
    add(2, E / 2, 50, 100);
    sel_supply supply = only_place();
    ck_assert_double_eq(supply.concentration, .75);
    ck_assert_double_eq_tol(supply.effective_donors, 1.8, 1e-12);
    end();
}
END_TEST

/* Days without support do not count, nor does support whose donor is not known. */
START_TEST(concentration_of_days_with_known_donors)
{
    begin();
    add(1, E / 2, 10, 20);
    add(2, E / 2, 10, 20);
    add(0, E, 0, 60)->donor_count = 0;
    ck_assert_double_eq(only_place().concentration, .5);
    programmes[0].donor_count = programmes[1].donor_count = 0;
    ck_assert_double_eq(only_place().concentration, 0);
    end();
}
END_TEST

/* Two donors' joint programme counts half for each: parts 2, 2 and 4 of 8. */
START_TEST(concentration_of_joint_work)
{
    begin();
    donors[0][1] = 2;
    add(1, 4, 0, 100)->donor_count = 2;
    add(3, 4, 0, 100);
    ck_assert_double_eq(only_place().concentration, .375);
    end();
}
END_TEST

/* 1 and 2 on days 0-50, 2 again and one without a known donor on 40-60, 3 perhaps from day 45. */
START_TEST(most_at_once)
{
    begin();
    add(1, E / 4, 0, 50);
    add(2, E / 4, 0, 50);
    add(2, E / 4, 40, 60);
    add(0, E / 4, 40, 60)->donor_count = 0;
    add(3, E / 4, 45, 80)->start_high = 55;
    sel_supply supply = only_place();
    ck_assert_uint_eq(supply.most_programmes_low, 4);
    ck_assert_uint_eq(supply.most_programmes_high, 5);
    ck_assert_uint_eq(supply.most_donors_low, 2);
    ck_assert_uint_eq(supply.most_donors_high, 3);
    ck_assert_uint_eq(supply.donors, 3);
    end();
}
END_TEST

/* One ends on the day the other begins: never two at once. */
START_TEST(one_after_the_other)
{
    begin();
    add(1, E, 0, 50);
    add(2, E, 50, 100);
    sel_supply supply = only_place();
    ck_assert_uint_eq(supply.most_programmes_high, 1);
    ck_assert_uint_eq(supply.most_donors_high, 1);
    ck_assert_double_eq(supply.concentration, 1);
    ck_assert_uint_eq(supply.donors, 2);
    end();
}
END_TEST

/* Five donors give one programme all the time each; four are needed. Without any one of them need
 * would be met: the one that is beyond need is a quarter of what is beyond the largest donor. */
START_TEST(five_equal_donors_share_what_is_beyond_need)
{
    begin();
    model.ordinal_supply[1] = 4;
    need(1, 2, 1);
    for (uint32_t donor = 1; donor <= 5; donor++)
        add(donor, E, 0, 100);
    sel_supply supply = only_place();
    ck_assert_uint_eq(supply.need_high, (uint64_t)E * 400);
    ck_assert_uint_eq(supply.red_low_ppm, 250000);
    ck_assert_uint_eq(supply.red_high_ppm, 250000);
    end();
}
END_TEST

START_TEST(universe_of_known_needs)
{
    begin();
    need(2, 4, 1); /* half a programme wanted at (0, 0) */
    add(1, E / 2, 0, 100);
    places[0][1] = (sel_study_place){.recipient = 3, .effort_low = 4, .effort_high = 5};
    programmes[0].place_count = 2;
    sel_universe universe = compute().universe;
    ck_assert_uint_eq(universe.places, 2);
    ck_assert_uint_eq(universe.known, 1);
    ck_assert_uint_eq(universe.wanted, 1);
    ck_assert_uint_eq(universe.need_high, (uint64_t)E * 50);
    ck_assert_uint_eq(universe.supply_low, (uint64_t)E * 50);
    ck_assert_uint_eq(universe.outside_low, 400);
    ck_assert_uint_eq(universe.outside_high, 500);
    need(4, 4, 1);
    entry.recipient = submission.recipient = 7; /* where nobody gives support */
    universe = compute().universe;
    ck_assert_uint_eq(universe.places, 3);
    ck_assert_uint_eq(universe.known, 1);
    ck_assert_uint_eq(universe.wanted, 0);
    ck_assert_uint_eq(universe.supply_high, 0);
    end();
}
END_TEST

int main(void)
{
    const TTest *tests[] = {two_donors,
                            concentration_over_time,
                            concentration_of_days_with_known_donors,
                            concentration_of_joint_work,
                            most_at_once,
                            one_after_the_other,
                            five_equal_donors_share_what_is_beyond_need,
                            universe_of_known_needs,
                            only_the_window_counts,
                            co_funding_is_not_overlap,
                            without_a_known_donor_nothing_meets,
                            imprecise_dates_are_bounds,
                            left_out_and_counted,
                            presence_without_effort_is_no_supply,
                            ordinal_need,
                            support_beyond_need,
                            uncertain_need_makes_red_an_interval,
                            support_without_a_stated_need_is_not_assessed,
                            find_by_place,
                            NULL};
    return run_tests("supply", tests);
}
