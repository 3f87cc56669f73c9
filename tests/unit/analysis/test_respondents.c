/* Whose answers count: the newest of a respondent that answers, the lead's where there is one. */
#include "small_world.h"

#include "analysis/principle/respondents.h"

static bool says_listed(const sel_study_submission *submission)
{
    return submission->listed != SEL_UNKNOWN;
}

static uint32_t submit(small_world *world, uint32_t recipient, const char *agency, sel_day on,
                       bool lead)
{
    uint32_t number = small_world_submission(world, recipient);
    world->submissions[number].agency = sel_str_of(agency);
    world->submissions[number].answered_on = (sel_days){on, on, on > 0};
    world->submissions[number].listed = 1;
    world->submissions[number].lead = lead;
    return number;
}

static sel_respondents at(small_world *world, sel_level level, uint32_t number)
{
    const sel_evidence *evidence = small_world_evidence(world);
    sel_selection selection = sel_select(evidence, (sel_subject){level, number});
    return sel_respondents_of(evidence, &selection, says_listed);
}

START_TEST(the_newest_that_answers)
{
    small_world *world = small_world_create();
    uint32_t newest = submit(world, ATLA, "A", 300, false);
    uint32_t older = submit(world, ATLA, "A", 200, false);
    uint32_t undated = submit(world, ATLA, "A", 0, false);
    uint32_t other = submit(world, ATLA, "B", 100, false);
    sel_respondents found = at(world, SEL_LEVEL_RECIPIENT, ATLA);
    ck_assert_uint_eq(found.count, 2);
    ck_assert_uint_eq(found.submissions[0], newest);
    ck_assert_uint_eq(found.submissions[1], other);
    world->submissions[newest].listed = SEL_UNKNOWN; /* the older one still answers */
    ck_assert_uint_eq(at(world, SEL_LEVEL_RECIPIENT, ATLA).submissions[0], older);
    world->submissions[older].listed = SEL_UNKNOWN;
    ck_assert_uint_eq(at(world, SEL_LEVEL_RECIPIENT, ATLA).submissions[0], undated);
    ck_assert_uint_eq(at(world, SEL_LEVEL_RECIPIENT, BORA).count, 0);
    small_world_destroy(world);
}
END_TEST

START_TEST(the_lead_where_there_is_one)
{
    small_world *world = small_world_create();
    uint32_t other = submit(world, ATLA, "A", 300, false);
    uint32_t lead = submit(world, ATLA, "B", 100, true);
    uint32_t again = submit(world, ATLA, "B", 200, false); /* another questionnaire of the lead */
    sel_respondents found = at(world, SEL_LEVEL_RECIPIENT, ATLA);
    ck_assert_uint_eq(found.count, 1);
    ck_assert_uint_eq(found.submissions[0], again);
    world->submissions[again].listed = world->submissions[lead].listed = SEL_UNKNOWN;
    ck_assert_uint_eq(at(world, SEL_LEVEL_RECIPIENT, ATLA).count, 0); /* left open is open */
    ck_assert_uint_eq(at(world, SEL_LEVEL_RESPONSE, other).submissions[0], other);
    ck_assert_uint_eq(at(world, SEL_LEVEL_RESPONSE, lead).count, 0);
    small_world_destroy(world);
}
END_TEST

START_TEST(together_by_recipient)
{
    small_world *world = small_world_create();
    uint32_t third = submit(world, BORA, "A", 100, true);
    uint32_t first = submit(world, ATLA, "B", 100, false);
    uint32_t second = submit(world, ATLA, "A", 100, false);
    submit(world, GULA, "A", 100, true);
    submit(world, SEL_NONE, "", 100, false); /* nobody's */
    sel_respondents found = at(world, SEL_LEVEL_REGION, REGION);
    ck_assert_uint_eq(found.count, 3);
    ck_assert_uint_eq(found.submissions[0], first);
    ck_assert_uint_eq(found.submissions[1], second);
    ck_assert_uint_eq(found.submissions[2], third);
    ck_assert_uint_eq(sel_respondents_end(&world->study, &found, 0), 2);
    ck_assert_uint_eq(sel_respondents_end(&world->study, &found, 2), 3);
    ck_assert_uint_eq(at(world, SEL_LEVEL_PORTFOLIO, 0).count, 4);
    small_world_destroy(world);
}
END_TEST

START_TEST(a_donors_own)
{
    small_world *world = small_world_create();
    world->organisations[5].donor = 4;
    uint32_t agency = submit(world, SEL_NONE, "", 100, false);
    world->submissions[agency].donor = 5;
    world->submissions[submit(world, SEL_NONE, "", 100, false)].donor = 3;
    submit(world, ATLA, "A", 100, true);
    sel_respondents found = at(world, SEL_LEVEL_DONOR, 4);
    ck_assert_uint_eq(found.count, 1);
    ck_assert_uint_eq(found.submissions[0], agency);
    ck_assert_uint_eq(at(world, SEL_LEVEL_DONOR, 2).count, 0);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {the_newest_that_answers, the_lead_where_there_is_one,
                            together_by_recipient, a_donors_own, NULL};
    return run_tests("respondents", tests);
}
