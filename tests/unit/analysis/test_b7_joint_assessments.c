#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_b7.evaluate, level, number);
}

static uint32_t count(small_world *world, uint32_t recipient, uint16_t held, uint16_t joint)
{
    uint32_t number = small_world_submission(world, recipient);
    world->submissions[number].assessments_held = held;
    world->submissions[number].assessments_joint = joint;
    return number;
}

START_TEST(joint_of_held)
{
    small_world *world = small_world_create();
    uint32_t number = count(world, ATLA, 8, 3);
    sel_indicator_value value = value_at(world, SEL_LEVEL_RESPONSE, number);
    check_value(value, .375, .375, .375);
    check_counts(value, 3, 8, 8);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .375, .375, .375);
    small_world_destroy(world);
}
END_TEST

/* 3 of 8 and 2 of 2: 5/10. Two more whose joint ones are not said: 5/12 to 7/12. Gula is no
 * member: with its 0 of 3 the portfolio is 5/13, between 5/15 and 7/15. */
START_TEST(a_region_adds_up)
{
    small_world *world = small_world_create();
    count(world, ATLA, 8, 3);
    count(world, BORA, 2, 2);
    count(world, GULA, 3, 0);
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), .5, .5, .5);
    count(world, CALA, 2, SEL_NOT_COUNTED);
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), .5, 5.0 / 12, 7.0 / 12);
    check_counts(value_at(world, SEL_LEVEL_REGION, REGION), 5, 10, 12);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 5.0 / 13, 5.0 / 15, 7.0 / 15);
    count(world, DORA, 9, SEL_NOT_COUNTED);
    check_missing(value_at(world, SEL_LEVEL_REGION, REGION), "reason.less-than-half-known");
    small_world_destroy(world);
}
END_TEST

/* 1 of 4 and 3 of 4: 4/8 between the two. */
START_TEST(without_a_lead_the_respondents_span_the_bounds)
{
    small_world *world = small_world_create();
    world->submissions[count(world, ATLA, 4, 1)].lead = false;
    uint32_t other = count(world, ATLA, 4, 3);
    world->submissions[other].agency = SEL_STR("Regulator");
    world->submissions[other].lead = false;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .5, .25, .75);
    world->submissions[other].lead = true;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .75, .75, .75);
    small_world_destroy(world);
}
END_TEST

/* Donor 2 has an agency 3: 1 of 4 and 1 of 1. Recipients' counts are not theirs, nor the reverse.
 */
START_TEST(a_donor_counts_its_own)
{
    small_world *world = small_world_create();
    world->organisations[3].donor = 2;
    count(world, ATLA, 8, 8);
    world->submissions[count(world, SEL_NONE, 4, 1)].donor = 2;
    world->submissions[count(world, SEL_NONE, 1, 1)].donor = 3;
    check_value(value_at(world, SEL_LEVEL_DONOR, 2), .4, .4, .4);
    check_missing(value_at(world, SEL_LEVEL_DONOR, 1), "reason.assessments-not-answered");
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 1, 1, 1);
    small_world_destroy(world);
}
END_TEST

START_TEST(nothing_held_and_contradictions)
{
    small_world *world = small_world_create();
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.assessments-not-answered");
    uint32_t number = count(world, ATLA, 0, 0);
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.no-assessment");
    world->submissions[number].assessments_joint = 1;
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, number), "reason.joint-exceeds-held");
    world->submissions[number].assessments_held = 2;
    world->submissions[number].assessments_joint = 3;
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.joint-exceeds-held");
    count(world, BORA, 4, 4); /* 4/4; Atla's two joint or not: 4/6 to 1 */
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), 1, 4.0 / 6, 1);
    world->submissions[number].assessments_held = SEL_NOT_COUNTED;
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.assessments-not-answered");
    small_world_destroy(world);
}
END_TEST

START_TEST(what_a_programme_rests_on)
{
    small_world *world = small_world_create();
    sel_account account = sel_account_blank();
    sel_study_programme *record = small_world_record(world, "register");
    const char *unknown = "reason.assessments-not-answered";
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), unknown);
    record->account = &account;
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), unknown);
    account.assessed = SEL_ASSESSED_OWN;
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 0, 0, 0);
    account.assessed = SEL_ASSESSED_JOINT;
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 1, 1);
    account.assessed = SEL_ASSESSED_REUSED;
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 1, 1);
    sel_account recipients = sel_account_blank();
    recipients.assessed = SEL_ASSESSED_OWN;
    small_world_statement(world, ATLA, record)->account = &recipients;
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 0, 0, 0);
    account.assessed = recipients.assessed = SEL_ASSESSED_NONE;
    sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
    ck_assert_int_eq(value.availability, SEL_NOT_APPLICABLE);
    ck_assert_str_eq(value.reason, "reason.no-assessment");
    small_world_destroy(world);
}
END_TEST

/* The largest counts there are, 65534 of 65534 at each of five members: added up without loss. A
 * regional organisation's own 1 of 2 is not its members'. */
START_TEST(large_counts_and_a_regional_organisation)
{
    small_world *world = small_world_create();
    for (uint32_t member = ATLA; member <= ELBA; member++)
        count(world, member, UINT16_MAX - 1, UINT16_MAX - 1);
    count(world, REGION, 2, 1);
    sel_indicator_value value = value_at(world, SEL_LEVEL_REGION, REGION);
    check_value(value, 1, 1, 1);
    check_counts(value, 327670, 327670, 327670);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, REGION), .5, .5, .5);
    small_world_destroy(world);
}
END_TEST

/* Recipients alone: own, so 0; one says that it rests on none and another on a joint one: 1. A
 * donor and a recipient that both leave it open: not known. */
START_TEST(what_recipients_say_of_a_programme)
{
    small_world *world = small_world_create();
    sel_study_programme *record = small_world_record(world, "register");
    small_world_account(world, record);
    sel_study_programme *first = small_world_statement(world, ATLA, record);
    sel_study_programme *second = small_world_statement(world, BORA, record);
    sel_account *of_first = small_world_account(world, first);
    sel_account *of_second = small_world_account(world, second);
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.assessments-not-answered");
    of_first->assessed = SEL_ASSESSED_OWN;
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 0, 0, 0);
    of_first->assessed = SEL_ASSESSED_NONE;
    check_inapplicable(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.no-assessment");
    of_second->assessed = SEL_ASSESSED_JOINT;
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 1, 1);
    of_first->assessed = SEL_ASSESSED_OWN;
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 0, 0, 0);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {joint_of_held,
                            a_region_adds_up,
                            without_a_lead_the_respondents_span_the_bounds,
                            a_donor_counts_its_own,
                            nothing_held_and_contradictions,
                            what_a_programme_rests_on,
                            large_counts_and_a_regional_organisation,
                            what_recipients_say_of_a_programme,
                            NULL};
    return run_tests("b7", tests);
}
