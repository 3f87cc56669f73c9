#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_a7.evaluate, level, number);
}

static void running(sel_study_programme *record)
{
    small_world_years(record, 2025, 2028);
    record->phase = SEL_PHASE_RUNNING;
}

static sel_study_programme *run(small_world *world, uint32_t recipient)
{
    sel_study_programme *record = small_world_record(world, "register");
    small_world_place(world, record, recipient, 0, 10000000);
    running(record);
    return record;
}

static uint32_t state(small_world *world, uint32_t recipient, uint16_t maximum)
{
    uint32_t number = small_world_submission(world, recipient);
    world->submissions[number].programmes_max = maximum;
    return number;
}

/* Four can be carried and five run: 4/5. With eight: 1. */
START_TEST(what_runs_against_what_can_be_carried)
{
    small_world *world = small_world_create();
    uint32_t number = state(world, ATLA, 4);
    for (int i = 0; i < 5; i++)
        run(world, ATLA);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .8, .8, .8);
    world->submissions[number].programmes_max = 8;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 1, 1);
    world->submissions[number].programmes_max = 0;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 0, 0, 0);
    small_world_destroy(world);
}
END_TEST

/* M = 2 and one programme that runs for sure: 1. Each of the others changes what is said. */
START_TEST(what_counts_as_running)
{
    small_world *world = small_world_create();
    state(world, ATLA, 2);
    for (int i = 0; i < 3; i++)
        run(world, ATLA);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 2.0 / 3, 2.0 / 3, 2.0 / 3);
    sel_study_programme *other = run(world, ATLA);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .5, .5, .5);
    sel_study_place *place = &world->places[3][0];
    place->depth_low = place->depth_high = 1; /* single events */
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 2.0 / 3, 2.0 / 3, 2.0 / 3);
    place->depth_high = 10; /* perhaps more: 2/4 at worst */
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 2.0 / 3, .5, 2.0 / 3);
    place->depth_low = 5;
    place->effort_low = 0; /* perhaps about something else */
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .5, .5, 2.0 / 3);
    place->effort_low = place->effort_high;
    other->status = SEL_STATUS_CANCELLED;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 2.0 / 3, 2.0 / 3, 2.0 / 3);
    other->status = SEL_STATUS_RUNNING;
    other->dated = false;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 2.0 / 3, .5, 2.0 / 3);
    other->status = SEL_STATUS_CLOSED;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 2.0 / 3, 2.0 / 3, 2.0 / 3);
    running(other);
    other->end_low = world->study.as_of; /* may just be over */
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .5, .5, 2.0 / 3);
    other->phase = SEL_PHASE_PAST;
    other->end_high = world->study.as_of;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 2.0 / 3, 2.0 / 3, 2.0 / 3);
    small_world_destroy(world);
}
END_TEST

/* No lead: agencies that carry 2 and 6, five programmes run: 4/5 between 2/5 and 1. */
START_TEST(without_a_lead_its_agencies_span_the_bounds)
{
    small_world *world = small_world_create();
    world->submissions[state(world, ATLA, 2)].lead = false;
    uint32_t other = state(world, ATLA, 6);
    world->submissions[other].lead = false;
    world->submissions[other].agency = SEL_STR("Regulator");
    for (int i = 0; i < 5; i++)
        run(world, ATLA);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .8, .4, 1);
    world->submissions[other].lead = true;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 1, 1);
    small_world_destroy(world);
}
END_TEST

START_TEST(a_response_counts_what_it_lists)
{
    small_world *world = small_world_create();
    uint32_t number = state(world, ATLA, 1);
    run(world, ATLA);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, number), "reason.nothing-running");
    for (int i = 0; i < 2; i++) {
        sel_study_programme *listed = small_world_statement(world, ATLA, NULL);
        small_world_place(world, listed, ATLA, 0, 10000000);
        running(listed);
    }
    check_value(value_at(world, SEL_LEVEL_RESPONSE, number), .5, .5, .5);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1.0 / 3, 1.0 / 3, 1.0 / 3);
    small_world_destroy(world);
}
END_TEST

START_TEST(no_maximum_or_no_programme_is_no_score)
{
    small_world *world = small_world_create();
    run(world, ATLA);
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.maximum-not-stated");
    state(world, BORA, 3);
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, BORA), "reason.nothing-running");
    check_missing(value_at(world, SEL_LEVEL_REGION, REGION), "reason.fewer-than-five-states");
    small_world_destroy(world);
    world = small_world_create();
    check_missing(value_at(world, SEL_LEVEL_REGION, REGION), "reason.nothing-running");
    small_world_destroy(world);
}
END_TEST

