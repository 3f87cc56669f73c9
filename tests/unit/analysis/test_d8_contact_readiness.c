#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_d8.evaluate, level, number);
}

static uint32_t answer(small_world *world, uint32_t recipient, int yes, int no)
{
    uint32_t number = small_world_submission(world, recipient);
    world->submissions[number].poc_yes = (uint8_t)yes;
    world->submissions[number].poc_no = (uint8_t)no;
    world->submissions[number].poc_other = (uint8_t)(35 - yes - no);
    return number;
}

START_TEST(half_of_the_grid_must_be_answered)
{
    small_world *world = small_world_create();
    uint32_t number = answer(world, ATLA, 14, 14);
    check_value(value_at(world, SEL_LEVEL_RESPONSE, number), .5, .4, .6);
    check_counts(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 14, 28, 35);
    uint32_t few = answer(world, BORA, 10, 7);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, few), "reason.less-than-half-known");
    uint32_t none = small_world_submission(world, CALA);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, none), "reason.contacts-not-answered");
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, DORA), "reason.contacts-not-answered");
    small_world_destroy(world);
}
END_TEST

START_TEST(the_lead_speaks_else_the_bounds_span_the_respondents)
{
    small_world *world = small_world_create();
    answer(world, ATLA, 35, 0);
    uint32_t other = answer(world, ATLA, 7, 28);
    world->submissions[other].lead = false;
    world->submissions[other].agency = SEL_STR("Regulator");
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 1, 1);
    world->submissions[0].lead = false;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .6, .2, 1);
    check_value(value_at(world, SEL_LEVEL_RESPONSE, 1), .2, .2, .2);
    small_world_destroy(world);
}
END_TEST

/* The same respondent fills in the grid of both questionnaires that have it. */
START_TEST(of_one_respondent_the_newest_grid_counts_once)
{
    small_world *world = small_world_create();
    uint32_t newer = answer(world, ATLA, 35, 0);
    uint32_t older = answer(world, ATLA, 7, 28);
    world->submissions[newer].answered_on = (sel_days){20200, 20200, true};
    world->submissions[older].answered_on = (sel_days){20100, 20130, true};
    world->submissions[older].lead = false;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 1, 1);
    check_counts(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 35, 35, 35);
    check_value(value_at(world, SEL_LEVEL_RESPONSE, older), .2, .2, .2);
    world->submissions[newer].answered_on = (sel_days){20000, 20000, true};
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .2, .2, .2);
    small_world_destroy(world);
}
END_TEST

/* 35 of 35 and 7 of 35: 42/70. Gula is not a member. */
START_TEST(a_region_pools_the_cells)
{
    small_world *world = small_world_create();
    answer(world, ATLA, 35, 0);
    answer(world, BORA, 7, 28);
    answer(world, GULA, 0, 35);
    sel_indicator_value value = value_at(world, SEL_LEVEL_REGION, REGION);
    check_value(value, .6, .6, .6);
    check_counts(value, 42, 70, 70);
    ck_assert_uint_eq(value.contributor_count, 2);
    ck_assert_int_eq(value.from, SEL_FROM_SUBMISSIONS);
    small_world_destroy(world);
}
END_TEST

/* 14 yes, 7 no and 7 open; 7 do not apply: 14/21, 14/28 to 21/28. */
START_TEST(what_does_not_apply_leaves_the_grid)
{
    small_world *world = small_world_create();
    uint32_t number = answer(world, ATLA, 14, 7);
    world->submissions[number].poc_other = 7;
    world->submissions[number].poc_inapplicable = 7;
    check_value(value_at(world, SEL_LEVEL_RESPONSE, number), 2.0 / 3, .5, .75);
    check_counts(value_at(world, SEL_LEVEL_REGION, REGION), 14, 21, 28);
    world->submissions[number].poc_other = 0; /* left empty, not answered otherwise */
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), 2.0 / 3, .5, .75);
    small_world_destroy(world);
    world = small_world_create();
    number = small_world_submission(world, ATLA);
    world->submissions[number].poc_inapplicable = 35;
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, number), "reason.contacts-not-answered");
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {half_of_the_grid_must_be_answered,
                            the_lead_speaks_else_the_bounds_span_the_respondents,
                            of_one_respondent_the_newest_grid_counts_once,
                            a_region_pools_the_cells,
                            what_does_not_apply_leaves_the_grid,
                            NULL};
    return run_tests("d8", tests);
}
