#include "small_world.h"

#include <math.h>

static sel_indicator_value value_at(small_world *world, sel_level level, uint32_t number)
{
    return small_world_value(world, sel_indicator_a4.evaluate, level, number);
}

/* Five capabilities of severity 5 down to 1: the first is the most needed. */
static void five_needs(small_world *world, uint32_t recipient)
{
    for (uint32_t k = 0; k < 5; k++) {
        double n = 1 - .2 * k;
        sel_need *need = small_world_need(world, recipient, k, n, n);
        need->severity_low = need->severity_high = (uint8_t)(5 - k);
    }
}

static void give(small_world *world, uint32_t recipient, const uint64_t amounts[5])
{
    for (uint32_t k = 0; k < 5; k++)
        if (amounts[k] > 0)
            small_world_supply(world, recipient, k, amounts[k], 0);
}

static sel_study_programme *some_programme(small_world *world, uint32_t recipient)
{
    sel_study_programme *record = small_world_record(world, "register");
    small_world_years(record, 2025, 2028);
    small_world_place(world, record, recipient, 0, 10000000);
    return record;
}

/* In the same order τ_b is 1, in the reverse −1; 50 40 30 10 20: of 10 pairs one is turned, so
 * C − D = 8, τ_b = .8, and (1 + .8)/2 = .9. */
START_TEST(a_recipient)
{
    static const struct {
        uint64_t amounts[5];
        double value;
    } cases[] = {{{50, 40, 30, 20, 10}, 1}, {{10, 20, 30, 40, 50}, 0}, {{50, 40, 30, 10, 20}, .9}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        small_world *world = small_world_create();
        five_needs(world, ATLA);
        give(world, ATLA, cases[i].amounts);
        some_programme(world, ATLA);
        sel_indicator_value value = value_at(world, SEL_LEVEL_RECIPIENT, ATLA);
        check_value(value, cases[i].value, cases[i].value, cases[i].value);
        check_counts(value, 0, 5, 5);
        ck_assert_int_eq(value.from, SEL_FROM_NEEDS);
        ck_assert_uint_eq(value.contributors[4], 4);
        small_world_destroy(world);
    }
}
END_TEST

/* 7 for the first and the last, nothing for the others: C: 0 over 1, 2, 3; D: 4 under 1, 2, 3 by
 * need; 0 and 4 are tied. C − D = 0: .5. With 7 for the first alone: C = 4, D = 0; n₀ = 10, six
 * pairs of support are tied: τ_b = 4/√(10·4). */
START_TEST(ties_of_support)
{
    small_world *world = small_world_create();
    five_needs(world, ATLA);
    some_programme(world, ATLA);
    give(world, ATLA, (const uint64_t[5]){7, 0, 0, 0, 7});
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .5, .5, .5);
    world->supplies.count = 1;
    double value = (1 + 4 / sqrt(40)) / 2;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), value, value, value);
    small_world_destroy(world);
}
END_TEST

/* The least needed is named the most urgent: it goes first. The order by need and support was the
 * same; now capability 4, which gets least, is above the four others: D = 4, C = 6, τ_b = .2. */
START_TEST(the_most_urgent_come_first)
{
    small_world *world = small_world_create();
    five_needs(world, ATLA);
    some_programme(world, ATLA);
    give(world, ATLA, (const uint64_t[5]){50, 40, 30, 20, 10});
    world->need_list[4].urgent = 1;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .6, .6, .6);
    /* named, but nothing else is said of it: as urgent as before */
    world->need_list[4].state = SEL_NEED_UNKNOWN;
    world->need_list[4].severity_low = 0;
    world->need_list[4].severity_high = 5;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .6, .6, .6);
    /* a more urgent one beside it changes the place of that one only: 1, 4, 0, 2, 3 by priority,
     * support 40 10 50 30 20: pairs in order: 40 over 10, 30, 20; 50 over 30, 20; 30 over 20: C =
     * 6, D = 4 */
    world->need_list[4].urgent = 2;
    world->need_list[1].urgent = 1;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), .6, .6, .6);
    small_world_destroy(world);
}
END_TEST

