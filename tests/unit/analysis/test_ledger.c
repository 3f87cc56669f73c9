#include "analysis/ledger.h"

#include "check_suite.h"

START_TEST(sums_ascend_by_key)
{
    sel_arena *arena = sel_arena_create();
    sel_ledger *ledger = sel_ledger_create();
    sel_ledger_add(ledger, 9, 5);
    sel_ledger_add(ledger, 0, 1);
    sel_ledger_add(ledger, UINT64_MAX - 1, 7);
    sel_ledger_add(ledger, 9, 6);
    uint32_t count;
    const sel_ledger_sum *sums = sel_ledger_sums(ledger, arena, &count);
    ck_assert_uint_eq(count, 3);
    ck_assert(sums[0].key == 0 && sums[0].sum == 1);
    ck_assert(sums[1].key == 9 && sums[1].sum == 11);
    ck_assert(sums[2].key == UINT64_MAX - 1 && sums[2].sum == 7);
    sel_ledger_destroy(ledger);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(nothing_added)
{
    sel_arena *arena = sel_arena_create();
    sel_ledger *ledger = sel_ledger_create();
    uint32_t count = 1;
    sel_ledger_sums(ledger, arena, &count);
    ck_assert_uint_eq(count, 0);
    sel_ledger_destroy(ledger);
    sel_ledger_destroy(NULL);
    sel_arena_destroy(arena);
}
END_TEST

/* Keys that differ in their high bits only, as those of recipients do, and more than fit at first.
 */
START_TEST(many_keys)
{
    enum { KEYS = 20000, ROUNDS = 3 };
    sel_arena *arena = sel_arena_create();
    sel_ledger *ledger = sel_ledger_create();
    for (uint64_t round = 1; round <= ROUNDS; round++)
        for (uint64_t i = KEYS; i > 0; i--)
            sel_ledger_add(ledger, i << 40, i * round);
    uint32_t count;
    const sel_ledger_sum *sums = sel_ledger_sums(ledger, arena, &count);
    ck_assert_uint_eq(count, KEYS);
    for (uint64_t i = 0; i < KEYS; i++) {
        ck_assert_uint_eq(sums[i].key, (i + 1) << 40);
        ck_assert_uint_eq(sums[i].sum, (i + 1) * 6);
    }
    sel_ledger_destroy(ledger);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {sums_ascend_by_key, nothing_added, many_keys, NULL};
    return run_tests("ledger", tests);
}
