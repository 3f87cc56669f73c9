#include "selaras.h"

#include "check_suite.h"

#include <math.h>

static sel_comparison compare(const uint32_t *const *ranks, uint32_t count, uint32_t rows,
                              sel_arena *arena)
{
    const sel_orders orders = {ranks, count, rows};
    sel_error err = {0};
    sel_comparison found;
    ck_assert_msg(sel_compare_orders(&orders, arena, &found, &err) == SEL_OK, "%s", err.message);
    return found;
}

/* Three orders of four. Pairs by hand: 1 and 2 order (2, 3) contrariwise, 5 of 6 alike: τ = 4/6;
 * 1 and 3 are each other's reverse: −1; 2 and 3: −4/6. */
START_TEST(three_orders_by_hand)
{
    static const uint32_t a[] = {1, 2, 3, 4};
    static const uint32_t b[] = {1, 3, 2, 4};
    static const uint32_t c[] = {4, 3, 2, 1};
    static const uint32_t *const ranks[] = {a, b, c};
    sel_arena *arena = sel_arena_create();
    sel_comparison found = compare(ranks, 3, 4, arena);
    ck_assert_uint_eq(found.pair_count, 3);
    ck_assert(found.pairs[0].a == 0 && found.pairs[0].b == 1 && found.pairs[0].known);
    ck_assert_double_eq_tol(found.pairs[0].tau_b, 4.0 / 6, 1e-15);
    ck_assert_double_eq_tol(found.pairs[1].tau_b, -1, 1e-15);
    ck_assert(found.pairs[2].a == 1 && found.pairs[2].b == 2);
    ck_assert_double_eq_tol(found.pairs[2].tau_b, -4.0 / 6, 1e-15);
    /* Rows 0 and 3 move by 3, rows 1 and 2 by 1: best rank 1 twice, then by row. */
    ck_assert_uint_eq(found.movers[0].row, 0);
    ck_assert_uint_eq(found.movers[0].worst, 4);
    ck_assert_uint_eq(found.movers[0].best_in, 0);
    ck_assert_uint_eq(found.movers[0].worst_in, 2);
    ck_assert_uint_eq(found.movers[1].row, 3);
    ck_assert_uint_eq(found.movers[1].best_in, 2);
    ck_assert_uint_eq(found.movers[2].row, 1);
    ck_assert_uint_eq(found.movers[3].row, 2);
    ck_assert_uint_eq(found.agreed_first, 4);
    /* Beats by two orders of three: 0 > 1, 2, 3; 1 > 3 and 2 > 3; 2 > 1. Borda: shares ahead
     * 0: 1, 1, 0; 1: 2/3, 1/3, 1/3; 2: 1/3, 2/3, 2/3; 3: 0, 0, 1. */
    const uint32_t borda[] = {1, 3, 2, 4};
    const uint32_t copeland[] = {1, 3, 2, 4};
    for (uint32_t i = 0; i < 4; i++) {
        ck_assert_uint_eq(found.borda[i], borda[i]);
        ck_assert_uint_eq(found.copeland[i], copeland[i]);
    }
    sel_arena_destroy(arena);
}
END_TEST

/* Ties: (1, 1, 3) and (1, 2, 3): two pairs alike, one tied on one side: 2 / √(2 · 3). All tied: no
 * τ_b. The first of both is alone in the second only. */
START_TEST(ties)
{
    static const uint32_t a[] = {1, 1, 3};
    static const uint32_t b[] = {1, 2, 3};
    static const uint32_t c[] = {1, 1, 1};
    static const uint32_t *const ranks[] = {a, b, c};
    sel_arena *arena = sel_arena_create();
    sel_comparison found = compare(ranks, 3, 3, arena);
    ck_assert_double_eq_tol(found.pairs[0].tau_b, 2 / sqrt(6), 1e-15);
    ck_assert(!found.pairs[1].known && !found.pairs[2].known);
    ck_assert_uint_eq(found.agreed_first, 3);
    static const uint32_t *const same[] = {b, b};
    ck_assert_uint_eq(compare(same, 2, 3, arena).agreed_first, 0);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(nothing_to_compare)
{
    static const uint32_t a[] = {1, 2};
    static const uint32_t wrong[] = {1, 3};
    static const uint32_t *const ranks[] = {a, wrong};
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    sel_comparison found;
    sel_orders orders = {ranks, 1, 2};
    ck_assert(sel_compare_orders(&orders, arena, &found, &err) == SEL_BAD_INPUT);
    ck_assert_str_eq(err.message, "1 orders: nothing to compare");
    orders.count = 2;
    ck_assert(sel_compare_orders(&orders, arena, &found, &err) == SEL_BAD_INPUT);
    orders.rows = 0;
    ck_assert(sel_compare_orders(&orders, arena, &found, &err) == SEL_BAD_INPUT);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {three_orders_by_hand, ties, nothing_to_compare, NULL};
    return run_tests("compare", tests);
}
