#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_b9.evaluate, level, number);
}

/* Gula and Elba become bodies: Gula with Atla as its member, Elba with Fara. */
static small_world *create(void)
{
    static const uint32_t of_gula[] = {ATLA};
    static const uint32_t of_elba[] = {FARA};
    small_world *world = small_world_create();
    world->recipients[GULA].body = world->recipients[ELBA].body = true;
    world->recipients[GULA].members = of_gula;
    world->recipients[ELBA].members = of_elba;
    world->recipients[GULA].member_count = world->recipients[ELBA].member_count = 1;
    world->recipients[REGION].member_count = 4; /* Atla to Dora */
    return world;
}

/* Must be added in ascending (capability, body). */
static sel_study_mandate *claim(small_world *world, uint32_t capability, uint32_t body,
                                uint32_t submission)
{
    sel_study_mandate *mandate = &world->mandates[world->study.mandate_count++];
    *mandate = (sel_study_mandate){.capability = capability,
                                   .body = body,
                                   .submission = submission,
                                   .covered = 1,
                                   .cited = true};
    return mandate;
}

/* Of three capabilities one is claimed by both, and nobody leads: 2/3. With a lead: 1. */
START_TEST(claimed_twice_without_a_lead)
{
    small_world *world = create();
    uint32_t gula = small_world_submission(world, GULA);
    uint32_t region = small_world_submission(world, REGION);
    sel_study_mandate *first = claim(world, 0, GULA, gula);
    claim(world, 0, REGION, region);
    claim(world, 1, GULA, gula);
    claim(world, 2, REGION, region);
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, 2.0 / 3, 2.0 / 3, 2.0 / 3);
    check_counts(value, 0, 4, 4);
    ck_assert_uint_eq(value.contributor_count, 2);
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), 2.0 / 3, 2.0 / 3, 2.0 / 3);
    first->lead = SEL_STR("Region");
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 1, 1, 1);
    world->mandates[1].lead = SEL_STR("region"); /* the same */
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 1, 1, 1);
    world->mandates[1].lead = SEL_STR("Gula"); /* they differ: 2/3 at worst */
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 1, 2.0 / 3, 1);
    small_world_destroy(world);
}
END_TEST

/* Capability 0 is claimed by Gula; the region's claim lacks its instrument. 1 is claimed by both,
 * 2 perhaps by the region. Claimed 2, without lead 1: 1/2. Worst: 0 too: 2 of 2, 0. Best: 2 too:
 * 1 of 3, 2/3. */
START_TEST(claims_that_are_open)
{
    small_world *world = create();
    uint32_t gula = small_world_submission(world, GULA);
    uint32_t region = small_world_submission(world, REGION);
    claim(world, 0, GULA, gula);
    sel_study_mandate *bare = claim(world, 0, REGION, region);
    bare->cited = false;
    claim(world, 1, GULA, gula);
    claim(world, 1, REGION, region);
    claim(world, 2, GULA, gula)->covered = 0;
    claim(world, 2, REGION, region)->covered = SEL_UNKNOWN;
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, .5, 0, 2.0 / 3);
    check_counts(value, 0, 4, 6);
    bare->cited = true; /* 0 and 1 without lead, 2 perhaps claimed: 0 to 1/3 */
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 0, 0, 1.0 / 3);
    bare->covered = 0; /* 1 of 2; 2 perhaps claimed by one: 2/3 */
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .5, .5, 2.0 / 3);
    small_world_destroy(world);
}
END_TEST

/* Two claim it and name no lead; a third, whose instrument is not named, names one: 0 or 1. */
START_TEST(a_lead_that_an_open_claim_names)
{
    small_world *world = create();
    claim(world, 0, ELBA, small_world_submission(world, ELBA));
    claim(world, 0, GULA, small_world_submission(world, GULA));
    sel_study_mandate *bare = claim(world, 0, REGION, small_world_submission(world, REGION));
    bare->cited = false;
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 0, 0, 0);
    bare->lead = SEL_STR("Gula");
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 0, 0, 1);
    small_world_destroy(world);
}
END_TEST

