#include "report/clean.h"

#include "check_suite.h"

#define BAD "\xEF\xBF\xBD"

static void cleans(sel_str (*clean)(sel_arena *, sel_str), sel_str text, const char *expected)
{
    sel_arena *arena = sel_arena_create();
    sel_str found = clean(arena, text);
    ck_assert_msg(sel_str_is(found, expected), "'%.*s' is not '%s'", SEL_STR_ARG(found), expected);
    sel_arena_destroy(arena);
}

START_TEST(texts_keep_their_lines)
{
    cleans(sel_clean_text, SEL_STR("a\tb\r\nc"), "a\tb\r\nc");
    cleans(sel_clean_text, SEL_STR("\x1b[31mred\x07"), BAD "[31mred" BAD);
    cleans(sel_clean_text, SEL_STR("nul\0byte"), "nul" BAD "byte");
    cleans(sel_clean_text,
           SEL_STR("\xC2\x9B"
                   "31m"),
           BAD "31m");
    cleans(sel_clean_text, SEL_STR("\x7F"), BAD);
    cleans(sel_clean_text, SEL_STR("caf\xE9"), "caf" BAD);
    cleans(sel_clean_text, SEL_STR("\xEF\xBF\xBF"), BAD);
    cleans(sel_clean_text, SEL_STR("\xED\xA0\x80"), BAD BAD BAD);
    cleans(sel_clean_text, SEL_STR("日本 مرحبا é 🌐"), "日本 مرحبا é 🌐");
    cleans(sel_clean_text, (sel_str){0}, "");
}
END_TEST

START_TEST(lines_have_no_breaks_and_keep_their_direction)
{
    cleans(sel_clean_line, SEL_STR("a\tb\r\nc"), "a b  c");
    cleans(sel_clean_line,
           SEL_STR("a\xE2\x80\xA8"
                   "b\xC2\x85"
                   "c"),
           "a b c");
    cleans(sel_clean_line,
           SEL_STR("\xE2\x80\xAE"
                   "evil\xE2\x80\xAC \xE2\x81\xA6x\xE2\x81\xA9"),
           "evil x");
    cleans(sel_clean_line, SEL_STR("\x1b]0;title\x07"), BAD "]0;title" BAD);
}
END_TEST

START_TEST(clean_texts_are_not_copied)
{
    sel_arena *arena = sel_arena_create();
    sel_str plain = SEL_STR("Côte d'Ivoire");
    ck_assert_ptr_eq(sel_clean_text(arena, plain).ptr, plain.ptr);
    ck_assert_ptr_eq(sel_clean_line(arena, plain).ptr, plain.ptr);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {texts_keep_their_lines, lines_have_no_breaks_and_keep_their_direction,
                            clean_texts_are_not_copied, NULL};
    return run_tests("clean", tests);
}
