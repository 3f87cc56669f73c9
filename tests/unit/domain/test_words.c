#include "domain/words.h"

#include "check_suite.h"

static sel_word english_entries[] = {
    {{"place", 5}, {"{n} donors meet in {where}", 26}},
    {{"again", 5}, {"{n} and {n}", 11}},
    {{"braces", 6}, {"{ {n} {other} } {", 17}},
    {{"only", 4}, {"English only", 12}},
};
static sel_word french_entries[] = {{{"place", 5}, {"À {where} : {n} bailleurs", 26}}};
static sel_words english = {.entries = english_entries, .count = 4};
static const sel_words french = {
    .entries = french_entries, .count = 1, .fallback = &english, .language = SEL_FR};
static sel_arena *arena;

static void expect(sel_str found, const char *text)
{
    ck_assert_msg(sel_str_is(found, text), "'%.*s', not '%s'", SEL_STR_ARG(found), text);
}

START_TEST(places_are_filled_by_name)
{
    expect(sel_say(arena, &english, "place", "n", "3", "where", "Suva", NULL),
           "3 donors meet in Suva");
    expect(sel_say(arena, &french, "place", "n", "3", "where", "Suva", NULL),
           "À Suva : 3 bailleurs");
    expect(sel_say(arena, &english, "again", "n", "2", NULL), "2 and 2");
    expect(sel_say(arena, &english, "place", "where", "{n}", NULL), "{n} donors meet in {n}");
    expect(sel_say(arena, &english, "braces", "n", "1", NULL), "{ 1 {other} } {");
    expect(sel_say(arena, &english, "place", NULL), "{n} donors meet in {where}");
}
END_TEST

START_TEST(english_stands_in_and_the_id_at_last)
{
    expect(sel_words_find(&french, "only"), "English only");
    expect(sel_words_find(&french, "no.such.id"), "no.such.id");
    ck_assert(sel_words_have(&french, "only"));
    ck_assert(!sel_words_have(&french, "no.such.id"));
    ck_assert(!sel_words_have(&english, ""));
}
END_TEST

int main(void)
{
    arena = sel_arena_create();
    sel_words_sort(english_entries, 4);
    const TTest *tests[] = {places_are_filled_by_name, english_stands_in_and_the_id_at_last, NULL};
    int failed = run_tests("words", tests);
    sel_arena_destroy(arena);
    return failed;
}
