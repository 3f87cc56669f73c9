/** test_need_readings.c - what need may and may not do to readings: more need never raises one,
 * need that is not met gives none, what is not known claims nothing. */
#include "check_suite.h"
#include "random_study.h"

enum { STUDIES = 200, ALL_PAIRS = 1000 };

typedef struct outcome {
    sel_needs needs;
    sel_supplies supplies;
    sel_overlap overlap;
} outcome;

static const random_traits traits = {
    .programmes = 24, .recipients = 2, .capabilities = 2, .donors = 5, .date_room = 30};

static outcome compute(const sel_study *study, sel_arena *arena)
{
    outcome found = {.needs = sel_needs_compute(study, arena)};
    sel_records records = sel_records_compute(study, arena);
    found.supplies = sel_supply_compute(study, &found.needs, records.counted, arena);
    const sel_overlap_options options = {.top = ALL_PAIRS};
    sel_error err = {0};
    ck_assert_int_eq(sel_overlap_compute(study, &found.needs, &found.supplies, &records, &options,
                                         arena, &found.overlap, &err),
                     SEL_OK);
    ck_assert_uint_eq(found.overlap.unlisted, 0);
    return found;
}

static const sel_overlap_pair *find_pair(const sel_overlap *overlap, const sel_overlap_pair *like)
{
    for (uint32_t i = 0; i < overlap->pair_count; i++)
        if (overlap->pairs[i].a == like->a && overlap->pairs[i].b == like->b)
            return &overlap->pairs[i];
    return NULL;
}

/* The same programmes with every need twice as large. */
START_TEST(doubling_every_need_raises_no_reading)
{
    uint32_t lowered = 0;
    for (uint64_t seed = 1; seed <= STUDIES; seed++) {
        sel_arena *arena = sel_arena_create();
        random_source source = {seed};
        sel_model model = random_model();
        model.ordinal_supply[1] = .02; /* small needs, so that some are gone beyond */
        model.ordinal_supply[2] = .04;
        model.ordinal_supply[3] = .08;
        sel_study study = random_study(&source, &traits, &model, arena);
        outcome before = compute(&study, arena);
        sel_model twice = model;
        for (int severity = 0; severity <= 5; severity++)
            twice.ordinal_supply[severity] *= 2;
        study.model = &twice;
        outcome after = compute(&study, arena);
        for (uint32_t i = 0; i < before.supplies.count; i++) {
            const sel_supply *was = &before.supplies.list[i];
            const sel_supply *is = &after.supplies.list[i];
            ck_assert_uint_le(is->red_low_ppm, was->red_low_ppm);
            ck_assert_uint_le(is->red_high_ppm, was->red_high_ppm);
        }
        ck_assert_uint_eq(before.overlap.pair_count, after.overlap.pair_count);
        for (uint32_t i = 0; i < before.overlap.pair_count; i++) {
            const sel_overlap_pair *was = &before.overlap.pairs[i];
            const sel_overlap_pair *is = find_pair(&after.overlap, was);
            ck_assert_ptr_nonnull(is);
            ck_assert_int_le(is->reading, was->reading);
            lowered += is->reading < was->reading;
        }
        sel_arena_destroy(arena);
    }
    ck_assert_uint_gt(lowered, 0); /* the needs were small enough to matter */
}
END_TEST

/* Every need larger than all support there: nothing is beyond need anywhere. */
START_TEST(support_below_need_gives_no_red)
{
    uint32_t assessed = 0;
    for (uint64_t seed = 1; seed <= STUDIES; seed++) {
        sel_arena *arena = sel_arena_create();
        random_source source = {seed};
        sel_model model = random_model();
        for (int severity = 0; severity <= 5; severity++)
            model.ordinal_supply[severity] = 100; /* more than all programmes together */
        sel_study study = random_study(&source, &traits, &model, arena);
        outcome found = compute(&study, arena);
        for (uint32_t i = 0; i < found.supplies.count; i++) {
            const sel_supply *supply = &found.supplies.list[i];
            assessed += supply->assessed;
            ck_assert_uint_eq(supply->red_high_ppm, 0);
            ck_assert(!supply->need_known || supply->high < supply->need_low);
        }
        for (uint32_t i = 0; i < found.overlap.pair_count; i++)
            ck_assert_uint_eq(found.overlap.pairs[i].red_high_ppm, 0);
        sel_coverage_map map = sel_coverage_compute(&study, &found.needs, &found.supplies, arena);
        ck_assert_uint_eq(map.in_class[SEL_COVERAGE_MORE] + map.in_class[SEL_COVERAGE_ABOUT] +
                              map.in_class[SEL_COVERAGE_UNSTATED] + map.unsure,
                          0);
        sel_arena_destroy(arena);
    }
    ck_assert_uint_gt(assessed, 0);
}
END_TEST

/* Five donors give one programme each all the time where four are needed: what one of them is
 * beyond need is a quarter of what is beyond the largest donor, for every pair of them. */
