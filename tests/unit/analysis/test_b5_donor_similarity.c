#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_b5.evaluate, level, number);
}

static sel_study_programme *give(small_world *world, uint32_t donor, uint32_t recipient,
                                 uint32_t first, const uint32_t shares[3])
{
    sel_study_programme *record = small_world_record(world, "register");
    small_world_years(record, 2025, 2028);
    small_world_donor(world, record, donor);
    for (uint32_t i = 0; i < 3; i++)
        small_world_place(world, record, recipient, first + i, shares[i]);
    return record;
}

/* .5 .3 .2 0 and 0 .3 .2 .5 have .3 + .2 in common (Renkonen 1938); a third donor has nothing in
 * common with either: ½ / 3 pairs. */
static small_world *three_donors(void)
{
    small_world *world = small_world_create();
    give(world, 0, ATLA, 0, (const uint32_t[3]){5000000, 3000000, 2000000});
    give(world, 1, ATLA, 1, (const uint32_t[3]){3000000, 2000000, 5000000});
    give(world, 2, BORA, 0, (const uint32_t[3]){2000000, 2000000, 2000000});
    return world;
}

START_TEST(shares_in_common)
{
    small_world *world = three_donors();
    check_value(value_at(world, SEL_LEVEL_DONOR, 0), .5, .5, .5);
    check_value(value_at(world, SEL_LEVEL_DONOR, 1), .5, .5, .5);
    check_value(value_at(world, SEL_LEVEL_DONOR, 2), 0, 0, 0);
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, .5 / 3, .5 / 3, .5 / 3);
    check_counts(value, 0, 3, 3);
    small_world_destroy(world);
}
END_TEST

START_TEST(the_most_similar_counts)
{
    small_world *world = three_donors();
    give(world, 3, ATLA, 0, (const uint32_t[3]){5000000, 3000000, 2000000});
    check_value(value_at(world, SEL_LEVEL_DONOR, 0), 1, 1, 1);
    check_value(value_at(world, SEL_LEVEL_DONOR, 1), .5, .5, .5);
    small_world_destroy(world);
}
END_TEST

START_TEST(uncertain_support)
{
    small_world *world = three_donors();
    small_world_supply(world, ATLA, 0, 10, 0)->low = 5;
    check_value(value_at(world, SEL_LEVEL_DONOR, 0), .5, 0, 1);
    world->supplies.count = 0;
    world->supplies.undated = 1;
    check_value(value_at(world, SEL_LEVEL_DONOR, 0), .5, 0, 1);
    world->supplies.undated = 0;
    world->supplies.no_donor = 1;
    check_value(value_at(world, SEL_LEVEL_DONOR, 0), .5, 0, 1);
    small_world_destroy(world);
}
END_TEST

START_TEST(nobody_to_compare_with)
{
    small_world *world = small_world_create();
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-programme");
    sel_study_programme *record =
        give(world, 0, ATLA, 0, (const uint32_t[3]){5000000, 3000000, 2000000});
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.one-donor");
    check_missing(value_at(world, SEL_LEVEL_DONOR, 0), "reason.one-donor");
    record->dated = false;
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-dated-support");
    give(world, 1, ATLA, 0, (const uint32_t[3]){5000000, 3000000, 2000000});
    give(world, 2, ATLA, 0, (const uint32_t[3]){5000000, 3000000, 2000000});
    check_missing(value_at(world, SEL_LEVEL_DONOR, 0), "reason.no-dated-support");
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {shares_in_common, the_most_similar_counts, uncertain_support,
                            nobody_to_compare_with, NULL};
    return run_tests("b5", tests);
}