/* Members with 4, 3, 2, 1 and 0 of four programmes carried: 1, .75, .5, .25, 0, median .5. A sixth
 * member that says nothing makes it (.25 + .5)/2 at worst and (.5 + .75)/2 at best. */
START_TEST(a_region_is_the_median_of_its_members)
{
    small_world *world = small_world_create();
    for (uint32_t member = ATLA; member <= ELBA; member++) {
        state(world, member, (uint16_t)(4 - member));
        for (int i = 0; i < 4; i++)
            run(world, member);
    }
    sel_indicator_value value = value_at(world, SEL_LEVEL_REGION, REGION);
    check_value(value, .5, .5, .5);
    check_counts(value, 0, 5, 5);
    uint32_t members[] = {ATLA, BORA, CALA, DORA, ELBA, FARA};
    world->recipients[REGION].members = members;
    world->recipients[REGION].member_count = 6;
    value = value_at(world, SEL_LEVEL_REGION, REGION);
    check_value(value, .5, .5, .5); /* nothing runs there */
    run(world, FARA);
    value = value_at(world, SEL_LEVEL_REGION, REGION);
    check_value(value, .5, .375, .625);
    check_counts(value, 0, 5, 6);
    ck_assert_uint_eq(value.contributor_count, 5);
    world->submissions[ELBA].programmes_max = SEL_NOT_COUNTED;
    check_missing(value_at(world, SEL_LEVEL_REGION, REGION), "reason.fewer-than-five-states");
    small_world_destroy(world);
}
END_TEST

/* A copy in a second register and the recipient's own statement tell of the same programme: one
 * runs besides the one of which only a statement tells. M 1: 1/2. */
START_TEST(what_is_told_again_runs_once)
{
    small_world *world = small_world_create();
    state(world, ATLA, 1);
    sel_study_programme *record = run(world, ATLA);
    sel_study_programme *copy = small_world_record(world, "second");
    small_world_place(world, copy, ATLA, 0, 10000000);
    running(copy);
    world->kept[1] = 0;
    sel_study_programme *again = small_world_statement(world, ATLA, record);
    small_world_place(world, again, ATLA, 0, 10000000);
    running(again);
    sel_study_programme *alone = small_world_statement(world, ATLA, NULL);
    small_world_place(world, alone, ATLA, 1, 10000000);
    running(alone);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .5, .5, .5);
    small_world_destroy(world);
}
END_TEST

/* A regional organisation carries 1 of the 2 programmes that reach it, whatever its members do. */
START_TEST(a_regional_organisation)
{
    small_world *world = small_world_create();
    state(world, REGION, 1);
    state(world, ATLA, 5);
    run(world, REGION);
    run(world, REGION);
    run(world, ATLA);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, REGION), .5, .5, .5);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 1, 1);
    small_world_destroy(world);
}
END_TEST

/* Eleven members with a programme each, of which five say what they can carry. */
START_TEST(less_than_half_of_the_members)
{
    enum { MEMBERS = 11 };
    small_world *world = small_world_create();
    sel_recipient many[MEMBERS + 1];
    uint32_t members[MEMBERS];
    for (uint32_t i = 0; i < MEMBERS; i++) {
        many[i] = (sel_recipient){.code = SEL_STR("MEM"), .un_member = true};
        members[i] = i;
    }
    many[MEMBERS] = (sel_recipient){
        .code = SEL_STR("ALL"), .body = true, .members = members, .member_count = MEMBERS};
    world->reference.geography = (sel_geography){.recipients = many, .count = MEMBERS + 1};
    for (uint32_t i = 0; i < MEMBERS; i++)
        run(world, i);
    for (uint32_t i = 0; i < 5; i++)
        state(world, i, 1);
    check_missing(value_at(world, SEL_LEVEL_REGION, MEMBERS), "reason.less-than-half-known");
    many[MEMBERS].member_count = MEMBERS - 1; /* five of ten: 1, or 0 where nothing is said */
    check_value(value_at(world, SEL_LEVEL_REGION, MEMBERS), 1, .5, 1);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {what_runs_against_what_can_be_carried,
                            what_counts_as_running,
                            without_a_lead_its_agencies_span_the_bounds,
                            a_response_counts_what_it_lists,
                            no_maximum_or_no_programme_is_no_score,
                            a_region_is_the_median_of_its_members,
                            what_is_told_again_runs_once,
                            a_regional_organisation,
                            less_than_half_of_the_members,
                            NULL};
    return run_tests("a7", tests);
}
