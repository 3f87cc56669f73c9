#include "small_world.h"

enum { WORD, DOCUMENT, PUBLIC, CONFIRMED };

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_c8.evaluate, level, number);
}

static void tell(small_world *world, sel_study_programme *record, int tools, int evidence)
{
    sel_account *account = small_world_account(world, record);
    account->tools = (int8_t)tools;
    account->tools_evidence = (int8_t)evidence;
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
        int tools, evidence;
        double value, low;
    } cases[] = {{1, SEL_UNKNOWN, 1, 0}, {1, WORD, 1, 0}, {1, DOCUMENT, 1, 0}, {1, PUBLIC, 1, 1},
                 {1, CONFIRMED, 1, 1},   {0, WORD, 0, 0}, {0, CONFIRMED, 0, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        small_world *world = small_world_create();
        uint32_t submission = small_world_submission(world, ATLA);
        tell(world, small_world_statement(world, ATLA, NULL), cases[i].tools, cases[i].evidence);
        check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), cases[i].value, cases[i].low,
                    cases[i].value);
        small_world_destroy(world);
    }
}
END_TEST

START_TEST(two_keys)
{
    small_world *world = small_world_create();
    sel_study_programme *record = add_record(world);
    tell(world, record, 1, PUBLIC);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 0, 1); /* the donor alone */
    sel_study_programme *statement = small_world_statement(world, ATLA, record);
    tell(world, record, 1, WORD);
    tell(world, statement, 1, WORD);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 1, 1); /* each confirms the other */
    tell(world, statement, 0, WORD);
    sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
    check_value(value, 0, 0, 0);
    ck_assert_double_eq(value.disagreement, 1);
    tell(world, statement, SEL_DOES_NOT_APPLY, SEL_UNKNOWN); /* no tools, says the recipient */
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 0, 1);
    tell(world, statement, 1, WORD);
    tell(world, record, SEL_DOES_NOT_APPLY, PUBLIC); /* what is public shows no yes */
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 0, 1);
    small_world_destroy(world);
}
END_TEST

/* Stated by recipients: yes and public, yes by word, no, none given, nothing said: 2/3 of those
 * known; of the four that may give tools 1 surely, 3 at most. */
START_TEST(many_programmes)
{
    small_world *world = small_world_create();
    for (int i = 0; i < 5; i++)
        add_record(world);
    static const int said[][2] = {
        {1, PUBLIC}, {1, WORD}, {0, WORD}, {SEL_DOES_NOT_APPLY, SEL_UNKNOWN}};
    for (int i = 0; i < 4; i++)
        tell(world, small_world_statement(world, ATLA, &world->programmes[i]), said[i][0],
             said[i][1]);
    static const struct {
        sel_level level;
        uint32_t number;
    } everywhere[] = {{SEL_LEVEL_RECIPIENT, ATLA},
                      {SEL_LEVEL_REGION, REGION},
                      {SEL_LEVEL_DONOR, 2},
                      {SEL_LEVEL_PORTFOLIO, 0}};
    for (size_t i = 0; i < sizeof everywhere / sizeof everywhere[0]; i++) {
        sel_indicator_value value = value_at(world, everywhere[i].level, everywhere[i].number);
        check_value(value, 2.0 / 3, .25, .75);
        check_counts(value, 2, 3, 4);
    }
    world->programmes[5].account = NULL;
    world->programmes[6].account = NULL;
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.less-than-half-known");
    small_world_destroy(world);
}
END_TEST

START_TEST(no_tools)
{
    small_world *world = small_world_create();
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-programme");
    sel_study_programme *record = add_record(world);
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.tools-not-reported");
    tell(world, record, SEL_DOES_NOT_APPLY, SEL_UNKNOWN);
    check_inapplicable(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-tools");
    add_record(world); /* may give some */
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.tools-not-reported");
    small_world_destroy(world);
}
END_TEST

/* Two statements about what no register knows are two programmes, and one when they are found to be
 * the same: then the less favourable word counts. A response knows nothing of that. */
START_TEST(statements_alone)
{
    small_world *world = small_world_create();
    uint32_t submission = small_world_submission(world, ATLA);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.no-support-listed");
    tell(world, small_world_statement(world, ATLA, NULL), 1, PUBLIC);
    tell(world, small_world_statement(world, ATLA, NULL), 0, WORD);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .5, .5, .5);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .5, .5, .5);
    check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), .5, .5, .5);
    world->kept[1] = 0; /* found to be one programme: the less favourable word */
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 0, 0, 0);
    check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), .5, .5, .5);
    check_missing(value_at(world, SEL_LEVEL_DONOR, 2), "reason.no-programme");
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {one_statement, two_keys,         many_programmes,
                            no_tools,      statements_alone, NULL};
    return run_tests("c8", tests);
}
