#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_b3.evaluate, level, number);
}

enum { UNIT = 100000, NOBODY = WORLD_DONORS };

static void give(small_world *world, uint32_t donor, uint32_t recipient, uint32_t amount)
{
    sel_study_programme *record = small_world_record(world, "register");
    small_world_years(record, 2025, 2028);
    small_world_place(world, record, recipient, 0, amount * UNIT);
    if (donor != NOBODY)
        small_world_donor(world, record, donor);
}

/* Atla gets 90, 9 and 1 of donors 0, 1 and 2, the four others 100 of donor 2 each: 500 in all, of
 * which donors give 90, 9 and 401. At Atla donor 0 is the 90 % that count as large; donor 1 gives
 * .09 there and .018 of everything; donor 2 gives .01 there and .802 of everything: 2 of 3 are
 * significant. */
static small_world *five_recipients(void)
{
    small_world *world = small_world_create();
    give(world, 0, ATLA, 90);
    give(world, 1, ATLA, 9);
    give(world, 2, ATLA, 1);
    for (uint32_t recipient = BORA; recipient <= ELBA; recipient++)
        give(world, 2, recipient, 100);
    return world;
}

START_TEST(a_recipient)
{
    small_world *world = five_recipients();
    sel_indicator_value value = value_at(world, SEL_LEVEL_RECIPIENT, ATLA);
    check_value(value, 2.0 / 3, 2.0 / 3, 2.0 / 3);
    check_counts(value, 0, 3, 3);
    ck_assert_int_eq(value.from, SEL_FROM_RECIPIENTS);
    ck_assert_uint_eq(value.contributor_count, 1);
    ck_assert_uint_eq(value.contributors[0], ATLA);
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, BORA), "reason.fewer-than-three-donors");
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, FARA), "reason.no-programme");
    small_world_destroy(world);
}
END_TEST

/* Fara gets 10, 10 and 80: the 90 % take one of the equal ones and so both: 3 of 3. Everything is
 * 600 now, donors give 100, 19 and 481: Atla as before. 5 of 6; the region does not have Fara. */
START_TEST(relations_are_pooled)
{
    small_world *world = five_recipients();
    give(world, 0, FARA, 10);
    give(world, 1, FARA, 10);
    give(world, 2, FARA, 80);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, FARA), 1, 1, 1);
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), 2.0 / 3, 2.0 / 3, 2.0 / 3);
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, 5.0 / 6, 5.0 / 6, 5.0 / 6);
    check_counts(value, 0, 6, 6);
    small_world_destroy(world);
}
END_TEST

/* Donor 2: significant where it is alone, not at Atla: 4 of 5. */
START_TEST(a_donor)
{
    small_world *world = five_recipients();
    check_value(value_at(world, SEL_LEVEL_DONOR, 2), .8, .8, .8);
    check_missing(value_at(world, SEL_LEVEL_DONOR, 0), "reason.fewer-than-five-recipients");
    check_missing(value_at(world, SEL_LEVEL_DONOR, 5), "reason.no-programme");
    world->programmes[0].dated = false;
    check_missing(value_at(world, SEL_LEVEL_DONOR, 0), "reason.no-dated-support");
    small_world_destroy(world);
}
END_TEST

/* 100 more at Atla of nobody knows whom: half of what it gets. 2/3 · ½ = 1/3, and ½ more. Of all
 * support it is one sixth: donor 2 between .8·5/6 and that + 1/6. 1 more is more than half. */
START_TEST(unknown_donors_widen_the_bounds)
{
    small_world *world = five_recipients();
    give(world, NOBODY, ATLA, 100);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 2.0 / 3, 1.0 / 3, 5.0 / 6);
    check_value(value_at(world, SEL_LEVEL_DONOR, 2), .8, 2.0 / 3, 5.0 / 6);
    give(world, NOBODY, ATLA, 1);
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.less-than-half-known");
    small_world_destroy(world);
}
END_TEST

START_TEST(too_little_to_tell)
{
    small_world *world = five_recipients();
    world->study.programme_count -= 1; /* Elba */
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.fewer-than-five-recipients");
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.fewer-than-five-recipients");
    give(world, 2, ELBA, 100);
    world->programmes[0].dated = false;
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.fewer-than-three-donors");
    for (uint32_t i = 0; i < 3; i++)
        world->programmes[i].dated = false;
    give(world, 2, FARA, 100);
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.no-dated-support");
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {a_recipient,
                            relations_are_pooled,
                            a_donor,
                            unknown_donors_widen_the_bounds,
                            too_little_to_tell,
                            NULL};
    return run_tests("b3", tests);
}
