#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_d1.evaluate, level, number);
}

static sel_study_programme *add_record(small_world *world)
{
    sel_study_programme *record = small_world_record(world, "register");
    small_world_place(world, record, ATLA, 0, 10000000);
    small_world_donor(world, record, 2);
    return record;
}

START_TEST(groups_at_least_consulted)
{
    small_world *world = small_world_create();
    sel_study_programme *record = add_record(world);
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.roles-not-reported");
    small_world_party(world, record, SEL_STAKEHOLDER_ACADEMIA, SEL_UNKNOWN);
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.roles-not-reported");
    /* government alone is 0; the academy's part is not said: 0 of 4 known, at most 1 of 5 */
    small_world_party(world, record, SEL_STAKEHOLDER_GOVERNMENT, SEL_LADDER_CO_GOVERN);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 0, 0, .2);
    small_world_party(world, record, SEL_STAKEHOLDER_ACADEMIA, SEL_LADDER_CONSULTED);
    small_world_party(world, record, SEL_STAKEHOLDER_BUSINESS, SEL_LADDER_INFORMED);
    small_world_party(world, record, SEL_STAKEHOLDER_CIVIL_SOCIETY, SEL_LADDER_CO_DELIVER);
    small_world_party(world, record, SEL_STAKEHOLDER_CIVIL_SOCIETY, SEL_LADDER_INFORMED);
    sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
    check_value(value, .4, 0, .4);
    ck_assert(value.one_key);
    small_world_destroy(world);
}
END_TEST

/* Donor: academia, civil society, technical consulted. Recipient: academia yes, civil society
 * informed only, the other three none. Confirmed: 1 of 5; the sides differ on 2 of 5 groups. */
START_TEST(both_sides)
{
    small_world *world = small_world_create();
    sel_study_programme *record = add_record(world);
    for (int group = SEL_STAKEHOLDER_ACADEMIA; group <= SEL_STAKEHOLDER_TECHNICAL; group++)
        small_world_party(world, record, (sel_stakeholder)group, SEL_LADDER_CONSULTED);
    sel_study_programme *statement = small_world_statement(world, ATLA, record);
    for (int group = SEL_STAKEHOLDER_PRIVATE_CI; group <= SEL_STAKEHOLDER_TECHNICAL; group++)
        small_world_party(world, statement, (sel_stakeholder)group, SEL_LADDER_NONE);
    statement = &world->programmes[1];
    small_world_party(world, statement, SEL_STAKEHOLDER_ACADEMIA, SEL_LADDER_CO_DESIGN);
    small_world_party(world, statement, SEL_STAKEHOLDER_CIVIL_SOCIETY, SEL_LADDER_INFORMED);
    sel_indicator_value value = value_at(world, SEL_LEVEL_RECIPIENT, ATLA);
    check_value(value, .2, .2, .2);
    ck_assert_double_eq_tol(value.disagreement, .4, 1e-9);
    ck_assert(!value.one_key);
    small_world_destroy(world);
}
END_TEST

/* A recipient that does not answer for a group has not said "none": 2 of 3 known groups, bounds
 * 2/5 and 4/5; with 2 of 5 answered the programme is not known. */
START_TEST(a_response_may_leave_groups_open)
{
    small_world *world = small_world_create();
    uint32_t submission = small_world_submission(world, ATLA);
    sel_study_programme *statement = small_world_statement(world, ATLA, NULL);
    small_world_party(world, statement, SEL_STAKEHOLDER_ACADEMIA, SEL_LADDER_CONSULTED);
    small_world_party(world, statement, SEL_STAKEHOLDER_BUSINESS, SEL_LADDER_CO_DESIGN);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.roles-not-reported");
    small_world_party(world, statement, SEL_STAKEHOLDER_TECHNICAL, SEL_LADDER_NONE);
    check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), 2.0 / 3, .4, .8);
    small_world_destroy(world);
}
END_TEST

