#include "small_world.h"

#include <math.h>

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_b4.evaluate, level, number);
}

static sel_study_programme *give(small_world *world, uint32_t recipient, uint32_t capability,
                                 uint32_t effort)
{
    sel_study_programme *record = small_world_record(world, "register");
    small_world_years(record, 2025, 2028);
    small_world_donor(world, record, 3);
    small_world_place(world, record, recipient, capability, effort);
    small_world_supply(world, recipient, capability, effort * 1095ULL, 0);
    return record;
}

/* Equal shares at two of 2 × 2 places: T = 2·½·ln(4·½) = ln 2, of ln 4: ½. With a quarter at each
 * of the four: 0. */
START_TEST(half_of_the_grid)
{
    static const sel_subject everywhere[] = {{SEL_LEVEL_DONOR, 3}, {SEL_LEVEL_PORTFOLIO, 0}};
    for (size_t i = 0; i < 2; i++) {
        small_world *world = small_world_create();
        give(world, ATLA, 0, 1000);
        give(world, BORA, 1, 1000);
        sel_indicator_value value = value_at(world, everywhere[i].level, everywhere[i].number);
        check_value(value, .5, .5, .5);
        check_counts(value, 0, 2, 2);
        ck_assert_int_eq(value.from, SEL_FROM_PLACES);
        small_world_destroy(world);
        world = small_world_create();
        for (uint32_t place = 0; place < 4; place++)
            give(world, place / 2, place % 2, 1000);
        check_value(value_at(world, everywhere[i].level, everywhere[i].number), 0, 0, 0);
        small_world_destroy(world);
    }
}
END_TEST

/* Shares ¾ and ¼ of 1 × 2 places: ¾·ln 1.5 + ¼·ln .5, of ln 2. */
START_TEST(unequal_shares)
{
    small_world *world = small_world_create();
    give(world, ATLA, 0, 3000);
    give(world, ATLA, 2, 1000);
    double value = (.75 * log(1.5) + .25 * log(.5)) / log(2);
    check_value(value_at(world, SEL_LEVEL_DONOR, 3), value, value, value);
    small_world_destroy(world);
}
END_TEST

/* Atla between 0 and 10, Bora 10, N 4. Shares of Atla 0 to ½: its term falls to −1/(4e) and rises
 * to ½·ln 2; of Bora ½ to 1: from ½·ln 2 to ln 4. */
START_TEST(ranges_give_bounds)
{
    small_world *world = small_world_create();
    give(world, ATLA, 0, 10);
    give(world, BORA, 1, 10);
    world->supply_list[0].low = 0;
    double low = (.5 * log(2) - 1 / (4 * exp(1))) / log(4);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .5, low, 1);
    world->supply_list[0].low = world->supply_list[0].high;
    world->programmes[0].dated = false;
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .5, 0, 1);
    small_world_destroy(world);
}
END_TEST

START_TEST(nothing_to_spread)
{
    small_world *world = small_world_create();
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-programme");
    check_missing(value_at(world, SEL_LEVEL_DONOR, 3), "reason.no-programme");
    sel_study_programme *record = give(world, ATLA, 0, 1000);
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.one-place");
    check_missing(value_at(world, SEL_LEVEL_DONOR, 3), "reason.one-place");
    record->dated = false;
    check_missing(value_at(world, SEL_LEVEL_DONOR, 3), "reason.no-dated-support");
    world->supplies.count = 0;
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-dated-support");
    small_world_destroy(world);
}
END_TEST

/* Half of the grid again, with amounts that ten million programmes through the window make. */
START_TEST(large_amounts)
{
    small_world *world = small_world_create();
    give(world, ATLA, 0, 1000);
    give(world, BORA, 1, 1000);
    for (uint32_t i = 0; i < 2; i++)
        world->supply_list[i].low = world->supply_list[i].high = 1ULL << 56;
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .5, .5, .5);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {half_of_the_grid,   unequal_shares,    large_amounts,
                            ranges_give_bounds, nothing_to_spread, NULL};
    return run_tests("b4", tests);
}
