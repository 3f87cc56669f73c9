#include "analysis/coverage.h"

#include "check_suite.h"

enum { E = SEL_EFFORT_WHOLE, DAYS = 100 };

/* Half and one and a half of the need are still about as needed. */
START_TEST(thresholds)
{
    ck_assert_int_eq(sel_coverage_of(0, 100), SEL_COVERAGE_NONE);
    ck_assert_int_eq(sel_coverage_of(1, 100), SEL_COVERAGE_BELOW);
    ck_assert_int_eq(sel_coverage_of(49, 100), SEL_COVERAGE_BELOW);
    ck_assert_int_eq(sel_coverage_of(50, 100), SEL_COVERAGE_ABOUT);
    ck_assert_int_eq(sel_coverage_of(150, 100), SEL_COVERAGE_ABOUT);
    ck_assert_int_eq(sel_coverage_of(151, 100), SEL_COVERAGE_MORE);
    ck_assert_int_eq(sel_coverage_of(1, 0), SEL_COVERAGE_UNSTATED);
    ck_assert_int_eq(sel_coverage_of(0, 0), SEL_COVERAGE_QUIET);
    ck_assert_int_eq(sel_coverage_of(UINT64_MAX, UINT64_MAX), SEL_COVERAGE_ABOUT);
}
END_TEST

static const sel_model model = {.ordinal_supply = {0, .25, .5, 1, 1.5, 2}};
static const sel_study study = {.model = &model, .window_end = DAYS};

static sel_need sized(uint32_t capability, uint8_t low, uint8_t high)
{
    return (sel_need){.capability = capability,
                      .state = low == high ? SEL_NEED_SIZED : SEL_NEED_RANGE,
                      .severity_low = low,
                      .severity_high = high};
}

static sel_supply given(uint32_t capability, uint64_t low, uint64_t high)
{
    return (sel_supply){.capability = capability, .low = low, .high = high};
}

/* Severity 3 is one programme all the time, 4 is one and a half. Capability 0: one programme. 1:
 * wanted, nothing there. 2: not asked. 3: asked and not known. 4: severity 3 to 4 and a half to one
 * programme: a third to the whole of it. 5: none wanted. 6: severity 2, two programmes. 7: none
 * wanted, nothing there. */
START_TEST(all_classes_of_a_map)
{
    sel_arena *arena = sel_arena_create();
    const uint64_t whole = (uint64_t)E * DAYS;
    const sel_need list[] = {sized(0, 3, 3), sized(1, 3, 3), {.capability = 3}, sized(4, 3, 4),
                             sized(5, 0, 0), sized(6, 2, 2), sized(7, 0, 0)};
    const sel_supply support[] = {given(0, whole, whole), given(2, 1, 1),
                                  given(3, 1, 1),         given(4, whole / 2, whole),
                                  given(5, 1, 1),         given(6, 2 * whole, 2 * whole)};
    const sel_needs needs = {list, 7};
    const sel_supplies supplies = {.list = support, .count = 6};
    sel_coverage_map map = sel_coverage_compute(&study, &needs, &supplies, arena);
    ck_assert_uint_eq(map.count, 8);
    for (uint32_t i = 0; i < 8; i++)
        ck_assert_uint_eq(map.list[i].capability, i);
    ck_assert(map.list[0].least == SEL_COVERAGE_ABOUT && map.list[0].most == SEL_COVERAGE_ABOUT);
    ck_assert(map.list[1].most == SEL_COVERAGE_NONE && map.list[1].supply == NULL);
    ck_assert(!map.list[2].known && map.list[2].need == NULL);
    ck_assert(!map.list[3].known && map.list[3].need != NULL);
    ck_assert(map.list[4].least == SEL_COVERAGE_BELOW && map.list[4].most == SEL_COVERAGE_ABOUT);
    ck_assert_uint_eq(map.list[4].need_high, whole * 3 / 2);
    ck_assert_int_eq(map.list[5].least, SEL_COVERAGE_UNSTATED);
    ck_assert_int_eq(map.list[6].least, SEL_COVERAGE_MORE);
    ck_assert_uint_eq(map.unknown, 2);
    ck_assert_uint_eq(map.unsure, 1);
    for (int class = 0; class < SEL_COVERAGES; class ++)
        ck_assert_uint_eq(map.in_class[class], class == SEL_COVERAGE_BELOW ? 0 : 1);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(nothing_to_map)
{
    sel_arena *arena = sel_arena_create();
    const sel_needs needs = {0};
    const sel_supplies supplies = {0};
    ck_assert_uint_eq(sel_coverage_compute(&study, &needs, &supplies, arena).count, 0);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {thresholds, all_classes_of_a_map, nothing_to_map, NULL};
    return run_tests("coverage", tests);
}
