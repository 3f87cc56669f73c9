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

/* Some that nobody had asked for. */
static void impose(sel_study_programme *record, unsigned classes)
{
    some(record, classes);
    record->conditions_requested = 0;
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
    impose(record, K2);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), .5, 0, 1);
    impose(statement, K2);
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

/* Technology named by both sides. Whether it had been asked for: -1 is not said. Only when both say
 * is it certain; the recipient's word holds for a donor that leaves it open, not the other way
 * round. */
START_TEST(what_had_been_asked_for)
{
    static const struct {
        int8_t donor, recipient;
        double value, low, high;
    } cases[] = {{0, 0, 0, 0, 0},  {1, 1, 1, 1, 1},   {1, 0, .5, 0, 1},
                 {0, 1, .5, 0, 1}, {-1, 0, 0, 0, 1},  {-1, 1, 1, 0, 1},
                 {0, -1, 0, 0, 1}, {1, -1, .5, 0, 1}, {-1, -1, 0, 0, 1}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        small_world *world = small_world_create();
        sel_study_programme *record = add_record(world);
        sel_study_programme *statement = small_world_statement(world, ATLA, record);
        some(record, K2);
        some(statement, K2);
        record->conditions_requested = cases[i].donor;
        statement->conditions_requested = cases[i].recipient;
        check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), cases[i].value, cases[i].low,
                    cases[i].high);
        small_world_destroy(world);
    }
}
END_TEST

/* Both free, nothing said: 1 of 1 known, at least 1 of 2. With two more of which nothing is said 1
 * of 4. */
START_TEST(what_is_not_said)
{
    small_world *world = small_world_create();
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-programme");
    uint32_t submission = small_world_submission(world, BORA);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.no-support-listed");
    for (int i = 0; i < 4; i++)
        add_record(world);
    none(&world->programmes[0]);
    none(small_world_statement(world, ATLA, &world->programmes[0]));
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.less-than-half-known");
    world->kept[3] = world->kept[2] = 1; /* three records of one programme */
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, 1, .5, 1);
    check_counts(value, 1, 1, 2);
    small_world_destroy(world);
}
END_TEST

/* Two recipients and two records of donors: of each side the least favourable counts. Imposed, says
 * Bora, and so does the second record: both agree. */
START_TEST(the_least_favourable_of_each_side)
{
    small_world *world = small_world_create();
    sel_study_programme *record = add_record(world);
    sel_study_programme *copy = small_world_record(world, "second");
    world->kept[small_world_number(world, copy)] = small_world_number(world, record);
    none(record);
    impose(copy, K2);
    none(small_world_statement(world, ATLA, record));
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), .5, 0, 1);
    sel_study_programme *other = small_world_statement(world, BORA, record);
    impose(other, K4);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 0, 0, 0);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 1), 0, 0, 0); /* the same programme */
    world->kept[small_world_number(world, copy)] = small_world_number(world, copy);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), .5, 0, 1);
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
            impose(statement, K2);
        if (i == 3)
            impose(record, K2);
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
    const TTest *tests[] = {what_is_a_condition,
                            two_keys,
                            what_had_been_asked_for,
                            what_is_not_said,
                            the_least_favourable_of_each_side,
                            a_donor_is_judged_from_five_programmes_and_three_recipients_on,
                            donor_alone_at_donor_level,
                            NULL};
    return run_tests("c5", tests);
}
