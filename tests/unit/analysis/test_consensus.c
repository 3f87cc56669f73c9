/* Ranks of scores, Borda and Copeland, and the kernel of an outranking relation, by hand. */
#include "selaras.h"

#include "analysis/aggregation/outranking.h"
#include "check_suite.h"
#include "seeded.h"

#include <math.h>

static void expect_ranks(const double *scores, uint32_t count, const uint32_t *expected)
{
    uint32_t ranks[8];
    sel_ranks_of(scores, count, 1, ranks);
    for (uint32_t i = 0; i < count; i++)
        ck_assert_uint_eq(ranks[i], expected[i]);
}

START_TEST(ties_share_the_best_rank)
{
    expect_ranks((double[]){.2, .9, .2, -1}, 4, (uint32_t[]){2, 1, 2, 4});
    expect_ranks((double[]){.1 + .2, .3, .4}, 3, (uint32_t[]){2, 2, 1});
    expect_ranks((double[]){0, 0}, 2, (uint32_t[]){1, 1});
    expect_ranks((double[]){-5}, 1, (uint32_t[]){1});
    /* 1e-9 of the largest is told apart, a third of that is not */
    expect_ranks((double[]){2000, 1000, 1000.000002}, 3, (uint32_t[]){1, 3, 2});
    expect_ranks((double[]){2000, 1000, 1000.0000006}, 3, (uint32_t[]){1, 2, 2});
    expect_ranks((double[]){2e-8, 1e-8, -1e-8}, 3, (uint32_t[]){1, 2, 3});
}
END_TEST

/* Against counting those with a higher score, above and below the change of sorts. */
START_TEST(ranks_count_who_is_ahead)
{
    enum { MOST = 500 };
    static double scores[MOST];
    static uint32_t ranks[MOST];
    uint64_t state = 3;
    static const uint32_t counts[] = {1, 2, 95, 96, 97, MOST};
    for (int trial = 0; trial < 12; trial++) {
        uint32_t count = counts[trial % 6];
        for (uint32_t i = 0; i < count; i++)
            scores[i] = trial < 6 ? seeded_below(&state, 40) - 20. : seeded_unit(&state) - .5;
        sel_ranks_of(scores, count, 1, ranks);
        for (uint32_t i = 0; i < count; i++) {
            uint32_t ahead = 0;
            for (uint32_t k = 0; k < count; k++)
                ahead += scores[k] > scores[i];
            ck_assert_uint_eq(ranks[i], ahead + 1);
        }
    }
}
END_TEST

static void expect_consensus(const char *name, const uint32_t *const *given, uint32_t orders_given,
                             uint32_t rows, const double *expected)
{
    sel_orders orders = {given, orders_given, rows};
    uint32_t count = 0;
    const sel_consensus *const *ways = sel_consensuses(&count);
    ck_assert_uint_eq(count, 2);
    const sel_consensus *way = strcmp(ways[0]->name, name) == 0 ? ways[0] : ways[1];
    ck_assert_str_eq(way->name, name);
    double scores[8] = {0};
    uint32_t ranks[8];
    sel_error err = {0};
    ck_assert_int_eq(sel_consensus_of(way, &orders, scores, ranks, &err), SEL_OK);
    for (uint32_t i = 0; i < rows; i++)
        ck_assert_msg(fabs(scores[i] - expected[i]) <= 1e-15, "%s %u: %g, not %g", name, i + 1,
                      scores[i], expected[i]);
}

/* Three orders of four, one with a tie: a b c d; b c a d; a (b c) d. Borda: a (3 + 1 + 3) / 9, b (2
 * + 3 + 1.5) / 9, c (1 + 2 + 1.5) / 9, d 0. Copeland: a beats all, b beats c and d, c beats d. */
START_TEST(borda_and_copeland_by_hand)
{
    const uint32_t *ranks[] = {(uint32_t[]){1, 2, 3, 4}, (uint32_t[]){3, 1, 2, 4},
                               (uint32_t[]){1, 2, 2, 4}};
    expect_consensus("borda", ranks, 3, 4, (double[]){7 / 9., 6.5 / 9, 4.5 / 9, 0});
    expect_consensus("copeland", ranks, 3, 4, (double[]){1, 1 / 3., -1 / 3., -1});
    /* a circle of three: no one is ahead */
    const uint32_t *circle[] = {(uint32_t[]){1, 2, 3}, (uint32_t[]){3, 1, 2},
                                (uint32_t[]){2, 3, 1}};
    expect_consensus("borda", circle, 3, 3, (double[]){.5, .5, .5});
    expect_consensus("copeland", circle, 3, 3, (double[]){0, 0, 0});
    const uint32_t *alone[] = {(uint32_t[]){1}};
    expect_consensus("borda", alone, 1, 1, (double[]){0});
    expect_consensus("copeland", alone, 1, 1, (double[]){0});
}
END_TEST

START_TEST(orders_that_are_none)
{
    uint32_t count = 0;
    const sel_consensus *way = sel_consensuses(&count)[0];
    double scores[4];
    uint32_t ranks[4];
    sel_error err = {0};
    const uint32_t *wrong[] = {(uint32_t[]){1, 2}, (uint32_t[]){1, 3}};
    sel_orders orders = {wrong, 2, 2};
    ck_assert_int_eq(sel_consensus_of(way, &orders, scores, ranks, &err), SEL_BAD_INPUT);
    ck_assert_str_eq(err.message, "order 2: rank 3 of alternative 2");
    orders.count = 0;
    ck_assert_int_eq(sel_consensus_of(way, &orders, scores, ranks, &err), SEL_BAD_INPUT);
}
END_TEST

static void expect_kernel(uint32_t rows, const char *const *pairs, const char *expected)
{
    sel_arena *arena = sel_arena_create();
    sel_outranking relation = sel_outranking_make(rows, arena);
    for (; *pairs != NULL; pairs++)
        sel_outranking_set(&relation, (uint32_t)((*pairs)[0] - 'a'), (uint32_t)((*pairs)[1] - 'a'));
    bool kernel[8];
    char found[9] = "";
    sel_outranking_kernel(&relation, kernel);
    for (uint32_t i = 0, at = 0; i < rows; i++)
        if (kernel[i])
            found[at++] = (char)('a' + i);
    ck_assert_str_eq(found, expected);
    sel_arena_destroy(arena);
}

/* By hand. In a chain the second is out and so the third in; a circuit is in or out as a whole. */
START_TEST(kernels_by_hand)
{
    expect_kernel(3, (const char *[]){NULL}, "abc");
    expect_kernel(3, (const char *[]){"ab", "bc", NULL}, "ac");
    expect_kernel(4, (const char *[]){"ba", "ca", "db", NULL}, "cd");
    expect_kernel(3, (const char *[]){"ab", "ba", "bc", NULL}, "ab");
    expect_kernel(5, (const char *[]){"ab", "bc", "cb", "cd", "de", NULL}, "ad");
    expect_kernel(6, (const char *[]){"ab", "bc", "ca", "cd", "de", "ef", NULL}, "abce");
    expect_kernel(1, (const char *[]){NULL}, "a");
}
END_TEST

int main(void)
{
    const TTest *tests[] = {
        ties_share_the_best_rank, ranks_count_who_is_ahead, borda_and_copeland_by_hand,
        orders_that_are_none,     kernels_by_hand,          NULL};
    return run_tests("consensus", tests);
}