/* Elba's member is not in the region. */
START_TEST(bodies_of_a_region)
{
    small_world *world = create();
    uint32_t elba = small_world_submission(world, ELBA);
    uint32_t gula = small_world_submission(world, GULA);
    uint32_t region = small_world_submission(world, REGION);
    claim(world, 0, ELBA, elba);
    claim(world, 0, GULA, gula);
    claim(world, 1, REGION, region);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .5, .5, .5);
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), 1, 1, 1);
    check_missing(value_at(world, SEL_LEVEL_REGION, ELBA), "reason.fewer-than-two-bodies");
    small_world_destroy(world);
}
END_TEST

START_TEST(the_newest_answer_of_a_body)
{
    small_world *world = create();
    uint32_t old = small_world_submission(world, GULA);
    uint32_t new = small_world_submission(world, GULA);
    uint32_t contacts = small_world_submission(world, GULA); /* nothing about mandates */
    uint32_t region = small_world_submission(world, REGION);
    world->submissions[old].answered_on = (sel_days){100, 100, true};
    world->submissions[new].answered_on = (sel_days){200, 200, true};
    world->submissions[contacts].answered_on = (sel_days){300, 300, true};
    claim(world, 0, GULA, old);
    claim(world, 0, GULA, new)->covered = 0;
    claim(world, 0, REGION, region);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 1, 1, 1);
    world->submissions[old].answered_on = (sel_days){400, 400, true};
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 0, 0, 0);
    small_world_destroy(world);
}
END_TEST

/* Two agencies answer for Gula, none leads: one says the capability is in its mandate, the other
 * that it is not. Claimed by Gula or not: capability 0 is without lead or claimed by one, 1 is
 * claimed by one. 2/2, between 1/2 and 2/2. The lead's word would decide. */
START_TEST(respondents_of_one_body_that_differ)
{
    small_world *world = create();
    uint32_t first = small_world_submission(world, GULA);
    uint32_t second = small_world_submission(world, GULA);
    uint32_t region = small_world_submission(world, REGION);
    world->submissions[second].agency = SEL_STR("Secretariat");
    world->submissions[first].lead = world->submissions[second].lead = false;
    claim(world, 0, GULA, first);
    claim(world, 0, GULA, second)->covered = 0;
    claim(world, 0, REGION, region);
    claim(world, 1, REGION, region);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 1, .5, 1);
    world->mandates[1].covered = 1; /* both say so: one claim */
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .5, .5, .5);
    world->mandates[1].covered = 0;
    world->submissions[first].lead = true;
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .5, .5, .5);
    world->submissions[first].lead = false;
    world->submissions[second].lead = true;
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 1, 1, 1);
    small_world_destroy(world);
}
END_TEST

/* Both answer and leave every mandate open: as if they had not. */
START_TEST(a_body_that_leaves_all_open_has_not_answered)
{
    small_world *world = create();
    claim(world, 0, GULA, small_world_submission(world, GULA));
    claim(world, 0, REGION, small_world_submission(world, REGION))->covered = SEL_UNKNOWN;
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.fewer-than-two-bodies");
    small_world_destroy(world);
}
END_TEST

START_TEST(one_body_is_no_overlap)
{
    small_world *world = create();
    const char *few = "reason.fewer-than-two-bodies";
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), few);
    uint32_t gula = small_world_submission(world, GULA);
    claim(world, 0, GULA, gula);
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), few);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, gula), few);
    uint32_t state = small_world_submission(world, BORA);
    sel_indicator_value value = value_at(world, SEL_LEVEL_RESPONSE, state);
    ck_assert_int_eq(value.availability, SEL_NOT_DEFINED);
    uint32_t region = small_world_submission(world, REGION);
    claim(world, 1, REGION, region);
    world->mandates[0].covered = world->mandates[1].covered = 0;
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-mandate-claimed");
    world->mandates[0].covered = world->mandates[1].covered = 1;
    world->mandates[0].cited = world->mandates[1].cited = false;
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.less-than-half-known");
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {claimed_twice_without_a_lead,
                            claims_that_are_open,
                            bodies_of_a_region,
                            the_newest_answer_of_a_body,
                            respondents_of_one_body_that_differ,
                            a_body_that_leaves_all_open_has_not_answered,
                            one_body_is_no_overlap,
                            a_lead_that_an_open_claim_names,
                            NULL};
    return run_tests("b9", tests);
}
