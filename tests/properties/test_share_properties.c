/* What must hold of the indicators that compare shares and orders (a4, b6, c1, c3), which no one
 * record moves one way: whatever lies within the ranges of support and need stays within the
 * bounds, and a change towards what is asked for lowers nothing. b3 is left out: its relations are
 * shares of each other, so that a gain of one donor is a loss of another. */
#include "seeded.h"
#include "unit/analysis/small_world.h"

#include <string.h>

enum { DRAWS = 3000, PLACES = 36, PEOPLE = 6, LINES = 6 };

/* Support and need at the places of six recipients and six capabilities. */
typedef struct drawn {
    sel_supply supplies[PLACES];
    sel_need needs[PLACES];
} drawn;

static uint64_t amount(uint64_t *state)
{
    return seeded_below(state, 4) == 0 ? 0 : seeded_below(state, 24);
}

/* One width for all ranges of a world, 0 for half of the worlds. */
static void draw_places(uint64_t *state, drawn *to)
{
    uint32_t width = seeded_below(state, 2) == 0 ? 0 : 1 + seeded_below(state, 12);
    for (uint32_t i = 0; i < PLACES; i++) {
        uint64_t low = amount(state);
        uint64_t need = 1 + seeded_below(state, 16);
        double n = (1 + seeded_below(state, 3)) / 4.0;
        uint8_t severity = (uint8_t)(1 + seeded_below(state, 5));
        bool ranged = width > 0 && seeded_below(state, 2) == 0;
        to->supplies[i] = (sel_supply){.recipient = i / LINES,
                                       .capability = i % LINES,
                                       .low = low,
                                       .high = low + (ranged ? width : 0),
                                       .need_low = need,
                                       .need_high = need + (ranged ? width : 0),
                                       .need_known = true,
                                       .effective_donors = 1 + seeded_below(state, 4),
                                       .programmes = 4};
        to->needs[i] = (sel_need){.recipient = i / LINES,
                                  .capability = i % LINES,
                                  .state = ranged ? SEL_NEED_RANGE : SEL_NEED_SIZED,
                                  .severity_low = severity,
                                  .severity_high = (uint8_t)(ranged ? 5 : severity),
                                  .n_low = n,
                                  .n_high = ranged ? 1 : n};
    }
}

/* A world within the ranges. Priorities are told apart by severity before need. */
static void settle(uint64_t *state, drawn *of)
{
    for (uint32_t i = 0; i < PLACES; i++) {
        sel_supply *at = &of->supplies[i];
        sel_need *need = &of->needs[i];
        at->low += seeded_below(state, (uint32_t)(at->high - at->low) + 1);
        at->high = at->low;
        at->need_low += seeded_below(state, (uint32_t)(at->need_high - at->need_low) + 1);
        at->need_high = at->need_low;
        need->severity_low =
            (uint8_t)(need->severity_low +
                      seeded_below(state, 1U + need->severity_high - need->severity_low));
        need->severity_high = need->severity_low;
        need->n_low += (need->n_high - need->n_low) * seeded_unit(state);
        need->n_high = need->n_low;
        need->state = SEL_NEED_SIZED;
    }
}

static sel_indicator_value value_of(const drawn *from, const sel_indicator *indicator,
                                    sel_level level)
{
    small_world *world = small_world_create();
    small_world_years(small_world_record(world, "register"), 2025, 2028);
    small_world_place(world, &world->programmes[0], ATLA, 0, 10000000);
    memcpy(world->supply_list, from->supplies, sizeof from->supplies);
    memcpy(world->need_list, from->needs, sizeof from->needs);
    world->supplies.count = world->needs.count = PLACES;
    sel_indicator_value value = small_world_value(world, indicator->evaluate, level, ATLA);
    small_world_destroy(world);
    return value;
}

/* Priorities are compared in the middle of their ranges: only support may vary for a4. */
static void fix_needs(drawn *of)
{
    for (uint32_t i = 0; i < PLACES; i++) {
        of->needs[i].severity_high = of->needs[i].severity_low;
        of->needs[i].n_high = of->needs[i].n_low;
    }
}

