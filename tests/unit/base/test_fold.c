#include "base/fold.h"

#include "check_suite.h"

START_TEST(steps_through_code_points)
{
    static const struct {
        const char *text;
        size_t taken;
        int32_t code;
    } cases[] = {
        {"a", 1, 'a'},           {"\xC3\xA9", 2, 0xE9},
        {"日", 3, 0x65E5},       {"🌐", 4, 0x1F310},
        {"\xE9x", 1, -1},        {"\xE6\x97", 1, -1},
        {"\xED\xA0\x80", 1, -1}, {"\xF5\x80\x80\x80", 1, -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int32_t code = 0;
        ck_assert_uint_eq(sel_fold_step(sel_str_of(cases[i].text), &code), cases[i].taken);
        ck_assert_int_eq(code, cases[i].code);
    }
}
END_TEST

START_TEST(widths_on_a_terminal)
{
    ck_assert_uint_eq(sel_fold_width(SEL_STR("日本")), 4);
    ck_assert_uint_eq(sel_fold_width(SEL_STR("e\xCC\x81")), 1);
    ck_assert_uint_eq(sel_fold_width(SEL_STR("\xE9\xE9")), 2);
    ck_assert_uint_eq(sel_fold_length(SEL_STR("e\xCC\x81\xE9")), 3);
}
END_TEST

START_TEST(folds_case_accents_and_punctuation)
{
    sel_arena *arena = sel_arena_create();
    ck_assert(sel_str_is(sel_fold(arena, SEL_STR("Côte d'Ivoire")), "cote d ivoire"));
    ck_assert(sel_str_is(sel_fold(arena, SEL_STR("  Timor--Leste. ")), "timor leste"));
    ck_assert_uint_eq(sel_fold(arena, SEL_STR("caf\xE9")).len, 0);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {steps_through_code_points, widths_on_a_terminal,
                            folds_case_accents_and_punctuation, NULL};
    return run_tests("fold", tests);
}
