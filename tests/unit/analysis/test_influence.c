/* Leaving one out, on worlds small enough for it by hand. */
#include "analysis/principle/influence.h"

#include "small_world.h"

static const double settled = 1e-9;

static sel_study_programme *tied_record(small_world *world, sel_tied tied)
{
    sel_study_programme *record = small_world_record(world, "register");
    record->tied = tied;
    return record;
}

static sel_influences influences(small_world *world, const char *id, sel_subject subject)
{
    const sel_evidence *evidence = small_world_evidence(world);
    const sel_indicator *indicator = sel_indicator_find(sel_str_of(id));
    sel_selection selection = sel_select(evidence, subject);
    sel_indicator_value *value = sel_arena_array(world->arena, 1, sizeof *value);
    *value = indicator->evaluate(evidence, &selection);
    return sel_influences_of(evidence, indicator, subject, value);
}

static const sel_subject portfolio = {SEL_LEVEL_PORTFOLIO, 0};

/* c4 of 1, 0 and 1/2: 1.5/3. Without the first .5/2, without the second 1.5/2, without the third
 * 1/2. */
START_TEST(programmes_each_left_out)
{
    static const double alone[] = {1, 0, .5};
    static const double without[] = {.25, .75, .5};
    small_world *world = small_world_create();
    tied_record(world, SEL_TIED_UNTIED);
    tied_record(world, SEL_TIED_TIED);
    tied_record(world, SEL_TIED_PARTIALLY);
    sel_influences all = influences(world, "c4", portfolio);
    ck_assert_uint_eq(all.count, 3);
    for (uint32_t i = 0; i < 3; i++) {
        ck_assert_uint_eq(all.list[i].contributor, i);
        ck_assert(all.list[i].alone_known && all.list[i].without_known);
        ck_assert_double_eq_tol(all.list[i].alone, alone[i], settled);
        ck_assert_double_eq_tol(all.list[i].without, without[i], settled);
    }
    ck_assert(all.is_mean);
    ck_assert_double_eq_tol(all.sum, 1.5, settled);
    ck_assert_double_eq_tol(all.weight, 3, settled);
    small_world_destroy(world);
}
END_TEST

/* a3 of two needs, n .5 half covered and n .25 fully: (.25 + .25)/.75. Without the first 1, without
 * the second .5. */
START_TEST(needs_each_left_out)
{
    small_world *world = small_world_create();
    small_world_need(world, ATLA, 0, .5, .5);
    small_world_need(world, ATLA, 1, .25, .25);
    small_world_supply(world, ATLA, 0, 100, 200);
    small_world_supply(world, ATLA, 1, 300, 300);
    sel_influences all = influences(world, "a3", (sel_subject){SEL_LEVEL_RECIPIENT, ATLA});
    ck_assert_uint_eq(all.count, 2);
    ck_assert_double_eq_tol(all.list[0].without, 1, settled);
    ck_assert_double_eq_tol(all.list[1].without, .5, settled);
    ck_assert(all.is_mean);
    ck_assert_double_eq_tol(all.sum, .5, settled);
    ck_assert_double_eq_tol(all.weight, .75, settled);
    small_world_destroy(world);
}
END_TEST

/* Without one of two, one of four is known: less than half, and no value. */
START_TEST(without_it_there_may_be_no_value)
{
    small_world *world = small_world_create();
    tied_record(world, SEL_TIED_UNTIED);
    tied_record(world, SEL_TIED_TIED);
    tied_record(world, SEL_TIED_UNKNOWN);
    tied_record(world, SEL_TIED_UNKNOWN);
    sel_influences all = influences(world, "c4", portfolio);
    ck_assert_uint_eq(all.count, 2);
    ck_assert(!all.list[0].without_known && !all.list[1].without_known);
    ck_assert(all.list[0].alone_known);
    small_world_destroy(world);
}
END_TEST

START_TEST(nothing_to_leave_out)
{
    small_world *world = small_world_create();
    ck_assert_ptr_null(influences(world, "c4", portfolio).list);
    tied_record(world, SEL_TIED_UNTIED);
    ck_assert_ptr_null(influences(world, "c4", portfolio).list);
    ck_assert_ptr_null(influences(world, "c4", (sel_subject){SEL_LEVEL_PROGRAMME, 0}).list);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {programmes_each_left_out, needs_each_left_out,
                                  without_it_there_may_be_no_value, nothing_to_leave_out, NULL};
    return run_tests("influence", tests);
}
