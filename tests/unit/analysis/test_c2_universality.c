#include "small_world.h"

static void check(small_world *world, sel_level level, const char *reason, double low, double high)
{
    sel_indicator_value value = small_world_value(world, sel_indicator_c2.evaluate, level, REGION);
    ck_assert_int_eq(value.availability, SEL_NOT_AVAILABLE);
    ck_assert_str_eq(value.reason, reason);
    ck_assert_double_eq_tol(value.low, low, 1e-9);
    ck_assert_double_eq_tol(value.high, high, 1e-9);
}

static sel_study_programme *reach(small_world *world, uint32_t recipient)
{
    sel_study_programme *record = small_world_record(world, "register");
    small_world_years(record, 2025, 2026);
    small_world_place(world, record, recipient, 0, 10000000);
    return record;
}

/* Members: Atla states a need and is reached, Bora states one and is not, Cala has not answered
 * and is reached, Dora and Elba have not answered and are not.
 * Lowest: Cala left out, Dora and Elba in: 1/4. Highest: Cala in, the others out: 2/3.
 * Half of each, participation between 0 and 1: .125 to .5 + 1/3. */
START_TEST(bounds_from_the_second_half)
{
    small_world *world = small_world_create();
    small_world_need(world, ATLA, 0, .5, .5);
    small_world_need(world, BORA, 0, .5, .5);
    reach(world, ATLA);
    reach(world, CALA);
    check(world, SEL_LEVEL_REGION, "reason.participation-not-recorded", .125, .5 + 1.0 / 3);
    /* With Fara, who has not answered and is not reached, 1/5 and still 2/3. */
    check(world, SEL_LEVEL_PORTFOLIO, "reason.participation-not-recorded", .1, .5 + 1.0 / 3);
    sel_indicator_value value =
        small_world_value(world, sel_indicator_c2.evaluate, SEL_LEVEL_PORTFOLIO, 0);
    check_counts(value, 0, 6, 12); /* of who is reached, all; of who took part, nothing */
    ck_assert_int_eq(value.from, SEL_FROM_RECIPIENTS);
    ck_assert_uint_eq(value.contributors[0], ATLA);
    ck_assert_uint_eq(value.contributors[1], CALA);
    small_world_destroy(world);
}
END_TEST

START_TEST(what_reaches_a_state)
{
    small_world *world = small_world_create();
    for (uint32_t i = 0; i < 5; i++)
        small_world_need(world, i, 0, .5, .5);
    sel_study_programme *record = reach(world, ATLA);
    const char *reason = "reason.participation-not-recorded";
    check(world, SEL_LEVEL_REGION, reason, .1, .6);
    sel_study_place *place = &world->places[0][0];
    place->depth_low = place->depth_high = 5; /* associate */
    check(world, SEL_LEVEL_REGION, reason, .1, .6);
    place->depth_low = place->depth_high = 1; /* one event */
    check(world, SEL_LEVEL_REGION, reason, 0, .5);
    place->depth_high = 10;
    check(world, SEL_LEVEL_REGION, reason, 0, .6);
    place->depth_low = 10;
    place->effort_low = 0; /* perhaps nothing in it is about the subject */
    check(world, SEL_LEVEL_REGION, reason, 0, .6);
    place->effort_low = place->effort_high;
    record->status = SEL_STATUS_SUSPENDED;
    check(world, SEL_LEVEL_REGION, reason, 0, .5);
    record->status = SEL_STATUS_RUNNING;
    small_world_years(record, 2020, 2024); /* before the window */
    check(world, SEL_LEVEL_REGION, reason, 0, .5);
    record->dated = false;
    check(world, SEL_LEVEL_REGION, reason, 0, .6);
    small_world_destroy(world);
}
END_TEST

START_TEST(too_few_states)
{
    small_world *world = small_world_create();
    small_world_need(world, ATLA, 0, 0, 0); /* answered, no need: left out */
    check(world, SEL_LEVEL_REGION, "reason.fewer-than-five-states", 0, 1);
    world->need_list[0].n_high = .25; /* may have a need; at best nobody has one: nobody left out */
    check(world, SEL_LEVEL_REGION, "reason.participation-not-recorded", 0, 1);
    world->recipients[BORA].un_member = false;
    check(world, SEL_LEVEL_REGION, "reason.fewer-than-five-states", 0, 1);
    small_world_destroy(world);
}
END_TEST