/* Support of the last between 0 and 100, in the middle 50 like the first's 50: tied. Best, it gets
 * less than all: τ_b = 1. Worst, more than all: D = 4, C = 6, .2. In the middle: C = 6, D = 3, one
 * tie: 3/√(10·9). */
START_TEST(ranges_of_support_give_bounds)
{
    small_world *world = small_world_create();
    five_needs(world, ATLA);
    some_programme(world, ATLA);
    give(world, ATLA, (const uint64_t[5]){50, 40, 30, 20, 10});
    world->supply_list[4].low = 0;
    world->supply_list[4].high = 100;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), (1 + 3 / sqrt(90)) / 2, .6, 1);
    small_world_destroy(world);
}
END_TEST

/* Support without dates for the last: it may be more than all of the others'. */
START_TEST(support_without_dates_may_be_of_any_size)
{
    small_world *world = small_world_create();
    five_needs(world, ATLA);
    some_programme(world, ATLA);
    give(world, ATLA, (const uint64_t[5]){50, 40, 30, 20, 10});
    sel_study_programme *undated = small_world_record(world, "register");
    small_world_place(world, undated, ATLA, 4, 10000000);
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, .6, 1);
    small_world_destroy(world);
}
END_TEST

/* Needs of nought and unknown needs have no rank; a need that may be nought has one. */
START_TEST(what_is_ranked)
{
    small_world *world = small_world_create();
    five_needs(world, ATLA);
    some_programme(world, ATLA);
    give(world, ATLA, (const uint64_t[5]){50, 40, 30, 20, 10});
    small_world_need(world, ATLA, 5, 0, 0);
    small_world_need(world, ATLA, 6, 0, 1)->state = SEL_NEED_UNKNOWN;
    small_world_supply(world, ATLA, 5, 900, 0);
    sel_indicator_value value = value_at(world, SEL_LEVEL_RECIPIENT, ATLA);
    check_value(value, 1, 1, 1);
    check_counts(value, 0, 5, 6);
    world->need_list[4].n_low = 0;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, 1, 1);
    world->need_list[4].n_high = 0;
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.fewer-than-five-ranked");
    small_world_destroy(world);
}
END_TEST

START_TEST(without_an_order)
{
    small_world *world = small_world_create();
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.fewer-than-five-ranked");
    five_needs(world, ATLA);
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.no-programme");
    sel_study_programme *record = some_programme(world, ATLA);
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.no-support-at-a-need");
    record->dated = false;
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.no-dated-support");
    give(world, ATLA, (const uint64_t[5]){5, 5, 5, 5, 5});
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.no-order");
    world->supply_list[0].low = world->supply_list[0].high = 6;
    for (uint32_t k = 0; k < 5; k++) {
        world->need_list[k].severity_low = world->need_list[k].severity_high = 3;
        world->need_list[k].n_low = world->need_list[k].n_high = .5;
    }
    check_missing(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), "reason.no-order");
    small_world_destroy(world);
}
END_TEST

