#include "domain/programme.h"

#include "base/arena.h"
#include "check_suite.h"

START_TEST(codes_go_there_and_back)
{
    for (int i = 1; i < SEL_STATUS_COUNT; i++)
        ck_assert_int_eq(sel_programme_status_find(
                             sel_str_of(sel_programme_status_code((sel_programme_status)i))),
                         i);
    for (int i = 1; i < SEL_ROLE_COUNT; i++)
        ck_assert_int_eq(sel_role_find(sel_str_of(sel_role_code((sel_role)i))), i);
    for (int i = 0; i < SEL_LADDER_COUNT; i++)
        ck_assert_int_eq(sel_ladder_find(sel_str_of(sel_ladder_code((sel_ladder)i))), i);
    for (int i = 0; i < SEL_KIND_COUNT; i++)
        ck_assert_int_eq(sel_kind_find(sel_str_of(sel_kind_code((sel_kind)i))), i);
    for (int i = 0; i < SEL_AUDIENCE_COUNT; i++)
        ck_assert_int_eq(sel_audience_find(sel_str_of(sel_audience_code((sel_audience)i))), i);
    for (int i = 1; i < SEL_TIED_COUNT; i++)
        ck_assert_int_eq(sel_tied_find(sel_str_of(sel_tied_code((sel_tied)i))), i);
    for (int i = 0; i < SEL_CONDITION_COUNT; i++)
        ck_assert_int_eq(sel_condition_find(sel_str_of(sel_condition_code((sel_condition)i))), i);
    for (int i = 0; i < SEL_LINK_COUNT; i++)
        ck_assert_int_eq(sel_link_find(sel_str_of(sel_link_code((sel_link_kind)i))), i);
}
END_TEST

START_TEST(nothing_is_not_a_code)
{
    ck_assert_int_eq(sel_role_find((sel_str){0}), SEL_UNKNOWN);
    ck_assert_int_eq(sel_tied_find(SEL_STR("")), SEL_UNKNOWN);
    ck_assert_int_eq(sel_kind_find(SEL_STR("Training")), SEL_UNKNOWN);
}
END_TEST

START_TEST(a_blank_record_knows_nothing)
{
    sel_programme blank = sel_programme_blank();
    ck_assert_int_eq(blank.asked_first, SEL_UNKNOWN);
    ck_assert_int_eq(blank.coordinated, SEL_UNKNOWN);
    ck_assert_int_eq(blank.same_as_other, SEL_UNKNOWN);
    ck_assert_int_eq(blank.conditions_requested, SEL_UNKNOWN);
    for (int i = 0; i < SEL_OWNERSHIP_ITEMS; i++)
        ck_assert_int_eq(blank.ownership[i], SEL_UNKNOWN);
    ck_assert_uint_eq(blank.cyber_low, 0);
    ck_assert_uint_eq(blank.cyber_high, SEL_PPM);
    ck_assert(!blank.start.known && !blank.money.known);
    ck_assert_int_eq(blank.conditions, SEL_CONDITIONS_UNKNOWN);
}
END_TEST

static void expect_split(const uint64_t *weights, uint32_t count, uint32_t whole,
                         const uint32_t *expected)
{
    uint32_t ppm[8];
    sel_ppm_split(weights, count, whole, ppm);
    for (uint32_t i = 0; i < count; i++)
        ck_assert_uint_eq(ppm[i], expected[i]);
}

/* Largest remainder by hand: 1/3 each leaves 1 ppm, which goes to the first. */
START_TEST(shares_by_largest_remainder)
{
    expect_split((uint64_t[]){1, 1, 1}, 3, SEL_PPM, (uint32_t[]){333334, 333333, 333333});
    expect_split((uint64_t[]){0, 0, 0}, 3, SEL_PPM, (uint32_t[]){333334, 333333, 333333});
    expect_split((uint64_t[]){2, 1}, 2, SEL_PPM, (uint32_t[]){666667, 333333});
    expect_split((uint64_t[]){1, 2}, 2, SEL_PPM, (uint32_t[]){333333, 666667});
    expect_split((uint64_t[]){0, 5, 0}, 3, 7, (uint32_t[]){0, 7, 0});
    expect_split((uint64_t[]){47, 16, 15, 12, 6, 31}, 6, 10, (uint32_t[]){4, 1, 1, 1, 1, 2});
    expect_split((uint64_t[]){1, 1}, 2, 0, (uint32_t[]){0, 0});
}
END_TEST

START_TEST(shares_always_sum_to_the_whole)
{
    uint64_t seed = 20261120;
    for (int round = 0; round < 2000; round++) {
        uint64_t weights[40];
        uint32_t ppm[40];
        uint32_t count = 1 + (uint32_t)(round % 40);
        uint64_t total = 0;
        for (uint32_t i = 0; i < count; i++) {
            seed = seed * 6364136223846793005U + 1442695040888963407U;
            weights[i] = seed >> 33 & ((round & 1) != 0 ? 7U : 0xFFFFFFU);
            total += weights[i];
        }
        sel_ppm_split(weights, count, SEL_PPM, ppm);
        uint64_t sum = 0;
        for (uint32_t i = 0; i < count; i++) {
            sum += ppm[i];
            if (total > 0) { /* the quota rule: floor or floor + 1 */
                uint64_t floor = weights[i] * SEL_PPM / total;
                ck_assert(ppm[i] == floor || ppm[i] == floor + 1);
            }
        }
        ck_assert_uint_eq(sum, SEL_PPM);
    }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {codes_go_there_and_back,        nothing_is_not_a_code,
                            a_blank_record_knows_nothing,   shares_by_largest_remainder,
                            shares_always_sum_to_the_whole, NULL};
    return run_tests("programme", tests);
}
