#include "small_world.h"

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_b6.evaluate, level, number);
}

static sel_need *need_of(small_world *world, uint32_t recipient, uint32_t capability, double n,
                         uint8_t severity)
{
    sel_need *need = small_world_need(world, recipient, capability, n, n);
    need->severity_low = need->severity_high = severity;
    return need;
}

static sel_supply *give(small_world *world, uint32_t recipient, uint32_t capability,
                        uint64_t supply, double donors)
{
    sel_supply *at = small_world_supply(world, recipient, capability, supply, 100);
    at->effective_donors = donors;
    at->programmes = 4;
    return at;
}

/* One place of need 100: support of a quarter is no orphan, of less is; at severity 2 nothing is;
 * twice the need is not crowded, more is, with three donors. */
START_TEST(one_place)
{
    static const struct {
        uint8_t severity;
        uint64_t supply;
        double donors;
        double value;
    } cases[] = {{3, 24, 1, 0},  {3, 25, 1, 1},    {2, 0, 1, 1},   {5, 200, 3, 1},
                 {5, 201, 3, 0}, {5, 201, 2.9, 1}, {1, 900, 4, 0}, {5, 0, 0, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        small_world *world = small_world_create();
        need_of(world, ATLA, 0, .5, cases[i].severity);
        give(world, ATLA, 0, cases[i].supply, cases[i].donors);
        double value = cases[i].value;
        check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), value, value, value);
        small_world_destroy(world);
    }
}
END_TEST

/* Atla: n 1 served, .5 orphan without any support: 2/3. Bora: n .5 crowded: 0. Together 1 of 2.
 * Support where no help is wanted and unknown needs leave no trace. */
START_TEST(weighted_by_need)
{
    small_world *world = small_world_create();
    need_of(world, ATLA, 0, 1, 5);
    need_of(world, ATLA, 1, .5, 3);
    need_of(world, ATLA, 2, 0, 0);
    need_of(world, BORA, 0, .5, 3);
    small_world_need(world, BORA, 1, 0, 1)->state = SEL_NEED_UNKNOWN;
    give(world, ATLA, 0, 100, 1);
    give(world, ATLA, 2, 900, 5);
    give(world, BORA, 0, 300, 3);
    sel_indicator_value value = value_at(world, SEL_LEVEL_RECIPIENT, ATLA);
    check_value(value, 2.0 / 3, 2.0 / 3, 2.0 / 3);
    check_counts(value, 0, 2, 2);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, BORA), 0, 0, 0);
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), .5, .5, .5);
    value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_value(value, .5, .5, .5);
    check_counts(value, 0, 3, 4);
    ck_assert_int_eq(value.from, SEL_FROM_NEEDS);
    ck_assert_uint_eq(value.contributors[2], 3);
    small_world_destroy(world);
}
END_TEST

/* Two places of n .5, the second served. The first: */
START_TEST(ranges_give_bounds)
{
    small_world *world = small_world_create();
    sel_need *need = need_of(world, ATLA, 0, .5, 4);
    need_of(world, ATLA, 1, .5, 4);
    sel_supply *at = give(world, ATLA, 0, 0, 1);
    give(world, ATLA, 1, 100, 1);
    at->high = 40; /* 20 in the middle: an orphan, but perhaps not */
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .5, .5, 1);
    at->high = 60; /* 30 in the middle: no orphan, but perhaps one */
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, .5, 1);
    at->high = 0;
    need->severity_low = 1; /* 2.5 in the middle */
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, .5, 1);
    need->severity_low = 4;
    at->low = at->high = 150; /* of 50 to 100, 75 in the middle: twice; of 50 it is crowded */
    at->need_low = 50;
    at->effective_donors = 3;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, .5, 1);
    at->need_low = 40; /* 70 in the middle: more than twice */
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .5, .5, 1);
    at->need_low = 100;
    at->low = at->high = 300; /* of four programmes whose donors nobody knows */
    at->effective_donors = 0;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, .5, 1);
    small_world_destroy(world);
}
END_TEST

/* An orphan that is also named by support without dates; the other place is served. */
START_TEST(support_without_dates)
{
    small_world *world = small_world_create();
    need_of(world, ATLA, 0, .5, 4);
    need_of(world, ATLA, 1, .5, 4);
    give(world, ATLA, 1, 100, 1);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .5, .5, .5);
    small_world_place(world, small_world_record(world, "register"), ATLA, 0, 10000000);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .5, .5, 1);
    world->supplies.count = 0;
    world->supplies.undated = 1;
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.support-not-dated");
    world->supplies.undated = 0;
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.support-not-placed");
    small_world_destroy(world);
}
END_TEST

/* Three times the need from three equal donors, and a programme without dates: of one of the three
 * it would leave fewer than three effective ones. Not surely crowded. */
START_TEST(support_without_dates_may_make_it_less_crowded)
{
    small_world *world = small_world_create();
    need_of(world, ATLA, 0, .5, 4);
    give(world, ATLA, 0, 300, 3);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 0, 0, 0);
    small_world_place(world, small_world_record(world, "register"), ATLA, 0, 10000000);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 0, 0, 1);
    small_world_destroy(world);
}
END_TEST

/* Programmes without a known donor at three times the need. Beside two donors one more may make
 * three; beside three it may be of one of them. A suspended one, and one over before the window,
 * give nothing. */
START_TEST(programmes_of_unknown_donors)
{
    small_world *world = small_world_create();
    need_of(world, ATLA, 0, .5, 4);
    sel_supply *at = give(world, ATLA, 0, 300, 2);
    sel_study_programme *nameless = small_world_record(world, "register");
    small_world_place(world, nameless, ATLA, 0, 10000000);
    small_world_years(nameless, 2025, 2027);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 0, 1);
    at->effective_donors = 3;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 0, 0, 1);
    at->effective_donors = 1.9;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 1, 1);
    at->effective_donors = 2;
    nameless->status = SEL_STATUS_SUSPENDED;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 1, 1);
    nameless->status = SEL_STATUS_RUNNING;
    small_world_years(nameless, 2020, 2022);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 1, 1);
    small_world_destroy(world);
}
END_TEST

/* A regional organisation has needs of its own: not its members'. */
START_TEST(a_regional_organisation)
{
    small_world *world = small_world_create();
    need_of(world, ATLA, 0, 1, 5);
    need_of(world, REGION, 0, .5, 4);
    give(world, REGION, 0, 100, 1);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, REGION), 1, 1, 1);
    check_value(value_at(world, SEL_LEVEL_REGION, REGION), 0, 0, 0);
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 1.0 / 3, 1.0 / 3, 1.0 / 3);
    small_world_destroy(world);
}
END_TEST

START_TEST(nothing_to_judge)
{
    small_world *world = small_world_create();
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.need-not-answered");
    need_of(world, ATLA, 0, 0, 0);
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-stated-need");
    small_world_need(world, ATLA, 1, 0, 1)->state = SEL_NEED_UNKNOWN;
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.need-unknown");
    need_of(world, ATLA, 2, 1, 5);
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-programme");
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {one_place,
                            weighted_by_need,
                            ranges_give_bounds,
                            support_without_dates,
                            support_without_dates_may_make_it_less_crowded,
                            programmes_of_unknown_donors,
                            a_regional_organisation,
                            nothing_to_judge,
                            NULL};
    return run_tests("b6", tests);
}