/* Five members with .9, .9, 1, 0 and .5: the median is .9. Elba without any support leaves four. */
START_TEST(a_region_is_the_median_of_its_members)
{
    static const uint64_t amounts[5][5] = {{50, 40, 30, 10, 20},
                                           {50, 40, 30, 10, 20},
                                           {50, 40, 30, 20, 10},
                                           {10, 20, 30, 40, 50},
                                           {7, 0, 0, 0, 7}};
    small_world *world = small_world_create();
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.no-programme");
    for (uint32_t recipient = ATLA; recipient <= ELBA; recipient++) {
        five_needs(world, recipient);
        give(world, recipient, amounts[recipient]);
        some_programme(world, recipient);
    }
    const struct {
        sel_level level;
        uint32_t number;
    } everywhere[] = {{SEL_LEVEL_REGION, REGION}, {SEL_LEVEL_PORTFOLIO, 0}};
    for (size_t i = 0; i < 2; i++) {
        sel_indicator_value value = value_at(world, everywhere[i].level, everywhere[i].number);
        check_value(value, .9, .9, .9);
        check_counts(value, 0, 5, 5);
        ck_assert_int_eq(value.from, SEL_FROM_RECIPIENTS);
        ck_assert_uint_eq(value.contributors[4], ELBA);
    }
    world->supplies.count -= 2;
    sel_indicator_value four = value_at(world, SEL_LEVEL_REGION, REGION);
    check_missing(four, "reason.fewer-than-five-recipients");
    check_counts(four, 0, 4, 4);
    small_world_destroy(world);
}
END_TEST

/* As above, .9 .9 1 0 .5, and Fara with five needs and a programme without dates alone: it may be
 * anything, 0 or 1: between (.5 + .9)/2 and .9. Of the donor of all six the same. */
START_TEST(undated_support_alone_may_be_any_order)
{
    small_world *world = small_world_create();
    for (uint32_t recipient = ATLA; recipient <= ELBA; recipient++) {
        sel_study_programme *record = some_programme(world, recipient);
        const uint32_t capability = recipient == ELBA ? 4 : 0;
        world->places[small_world_number(world, record)][0].capability = (uint8_t)capability;
        small_world_donor(world, record, 2);
        five_needs(world, recipient);
        small_world_supply(world, recipient, capability, 10000000ULL * 1095, 0);
    }
    five_needs(world, FARA);
    double value = (1 + 4 / sqrt(40)) / 2;
    check_value(value_at(world, SEL_LEVEL_PORTFOLIO, 0), value, value, value);
    check_counts(value_at(world, SEL_LEVEL_PORTFOLIO, 0), 0, 5, 5);
    sel_study_programme *undated = some_programme(world, FARA);
    undated->dated = false;
    small_world_donor(world, undated, 2);
    static const sel_subject both[] = {{SEL_LEVEL_PORTFOLIO, 0}, {SEL_LEVEL_DONOR, 2}};
    for (size_t i = 0; i < 2; i++) {
        sel_indicator_value six = value_at(world, both[i].level, both[i].number);
        check_value(six, value, value, value);
        check_counts(six, 0, 5, 6);
    }
    /* Dora too: of 0 1-v v v v ? ?: the fourth of seven; four with a value are too few */
    world->programmes[DORA].dated = false;
    world->supply_list[DORA].low = world->supply_list[DORA].high = 0;
    check_missing(value_at(world, SEL_LEVEL_PORTFOLIO, 0), "reason.fewer-than-five-recipients");
    small_world_destroy(world);
}
END_TEST

/* Priorities 5 4 3 2 1 with support 50 40 30 20 10, τ_b = 1. The importance of the last is not
 * said: severity 1 to 3, 2 in the middle with a lower n. It may be as urgent as the third, or more
 * than it and the fourth: two pairs of ten turned, τ_b = .6. */
START_TEST(ranges_of_need_give_bounds)
{
    small_world *world = small_world_create();
    five_needs(world, ATLA);
    some_programme(world, ATLA);
    give(world, ATLA, (const uint64_t[5]){50, 40, 30, 20, 10});
    sel_need *last = &world->need_list[4];
    last->state = SEL_NEED_RANGE;
    last->severity_high = 3;
    last->n_low = .1;
    last->n_high = .65;
    check_value(value_at(world, SEL_LEVEL_RECIPIENT, ATLA), 1, .8, 1);
    small_world_destroy(world);
}
END_TEST

