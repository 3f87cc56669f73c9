#include "small_world.h"

enum { CI = 1 << 0, ACADEMIA = 1 << 2, CIVIL = 1 << 3, TECHNICAL = 1 << 4 };

static const sel_group_set unsaid = {.said = SEL_UNKNOWN};
static const sel_group_set beside = {.said = SEL_DOES_NOT_APPLY};
static const sel_group_set none = {.said = 1};

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_d6.evaluate, level, number);
}

static sel_group_set set_of(uint8_t groups)
{
    return (sel_group_set){groups, 1};
}

static void tell(small_world *world, sel_study_programme *record, sel_group_set design,
                 sel_group_set evaluation)
{
    sel_account *account = small_world_account(world, record);
    account->design = design;
    account->evaluation = evaluation;
}

/* Two years. */
static sel_study_programme *add_record(small_world *world)
{
    sel_study_programme *record = small_world_record(world, "register");
    small_world_place(world, record, ATLA, 0, 10000000);
    small_world_donor(world, record, 2);
    small_world_years(record, 2023, 2025);
    return record;
}

START_TEST(one_statement)
{
    static const struct {
        uint8_t design, evaluation;
        double value;
    } cases[] = {
        {CI | CIVIL, CI | CIVIL, 1},
        {CI | CIVIL, CI, .5},
        {CI | CIVIL | ACADEMIA, TECHNICAL | ACADEMIA, 1.0 / 3}, /* who came later does not count */
        {CI, TECHNICAL, 0},
        {CI, 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        small_world *world = small_world_create();
        uint32_t submission = small_world_submission(world, ATLA);
        sel_study_programme *statement = small_world_statement(world, ATLA, NULL);
        small_world_years(statement, 2024, 2025);
        tell(world, statement, set_of(cases[i].design), set_of(cases[i].evaluation));
        check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), cases[i].value, cases[i].value,
                    cases[i].value);
        small_world_destroy(world);
    }
}
END_TEST

START_TEST(what_is_left_out)
{
    const struct {
        sel_group_set design, evaluation;
        bool applies;
    } cases[] = {{unsaid, unsaid, true},     {set_of(CI), unsaid, true},
                 {unsaid, set_of(CI), true}, {set_of(CI), beside, false},
                 {none, set_of(CI), false},  {beside, set_of(CI), false},
                 {unsaid, beside, false}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        small_world *world = small_world_create();
        tell(world, add_record(world), cases[i].design, cases[i].evaluation);
        sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
        if (cases[i].applies)
            check_missing(value, "reason.continuity-not-reported");
        else
            check_inapplicable(value, "reason.no-evaluated-programme");
        small_world_destroy(world);
    }
}
END_TEST

/* Surely twelve months: from the last possible start to the first possible end. */
START_TEST(twelve_months)
{
    small_world *world = small_world_create();
    sel_study_programme *record = add_record(world);
    tell(world, record, set_of(CI), set_of(CI));
    record->start_low = sel_day_of(2023, 1, 1);
    record->start_high = sel_day_of(2023, 6, 1);
    record->end_low = sel_day_of(2024, 6, 1);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 0, 1);
    record->end_low = sel_day_of(2024, 5, 31);
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.programme-length-unknown");
    record->end_high = sel_day_of(2023, 12, 31);
    check_inapplicable(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.no-evaluated-programme");
    record->dated = false;
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.programme-length-unknown");
    small_world_years(record, 2023, 2025);
    record->dated = false; /* days of no use say nothing of its length */
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.programme-length-unknown");
    tell(world, record, set_of(CI), beside);
    check_inapplicable(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.no-evaluated-programme");
    small_world_destroy(world);
}
END_TEST

START_TEST(two_keys)
{
    small_world *world = small_world_create();
    sel_study_programme *record = add_record(world);
    tell(world, record, set_of(CI | CIVIL), set_of(CI | CIVIL));
    sel_study_programme *statement = small_world_statement(world, ATLA, record);
    tell(world, statement, set_of(CI | CIVIL), set_of(CIVIL));
    sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
    check_value(value, .5, .5, .5);
    ck_assert_double_eq(value.disagreement, .5);
    tell(world, statement, set_of(CI), beside); /* no evaluation yet, says the recipient */
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 0, 1);
    small_world_destroy(world);
}
END_TEST

/* Stated by recipients: 1, 1/4, no evaluation, nothing said: (5/4)/2, from (5/4)/3 to (9/4)/3. */
START_TEST(many_programmes)
{
    small_world *world = small_world_create();
    for (int i = 0; i < 4; i++)
        add_record(world);
    const sel_group_set four = set_of(CI | ACADEMIA | CIVIL | TECHNICAL);
    tell(world, small_world_statement(world, ATLA, &world->programmes[0]), four, four);
    tell(world, small_world_statement(world, ATLA, &world->programmes[1]), four, set_of(CI));
    tell(world, small_world_statement(world, ATLA, &world->programmes[2]), four, beside);
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
        ck_assert(!value.proportion);
    }
    world->programmes[4].account = NULL;
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.less-than-half-known");
    small_world_destroy(world);
}
END_TEST

START_TEST(nothing_at_all)
{
    small_world *world = small_world_create();
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-programme");
    uint32_t submission = small_world_submission(world, ATLA);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.no-support-listed");
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
        tell(world, statement, set_of(CI), set_of(CI));
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
    const TTest *tests[] = {one_statement,   what_is_left_out, twelve_months, two_keys,
                            many_programmes, nothing_at_all,   five_of_one,   NULL};
    return run_tests("d6", tests);
}
