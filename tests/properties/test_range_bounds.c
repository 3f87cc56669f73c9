/* Whatever needs and support turn out to be within the ranges that are known, the indicators that
 * hold the one against the other stay within the bounds they had: a4 for support, a3, b4, b6 and c1
 * for both. Random worlds of six states and five capabilities. */
#include "seeded.h"
#include "unit/analysis/small_world.h"

enum { WORLDS = 200, OUTCOMES = 10, STATES = 6, NEEDS = 5, WHOLE = 1000 };

static uint32_t below(uint64_t *seed, uint32_t count)
{
    return (uint32_t)(seeded_bits(seed) % count);
}

static uint64_t between(uint64_t *seed, uint64_t low, uint64_t high)
{
    return low + seeded_bits(seed) % (high - low + 1);
}

/* One place: exact, or with ranges of support, and of need when it may vary. */
static void add_place(uint64_t *seed, small_world *world, uint32_t recipient, uint32_t capability,
                      bool need_varies)
{
    double n = (double)(1 + below(seed, 4)) / 8;
    sel_need *need = small_world_need(world, recipient, capability, n, need_varies ? 2 * n : n);
    need->severity_low = (uint8_t)(1 + below(seed, 4));
    need->severity_high = (uint8_t)(need->severity_low + (need_varies ? below(seed, 2) : 0));
    if (below(seed, 4) == 0)
        return;
    uint64_t needed = 200 + below(seed, WHOLE);
    sel_supply *at = small_world_supply(world, recipient, capability, below(seed, WHOLE), needed);
    at->high += below(seed, 2) * (uint64_t)below(seed, WHOLE);
    at->need_high += need_varies ? below(seed, WHOLE) : 0;
    at->effective_donors = 1 + below(seed, 4);
    at->programmes = 4;
}

static small_world *draw_world(uint64_t seed, bool need_varies)
{
    small_world *world = small_world_create();
    for (uint32_t recipient = ATLA; recipient < STATES; recipient++) {
        sel_study_programme *record = small_world_record(world, "register");
        small_world_years(record, 2025, 2028);
        small_world_place(world, record, recipient, 0, 1000);
        for (uint32_t capability = 0; capability < NEEDS; capability++)
            add_place(&seed, world, recipient, capability, need_varies);
    }
    return world;
}

/* Let everything turn out somewhere within its range. */
static void settle(uint64_t *seed, small_world *world)
{
    for (uint32_t i = 0; i < world->needs.count; i++) {
        sel_need *need = &world->need_list[i];
        double step = (need->n_high - need->n_low) / 8;
        need->n_low = need->n_high = need->n_low + step * below(seed, 9);
        need->severity_low = need->severity_high =
            (uint8_t)between(seed, need->severity_low, need->severity_high);
    }
    for (uint32_t i = 0; i < world->supplies.count; i++) {
        sel_supply *at = &world->supply_list[i];
        at->low = at->high = between(seed, at->low, at->high);
        at->need_low = at->need_high = between(seed, at->need_low, at->need_high);
    }
}

static const sel_subject subjects[] = {{SEL_LEVEL_PORTFOLIO, 0},
                                       {SEL_LEVEL_REGION, REGION},
                                       {SEL_LEVEL_RECIPIENT, ATLA},
                                       {SEL_LEVEL_RECIPIENT, FARA}};

enum { SUBJECTS = sizeof subjects / sizeof subjects[0] };

static unsigned check_indicator(const sel_indicator *indicator, uint64_t seed, bool need_varies)
{
    unsigned compared = 0;
    for (uint32_t s = 0; s < SUBJECTS; s++) {
        if ((indicator->levels & subjects[s].level) == 0)
            continue;
        small_world *before = draw_world(seed, need_varies);
        sel_indicator_value range =
            small_world_value(before, indicator->evaluate, subjects[s].level, subjects[s].number);
        uint64_t outcome = seed * 7919;
        for (int n = 0; n < OUTCOMES && range.availability == SEL_AVAILABLE; n++) {
            small_world *after = draw_world(seed, need_varies);
            settle(&outcome, after);
            sel_indicator_value one = small_world_value(after, indicator->evaluate,
                                                        subjects[s].level, subjects[s].number);
            if (one.availability == SEL_AVAILABLE) {
                ck_assert_msg(one.value >= range.low - 2e-9 && one.value <= range.high + 2e-9,
                              "%s, seed %llu, subject %u: %g is not in [%g, %g]", indicator->id,
                              (unsigned long long)seed, (unsigned)s, one.value, range.low,
                              range.high);
                compared += 1;
            }
            small_world_destroy(after);
        }
        small_world_destroy(before);
    }
    return compared;
}

START_TEST(outcomes_lie_within_bounds)
{
    static const struct {
        const char *id;
        bool need_varies;
    } cases[] = {{"a3", true}, {"a4", false}, {"b4", true}, {"b6", true}, {"c1", true}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const sel_indicator *indicator = sel_indicator_find(sel_str_of(cases[i].id));
        unsigned compared = 0;
        for (uint64_t seed = 1; seed <= WORLDS; seed++)
            compared += check_indicator(indicator, seed, cases[i].need_varies);
        ck_assert_msg(compared > WORLDS, "%s: %u", cases[i].id, compared);
    }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {outcomes_lie_within_bounds, NULL};
    return run_tests("range bounds", tests);
}
