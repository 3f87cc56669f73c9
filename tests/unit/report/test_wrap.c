#include "report/wrap.h"

#include "check_suite.h"

/* Lines of text joined by '|'. */
static void wraps(const char *text, size_t width, const char *expected)
{
    char found[512] = "";
    size_t used = 0;
    sel_str rest = sel_str_of(text);
    sel_str line = {0};
    while (sel_wrap_next(&rest, width, &line))
        used += (size_t)snprintf(found + used, sizeof found - used, "%s%.*s", used > 0 ? "|" : "",
                                 SEL_STR_ARG(line));
    ck_assert_str_eq(found, expected);
}

START_TEST(lines_end_at_blanks)
{
    wraps("one two three", 7, "one two|three");
    wraps("one two three", 8, "one two|three");
    wraps("  one   two ", 20, "one   two");
    wraps("one   two", 3, "one|two");
    wraps("", 5, "");
    wraps("    ", 5, "");
}
END_TEST

START_TEST(hyphens_between_letters_end_lines)
{
    wraps("a co-funded one", 6, "a co-|funded|one");
    wraps("2018-01-01", 6, "2018-0|1-01");
    wraps("1-3 -x", 3, "1-3|-x");
}
END_TEST

START_TEST(long_words_are_cut)
{
    wraps("abcdefgh", 3, "abc|def|gh");
    wraps("x abcdefgh", 3, "x|abc|def|gh");
}
END_TEST

START_TEST(wide_characters_take_two_columns)
{
    wraps("日本国", 4, "日本|国");
    wraps("日本国", 5, "日本|国");
    wraps("日", 1, "日");
    wraps("e\xCC\x81"
          "e\xCC\x81"
          "e\xCC\x81",
          2,
          "e\xCC\x81"
          "e\xCC\x81|e\xCC\x81");
    wraps("مرحبا بالعالم", 7, "مرحبا|بالعالم");
}
END_TEST

START_TEST(chinese_lines_end_beside_wide_characters)
{
    wraps("共12项", 4, "共12|项");
    wraps("为3；16为5", 6, "为3；|16为5");
    wraps("为3；16为5", 7, "为3；16|为5");
    wraps("每项需求。", 8, "每项需|求。");
    wraps("见（全部）", 4, "见|（全|部）");
    wraps("答“否”。再答", 8, "答“否”。|再答");
    wraps("用 CSV UTF-8 编码", 8, "用 CSV|UTF-8 编|码");
    wraps("约95%的", 4, "约|95%|的");
    wraps("。。。", 4, "。。|。");
}
END_TEST

START_TEST(longest_words)
{
    ck_assert_uint_eq(sel_wrap_longest_word(SEL_STR("")), 0);
    ck_assert_uint_eq(sel_wrap_longest_word(SEL_STR("one three  two")), 5);
    ck_assert_uint_eq(sel_wrap_longest_word(SEL_STR("confidence-building x")), 11);
    ck_assert_uint_eq(sel_wrap_longest_word(SEL_STR("日本国")), 6);
    ck_assert_uint_eq(sel_wrap_longest_word(SEL_STR("12\xC2\xA0"
                                                    "345")),
                      6);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {lines_end_at_blanks,
                            hyphens_between_letters_end_lines,
                            long_words_are_cut,
                            wide_characters_take_two_columns,
                            chinese_lines_end_beside_wide_characters,
                            longest_words,
                            NULL};
    return run_tests("wrap", tests);
}
