#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_a2.evaluate, level, number);
}

static void follow(small_world *world, sel_study_programme *record, const char *title,
                   sel_drafted drafted)
{
    sel_account *account = small_world_account(world, record);
    account->document = sel_str_of(title);
    account->drafted = drafted;
}

static sel_study_programme *add_record(small_world *world)
{
    sel_study_programme *record = small_world_record(world, "register");
    small_world_place(world, record, ATLA, 0, 10000000);
    small_world_donor(world, record, 2);
    return record;
}

/* What one statement is worth. */
START_TEST(one_statement)
{
    static const struct {
        const char *title;
        sel_drafted drafted;
        double value; /* < 0: no answer */
    } cases[] = {
        {"Strategy 2023", SEL_DRAFTED_RECIPIENT, 1},
        {"Strategy 2023", SEL_DRAFTED_TOGETHER, 1},
        {"Strategy 2023", SEL_DRAFTED_OTHER, 1},
        {"Strategy 2023", SEL_DRAFTED_DONOR, .5},
        {"", SEL_DRAFTED_NONE, 0},
        {"Strategy 2023", SEL_DRAFTED_UNKNOWN, -1},
        {"", SEL_DRAFTED_RECIPIENT, -1},
        {"Strategy 2023", SEL_DRAFTED_NONE, -1},
        {"", SEL_DRAFTED_UNKNOWN, -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        small_world *world = small_world_create();
        uint32_t submission = small_world_submission(world, ATLA);
        follow(world, small_world_statement(world, ATLA, NULL), cases[i].title, cases[i].drafted);
        sel_indicator_value value = value_at(world, SEL_LEVEL_RESPONSE, submission);
        if (cases[i].value < 0)
            check_missing(value, "reason.document-not-reported");
        else
            check_value(value, cases[i].value, cases[i].value, cases[i].value);
        small_world_destroy(world);
    }
}
END_TEST

START_TEST(two_keys)
{
    small_world *world = small_world_create();
    sel_study_programme *record = add_record(world);
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.document-not-reported");
    follow(world, record, "Plan", SEL_DRAFTED_RECIPIENT);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 1, 0, 1);
    follow(world, small_world_statement(world, ATLA, record), "Plan", SEL_DRAFTED_DONOR);
    sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
    check_value(value, .5, .5, .5);
    ck_assert_double_eq(value.disagreement, .5);
    ck_assert(!value.one_key);
    small_world_destroy(world);
}
END_TEST

/* Stated by donors: 1, ½, 0, and one of which nothing is said: 1.5/3, from 0 to 2.5/4.
 * With 3 of 7 known it is not available. */
START_TEST(many_programmes)
{
    small_world *world = small_world_create();
    static const sel_drafted drafted[] = {SEL_DRAFTED_RECIPIENT, SEL_DRAFTED_DONOR,
                                          SEL_DRAFTED_NONE};
    for (int i = 0; i < 7; i++)
        add_record(world);
    world->study.programme_count = 4;
    for (uint32_t i = 0; i < 3; i++)
        follow(world, &world->programmes[i], drafted[i] == SEL_DRAFTED_NONE ? "" : "Plan",
               drafted[i]);
    const struct {
        sel_level level;
        uint32_t number;
    } everywhere[] = {{SEL_LEVEL_RECIPIENT, ATLA},
                      {SEL_LEVEL_REGION, REGION},
                      {SEL_LEVEL_DONOR, 2},
                      {SEL_LEVEL_PORTFOLIO, 0}};
    for (size_t i = 0; i < sizeof everywhere / sizeof everywhere[0]; i++) {
        /* donors alone: each may be 0 */
        sel_indicator_value value = value_at(world, everywhere[i].level, everywhere[i].number);
        check_value(value, .5, 0, .625);
        check_counts(value, 0, 3, 4);
        ck_assert(value.one_key);
    }
    world->study.programme_count = 7;
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

/* A copy in a second register says less than the record: the less favourable counts, and the
 * programme is one. What only a regional organisation states is its own. */
START_TEST(told_twice_and_by_a_regional_organisation)
{
    small_world *world = small_world_create();
    follow(world, add_record(world), "Plan", SEL_DRAFTED_RECIPIENT);
    follow(world, small_world_record(world, "second"), "Plan", SEL_DRAFTED_DONOR);
    world->kept[1] = 0;
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, .5, 0, .5);
    check_counts(value, 0, 1, 1);
    follow(world, small_world_statement(world, REGION, NULL), "Plan", SEL_DRAFTED_RECIPIENT);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, REGION), 1, 1, 1);
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), .5, 0, .5);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {
        one_statement,   two_keys,       told_twice_and_by_a_regional_organisation,
        many_programmes, nothing_at_all, NULL};
    return run_tests("a2", tests);
}
