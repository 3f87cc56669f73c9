#include "base/str.h"

#include "check_suite.h"

START_TEST(slices_are_compared_by_bytes)
{
    ck_assert(sel_str_equal(SEL_STR("ab"), (sel_str){"abc", 2}));
    ck_assert(!sel_str_equal(SEL_STR("ab"), SEL_STR("abc")));
    ck_assert(sel_str_equal((sel_str){0}, SEL_STR("")));
    ck_assert(sel_str_equal_ascii(SEL_STR("Code-Z"), SEL_STR("cODE-z")));
    ck_assert(!sel_str_equal_ascii(SEL_STR("\xC3\x89"), SEL_STR("\xC3\xA9"))); /* É, é */
    ck_assert(!sel_str_equal_ascii(SEL_STR("@"), SEL_STR("`")));
    ck_assert_uint_eq(sel_str_of(NULL).len, 0);
    ck_assert(sel_str_starts(SEL_STR("sep=;"), SEL_STR("sep=")));
    ck_assert(!sel_str_starts(SEL_STR("sep"), SEL_STR("sep=")));
    ck_assert(sel_str_starts((sel_str){0}, (sel_str){0}));
}
END_TEST

START_TEST(order_is_bytes_then_length)
{
    ck_assert_int_lt(sel_str_compare(SEL_STR("ab"), SEL_STR("abc")), 0);
    ck_assert_int_gt(sel_str_compare(SEL_STR("b"), SEL_STR("abc")), 0);
    ck_assert_int_gt(sel_str_compare(SEL_STR("\xC3\xA9"), SEL_STR("z")), 0); /* unsigned bytes */
    ck_assert_int_eq(sel_str_compare((sel_str){0}, SEL_STR("")), 0);
    ck_assert_int_lt(sel_str_compare((sel_str){0}, SEL_STR("a")), 0);
}
END_TEST

START_TEST(finding_and_cutting_stay_inside)
{
    ck_assert_uint_eq(sel_str_find(SEL_STR("a = b"), SEL_STR("=")), 2);
    ck_assert_uint_eq(sel_str_find(SEL_STR("abc"), SEL_STR("cd")), 3);
    ck_assert_uint_eq(sel_str_find(SEL_STR("abc"), SEL_STR("abcd")), 3);
    ck_assert_uint_eq(sel_str_find((sel_str){0}, SEL_STR("x")), 0);
    ck_assert(sel_str_is(sel_str_part(SEL_STR("abcdef"), 2, 3), "cde"));
    ck_assert(sel_str_is(sel_str_part(SEL_STR("abc"), 1, SIZE_MAX), "bc"));
    ck_assert_uint_eq(sel_str_part(SEL_STR("abc"), 9, 9).len, 0);
    ck_assert_ptr_null(sel_str_part((sel_str){0}, 1, 1).ptr);
}
END_TEST

START_TEST(trimming_takes_blanks_of_both_kinds)
{
    ck_assert(
        sel_str_is(sel_str_trim(SEL_STR(" \t\r\n\v\f\xC2\xA0 a b \xC2\xA0\xC2\xA0\n")), "a b"));
    ck_assert_uint_eq(sel_str_trim(SEL_STR(" \xC2\xA0 ")).len, 0);
    ck_assert_uint_eq(sel_str_trim((sel_str){0}).len, 0);
    /* a letter whose last byte is that of the no-break space stays whole */
    ck_assert(sel_str_is(sel_str_trim(SEL_STR("\xC3\xA0 ")), "\xC3\xA0"));
}
END_TEST

static void expect_parts(sel_str text, char separator, const char *joined)
{
    char out[64] = "";
    size_t used = 0;
    sel_str part;
    while (sel_str_next(&text, separator, &part))
        used += (size_t)snprintf(out + used, sizeof out - used, "[%.*s]", SEL_STR_ARG(part));
    ck_assert_str_eq(out, joined);
}

START_TEST(parts_between_separators)
{
    expect_parts(SEL_STR("a;b"), ';', "[a][b]");
    expect_parts(SEL_STR(";a;;b;"), ';', "[][a][][b][]");
    expect_parts(SEL_STR(""), ';', "[]");
    expect_parts((sel_str){0}, ';', "");
}
END_TEST

