#include "input/choice_words.h"

#include "check_suite.h"

static const sel_choice choices[] = {
    {.name = {"energy", 6}, .labels = {{{"Energy", 6}, {"\xC3\x89nergie", 8}}}},
    {.name = {"finance", 7}, .labels = {{{"Finance, banking", 16}, {"Finance, banque", 15}}}},
    {.name = {"water", 5}, .labels = {{{"Water", 5}, {"Eau", 3}}}},
    {.name = {"san", 3}, .labels = {{{"sanitation", 10}}}},
    {.name = {"water_san", 9}, .labels = {{{"Water sanitation", 16}}}},
};
static const sel_choice_list list = {{"sectors", 7}, choices, 5};

static void expect(const char *text, sel_choices_outcome outcome, const char *expected)
{
    sel_choice_words *words = sel_choice_words_create(&list);
    uint32_t order[8];
    uint32_t count;
    char found[32] = "";
    ck_assert_int_eq(sel_choice_words_read(words, sel_str_of(text), order, 8, &count), outcome);
    for (uint32_t i = 0; i < count; i++)
        found[i] = (char)('0' + order[i]);
    ck_assert_str_eq(found, expected);
    sel_choice_words_destroy(words);
}

START_TEST(labels_joined_by_blanks_or_commas)
{
    expect("Energy", SEL_CHOICES_READ, "0");
    expect("\xC3\x89nergie Finance, banque", SEL_CHOICES_READ, "01");
    expect("Finance, banque \xC3\x89nergie", SEL_CHOICES_READ, "10");
    expect("Finance, banking, Energy", SEL_CHOICES_READ, "10");
    expect("energy finance", SEL_CHOICES_READ, "01");
    expect("water_san energy", SEL_CHOICES_AMBIGUOUS, "");
    expect("Finance Energy", SEL_CHOICES_READ, "10");
    expect("Finance, bank", SEL_CHOICES_UNKNOWN, "");
    expect("Energy Gas", SEL_CHOICES_UNKNOWN, "");
    expect("", SEL_CHOICES_UNKNOWN, "");
    expect("--", SEL_CHOICES_UNKNOWN, "");
}
END_TEST

START_TEST(two_ways_are_no_way)
{
    expect("Water sanitation", SEL_CHOICES_AMBIGUOUS, "");
}
END_TEST

START_TEST(one_choice)
{
    sel_choice_words *words = sel_choice_words_create(&list);
    ck_assert_uint_eq(sel_choice_words_find(words, SEL_STR("WATER_SAN")), 4);
    ck_assert_uint_eq(sel_choice_words_find(words, SEL_STR("eau")), 2);
    ck_assert_uint_eq(sel_choice_words_find(words, SEL_STR("finance \xE2\x80\x9C banque")), 1);
    ck_assert_uint_eq(sel_choice_words_find(words, SEL_STR("gas")), SEL_NONE);
    sel_choice_words_destroy(words);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {labels_joined_by_blanks_or_commas, two_ways_are_no_way, one_choice,
                            NULL};
    return run_tests("choice_words", tests);
}
