#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_c1.evaluate, level, number);
}

/* Needs of Atla to Elba for a capability, and what they get; recipients one after another, so that
 * both lists ascend. A support of 0 is none. */
static void distribute(small_world *world, const double needs[5], const uint64_t support[5])
{
    sel_study_programme *record = small_world_record(world, "register");
    small_world_years(record, 2025, 2028);
    small_world_place(world, record, BORA, 0, 10000000);
    for (uint32_t r = ATLA; r <= ELBA; r++) {
        small_world_need(world, r, 0, needs[r], needs[r]);
        if (support[r] > 0)
            small_world_supply(world, r, 0, support[r], 0);
    }
}

/* Need in fifths of .2: in proportion 1; all to one of five: |1 − .2| + 4·.2 = 1.6: .2; 4 2 2 1 1
 * tenths: |.2| + 0 + 0 + .1 + .1 = .4: .8. */
START_TEST(one_capability)
{
    static const double equal[5] = {.5, .5, .5, .5, .5};
    static const struct {
        uint64_t support[5];
        double value;
    } cases[] = {{{30, 30, 30, 30, 30}, 1}, {{0, 0, 9, 0, 0}, .2}, {{40, 20, 20, 10, 10}, .8}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        small_world *world = small_world_create();
        distribute(world, equal, cases[i].support);
        const double value = cases[i].value;
        check_value(value_at(world, SEL_LEVEL_REGION, REGION), value, value, value);
        sel_indicator_value all = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
        check_value(all, value, value, value);
        check_counts(all, 0, 1, 1);
        ck_assert_int_eq(all.from, SEL_FROM_NEEDS);
        ck_assert_uint_eq(all.contributor_count, 5);
        small_world_destroy(world);
    }
}
END_TEST

/* Needs 1, .5, .25, .25, 0 (Elba wants none and leaves no trace, and then there are only four),
 * with Fara's .5 five again: shares .4 .2 .1 .1 .2 of 2.5. */
START_TEST(places_without_a_need)
{
    small_world *world = small_world_create();
    distribute(world, (const double[5]){1, .5, .25, .25, 0},
               (const uint64_t[5]){40, 20, 10, 10, 700});
    check_missing(value_at(world, SEL_LEVEL_REGION, REGION), "reason.fewer-than-five-recipients");
    small_world_need(world, FARA, 0, .5, .5);
    small_world_supply(world, FARA, 0, 20, 0);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 1, 1, 1);
    small_world_destroy(world);
}
END_TEST

/* Capability 0: 100 in proportion, 1. Capability 1: 300, all to the one of five: .2. Capability 2
 * has four recipients only, and 100. (100·1 + 300·.2)/400 = .4. */
START_TEST(weighted_by_support)
{
    small_world *world = small_world_create();
    small_world_record(world, "register");
    for (uint32_t r = ATLA; r <= ELBA; r++)
        for (uint32_t k = 0; k < 3; k++) {
            if (k == 2 && r == ELBA)
                continue;
            small_world_need(world, r, k, .5, .5);
            uint64_t support = k == 0 ? 20 : k == 2 ? 25 : r == ATLA ? 300 : 0;
            if (support > 0)
                small_world_supply(world, r, k, support, 0);
        }
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, .4, .4, .4);
    check_counts(value, 0, 2, 3);
    ck_assert_uint_eq(value.contributor_count, 10);
    for (uint32_t i = 0; i < world->supplies.count; i++)
        if (world->supply_list[i].capability == 2)
            world->supply_list[i].low = world->supply_list[i].high = 101; /* 404 of 804 */
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.less-than-half-known");
    small_world_destroy(world);
}
END_TEST

/* Equal needs; 10 for all, Atla between 10 and 60. Shares of Atla: 10/50 to 60/100, in the middle
 * 35/75; the others 10/100 to 10/50, 10/75 in the middle. Middle: |35/75 − 15/75| + 4·5/75 = 40/75:
 * 1 − 20/75. Most: .4 + 4·.1 = .8: .6; least: 0: 1. */
START_TEST(ranges_give_bounds)
{
    small_world *world = small_world_create();
    distribute(world, (const double[5]){.5, .5, .5, .5, .5},
               (const uint64_t[5]){10, 10, 10, 10, 10});
    world->supply_list[0].high = 60;
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 1 - 20.0 / 75, .6, 1);
    world->supply_list[0].high = 10;
    world->programmes[0].dated = false;
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 1, 0, 1);
    small_world_destroy(world);
}
END_TEST

