#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_b8.evaluate, level, number);
}

static sel_study_programme *give(small_world *world, unsigned given)
{
    sel_study_programme *record = small_world_record(world, "register");
    small_world_place(world, record, ATLA, 0, 10000000);
    small_world_donor(world, record, 2);
    record->given = (uint8_t)given;
    return record;
}

START_TEST(a_programme_by_its_fields)
{
    small_world *world = small_world_create();
    give(world, SEL_GIVEN_FUNDER | SEL_GIVEN_RECIPIENT | SEL_GIVEN_START);
    sel_indicator_value value = value_at(world, SEL_LEVEL_PROGRAMME, 0);
    check_value(value, 3.0 / 7, 3.0 / 7, 3.0 / 7);
    ck_assert(!value.proportion);
    world->programmes[0].given = 0;
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), 0, 0, 0);
    small_world_destroy(world);
}
END_TEST

START_TEST(others_by_the_records_that_have_all)
{
    small_world *world = small_world_create();
    give(world, SEL_GIVEN_ALL);
    give(world, SEL_GIVEN_ALL);
    give(world, SEL_GIVEN_ALL & ~(unsigned)SEL_GIVEN_END);
    sel_study_programme *statement = small_world_statement(world, ATLA, NULL);
    statement->given = SEL_GIVEN_ALL; /* not in a register */
    const struct {
        sel_level level;
        uint32_t number;
    } everywhere[] = {{SEL_LEVEL_RECIPIENT, ATLA},
                      {SEL_LEVEL_REGION, REGION},
                      {SEL_LEVEL_DONOR, 2},
                      {SEL_LEVEL_PORTFOLIO, 0}};
    for (size_t i = 0; i < sizeof everywhere / sizeof everywhere[0]; i++) {
        sel_indicator_value value = value_at(world, everywhere[i].level, everywhere[i].number);
        check_value(value, 2.0 / 3, 2.0 / 3, 2.0 / 3);
        check_counts(value, 2, 3, 3);
    }
    check_missing(value_at(world, SEL_LEVEL_DONOR, 5), "reason.no-register-record");
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 3), "reason.no-register-record");
    small_world_destroy(world);
}
END_TEST

/* The same programme in two registers: the record whose figures count is looked at, once. */
START_TEST(a_copy_is_not_counted_again)
{
    small_world *world = small_world_create();
    give(world, SEL_GIVEN_ALL);
    give(world, 0);
    world->kept[1] = 0;
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, 1, 1, 1);
    check_counts(value, 1, 1, 1);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 1), 1, 1, 1);
    small_world_destroy(world);
}
END_TEST

START_TEST(an_empty_study)
{
    small_world *world = small_world_create();
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-register-record");
    check_missing(value_at(world, SEL_LEVEL_REGION, REGION), "reason.no-register-record");
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {a_programme_by_its_fields, others_by_the_records_that_have_all,
                            a_copy_is_not_counted_again, an_empty_study, NULL};
    return run_tests("b8", tests);
}
