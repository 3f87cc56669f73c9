#include "small_world.h"

enum { OPEN = SEL_UNKNOWN, NEVER = SEL_DOES_NOT_APPLY };

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_d5.evaluate, level, number);
}

static uint32_t answer(small_world *world, uint32_t recipient, int forum, int law, int minutes,
                       int feedback)
{
    uint32_t number = small_world_submission(world, recipient);
    int8_t *items = world->submissions[number].enabling;
    items[0] = (int8_t)forum;
    items[1] = (int8_t)law;
    items[2] = (int8_t)minutes;
    items[3] = (int8_t)feedback;
    return number;
}

/* Yes, no, no, open: 1/3, between 1/4 and 2/4; the third does not apply: 1/2, 1/3 to 2/3. */
START_TEST(items_met_of_items_answered)
{
    small_world *world = small_world_create();
    uint32_t number = answer(world, ATLA, 1, 0, 0, OPEN);
    check_value(value_at(world, SEL_LEVEL_RESPONSE, number), 1.0 / 3, .25, .5);
    check_counts(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 3, 4);
    world->submissions[number].enabling[2] = NEVER;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .5, 1.0 / 3, 2.0 / 3);
    small_world_destroy(world);
}
END_TEST

START_TEST(two_items_at_least)
{
    small_world *world = small_world_create();
    const char *reason = "reason.environment-not-answered";
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), reason);
    check_missing(value_at(world, SEL_LEVEL_REGION, REGION), reason);
    uint32_t number = answer(world, ATLA, 1, OPEN, OPEN, OPEN);
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, number), reason);
    answer(world, BORA, 1, NEVER, NEVER, NEVER);
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, BORA), reason);
    answer(world, CALA, NEVER, NEVER, NEVER, NEVER);
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, CALA), reason);
    answer(world, DORA, 0, OPEN, OPEN, OPEN); /* three of nine that apply in the region */
    check_missing(value_at(world, SEL_LEVEL_REGION, REGION), "reason.less-than-half-known");
    small_world_destroy(world);
}
END_TEST

/* 2/2 and 0/4: the lead's alone; pooled 2/6 between 0 and 1; as the items of two members 2/8 to
 * 4/8. */
START_TEST(respondents_and_members)
{
    small_world *world = small_world_create();
    uint32_t first = answer(world, ATLA, 1, 1, OPEN, OPEN);
    uint32_t second = answer(world, ATLA, 0, 0, 0, 0);
    world->submissions[first].lead = world->submissions[second].lead = false;
    world->submissions[second].agency = SEL_STR("Regulator");
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1.0 / 3, 0, 1);
    world->submissions[second].lead = true;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 0, 0, 0);
    check_value(value_at(world, SEL_LEVEL_RESPONSE, first), 1, .5, 1);
    world->submissions[second].lead = false;
    world->submissions[second].recipient = BORA;
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), 1.0 / 3, .25, .5);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {items_met_of_items_answered, two_items_at_least,
                            respondents_and_members, NULL};
    return run_tests("d5", tests);
}