static void stays_within(const sel_indicator *indicator, sel_level level, bool needs_too)
{
    unsigned compared = 0;
    unsigned inside = 0;
    for (uint64_t seed = 1; seed <= DRAWS; seed++) {
        uint64_t state = seed * 2654435761U;
        drawn made;
        draw_places(&state, &made);
        if (!needs_too)
            fix_needs(&made);
        sel_indicator_value before = value_of(&made, indicator, level);
        settle(&state, &made);
        sel_indicator_value after = value_of(&made, indicator, level);
        if (before.availability != SEL_AVAILABLE || after.availability != SEL_AVAILABLE)
            continue;
        ck_assert_msg(before.low <= after.value + 2e-9 && after.value <= before.high + 2e-9,
                      "%s, seed %llu: [%.12g, %.12g], then %.12g", indicator->id,
                      (unsigned long long)seed, before.low, before.high, after.value);
        compared += 1;
        inside += before.low < before.high && (before.low > 0 || before.high < 1);
    }
    ck_assert_uint_gt(compared, DRAWS / 2);
    ck_assert_uint_gt(inside, DRAWS / 8); /* bounds that say something */
}

START_TEST(what_lies_within_the_ranges_stays_within_the_bounds)
{
    stays_within(&sel_indicator_a4, SEL_LEVEL_RECIPIENT, false);
    stays_within(&sel_indicator_b6, SEL_LEVEL_PORTFOLIO, true);
    stays_within(&sel_indicator_c1, SEL_LEVEL_PORTFOLIO, true);
}
END_TEST

/* Change the world towards what is asked for; false where there is nothing to change. */
typedef bool improve(uint64_t *state, drawn *of);

/* The capability that is surely first of Atla's gets more. */
static bool support_the_first(uint64_t *state, drawn *of)
{
    uint32_t first = seeded_below(state, LINES);
    of->needs[first].urgent = 1;
    of->supplies[first].low += 1 + seeded_below(state, 9);
    of->supplies[first].high = of->supplies[first].low;
    return true;
}

/* A place gets more, and not more than is needed twice over. */
static bool support_within_need(uint64_t *state, drawn *of)
{
    sel_supply *at = &of->supplies[seeded_below(state, PLACES)];
    if (at->low >= 2 * at->need_low)
        return false;
    at->low += 1 + seeded_below(state, (uint32_t)(2 * at->need_low - at->low));
    at->high = at->low;
    return true;
}

/* From whoever has more than its share of a capability to whoever has less, beyond neither's. */
static bool move_to_the_needy(uint64_t *state, drawn *of)
{
    uint32_t capability = seeded_below(state, LINES);
    uint32_t from = seeded_below(state, PEOPLE) * LINES + capability;
    uint32_t to = seeded_below(state, PEOPLE) * LINES + capability;
    double support = 0;
    double need = 0;
    for (uint32_t r = 0; r < PEOPLE; r++) {
        support += (double)of->supplies[r * LINES + capability].low;
        need += of->needs[r * LINES + capability].n_low;
    }
    double surplus = (double)of->supplies[from].low - support * of->needs[from].n_low / need;
    double lack = support * of->needs[to].n_low / need - (double)of->supplies[to].low;
    double moved = floor(surplus < lack ? surplus : lack);
    if (moved < 1)
        return false;
    of->supplies[from].low = of->supplies[from].high = of->supplies[from].low - (uint64_t)moved;
    of->supplies[to].low = of->supplies[to].high = of->supplies[to].low + (uint64_t)moved;
    return true;
}

