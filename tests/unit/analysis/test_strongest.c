#include "analysis/overlap/strongest.h"

#include "check_suite.h"

static sel_strong pair(int reading, uint32_t strength, uint32_t a, uint32_t b)
{
    return (sel_strong){(sel_reading)reading, strength, a, b};
}

/* All of 3 readings × 4 strengths × 6 pairs, offered in an order that mixes everything. */
static sel_strong nth(uint32_t n)
{
    uint32_t mixed = n * 29 % 72;
    return pair((int)(mixed % 3), mixed / 3 % 4 * 1000, mixed / 12 / 3, 5 + mixed / 12 % 3);
}

START_TEST(keeps_the_strongest_in_order)
{
    for (uint32_t room = 0; room <= 80; room++) {
        sel_strongest kept = sel_strongest_create(room);
        for (uint32_t n = 0; n < 72; n++) {
            sel_strong one = nth(n);
            sel_strongest_offer(&kept, &one);
        }
        sel_strongest_sort(&kept);
        ck_assert_uint_eq(kept.count, room < 72 ? room : 72);
        for (uint32_t i = 0; i < kept.count; i++) {
            /* in order of strength the i-th has this reading, strength and pair */
            ck_assert_int_eq((int)kept.pairs[i].reading, 2 - (int)(i / 24));
            ck_assert_uint_eq(kept.pairs[i].strength_ppm, 3000 - i % 24 / 6 * 1000);
            ck_assert_uint_eq(kept.pairs[i].a, i % 6 / 3);
            ck_assert_uint_eq(kept.pairs[i].b, 5 + i % 3);
        }
        sel_strongest_destroy(&kept);
    }
}
END_TEST

/* An unlimited list costs what it holds. */
START_TEST(room_may_be_any_number)
{
    sel_strongest kept = sel_strongest_create(UINT32_MAX);
    for (uint32_t n = 0; n < 1000; n++) {
        sel_strong one = pair(1, n, n, n + 1);
        sel_strongest_offer(&kept, &one);
    }
    sel_strongest_sort(&kept);
    ck_assert_uint_eq(kept.count, 1000);
    ck_assert_uint_eq(kept.pairs[0].strength_ppm, 999);
    sel_strongest_destroy(&kept);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {keeps_the_strongest_in_order, room_may_be_any_number, NULL};
    return run_tests("strongest", tests);
}
