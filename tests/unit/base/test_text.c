#include "base/text.h"

#include "check_suite.h"

START_TEST(text_grows_and_ends_in_nul)
{
    sel_arena *arena = sel_arena_create();
    sel_text text = {.arena = arena};
    ck_assert_ptr_null(text.bytes);
    ck_assert_uint_eq(sel_text_str(&text).len, 0);
    sel_text_add(&text, (sel_str){0});
    ck_assert_str_eq(text.bytes, "");
    for (int i = 0; i < 1000; i++) {
        sel_text_add(&text, SEL_STR("ab"));
        sel_text_add_char(&text, 'c');
        sel_text_printf(&text, "%d", i % 10);
        ck_assert_uint_eq(strlen(text.bytes), text.len);
    }
    ck_assert_uint_eq(text.len, 4000);
    ck_assert(sel_str_is(sel_str_part(sel_text_str(&text), 3992, 8), "abc8abc9"));
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(long_formats_fit)
{
    sel_arena *arena = sel_arena_create();
    sel_text text = {.arena = arena};
    sel_text_printf(&text, "%0300d", 7);
    ck_assert_uint_eq(text.len, 300);
    sel_text_printf(&text, "%s", "");
    ck_assert_uint_eq(text.len, 300);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {text_grows_and_ends_in_nul, long_formats_fit, NULL};
    return run_tests("text", tests);
}
