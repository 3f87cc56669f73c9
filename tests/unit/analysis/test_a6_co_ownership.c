#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_a6.evaluate, level, number);
}

/* Answers of the five items; -1 is none. */
static void own(sel_study_programme *record, int a, int b, int c, int d, int e)
{
    const int items[SEL_OWNERSHIP_ITEMS] = {a, b, c, d, e};
    for (int i = 0; i < SEL_OWNERSHIP_ITEMS; i++)
        record->ownership[i] = (int8_t)items[i];
}

START_TEST(three_of_five_items_make_an_answer)
{
    small_world *world = small_world_create();
    sel_study_programme *statement = small_world_statement(world, ATLA, NULL);
    uint32_t submission = small_world_submission(world, ATLA);
    own(statement, 4, 2, -1, -1, -1);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.ownership-not-reported");
    own(statement, 4, 2, 3, -1, -1); /* 9 of 12 */
    sel_indicator_value value = value_at(world, SEL_LEVEL_RESPONSE, submission);
    check_value(value, .75, 0, .75);
    ck_assert(value.one_key);
    own(statement, 0, 0, 0, 0, 0);
    value = value_at(world, SEL_LEVEL_RESPONSE, submission);
    check_value(value, 0, 0, 0);
    ck_assert(!value.proportion);
    small_world_destroy(world);
}
END_TEST

/* Donor 16/20 = .8, recipient 10/20 = .5: the lower counts and the gap of .3 is told. */
START_TEST(two_keys)
{
    small_world *world = small_world_create();
    sel_study_programme *record = small_world_record(world, "register");
    small_world_donor(world, record, 1);
    small_world_place(world, record, ATLA, 0, 10000000);
    own(record, 4, 4, 4, 2, 2);
    check_missing(value_at(world, SEL_LEVEL_PROGRAMME, 0), "reason.donor-answers-only");
    own(small_world_statement(world, ATLA, record), 2, 2, 2, 2, 2);
    const struct {
        sel_level level;
        uint32_t number;
    } everywhere[] = {{SEL_LEVEL_PROGRAMME, 0},
                      {SEL_LEVEL_RECIPIENT, ATLA},
                      {SEL_LEVEL_REGION, REGION},
                      {SEL_LEVEL_DONOR, 1},
                      {SEL_LEVEL_PORTFOLIO, 0}};
    for (size_t i = 0; i < sizeof everywhere / sizeof everywhere[0]; i++) {
        sel_indicator_value value = value_at(world, everywhere[i].level, everywhere[i].number);
        check_value(value, .5, .5, .5);
        ck_assert(!value.one_key);
        ck_assert_double_eq_tol(value.disagreement, .3, 1e-9);
    }
    small_world_destroy(world);
}
END_TEST

START_TEST(the_lowest_of_several_recipients_counts_for_the_programme)
{
    small_world *world = small_world_create();
    sel_study_programme *record = small_world_record(world, "register");
    small_world_place(world, record, ATLA, 0, 5000000);
    small_world_place(world, record, BORA, 0, 5000000);
    own(record, 4, 4, 4, 4, 4);
    own(small_world_statement(world, ATLA, record), 4, 4, 4, 4, 4);
    own(small_world_statement(world, BORA, record), 1, 1, 1, 1, 1);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), .25, .25, .25);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 1, 1);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, BORA), .25, .25, .25);
    small_world_destroy(world);
}
END_TEST

/* Three programmes: both keys .5; recipient alone .75 [0, .75]; donor alone, unknown [0, 1].
 * Mean of known .625; bounds .5/3 and 2.25/3. */
START_TEST(mixed_keys)
{
    small_world *world = small_world_create();
    for (int i = 0; i < 3; i++) {
        sel_study_programme *record = small_world_record(world, "register");
        small_world_place(world, record, ATLA, 0, 10000000);
        if (i != 1)
            own(record, 3, 3, 3, 3, 3);
    }
    own(small_world_statement(world, ATLA, &world->programmes[0]), 2, 2, 2, -1, -1);
    own(small_world_statement(world, ATLA, &world->programmes[1]), 3, 3, 3, 3, 3);
    sel_indicator_value value = value_at(world, SEL_LEVEL_RECIPIENT, ATLA);
    check_value(value, .625, .5 / 3, .75);
    check_counts(value, 0, 2, 3);
    ck_assert_uint_eq(value.two_key_items, 2);
    ck_assert_uint_eq(value.one_key_items, 1);
    ck_assert(!value.one_key);
    small_world_destroy(world);
}
END_TEST

/* Register .8, what the donor answers itself .6, recipient .7: the lowest. Where the register says
 * nothing the donor's answer stands for it. */
START_TEST(what_a_donor_answers_beside_its_register)
{
    small_world *world = small_world_create();
    sel_study_programme *record = small_world_record(world, "register");
    small_world_place(world, record, ATLA, 0, 10000000);
    sel_study_programme *answer = small_world_record(world, "donor:A");
    answer->donor_answer = true;
    world->kept[1] = 0;
    own(record, 4, 4, 4, 2, 2);
    own(answer, 3, 3, 2, 2, 2);
    own(small_world_statement(world, ATLA, record), 4, 4, 2, 2, 2);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), .6, .6, .6);
    own(record, -1, -1, -1, -1, -1);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), .6, .6, .6);
    own(answer, 4, 4, 4, 4, 4);
    check_value(value_at(world, SEL_LEVEL_PROGRAMME, 0), .7, .7, .7);
    small_world_destroy(world);
}
END_TEST

/* Nothing recorded, nothing listed, and one of three with an answer. */
START_TEST(nothing_to_tell)
{
    small_world *world = small_world_create();
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-programme");
    uint32_t submission = small_world_submission(world, ATLA);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.no-support-listed");
    for (int i = 0; i < 3; i++)
        small_world_statement(world, ATLA, NULL);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.ownership-not-reported");
    own(&world->programmes[1], 4, 4, 4, 4, 4);
    sel_indicator_value value = value_at(world, SEL_LEVEL_RESPONSE, submission);
    check_missing(value, "reason.less-than-half-known");
    check_counts(value, 0, 1, 3);
    small_world_destroy(world);
}
END_TEST

/* A regional organisation states 4 2 0 0 0 of what it received, 6 of 20; only it is heard. */
START_TEST(a_regional_organisation)
{
    small_world *world = small_world_create();
    own(small_world_statement(world, REGION, NULL), 4, 2, 0, 0, 0);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, REGION), .3, 0, .3);
    check_missing(value_at(world, SEL_LEVEL_REGION, REGION), "reason.no-programme");
    small_world_destroy(world);
}
END_TEST

/* Five recipients' answers, all of them 4: a mean of shares, with no interval of a proportion. */
START_TEST(shares_have_no_interval_of_a_proportion)
{
    small_world *world = small_world_create();
    for (int i = 0; i < 5; i++)
        own(small_world_statement(world, ATLA, NULL), 4, 4, 4, 4, 4);
    sel_indicator_value value = value_at(world, SEL_LEVEL_RECIPIENT, ATLA);
    check_value(value, 1, 0, 1);
    check_counts(value, 0, 5, 5);
    ck_assert_double_eq(value.interval_low, 0);
    ck_assert_double_eq(value.interval_high, 1);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {three_of_five_items_make_an_answer,
                            two_keys,
                            the_lowest_of_several_recipients_counts_for_the_programme,
                            mixed_keys,
                            what_a_donor_answers_beside_its_register,
                            nothing_to_tell,
                            shares_have_no_interval_of_a_proportion,
                            a_regional_organisation,
                            NULL};
    return run_tests("a6", tests);
}