static sel_study_submission *answer(small_world *world, uint32_t recipient, int attended,
                                    int others)
{
    sel_study_submission *made = &world->submissions[small_world_submission(world, recipient)];
    sel_day on = sel_day_of(2025, 6, 1);
    made->answered_on = (sel_days){on, on, true};
    made->attended = (int8_t)attended;
    made->stated = made->sponsored = made->listed = (int8_t)others;
    return made;
}

/* Atla and Bora took part, Cala did not, Dora leaves questions open, Elba has not answered. All
 * state a need, Atla is reached.
 * Region: 2 of 3 known took part, 2/5 to 4/5; 1/5 reached. Half of each: 13/30, .3 to .5.
 * Portfolio, with Fara who has neither answered nor is reached: 2/3, 2/6 to 5/6; 1/6 reached, and
 * 1/5 if Fara is not eligible: 5/12, 1/4 to (5/6 + 1/5)/2. */
START_TEST(both_halves)
{
    small_world *world = small_world_create();
    for (uint32_t i = ATLA; i <= ELBA; i++)
        small_world_need(world, i, 0, .5, .5);
    reach(world, ATLA);
    answer(world, ATLA, 1, SEL_UNKNOWN);
    answer(world, BORA, 0, 1);
    answer(world, CALA, 0, 0);
    answer(world, DORA, SEL_UNKNOWN, 0);
    sel_indicator_value value =
        small_world_value(world, sel_indicator_c2.evaluate, SEL_LEVEL_REGION, REGION);
    check_value(value, 13.0 / 30, .3, .5);
    check_counts(value, 0, 8, 10);
    value = small_world_value(world, sel_indicator_c2.evaluate, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, 5.0 / 12, .25, 31.0 / 60);
    ck_assert_uint_eq(value.contributor_count, 2);
    small_world_destroy(world);
}
END_TEST

/* Bora declines and Dora did not take part. Of the others Atla took part, Cala and Dora did not:
 * 1/3, 1/5 to 3/5. Reached 1 of 5, 1/4 without Fara: (1/3 + 1/5)/2, 1/5 to (3/5 + 1/4)/2. */
START_TEST(who_declines_is_not_left_out)
{
    small_world *world = small_world_create();
    for (uint32_t i = ATLA; i <= ELBA; i++)
        small_world_need(world, i, 0, .5, .5);
    reach(world, ATLA);
    answer(world, ATLA, 1, SEL_UNKNOWN);
    answer(world, BORA, 0, 1)->declined = 1;
    answer(world, CALA, 0, 0)->declined = 0;
    answer(world, DORA, 0, 0);
    sel_indicator_value value =
        small_world_value(world, sel_indicator_c2.evaluate, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, 4.0 / 15, .2, .425);
    check(world, SEL_LEVEL_REGION, "reason.fewer-than-five-states", 0, 1);
    small_world_destroy(world);
}
END_TEST

/* All five took part and none is reached: 1/2. One answer is 37 months old, then one without date
 * and one whose respondents differ: each is one state that may not have taken part. */
START_TEST(what_is_an_answer)
{
    small_world *world = small_world_create();
    for (uint32_t i = ATLA; i <= ELBA; i++) {
        small_world_need(world, i, 0, .5, .5);
        answer(world, i, 1, 0);
    }
    sel_indicator_value value =
        small_world_value(world, sel_indicator_c2.evaluate, SEL_LEVEL_REGION, REGION);
    check_value(value, .5, .5, .5);
    world->submissions[0].answered_on.latest = sel_day_of(2022, 12, 1);
    value = small_world_value(world, sel_indicator_c2.evaluate, SEL_LEVEL_REGION, REGION);
    check_value(value, .5, .4, .5);
    world->submissions[0].answered_on.latest = sel_day_of(2023, 1, 1); /* 36 months */
    world->submissions[1].answered_on.known = false;
    value = small_world_value(world, sel_indicator_c2.evaluate, SEL_LEVEL_REGION, REGION);
    check_value(value, .5, .4, .5);
    sel_study_submission *other = answer(world, CALA, 0, 0);
    other->agency = SEL_STR("Regulator");
    other->lead = false;
    value = small_world_value(world, sel_indicator_c2.evaluate, SEL_LEVEL_REGION, REGION);
    check_value(value, .5, .4, .5); /* the lead's word */
    world->submissions[2].lead = false;
    value = small_world_value(world, sel_indicator_c2.evaluate, SEL_LEVEL_REGION, REGION);
    check_value(value, .5, .3, .5);
    small_world_destroy(world);
}
END_TEST

