#include "analysis/aggregation/ranks.h"

#include "check_suite.h"
#include "seeded.h"

#include <string.h>

enum { MOST = 5000 };

/* Rank by definition: one more than there are better ones. */
static void check_order(const int32_t *units, uint32_t count)
{
    static uint32_t ranks[MOST];
    sel_rank_order(units, count, ranks);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t rank = 1;
        for (uint32_t k = 0; k < count; k++)
            rank += units[k] > units[i];
        ck_assert_msg(ranks[i] == rank, "%u: %u, not %u of %u", i, ranks[i], rank, count);
    }
}

/* The sizes lie on both sides of where one way of ordering gives way to another. */
static const uint32_t SIZES[] = {1, 2, 63, 64, 65, 700, 4096, 4097, MOST};
enum { SIZE_COUNT = sizeof SIZES / sizeof SIZES[0] };

START_TEST(even_units)
{
    static int32_t units[MOST];
    uint64_t state = 1;
    for (int i = 0; i < SIZE_COUNT; i++) {
        for (uint32_t k = 0; k < SIZES[i]; k++)
            units[k] = (int32_t)seeded_below(&state, 2 * SEL_RANK_UNITS + 1) - SEL_RANK_UNITS;
        check_order(units, SIZES[i]);
    }
}
END_TEST

START_TEST(units_in_few_places)
{
    static int32_t units[MOST];
    uint64_t state = 2;
    for (int i = 0; i < SIZE_COUNT; i++) {
        for (uint32_t k = 0; k < SIZES[i]; k++)
            units[k] = (int32_t)seeded_below(&state, 9) * 1000 - 4000;
        units[SIZES[i] - 1] = SEL_RANK_UNITS;
        check_order(units, SIZES[i]);
        units[0] = -SEL_RANK_UNITS;
        check_order(units, SIZES[i]);
    }
}
END_TEST

START_TEST(units_next_to_each_other)
{
    static int32_t units[MOST];
    for (int i = 0; i < SIZE_COUNT; i++) {
        for (uint32_t k = 0; k < SIZES[i]; k++)
            units[k] = SEL_RANK_UNITS - (int32_t)(k * 37 % SIZES[i] / 2);
        check_order(units, SIZES[i]);
        for (uint32_t k = 0; k < SIZES[i]; k++)
            units[k] = -7;
        check_order(units, SIZES[i]);
    }
}
END_TEST

START_TEST(units_are_billionths_of_the_largest)
{
    const double scores[] = {2, -1, 1, 2e-9, 1 + 1e-12};
    const int32_t expected[] = {SEL_RANK_UNITS, -SEL_RANK_UNITS / 2, SEL_RANK_UNITS / 2, 1,
                                SEL_RANK_UNITS / 2};
    int32_t units[5];
    ck_assert_double_eq(sel_rank_units(scores, 5, units), 2e-9);
    ck_assert_mem_eq(units, expected, sizeof units);
    const double zeros[] = {0, 0, 0};
    const int32_t none[] = {0, 0, 0};
    ck_assert_double_eq(sel_rank_units(zeros, 3, units), 0);
    ck_assert_mem_eq(units, none, sizeof none);
}
END_TEST

/* Many are sorted in halves; the sort of the whole says what must come out. */
START_TEST(many_scores_by_any_threads)
{
    enum { LARGE = 150001 };
    static double scores[LARGE];
    static int32_t units[LARGE];
    static uint32_t expected[LARGE];
    static uint32_t ranks[LARGE];
    static const uint32_t sizes[] = {65535, 65536, 65537, LARGE};
    static const uint32_t levels[] = {1, 2, 7, 20000, UINT32_MAX};
    uint64_t state = 3;
    for (int k = 0; k < 20; k++) {
        uint32_t count = sizes[k % 4];
        for (uint32_t i = 0; i < count; i++)
            scores[i] = (double)seeded_below(&state, levels[k / 4]) - levels[k / 4] / 2;
        sel_rank_units(scores, count, units);
        sel_rank_order(units, count, expected);
        for (int threads = 1; threads <= 3; threads++) {
            sel_ranks_of(scores, count, threads, ranks);
            ck_assert_msg(memcmp(ranks, expected, count * sizeof *ranks) == 0,
                          "%u scores of %u levels, %d threads", count, levels[k / 4], threads);
        }
    }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {even_units,
                            units_in_few_places,
                            units_next_to_each_other,
                            units_are_billionths_of_the_largest,
                            many_scores_by_any_threads,
                            NULL};
    return run_tests("ranks", tests);
}