START_TEST(five_equal_donors_are_not_each_beyond_need)
{
    enum { EQUALS = 5 };
    sel_arena *arena = sel_arena_create();
    sel_model model = random_model();
    model.ordinal_supply[1] = EQUALS - 1;
    const sel_study_place place = {.presence = SEL_PRESENT_YES,
                                   .depth_low = 10,
                                   .depth_high = 10,
                                   .effort_low = SEL_EFFORT_WHOLE,
                                   .effort_high = SEL_EFFORT_WHOLE};
    static const uint32_t donors[EQUALS] = {0, 1, 2, 3, 4};
    static const char *const ids[EQUALS] = {"a", "b", "c", "d", "e"};
    sel_study_programme equals[EQUALS];
    for (uint32_t i = 0; i < EQUALS; i++)
        equals[i] = (sel_study_programme){.id = sel_str_of(ids[i]),
                                          .title = sel_str_of(ids[i]),
                                          .stated_by = SEL_NONE,
                                          .twin = SEL_NONE,
                                          .status = SEL_STATUS_RUNNING,
                                          .dated = true,
                                          .end_low = 300,
                                          .end_high = 300,
                                          .places = &place,
                                          .place_count = 1,
                                          .donors = &donors[i],
                                          .donor_count = 1,
                                          .funders = &donors[i],
                                          .funder_count = 1,
                                          .money_known = true,
                                          .money_low = 100000000,
                                          .money_high = 100000000};
    const sel_need_entry entry = {.stage = 1, .target = 2, .importance = 1};
    const sel_study_submission submission = {.lead = true};
    const sel_study study = {.model = &model,
                             .window_end = 300,
                             .programmes = equals,
                             .programme_count = EQUALS,
                             .organisation_count = EQUALS,
                             .submissions = &submission,
                             .submission_count = 1,
                             .entries = &entry,
                             .entry_count = 1};
    outcome found = compute(&study, arena);
    ck_assert_uint_eq(found.overlap.pair_count, EQUALS * (EQUALS - 1) / 2);
    for (uint32_t i = 0; i < found.overlap.pair_count; i++) {
        ck_assert_uint_eq(found.overlap.pairs[i].red_low_ppm, 250000);
        ck_assert_uint_eq(found.overlap.pairs[i].red_high_ppm, 250000);
        ck_assert_int_lt(found.overlap.pairs[i].reading, SEL_READ_TALK_FIRST);
    }
    sel_arena_destroy(arena);
}
END_TEST

/* Nobody was asked: no place is assessed, all support is outside the universe of known needs. */
START_TEST(nothing_is_beyond_an_unknown_need)
{
    for (uint64_t seed = 1; seed <= STUDIES; seed++) {
        sel_arena *arena = sel_arena_create();
        random_source source = {seed};
        const sel_model model = random_model();
        sel_study study = random_study(&source, &traits, &model, arena);
        study.entry_count = 0;
        outcome found = compute(&study, arena);
        uint64_t support = 0;
        for (uint32_t i = 0; i < found.supplies.count; i++) {
            const sel_supply *supply = &found.supplies.list[i];
            ck_assert(!supply->need_known && !supply->assessed);
            ck_assert_uint_eq(supply->red_high_ppm, 0);
            support += supply->high;
        }
        ck_assert_uint_eq(found.supplies.universe.known, 0);
        ck_assert_uint_eq(found.supplies.universe.supply_high, 0);
        ck_assert_uint_eq(found.supplies.universe.outside_high, support);
        for (uint32_t i = 0; i < found.overlap.pair_count; i++)
            ck_assert(!found.overlap.pairs[i].need_known);
        sel_arena_destroy(arena);
    }
}
END_TEST

/* Least and most class of every place are in order, and the universe is what the places add up to.
 */
START_TEST(map_and_universe_agree)
{
    for (uint64_t seed = 1; seed <= STUDIES; seed++) {
        sel_arena *arena = sel_arena_create();
        random_source source = {seed};
        const sel_model model = random_model();
        sel_study study = random_study(&source, &traits, &model, arena);
        outcome found = compute(&study, arena);
        sel_coverage_map map = sel_coverage_compute(&study, &found.needs, &found.supplies, arena);
        const sel_universe *universe = &found.supplies.universe;
        uint64_t needed = 0;
        uint64_t given = 0;
        for (uint32_t i = 0; i < map.count; i++) {
            bool ascends =
                map.list[i].least <= map.list[i].most || map.list[i].least == SEL_COVERAGE_QUIET;
            ck_assert(ascends);
            needed += map.list[i].need_high;
            given += map.list[i].known && map.list[i].supply != NULL ? map.list[i].supply->high : 0;
        }
        ck_assert_uint_eq(map.count, universe->places);
        ck_assert_uint_eq(map.count - map.unknown, universe->known);
        ck_assert_uint_eq(needed, universe->need_high);
        ck_assert_uint_eq(given, universe->supply_high);
        sel_arena_destroy(arena);
    }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {doubling_every_need_raises_no_reading,
                            support_below_need_gives_no_red,
                            five_equal_donors_are_not_each_beyond_need,
                            nothing_is_beyond_an_unknown_need,
                            map_and_universe_agree,
                            NULL};
    return run_tests("need_readings", tests);
}