/* Two programmes with 1 and 3 groups: (.2 + .6)/2; a third that reports nothing: 0 to 1. */
START_TEST(mean_over_programmes)
{
    small_world *world = small_world_create();
    sel_study_programme *one = add_record(world);
    small_world_party(world, one, SEL_STAKEHOLDER_ACADEMIA, SEL_LADDER_CONSULTED);
    sel_study_programme *three = add_record(world);
    for (int group = SEL_STAKEHOLDER_PRIVATE_CI; group <= SEL_STAKEHOLDER_ACADEMIA; group++)
        small_world_party(world, three, (sel_stakeholder)group, SEL_LADDER_CO_GOVERN);
    add_record(world);
    const struct {
        sel_level level;
        uint32_t number;
    } everywhere[] = {{SEL_LEVEL_RECIPIENT, ATLA},
                      {SEL_LEVEL_REGION, REGION},
                      {SEL_LEVEL_DONOR, 2},
                      {SEL_LEVEL_PORTFOLIO, 0}};
    for (size_t i = 0; i < sizeof everywhere / sizeof everywhere[0]; i++) {
        sel_indicator_value value = value_at(world, everywhere[i].level, everywhere[i].number);
        check_value(value, .4, 0, 1.8 / 3);
        check_counts(value, 0, 2, 3);
    }
    small_world_destroy(world);
}
END_TEST

/* The register reports business and says by its silence that no other group takes part. The donor
 * answers for academia too: that outweighs the silence, so 2 of 5. Then it says less of business:
 * 1 of 5. */
START_TEST(what_a_donor_answers_beside_its_register)
{
    small_world *world = small_world_create();
    sel_study_programme *record = add_record(world);
    sel_study_programme *answer = small_world_record(world, "donor:A");
    answer->donor_answer = true;
    world->kept[1] = 0;
    small_world_party(world, record, SEL_STAKEHOLDER_BUSINESS, SEL_LADDER_CONSULTED);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), .2, 0, .2);
    small_world_party(world, answer, SEL_STAKEHOLDER_ACADEMIA, SEL_LADDER_CO_DESIGN);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), .4, 0, .4);
    small_world_party(world, answer, SEL_STAKEHOLDER_BUSINESS, SEL_LADDER_NONE);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), .2, 0, .2);
    small_world_destroy(world);
}
END_TEST

/* Nobody consulted in one programme, as both say; of another one group is, and no more is said: 0,
 * to (0 + 1)/2. That the second is not 0 is known, but not what it is. */
START_TEST(a_programme_of_which_little_is_known)
{
    small_world *world = small_world_create();
    for (uint32_t recipient = ATLA; recipient <= BORA; recipient++)
        small_world_statement(world, recipient, NULL);
    for (int group = SEL_STAKEHOLDER_PRIVATE_CI; group <= SEL_STAKEHOLDER_TECHNICAL; group++)
        small_world_party(world, &world->programmes[0], (sel_stakeholder)group, SEL_LADDER_NONE);
    small_world_party(world, &world->programmes[1], SEL_STAKEHOLDER_ACADEMIA, SEL_LADDER_CONSULTED);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 0, 0, .5);
    small_world_party(world, &world->programmes[0], SEL_STAKEHOLDER_ACADEMIA, SEL_LADDER_CONSULTED);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .2, .1, .6); /* not from (.2 + .2)/2 */
    small_world_destroy(world);
}
END_TEST

/* Nothing undertaken; then one that reports of three. */
START_TEST(nothing_or_too_little)
{
    small_world *world = small_world_create();
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-programme");
    uint32_t submission = small_world_submission(world, ATLA);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.no-support-listed");
    small_world_party(world, add_record(world), SEL_STAKEHOLDER_ACADEMIA, SEL_LADDER_CONSULTED);
    add_record(world);
    add_record(world);
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.less-than-half-known");
    small_world_destroy(world);
}
END_TEST

/* Five programmes of 1: shares of groups, not five of five met. */
START_TEST(five_of_one)
{
    small_world *world = small_world_create();
    for (int i = 0; i < 5; i++)
        add_record(world);
    for (int i = 0; i < 5; i++) {
        sel_study_programme *statement = small_world_statement(world, ATLA, &world->programmes[i]);
        for (int group = SEL_STAKEHOLDER_PRIVATE_CI; group <= SEL_STAKEHOLDER_TECHNICAL; group++)
            small_world_party(world, statement, (sel_stakeholder)group, SEL_LADDER_CONSULTED);
    }
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, 1, 1, 1);
    check_counts(value, 0, 5, 5);
    ck_assert(!value.proportion);
    ck_assert_double_eq(value.interval_low, 1); /* no Wilson interval */
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {groups_at_least_consulted,
                            both_sides,
                            a_response_may_leave_groups_open,
                            mean_over_programmes,
                            what_a_donor_answers_beside_its_register,
                            a_programme_of_which_little_is_known,
                            nothing_or_too_little,
                            five_of_one,
                            NULL};
    return run_tests("d1", tests);
}