/* Six recipients get something, but only three not the same for everything. */
START_TEST(less_than_half_with_an_order)
{
    small_world *world = small_world_create();
    for (uint32_t recipient = ATLA; recipient <= FARA; recipient++) {
        five_needs(world, recipient);
        give(world, recipient,
             recipient < CALA ? (const uint64_t[5]){2, 1, 0, 0, 0}
                              : (const uint64_t[5]){1, 1, 1, 1, 1});
        some_programme(world, recipient);
    }
    sel_indicator_value value = value_at(world, SEL_LEVEL_PORTFOLIO, 0);
    check_missing(value, "reason.less-than-half-known");
    check_counts(value, 0, 2, 6);
    small_world_destroy(world);
}
END_TEST

/* A donor gives Atla to Elba one programme each, at capability 0, the most needed of five, but in
 * Elba at the least needed: four times τ_b = 4/√40, once the opposite; the median is the former. */
START_TEST(a_donor_at_those_it_serves)
{
    small_world *world = small_world_create();
    for (uint32_t recipient = ATLA; recipient <= ELBA; recipient++) {
        sel_study_programme *record = small_world_record(world, "register");
        uint32_t capability = recipient == ELBA ? 4 : 0;
        small_world_years(record, 2025, 2028);
        small_world_donor(world, record, 2);
        small_world_place(world, record, recipient, capability, 10000000);
        five_needs(world, recipient);
        small_world_supply(world, recipient, capability, 10000000ULL * 1095, 0);
    }
    double value = (1 + 4 / sqrt(40)) / 2;
    check_value(value_at(world, SEL_LEVEL_DONOR, 2), value, value, value);
    check_counts(value_at(world, SEL_LEVEL_DONOR, 2), 0, 5, 5);
    check_missing(value_at(world, SEL_LEVEL_DONOR, 1), "reason.no-programme");
    world->programmes[0].status = SEL_STATUS_SUSPENDED;
    check_missing(value_at(world, SEL_LEVEL_DONOR, 2), "reason.fewer-than-five-recipients");
    small_world_destroy(world);
}
END_TEST

/* A response: gaps 4 to 0 … of importance 4 give severities 5, 5, 4, 3; ab 16, 12, 8, 4, and 2 with
 * importance 2. Listed: a programme over the whole window at the third alone: 0 0 1 0 0 against
 * priorities 5 4 3 2 1: C = 2, D = 2: .5. The register's record is not looked at. */
START_TEST(a_response)
{
    static const struct {
        uint8_t target;
        uint8_t importance;
    } said[] = {{5, 4}, {4, 4}, {3, 4}, {2, 4}, {2, 2}};
    small_world *world = small_world_create();
    uint32_t submission = small_world_submission(world, ATLA);
    some_programme(world, ATLA);
    for (uint32_t k = 0; k < 5; k++)
        world->entries[k] = (sel_need_entry){.recipient = ATLA,
                                             .capability = k,
                                             .submission = submission,
                                             .stage = 1,
                                             .target = said[k].target,
                                             .importance = said[k].importance};
    world->study.entry_count = 5;
    check_missing(value_at(world, SEL_LEVEL_RESPONSE, submission), "reason.no-support-listed");
    sel_study_programme *listed = small_world_statement(world, ATLA, NULL);
    small_world_place(world, listed, ATLA, 2, 10000000);
    small_world_years(listed, 2025, 2028);
    check_value(value_at(world, SEL_LEVEL_RESPONSE, submission), .5, .5, .5);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {a_recipient,
                            ties_of_support,
                            the_most_urgent_come_first,
                            ranges_of_support_give_bounds,
                            support_without_dates_may_be_of_any_size,
                            what_is_ranked,
                            without_an_order,
                            a_region_is_the_median_of_its_members,
                            undated_support_alone_may_be_any_order,
                            ranges_of_need_give_bounds,
                            less_than_half_with_an_order,
                            a_donor_at_those_it_serves,
                            a_response,
                            NULL};
    return run_tests("a4", tests);
}
