#include "small_world.h"

enum {
    K1 = 1 << SEL_K1_REPORTING,
    K2 = 1 << SEL_K2_TECHNOLOGY,
    K4 = 1 << SEL_K4_POLITICAL,
};

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_c5.evaluate, level, number);
}

static void none(sel_study_programme *record)
{
    record->conditions = SEL_CONDITIONS_NONE;
}

static void some(sel_study_programme *record, unsigned classes)
{
    record->conditions = SEL_CONDITIONS_SOME;
    record->condition_classes = (uint8_t)classes;
}

static sel_study_programme *add_record(small_world *world)
{
    sel_study_programme *record = small_world_record(world, "register");
    small_world_place(world, record, ATLA, 0, 10000000);
    small_world_donor(world, record, 2);
    return record;
}

START_TEST(what_is_a_condition)
{
    small_world *world = small_world_create();
    uint32_t submission = small_world_submission(world, ATLA);
    sel_study_programme *statement = small_world_statement(world, ATLA, NULL);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission),
                  "reason.conditions-not-reported");
    some(statement, 0); /* attached, class not said */
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission),
                  "reason.conditions-not-reported");
    none(statement);
    check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), 1, 0, 1);
    some(statement, K1);
    check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), 1, 0, 1);
    some(statement, K1 | K4);
    sel_indicator_value value = value_at(world, SEL_LEVEL_RESPONSE, submission);
    check_value(value, .5, 0, 1);
    ck_assert_str_eq(value.note, "note.contested");
    statement->conditions_requested = 1;
    check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), 1, 0, 1);
    small_world_destroy(world);
}
END_TEST

START_TEST(two_keys)
{
    small_world *world = small_world_create();
    sel_study_programme *record = add_record(world);
    sel_study_programme *statement = small_world_statement(world, ATLA, record);
    none(record); /* as IATI conditions attached="0" */
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.donor-answers-only");
    some(record, K2);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), .5, 0, 1);
    some(statement, K2);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 0, 0, 0);
    none(record);
    sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
    check_value(value, .5, 0, 1);
    ck_assert_double_eq(value.disagreement, 1);
    none(statement);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 1, 1);
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), 1, 1, 1);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 1, 1, 1);
    small_world_destroy(world);
}
END_TEST

/* Five programmes of one donor, stated by three recipients: both free, both free, both free, both
 * obliged, contested: (3 + 0 + .5)/5 = .7; bounds 3/5 and 4/5. */
START_TEST(a_donor_is_judged_from_five_programmes_and_three_recipients_on)
{
    small_world *world = small_world_create();
    static const uint32_t recipients[] = {ATLA, BORA, ATLA, BORA, CALA};
    for (int i = 0; i < 5; i++)
        add_record(world);
    for (int i = 0; i < 5; i++) {
        sel_study_programme *record = &world->programmes[i];
        sel_study_programme *statement = small_world_statement(world, recipients[i], record);
        none(record);
        none(statement);
        if (i >= 3)
            some(statement, K2);
        if (i == 3)
            some(record, K2);
    }
    check_value(value_at(world, SEL_LEVEL_DONOR, 2), .7, .6, .8);
    world->programmes[9].stated_by = BORA;
    check_missing(value_at(world, SEL_LEVEL_DONOR, 2), "reason.too-few-for-a-donor");
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .7, .6, .8);
    world->programmes[9].stated_by = CALA;
    world->programmes[0].donor_count = 0;
    check_missing(value_at(world, SEL_LEVEL_DONOR, 2), "reason.too-few-for-a-donor");
    small_world_destroy(world);
}
END_TEST

START_TEST(donor_alone_at_donor_level)
{
    small_world *world = small_world_create();
    for (int i = 0; i < 6; i++)
        none(add_record(world));
    check_missing(value_at(world, SEL_LEVEL_DONOR, 2), "reason.donor-answers-only");
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {what_is_a_condition, two_keys,
                            a_donor_is_judged_from_five_programmes_and_three_recipients_on,
                            donor_alone_at_donor_level, NULL};
    return run_tests("c5", tests);
}
