#include "base/seen.h"

#include "base/hash.h"

#include "check_suite.h"

/* openssl mac -macopt hexkey:00000000000000000000000000000000 -macopt size:8 -in /dev/null SIPHASH
 * prints D70077739D4B921E, the least significant byte first. */
START_TEST(short_hashes_are_siphash)
{
    ck_assert(sel_hash_short((sel_str){0}) == UINT64_C(0x1e924b9d737700d7));
}
END_TEST

START_TEST(what_came_is_known_and_nothing_else)
{
    enum { TEXTS = 100000 };
    sel_seen *seen = sel_seen_create();
    char text[32];
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < TEXTS; i++) {
            snprintf(text, sizeof text, "agency %d", i);
            ck_assert_msg(sel_seen_before(seen, sel_str_of(text)) == (round == 1), "%s", text);
        }
    ck_assert(!sel_seen_before(seen, (sel_str){0}));
    ck_assert(sel_seen_before(seen, SEL_STR("")));
    ck_assert(!sel_seen_is_full(seen));
    sel_seen_destroy(seen);
    sel_seen_destroy(NULL);
}
END_TEST

START_TEST(it_does_not_grow_without_end)
{
    sel_seen *seen = sel_seen_create();
    uint32_t number = 0;
    uint32_t known = 0;
    for (; !sel_seen_is_full(seen); number++)
        known += sel_seen_before(seen, (sel_str){(const char *)&number, sizeof number});
    ck_assert_uint_eq(known, 0);
    ck_assert_uint_eq(number, SEL_SEEN_MOST);
    ck_assert(!sel_seen_before(seen, SEL_STR("one more")));
    ck_assert(!sel_seen_before(seen, SEL_STR("one more")));
    number -= 1;
    ck_assert(sel_seen_before(seen, (sel_str){(const char *)&number, sizeof number}));
    sel_seen_destroy(seen);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {short_hashes_are_siphash, what_came_is_known_and_nothing_else,
                            it_does_not_grow_without_end, NULL};
    return run_tests("seen", tests);
}
