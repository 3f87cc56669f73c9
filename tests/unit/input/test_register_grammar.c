#include "input/register_grammar.h"

#include "check_suite.h"

static void expect(sel_str found, const char *wanted)
{
    ck_assert_msg(sel_str_is(found, wanted), "'%.*s', not '%s'", SEL_STR_ARG(found), wanted);
}

START_TEST(values_stand_between_semicolons_and_bars)
{
    sel_str rest = SEL_STR(" A ;; B|C\\;D; E\\\\;F\\");
    sel_str value;
    const char *const wanted[] = {"A", "B", "C\\;D", "E\\\\", "F\\"};
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        ck_assert(sel_register_next_value(&rest, &value));
        expect(value, wanted[i]);
    }
    ck_assert(!sel_register_next_value(&rest, &value));
}
END_TEST

START_TEST(attributes_are_words_or_keys_with_values)
{
    sel_str rest = SEL_STR("40% : ref = AU-5 ::words=a\\:b, c=d:");
    sel_register_attribute one;
    const char *const wanted[][2] = {{"", "40%"}, {"ref", "AU-5"}, {"words", "a\\:b, c=d"}};
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        ck_assert(sel_register_next_attribute(&rest, &one));
        expect(one.key, wanted[i][0]);
        expect(one.value, wanted[i][1]);
    }
    ck_assert(!sel_register_next_attribute(&rest, &one));
}
END_TEST

START_TEST(a_backslash_takes_signs_and_nothing_else)
{
    const char *const pairs[][2] = {{"A\\;B", "A;B"},   {"C:\\temp\\7", "C:\\temp\\7"},
                                    {"\\\\;", "\\;"},   {"end\\", "end\\"},
                                    {"a\\ b", "a\\ b"}, {"\\\xC3\xA9", "\\\xC3\xA9"},
                                    {"plain", "plain"}, {"\\=\\:\\%", "=:%"}};
    sel_arena *arena = sel_arena_create();
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        expect(sel_register_plain(arena, sel_str_of(pairs[i][0])), pairs[i][1]);
    sel_text out = {.arena = arena};
    sel_register_write(&out, SEL_STR("a=b;c|d\\e%"), "=");
    expect(sel_text_str(&out), "a\\=b\\;c\\|d\\\\e%");
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(an_end_counts_when_nothing_takes_it)
{
    ck_assert(sel_register_ends(SEL_STR("40%"), '%'));
    ck_assert(!sel_register_ends(SEL_STR("40\\%"), '%'));
    ck_assert(sel_register_ends(SEL_STR("40\\\\%"), '%'));
    ck_assert(!sel_register_ends(SEL_STR(""), '%'));
    ck_assert_uint_eq(sel_register_sign(SEL_STR("a\\=b=c"), '='), 4);
}
END_TEST

START_TEST(percentages_to_a_ten_thousandth)
{
    const struct {
        const char *text;
        uint32_t ppm;
    } good[] = {{"40%", 400000},   {"33.3 %", 333000},  {"0", 0},
                {"100%", 1000000}, {"33.3333", 333333}, {" 7.00005 %", 70001}};
    uint32_t ppm = 7;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        ck_assert_msg(sel_register_percent(sel_str_of(good[i].text), &ppm), "%s", good[i].text);
        ck_assert_uint_eq(ppm, good[i].ppm);
    }
    const char *const bad[] = {"", "%", "101", "-1", "40 percent", "4 0", "nan", "1/2"};
    ppm = 7;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        ck_assert_msg(!sel_register_percent(sel_str_of(bad[i]), &ppm) && ppm == 7, "%s", bad[i]);
}
END_TEST

START_TEST(every_ppm_is_written_so_that_it_is_read_back)
{
    sel_arena *arena = sel_arena_create();
    for (uint32_t ppm = 0; ppm <= 1000000; ppm += ppm < 20000 || ppm > 980000 ? 1 : 37) {
        sel_text out = {.arena = arena};
        uint32_t read = 0;
        sel_register_write_percent(&out, ppm);
        ck_assert(sel_register_percent(sel_text_str(&out), &read));
        ck_assert_uint_eq(read, ppm);
        if (ppm % 1000 == 0)
            sel_arena_reset(arena);
    }
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(what_begins_like_a_formula_is_guarded_and_comes_back)
{
    const char *const pairs[][2] = {
        {"=1+1", "'=1+1"}, {"-5", "'-5"},      {"@A", "'@A"},  {"'=x", "''=x"}, {"''+", "'''+"},
        {"'tis", "'tis"},  {"plain", "plain"}, {"a=b", "a=b"}, {"", ""},        {"'", "'"}};
    sel_arena *arena = sel_arena_create();
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        sel_str guarded = sel_register_guard(arena, sel_str_of(pairs[i][0]));
        expect(guarded, pairs[i][1]);
        expect(sel_register_unguard(guarded), pairs[i][0]);
    }
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {values_stand_between_semicolons_and_bars,
                                  attributes_are_words_or_keys_with_values,
                                  a_backslash_takes_signs_and_nothing_else,
                                  an_end_counts_when_nothing_takes_it,
                                  percentages_to_a_ten_thousandth,
                                  every_ppm_is_written_so_that_it_is_read_back,
                                  what_begins_like_a_formula_is_guarded_and_comes_back,
                                  NULL};
    return run_tests("register_grammar", tests);
}