/* Needs between .25 and .5 for Atla, .5 for the others. Share of Atla .25/2.25 to .2, .375/2.375 in
 * the middle; of the others .2 to .5/2.25, .5/2.375 in the middle. Support in fifths. Most:
 * (.2 − .25/2.25) + 4(.5/2.25 − .2) = .4/2.25. */
START_TEST(ranges_of_need)
{
    small_world *world = small_world_create();
    distribute(world, (const double[5]){.5, .5, .5, .5, .5},
               (const uint64_t[5]){10, 10, 10, 10, 10});
    world->need_list[0].n_low = .25;
    world->need_list[0].state = SEL_NEED_RANGE;
    double middle = (.2 - .375 / 2.375) + 4 * (.5 / 2.375 - .2);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 1 - middle / 2, 1 - .2 / 2.25, 1);
    small_world_destroy(world);
}
END_TEST

/* Donor 2 gives one programme, to Atla, of five with equal needs: .2, whatever others give. */
START_TEST(a_donor_alone)
{
    small_world *world = small_world_create();
    sel_study_programme *record = small_world_record(world, "register");
    small_world_years(record, 2025, 2028);
    small_world_donor(world, record, 2);
    small_world_place(world, record, ATLA, 0, 10000000);
    for (uint32_t r = ATLA; r <= ELBA; r++) {
        small_world_need(world, r, 0, .5, .5);
        small_world_supply(world, r, 0, 10000000ULL * 1095, 0);
    }
    check_value(value_at(world, SEL_LEVEL_DONOR, 2), .2, .2, .2);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 1, 1, 1);
    ck_assert_uint_eq(sel_indicator_c1.context, SEL_LEVEL_DONOR);
    small_world_destroy(world);
}
END_TEST

START_TEST(nothing_to_distribute)
{
    small_world *world = small_world_create();
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-programme");
    sel_study_programme *record = small_world_record(world, "register");
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.need-not-answered");
    small_world_need(world, ATLA, 0, 0, 0);
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-stated-need");
    small_world_need(world, ATLA, 1, 0, 1)->state = SEL_NEED_UNKNOWN;
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.need-unknown");
    small_world_need(world, ATLA, 2, 1, 1);
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-support-at-a-need");
    small_world_place(world, record, ATLA, 2, 10000000);
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-dated-support");
    small_world_destroy(world);
}
END_TEST

/* A region looks at its members only: all of Fara's does not count. Where Atla's need is not known
 * there are four. A response and a programme have no value. */
START_TEST(members_and_known_needs)
{
    small_world *world = small_world_create();
    distribute(world, (const double[5]){.5, .5, .5, .5, .5},
               (const uint64_t[5]){10, 10, 10, 10, 10});
    small_world_need(world, FARA, 0, 1, 1);
    small_world_supply(world, FARA, 0, 500, 0);
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), 1, 1, 1);
    world->need_list[ATLA].state = SEL_NEED_UNKNOWN;
    check_missing(value_at(world, SEL_LEVEL_REGION, REGION), "reason.fewer-than-five-recipients");
    ck_assert_uint_eq(sel_indicator_c1.levels,
                      SEL_LEVEL_REGION | SEL_LEVEL_DONOR | SEL_LEVEL_PORTFOLIO);
    small_world_destroy(world);
}
END_TEST

/* Sums of the largest efforts and longest windows: 10⁷·1095 of a thousand programmes, and one day
 * of one: shares are told apart. Needs equal: Atla 1 of about 1, the others 0 of it: .2. */
START_TEST(very_different_sizes)
{
    small_world *world = small_world_create();
    const uint64_t large = UINT64_C(10000000) * 1095 * 1000;
    distribute(world, (const double[5]){.5, .5, .5, .5, .5},
               (const uint64_t[5]){large, 1, 1, 1, 1});
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), .2, .2, .2);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {one_capability,        places_without_a_need,
                            weighted_by_support,   ranges_give_bounds,
                            ranges_of_need,        a_donor_alone,
                            nothing_to_distribute, members_and_known_needs,
                            very_different_sizes,  NULL};
    return run_tests("c1", tests);
}
