#include "small_world.h"

enum {
    CI = 1 << 0,
    BUSINESS = 1 << 1,
    ACADEMIA = 1 << 2,
    CIVIL = 1 << 3,
    TECHNICAL = 1 << 4,
};

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_d4.evaluate, level, number);
}

static void name_local(small_world *world, sel_study_programme *record, uint8_t groups)
{
    small_world_account(world, record)->local = (sel_group_set){groups, 1};
}

/* Every group: named as taking part, or with no part. */
static void take_part(small_world *world, sel_study_programme *record, unsigned groups)
{
    for (int i = 0; i < SEL_NON_STATE_GROUPS; i++)
        small_world_party(world, record, (sel_stakeholder)(SEL_STAKEHOLDER_PRIVATE_CI + i),
                          ((groups >> i) & 1) != 0 ? SEL_LADDER_CONSULTED : SEL_LADDER_NONE);
}

static sel_study_programme *add_record(small_world *world)
{
    sel_study_programme *record = small_world_record(world, "register");
    small_world_place(world, record, ATLA, 0, 10000000);
    small_world_donor(world, record, 2);
    return record;
}

START_TEST(one_statement)
{
    static const struct {
        unsigned present;
        uint8_t local;
        double value;
    } cases[] = {
        {ACADEMIA | CIVIL, ACADEMIA | CIVIL, 1},
        {ACADEMIA | CIVIL | CI, CIVIL, 1.0 / 3},
        {ACADEMIA | CIVIL, 0, 0},
        {ACADEMIA | CIVIL, CIVIL | BUSINESS, .5}, /* business takes no part: not counted */
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        small_world *world = small_world_create();
        uint32_t submission = small_world_submission(world, ATLA);
        sel_study_programme *statement = small_world_statement(world, ATLA, NULL);
        take_part(world, statement, cases[i].present);
        name_local(world, statement, cases[i].local);
        sel_indicator_value value = value_at(world, SEL_LEVEL_RESPONSE, submission);
        check_value(value, cases[i].value, cases[i].value, cases[i].value);
        ck_assert(!value.proportion);
        small_world_destroy(world);
    }
}
END_TEST

/* A statement: academia consulted, civil society none, three groups left open, one of them named as
 * local: academia and that one take part, so 1 of 2; the two others may take part: 1 of 4. Without
 * the name only 2 of 5 groups are known. */
START_TEST(groups_left_open)
{
    small_world *world = small_world_create();
    uint32_t submission = small_world_submission(world, ATLA);
    sel_study_programme *statement = small_world_statement(world, ATLA, NULL);
    small_world_party(world, statement, SEL_STAKEHOLDER_ACADEMIA, SEL_LADDER_CONSULTED);
    small_world_party(world, statement, SEL_STAKEHOLDER_CIVIL_SOCIETY, SEL_LADDER_NONE);
    name_local(world, statement, TECHNICAL);
    check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), .5, .25, .5);
    name_local(world, statement, 0);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission),
                  "reason.local-groups-not-reported");
    small_world_destroy(world);
}
END_TEST

START_TEST(half_of_an_answer)
{
    small_world *world = small_world_create();
    sel_study_programme *record = add_record(world);
    name_local(world, record, ACADEMIA); /* roles not reported */
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.local-groups-not-reported");
    take_part(world, record, ACADEMIA);
    record->account = NULL; /* nothing said about local groups */
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.local-groups-not-reported");
    small_world_account(world, record);
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.local-groups-not-reported");
    small_world_destroy(world);
}
END_TEST

/* Donor: academia and civil society, both local. Recipient: the same take part, academia local. */
START_TEST(two_keys)
{
    small_world *world = small_world_create();
    sel_study_programme *record = add_record(world);
    take_part(world, record, ACADEMIA | CIVIL);
    name_local(world, record, ACADEMIA | CIVIL);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 0, 1);
    sel_study_programme *statement = small_world_statement(world, ATLA, record);
    take_part(world, statement, ACADEMIA | CIVIL);
    name_local(world, statement, ACADEMIA);
    sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
    check_value(value, .5, .5, .5);
    ck_assert_double_eq(value.disagreement, .5);
    small_world_destroy(world);
}
END_TEST

/* Stated by recipients: 2 of 2, 1 of 4, nobody, nothing said: (1 + .25)/2, from 1.25/3 to 2.25/3.
 */
START_TEST(many_programmes)
{
    small_world *world = small_world_create();
    for (int i = 0; i < 4; i++)
        add_record(world);
    static const struct {
        unsigned present;
        uint8_t local;
    } said[] = {{CI | CIVIL, CI | CIVIL}, {CI | BUSINESS | ACADEMIA | CIVIL, CIVIL}, {0, 0}};
    for (int i = 0; i < 3; i++) {
        sel_study_programme *statement = small_world_statement(world, ATLA, &world->programmes[i]);
        take_part(world, statement, said[i].present);
        name_local(world, statement, said[i].local);
    }
    static const struct {
        sel_level level;
        uint32_t number;
    } everywhere[] = {{SEL_LEVEL_RECIPIENT, ATLA},
                      {SEL_LEVEL_REGION, REGION},
                      {SEL_LEVEL_DONOR, 2},
                      {SEL_LEVEL_PORTFOLIO, 0}};
    for (size_t i = 0; i < sizeof everywhere / sizeof everywhere[0]; i++) {
        sel_indicator_value value = value_at(world, everywhere[i].level, everywhere[i].number);
        check_value(value, .625, 1.25 / 3, .75);
        check_counts(value, 0, 2, 3);
    }
    world->programmes[4].account = NULL;
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.less-than-half-known");
    small_world_destroy(world);
}
END_TEST

START_TEST(nobody_takes_part)
{
    small_world *world = small_world_create();
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-programme");
    take_part(world, add_record(world), 0);
    check_inapplicable(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-stakeholder-present");
    small_world_destroy(world);
    world = small_world_create(); /* no business, and of the others nothing is said */
    sel_study_programme *statement = small_world_statement(world, ATLA, NULL);
    small_world_party(world, statement, SEL_STAKEHOLDER_BUSINESS, SEL_LADDER_NONE);
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.local-groups-not-reported");
    small_world_destroy(world);
}
END_TEST

START_TEST(a_response_without_support)
{
    small_world *world = small_world_create();
    uint32_t submission = small_world_submission(world, ATLA);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.no-support-listed");
    small_world_destroy(world);
}
END_TEST

/* Nobody takes part, says the recipient; academia does and is local, says the donor, whose answer
 * stands, unconfirmed. */
START_TEST(one_side_sees_nobody)
{
    small_world *world = small_world_create();
    sel_study_programme *record = add_record(world);
    take_part(world, record, ACADEMIA);
    name_local(world, record, ACADEMIA);
    take_part(world, small_world_statement(world, ATLA, record), 0);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 0, 1);
    record->account = NULL;
    check_inapplicable(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.no-stakeholder-present");
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
        take_part(world, statement, ACADEMIA);
        name_local(world, statement, ACADEMIA);
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
    const TTest *tests[] = {one_statement,
                            groups_left_open,
                            half_of_an_answer,
                            two_keys,
                            many_programmes,
                            nobody_takes_part,
                            a_response_without_support,
                            one_side_sees_nobody,
                            five_of_one,
                            NULL};
    return run_tests("d4", tests);
}
