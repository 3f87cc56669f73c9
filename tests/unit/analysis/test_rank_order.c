#include "analysis/ranking/rank_order.h"

#include "analysis/robustness/counter_random.h"
#include "analysis/robustness/rank_tails.h"
#include "check_suite.h"

static int by_key(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a;
    uint64_t right = *(const uint64_t *)b;
    return (left > right) - (left < right);
}

START_TEST(units_round_to_the_nearest)
{
    ck_assert_uint_eq(sel_score_units(0), 0);
    ck_assert_uint_eq(sel_score_units(1), 1000000000);
    ck_assert_uint_eq(sel_score_units(1 + 1e-9), 1000000001);
    ck_assert_uint_eq(sel_score_units(0.5 + 4e-10), 500000000);
    ck_assert_uint_eq(sel_score_units(0.5 + 6e-10), 500000001);
    ck_assert_uint_eq(sel_score_units(0.1 + 0.2), sel_score_units(0.3));
    ck_assert_uint_ne(sel_score_units(0.3), sel_score_units(0.300000001));
    ck_assert_double_eq(sel_score_of_units(sel_score_units(0.123456789)), 0.123456789);
}
END_TEST

/* All sizes around the change from insertion to radix sort, few and many ties. */
START_TEST(sorted_as_qsort_does)
{
    enum { MOST = 3000 };
    static uint64_t keys[MOST];
    static uint64_t spare[MOST];
    static uint64_t expected[MOST];
    static const uint32_t sizes[] = {0, 1, 2, 12, 95, 96, 97, 200, 1024, MOST};
    static const uint32_t ranges[] = {1, 5, 1000, 1000000001};
    for (uint64_t trial = 0; trial < 40; trial++) {
        uint32_t count = sizes[trial % 10];
        uint32_t range = ranges[trial / 10];
        for (uint32_t i = 0; i < count; i++)
            keys[i] = expected[i] = sel_order_key((uint32_t)(sel_random_word(trial, i) % range), i);
        qsort(expected, count, sizeof expected[0], by_key);
        const uint64_t *sorted = sel_keyed_rows_sort(keys, spare, count);
        ck_assert(sorted == keys || sorted == spare);
        ck_assert_mem_eq(sorted, expected, count * sizeof expected[0]);
    }
}
END_TEST

START_TEST(better_first_and_rows_in_order_among_equals)
{
    uint64_t keys[] = {sel_order_key(5, 0), sel_order_key(9, 1), sel_order_key(5, 2),
                       sel_order_key(0, 3)};
    uint64_t spare[4];
    const uint64_t *sorted = sel_keyed_rows_sort(keys, spare, 4);
    ck_assert_uint_eq(sel_order_row(sorted[0]), 1);
    ck_assert_uint_eq(sel_order_row(sorted[1]), 0);
    ck_assert_uint_eq(sel_order_row(sorted[2]), 2);
    ck_assert_uint_eq(sel_order_row(sorted[3]), 3);
    ck_assert(sel_order_tied(sorted[1], sorted[2]));
    ck_assert(!sel_order_tied(sorted[0], sorted[1]));
}
END_TEST

static int by_rank(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a;
    uint32_t right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

/* Both ways of keeping ranks against sorting all of them; N of ranks 1 … `most`. */
static void check_tails(uint32_t draws, uint32_t most, uint32_t ranks, uint64_t seed)
{
    sel_arena *arena = sel_arena_create();
    uint32_t *all = sel_arena_array(arena, draws, sizeof *all);
    for (uint32_t i = 0; i < draws; i++)
        all[i] = 1 + (uint32_t)(sel_random_word(seed, i) % most);
    sel_rank_tails tails = sel_rank_tails_start(draws, ranks, arena);
    for (uint32_t i = 0; i < draws; i += 16)
        sel_rank_tails_add(&tails, all + i, draws - i < 16 ? draws - i : 16);
    qsort(all, draws, sizeof *all, by_rank);
    uint32_t fifth = 0;
    while ((uint64_t)(fifth + 1) * 20 < draws) /* smallest count with count / N >= .05 */
        fifth += 1;
    uint32_t ninety_fifth = 0;
    while ((uint64_t)(ninety_fifth + 1) * 20 < (uint64_t)draws * 19)
        ninety_fifth += 1;
    ck_assert_uint_eq(sel_rank_tails_low(&tails), all[fifth]);
    ck_assert_uint_eq(sel_rank_tails_high(&tails), all[ninety_fifth]);
    sel_arena_destroy(arena);
}

START_TEST(tails_are_the_sorted_ones)
{
    static const uint32_t draws[] = {1, 19, 20, 21, 100, 1024, 4096, 65535, 65536};
    for (uint64_t i = 0; i < 9; i++) {
        check_tails(draws[i], 1, 1, i);
        check_tails(draws[i], 7, 7, i);
        check_tails(draws[i], 90, 1000000, i); /* heaps, many equal ranks */
        check_tails(draws[i], 1000000, 1000000, i);
    }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {units_round_to_the_nearest, sorted_as_qsort_does,
                            better_first_and_rows_in_order_among_equals, tails_are_the_sorted_ones,
                            NULL};
    return run_tests("rank_order", tests);
}
