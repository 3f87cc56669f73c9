#include "base/index.h"

#include "check_suite.h"

START_TEST(numbers_come_in_order_of_arrival)
{
    sel_index *index = sel_index_create();
    char name[16];
    for (uint32_t i = 0; i < 5000; i++) {
        snprintf(name, sizeof name, "n%u", i);
        ck_assert_uint_eq(sel_index_add(index, sel_str_of(name)), i);
    }
    ck_assert_uint_eq(sel_index_count(index), 5000);
    ck_assert_uint_eq(sel_index_add(index, SEL_STR("n17")), 17);
    ck_assert_uint_eq(sel_index_find(index, SEL_STR("n4999")), 4999);
    ck_assert_uint_eq(sel_index_find(index, SEL_STR("n5000")), SEL_NONE);
    ck_assert_str_eq(sel_index_name(index, 4321).ptr, "n4321");
    sel_index_destroy(index);
    sel_index_destroy(NULL);
}
END_TEST

START_TEST(names_are_bytes_copied)
{
    sel_index *index = sel_index_create();
    char name[] = "abc";
    ck_assert_uint_eq(sel_index_add(index, (sel_str){name, 2}), 0);
    name[0] = 'x';
    ck_assert_uint_eq(sel_index_find(index, SEL_STR("ab")), 0);
    ck_assert_uint_eq(sel_index_find(index, SEL_STR("abc")), SEL_NONE);
    ck_assert_uint_eq(sel_index_add(index, (sel_str){0}), 1);
    ck_assert_uint_eq(sel_index_find(index, SEL_STR("")), 1);
    ck_assert_uint_eq(sel_index_add(index, (sel_str){"a\0b", 3}), 2);
    ck_assert_uint_eq(sel_index_find(index, SEL_STR("a")), SEL_NONE);
    sel_index_destroy(index);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {numbers_come_in_order_of_arrival, names_are_bytes_copied, NULL};
    return run_tests("index", tests);
}
