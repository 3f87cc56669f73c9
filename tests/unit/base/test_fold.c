#include "base/fold.h"

#include "check_suite.h"

static sel_arena *arena;

static void expect(const char *text, const char *folded)
{
    sel_str found = sel_fold(arena, sel_str_of(text));
    ck_assert_msg(sel_str_is(found, folded), "'%s' became '%.*s'", text, SEL_STR_ARG(found));
}

START_TEST(case_accents_and_punctuation_go)
{
    expect("Côte d'Ivoire", "cote d ivoire");
    expect("  Lao P.D.R. -- (2024) ", "lao p d r 2024");
    expect("ÇA ÉTÉ", "ca ete");
    expect("Straße", "strasse");
    expect("ﬁne", "fine");
    expect("Ελλάς", "ελλασ");
    expect("Ａｂ１", "ab1");
    expect("项目 名称", "项目 名称");
    expect("Côte d’Ivoire", "cote d ivoire"); /* typographic apostrophe */
    expect("a\xC2\xA0"
           "b",
           "a b");
    expect("", "");
    expect("---", "");
    expect("\xE9t\xE9", "");
}
END_TEST

START_TEST(composed_and_decomposed_are_one)
{
    ck_assert(
        sel_str_equal(sel_fold(arena, SEL_STR("\xC3\xA9")), sel_fold(arena, SEL_STR("e\xCC\x81"))));
}
END_TEST

START_TEST(folding_twice_changes_nothing)
{
    static const char *const texts[] = {"Timor-Leste", "São Tomé & Príncipe", "Türkiye №½",
                                        "İstanbul", "Việt Nam"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        sel_str once = sel_fold(arena, sel_str_of(texts[i]));
        ck_assert_msg(sel_str_equal(sel_fold(arena, once), once), "%s", texts[i]);
    }
}
END_TEST

START_TEST(columns_and_code_points)
{
    ck_assert_uint_eq(sel_fold_width(SEL_STR("abc")), 3);
    ck_assert_uint_eq(sel_fold_width(SEL_STR("e\xCC\x81")), 1);
    ck_assert_uint_eq(sel_fold_width(SEL_STR("\xE9\xA1\xB9")), 2); /* 项 */
    ck_assert_uint_eq(sel_fold_length(SEL_STR("e\xCC\x81")), 2);
    ck_assert_uint_eq(sel_fold_length(SEL_STR("a\xFF\xFE")), 3);
    int32_t code = 0;
    ck_assert_uint_eq(sel_fold_step(SEL_STR("\xC3\xA9x"), &code), 2);
    ck_assert_int_eq(code, 0xE9);
    ck_assert_uint_eq(sel_fold_step(SEL_STR("\xC3x"), &code), 1);
    ck_assert_int_eq(code, -1);
}
END_TEST

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

int main(void)
{
    arena = sel_arena_create();
    const TTest *tests[] = {steps_through_code_points,       case_accents_and_punctuation_go,
                            composed_and_decomposed_are_one, folding_twice_changes_nothing,
                            columns_and_code_points,         NULL};
    int failed = run_tests("fold", tests);
    sel_arena_destroy(arena);
    return failed;
}