static void never_lowers(const sel_indicator *indicator, sel_level level, improve *make)
{
    unsigned compared = 0;
    unsigned raised = 0;
    for (uint64_t seed = 1; seed <= DRAWS; seed++) {
        uint64_t state = seed * 2246822519U;
        uint64_t again = seed * 3266489917U;
        drawn made;
        draw_places(&state, &made);
        settle(&state, &made);
        drawn better = made;
        if (!make(&again, &better))
            continue;
        for (uint32_t i = 0; i < PLACES; i++)
            made.needs[i].urgent = better.needs[i].urgent;
        sel_indicator_value before = value_of(&made, indicator, level);
        sel_indicator_value after = value_of(&better, indicator, level);
        if (before.availability != SEL_AVAILABLE || after.availability != SEL_AVAILABLE)
            continue;
        ck_assert_msg(after.value >= before.value - 2e-9, "%s, seed %llu: %.12g, then %.12g",
                      indicator->id, (unsigned long long)seed, before.value, after.value);
        compared += 1;
        raised += after.value > before.value + 2e-9;
    }
    ck_assert_uint_gt(compared, DRAWS / 8);
    ck_assert_uint_gt(raised, DRAWS / 40);
}

START_TEST(towards_what_is_asked_for_lowers_nothing)
{
    never_lowers(&sel_indicator_a4, SEL_LEVEL_RECIPIENT, support_the_first);
    never_lowers(&sel_indicator_b6, SEL_LEVEL_PORTFOLIO, support_within_need);
    never_lowers(&sel_indicator_c1, SEL_LEVEL_PORTFOLIO, move_to_the_needy);
}
END_TEST

/* Requests of Atla, least developed, and of Bora at two severities: met and all, by arm and
 * stratum. */
static sel_indicator_value treatment(uint32_t met[2][2], uint32_t all[2][2])
{
    small_world *world = small_world_create();
    world->recipients[ATLA].ldc = true;
    small_world_submission(world, SEL_NONE);
    for (uint32_t arm = 0; arm < 2; arm++)
        for (uint32_t stratum = 0; stratum < 2; stratum++) {
            sel_need *need = small_world_need(world, arm, stratum, .5, .5);
            need->severity_low = need->severity_high = (uint8_t)(2 + stratum);
            for (uint32_t i = 0; i < all[arm][stratum]; i++)
                world->offers[world->study.offer_count++] = (sel_study_offer){
                    .recipient = arm,
                    .capability = stratum,
                    .donor = 2,
                    .reaction = i < met[arm][stratum] ? SEL_REACTION_MET : SEL_REACTION_DECLINED};
        }
    sel_indicator_value value =
        small_world_value(world, sel_indicator_c3.evaluate, SEL_LEVEL_PORTFOLIO, 0);
    small_world_destroy(world);
    return value;
}

/* One more request of the arm that is met less in both strata is met. */
START_TEST(meeting_those_who_are_met_less_lowers_nothing)
{
    unsigned compared = 0;
    unsigned raised = 0;
    for (uint64_t seed = 1; seed <= DRAWS; seed++) {
        uint64_t state = seed * 374761393U;
        uint32_t met[2][2];
        uint32_t all[2][2];
        for (int arm = 0; arm < 2; arm++)
            for (int stratum = 0; stratum < 2; stratum++) {
                all[arm][stratum] = 5 + seeded_below(&state, 4);
                met[arm][stratum] = seeded_below(&state, all[arm][stratum] + 1);
            }
        bool less = true;
        for (int stratum = 0; stratum < 2; stratum++)
            less &= (met[0][stratum] + 1) * all[1][stratum] <= met[1][stratum] * all[0][stratum];
        if (!less)
            continue;
        sel_indicator_value before = treatment(met, all);
        met[0][seeded_below(&state, 2)] += 1;
        sel_indicator_value after = treatment(met, all);
        if (before.availability != SEL_AVAILABLE || after.availability != SEL_AVAILABLE)
            continue;
        ck_assert_msg(after.value >= before.value - 2e-9, "seed %llu: %.12g, then %.12g",
                      (unsigned long long)seed, before.value, after.value);
        compared += 1;
        raised += after.value > before.value + 2e-9;
    }
    ck_assert_uint_gt(compared, DRAWS / 40);
    ck_assert_uint_gt(raised, DRAWS / 80);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {what_lies_within_the_ranges_stays_within_the_bounds,
                            towards_what_is_asked_for_lowers_nothing,
                            meeting_those_who_are_met_less_lowers_nothing, NULL};
    return run_tests("share properties", tests);
}
