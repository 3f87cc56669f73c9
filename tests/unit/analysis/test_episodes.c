#include "analysis/episodes.h"

#include "analysis/needs.h"
#include "check_suite.h"

enum { ROOM = 8, E = SEL_EFFORT_WHOLE };

/* Programmes at place (0, 0) of a study with the window [0, 100). */
static sel_study_programme programmes[ROOM];
static sel_study_place places[ROOM];
static uint32_t donors[ROOM][2];
static bool counted[ROOM];
static const sel_model model = {.ordinal_supply = {0, .25, .5, 1, 1.5, 2}};
static sel_study study;
static sel_arena *arena;

static void begin(void)
{
    arena = sel_arena_create();
    study = (sel_study){
        .model = &model, .window_end = 100, .programmes = programmes, .organisation_count = 9};
}

static void end(void)
{
    sel_arena_destroy(arena);
}

static sel_study_programme *add(uint32_t donor, sel_day from, sel_day to)
{
    uint32_t n = study.programme_count++;
    donors[n][0] = donor;
    places[n] = (sel_study_place){.effort_low = E / 2, .effort_high = E / 2};
    counted[n] = true;
    programmes[n] = (sel_study_programme){.stated_by = SEL_NONE,
                                          .twin = SEL_NONE,
                                          .dated = true,
                                          .start_low = from,
                                          .start_high = from,
                                          .end_low = to,
                                          .end_high = to,
                                          .places = &places[n],
                                          .place_count = 1,
                                          .donors = donors[n],
                                          .donor_count = 1,
                                          .funders = donors[n],
                                          .funder_count = 1};
    return &programmes[n];
}

static sel_episodes episodes(sel_surety surety)
{
    const sel_needs nobody_asked = {0};
    sel_supplies supplies = sel_supply_compute(&study, &nobody_asked, counted, arena);
    ck_assert_uint_eq(supplies.count, 1);
    const uint32_t first = 0;
    sel_episodes found = *sel_episodes_at(&study, &supplies, counted, &first, 1, surety, arena);
    int32_t days = 0;
    for (uint32_t i = 0; i < found.count; i++)
        days += found.list[i].to - found.list[i].from;
    ck_assert_int_eq(days, surety == SEL_CERTAIN ? supplies.list[0].days_low
                                                 : supplies.list[0].days_high);
    return found;
}

static void check_episode(sel_episode episode, sel_day from, sel_day to, uint32_t donor_count,
                          uint32_t programme_count)
{
    ck_assert_int_eq(episode.from, from);
    ck_assert_int_eq(episode.to, to);
    ck_assert_uint_eq(episode.donors, donor_count);
    ck_assert_uint_eq(episode.programmes, programme_count);
}

/* By hand: 1 over 0-40; 2 over 10-20 and 20-30 (one stretch, though nothing runs through it all);
 * 3 over 30-35 goes on with it; 2 again from 60, 1 from 80. */
START_TEST(stretches_of_days)
{
    begin();
    add(1, 0, 40);
    add(2, 10, 20);
    add(2, 20, 30);
    add(3, 30, 35);
    add(2, 60, 300);
    add(1, 80, 90);
    sel_episodes found = episodes(SEL_CERTAIN);
    ck_assert_uint_eq(found.count, 2);
    check_episode(found.list[0], 10, 35, 3, 4);
    check_episode(found.list[1], 80, 90, 2, 2);
    ck_assert_uint_eq(episodes(SEL_POSSIBLE).count, 2);
    end();
}
END_TEST

/* Joint work of 1 and 2, beside it 1: no meeting. 2 alone beside it makes one. */
START_TEST(joint_work_is_no_meeting)
{
    begin();
    donors[0][1] = 2;
    add(1, 0, 100)->donor_count = 2;
    add(1, 10, 50);
    ck_assert_uint_eq(episodes(SEL_CERTAIN).count, 0);
    add(2, 40, 70);
    sel_episodes found = episodes(SEL_CERTAIN);
    ck_assert_uint_eq(found.count, 1);
    check_episode(found.list[0], 40, 50, 2, 3);
    end();
}
END_TEST

/* 2 starts between day 20 and 50: together for sure from 50, perhaps from 20. */
START_TEST(imprecise_dates)
{
    begin();
    add(1, 0, 80);
    add(2, 20, 70)->start_high = 50;
    sel_episodes certain = episodes(SEL_CERTAIN);
    ck_assert_uint_eq(certain.count, 1);
    check_episode(certain.list[0], 50, 70, 2, 2);
    sel_episodes possible = episodes(SEL_POSSIBLE);
    ck_assert_uint_eq(possible.count, 1);
    check_episode(possible.list[0], 20, 70, 2, 2);
    end();
}
END_TEST

START_TEST(an_unknown_donor_runs_along)
{
    begin();
    add(1, 0, 80);
    add(0, 0, 90)->donor_count = 0;
    ck_assert_uint_eq(episodes(SEL_POSSIBLE).count, 0);
    add(2, 30, 40);
    sel_episodes found = episodes(SEL_POSSIBLE);
    ck_assert_uint_eq(found.count, 1);
    check_episode(found.list[0], 30, 40, 2, 3);
    end();
}
END_TEST

int main(void)
{
    const TTest *tests[] = {stretches_of_days, joint_work_is_no_meeting, imprecise_dates,
                            an_unknown_donor_runs_along, NULL};
    return run_tests("episodes", tests);
}