START_TEST(copies_end_in_nul)
{
    sel_arena *arena = sel_arena_create();
    sel_str copy = sel_str_copy(arena, (sel_str){"abcdef", 3});
    ck_assert_str_eq(copy.ptr, "abc");
    ck_assert_str_eq(sel_str_copy(arena, (sel_str){0}).ptr, "");
    sel_str made = sel_str_printf(arena, "%.*s-%02d", SEL_STR_ARG(copy), 7);
    ck_assert_str_eq(made.ptr, "abc-07");
    ck_assert_uint_eq(made.len, 6);
    sel_arena_destroy(arena);
}
END_TEST

/* Levenshtein distances of the literature's examples (kitten, Saturday). */
START_TEST(distances)
{
    ck_assert_uint_eq(sel_str_distance(SEL_STR("kitten"), SEL_STR("sitting"), 9), 3);
    ck_assert_uint_eq(sel_str_distance(SEL_STR("Saturday"), SEL_STR("sunday"), 9), 3);
    ck_assert_uint_eq(sel_str_distance(SEL_STR(""), SEL_STR("abc"), 9), 3);
    ck_assert_uint_eq(sel_str_distance(SEL_STR("FIJI"), SEL_STR("fiji"), 9), 0);
    ck_assert_uint_eq(sel_str_distance(SEL_STR("kitten"), SEL_STR("sitting"), 2), 3);
    ck_assert_uint_eq(sel_str_distance(SEL_STR("abcdefgh"), SEL_STR("zzzzzzzz"), 2), 3);
    char longest[65];
    memset(longest, 'x', sizeof longest);
    ck_assert_uint_eq(sel_str_distance((sel_str){longest, 64}, SEL_STR(""), 99), 64);
    ck_assert_uint_eq(sel_str_distance((sel_str){longest, 65}, SEL_STR("x"), 2), 3);
}
END_TEST

/* Boundaries of The Unicode Standard, table 3-7. */
START_TEST(well_formed_utf8)
{
    static const sel_str good[] = {
        {"", 0},
        {"a", 1},
        {"\x7F", 1},
        {"\xC2\x80", 2},
        {"\xDF\xBF", 2},
        {"\xE0\xA0\x80", 3},
        {"\xED\x9F\xBF", 3},
        {"\xEE\x80\x80", 3},
        {"\xF0\x90\x80\x80", 4},
        {"\xF4\x8F\xBF\xBF", 4},
    };
    static const sel_str bad[] = {
        {"\0", 1},
        {"\x80", 1},
        {"\xC0\x80", 2},
        {"\xC1\xBF", 2},
        {"\xC2", 1},
        {"\xC2\x41", 2},
        {"\xE0\x9F\xBF", 3},
        {"\xED\xA0\x80", 3},
        {"\xE2\x82", 2},
        {"\xF0\x8F\xBF\xBF", 4},
        {"\xF4\x90\x80\x80", 4},
        {"\xF5\x80\x80\x80", 4},
        {"\xFF", 1},
        {"a\xE9"
         "b",
         3},
    };
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        ck_assert_msg(sel_str_is_utf8(good[i]), "good %zu", i);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        ck_assert_msg(!sel_str_is_utf8(bad[i]), "bad %zu", i);
}
END_TEST

/* Wherever they stand among plain letters, which are looked at several at once. */
START_TEST(bad_bytes_are_noticed_at_every_place)
{
    enum { LONGEST = 40 };
    static const char bad[] = {'\0', '\x80', '\xFF', '\xC3'};
    for (size_t length = 1; length <= LONGEST; length++)
        for (size_t at = 0; at < length; at++) {
            char text[LONGEST];
            memset(text, 'a', sizeof text);
            ck_assert(sel_str_is_utf8((sel_str){text, length}));
            for (size_t b = 0; b < sizeof bad; b++) {
                text[at] = bad[b];
                ck_assert_msg(!sel_str_is_utf8((sel_str){text, length}), "%zu of %zu", at, length);
            }
            text[at] = '\xC3';
            text[(at + 1) % LONGEST] = '\xA9';
            ck_assert_msg(sel_str_is_utf8((sel_str){text, length}) == (at + 1 < length),
                          "%zu of %zu", at, length);
        }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {slices_are_compared_by_bytes,
                            bad_bytes_are_noticed_at_every_place,
                            order_is_bytes_then_length,
                            finding_and_cutting_stay_inside,
                            trimming_takes_blanks_of_both_kinds,
                            parts_between_separators,
                            copies_end_in_nul,
                            distances,
                            well_formed_utf8,
                            NULL};
    return run_tests("str", tests);
}
