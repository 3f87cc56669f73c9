/** test_overlap_large.c - a register of 20,000 programmes: the engine finds the pairs, and the
 * whole numbers, that comparing every programme with every other by the definition finds. */
#include "brute_overlap.h"
#include "check_suite.h"
#include "generated_register.h"

enum { PROGRAMMES = 20000, TOP = 100000 };

START_TEST(equals_every_pair_by_the_definition)
{
    sel_arena *arena = sel_arena_create();
    const sel_model model = {.overlap_threshold_bp = 5000,
                             .overlap_floor_days = 90,
                             .overlap_money_floor = 5000000,
                             .overlap_likeness_floor_bp = 5000,
                             .ordinal_supply = {0, .25, .5, 1, 1.5, 2}};
    generated_source source = {.state = 7, .sets_known = .8, .imprecise = .03};
    sel_study study = generated_register(&source, PROGRAMMES, &model, arena);
    sel_needs needs = sel_needs_compute(&study, arena);
    sel_records records = sel_records_compute(&study, arena);
    sel_supplies supplies = sel_supply_compute(&study, &needs, records.counted, arena);
    const sel_overlap_options options = {.top = TOP, .within_donor = true, .all_time = true};
    sel_overlap overlap;
    sel_error err = {0};
    ck_assert_int_eq(
        sel_overlap_compute(&study, &needs, &supplies, &records, &options, arena, &overlap, &err),
        SEL_OK);
    const naive_case all = {&study, &needs, &supplies, &records};
    brute_result brute = brute_compare(&all, &overlap, arena);
    ck_assert_uint_gt(brute.reaching, 1000);
    ck_assert_uint_eq(brute.reaching, overlap.pair_count);
    ck_assert_uint_eq(brute.different, 0);
    ck_assert_uint_eq(brute.meetings, overlap.compared);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {equals_every_pair_by_the_definition, NULL};
    return run_tests("overlap_large", tests);
}