/* All five took part: 1/2. Atla answers again: that it attended none, and nothing else: of one
 * respondent the newest answer to each question counts. With "no" to all four in the newest it did
 * not take part: 4 of 5. */
START_TEST(the_newest_answer_to_each_question)
{
    small_world *world = small_world_create();
    for (uint32_t i = ATLA; i <= ELBA; i++) {
        small_world_need(world, i, 0, .5, .5);
        answer(world, i, 0, 1);
    }
    sel_study_submission *newer = answer(world, ATLA, 0, SEL_UNKNOWN);
    newer->answered_on.latest += 30;
    sel_indicator_value value =
        small_world_value(world, sel_indicator_c2.evaluate, SEL_LEVEL_REGION, REGION);
    check_value(value, .5, .5, .5);
    newer->stated = newer->sponsored = newer->listed = 0;
    value = small_world_value(world, sel_indicator_c2.evaluate, SEL_LEVEL_REGION, REGION);
    check_value(value, .4, .4, .4);
    newer->answered_on.latest -= 60;
    value = small_world_value(world, sel_indicator_c2.evaluate, SEL_LEVEL_REGION, REGION);
    check_value(value, .5, .5, .5);
    small_world_destroy(world);
}
END_TEST

/* The wish to decline does not age: Bora's of 2019 leaves four states. Two of its respondents
 * differ: perhaps it declines. In the discourse all 4 known took part, Bora's answer being too old:
 * 4 to 5 of 5. In support Atla is reached, 1 of 5, or of 4 if Bora declines: (1 + 1/5)/2, from
 * (4/5 + 1/5)/2 to (1 + 1/4)/2. */
START_TEST(an_old_wish_and_a_disputed_one)
{
    small_world *world = small_world_create();
    for (uint32_t i = ATLA; i <= ELBA; i++) {
        small_world_need(world, i, 0, .5, .5);
        answer(world, i, 1, 0)->lead = i != BORA;
    }
    reach(world, ATLA);
    world->submissions[BORA].declined = 1;
    world->submissions[BORA].answered_on.latest = sel_day_of(2019, 1, 1);
    check(world, SEL_LEVEL_REGION, "reason.fewer-than-five-states", 0, 1);
    sel_study_submission *other = answer(world, BORA, SEL_UNKNOWN, SEL_UNKNOWN);
    other->agency = SEL_STR("Regulator");
    other->lead = false;
    other->declined = 0;
    sel_indicator_value value =
        small_world_value(world, sel_indicator_c2.evaluate, SEL_LEVEL_REGION, REGION);
    check_value(value, .6, .5, .625);
    small_world_destroy(world);
}
END_TEST

/* Two of five took part, of the others nothing is known: 2/5 to 1, nobody reached. A third known:
 * half of it is that, 3/3. */
START_TEST(half_of_the_states_must_be_known)
{
    small_world *world = small_world_create();
    for (uint32_t i = ATLA; i <= ELBA; i++)
        small_world_need(world, i, 0, .5, .5);
    answer(world, ATLA, 1, 0);
    answer(world, BORA, 1, 0);
    check(world, SEL_LEVEL_REGION, "reason.participation-not-recorded", .2, .5);
    answer(world, CALA, 1, 0);
    sel_indicator_value value =
        small_world_value(world, sel_indicator_c2.evaluate, SEL_LEVEL_REGION, REGION);
    check_value(value, .5, .3, .5);
    small_world_destroy(world);
}
END_TEST

/* Fara has said nothing of its needs and does not decline: it is surely one of those that may take
 * part, and did not: 5 of 6, half of it, since nobody is reached. */
START_TEST(who_says_that_it_does_not_decline)
{
    small_world *world = small_world_create();
    for (uint32_t i = ATLA; i <= ELBA; i++) {
        small_world_need(world, i, 0, .5, .5);
        answer(world, i, 1, 0);
    }
    answer(world, FARA, 0, 0)->declined = 0;
    sel_indicator_value value =
        small_world_value(world, sel_indicator_c2.evaluate, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, 5.0 / 12, 5.0 / 12, 5.0 / 12);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {bounds_from_the_second_half,
                            what_reaches_a_state,
                            too_few_states,
                            both_halves,
                            who_declines_is_not_left_out,
                            what_is_an_answer,
                            the_newest_answer_to_each_question,
                            an_old_wish_and_a_disputed_one,
                            half_of_the_states_must_be_known,
                            who_says_that_it_does_not_decline,
                            NULL};
    return run_tests("c2", tests);
}
