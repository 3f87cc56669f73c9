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

static void expect_one(const sel_choice_list *of, const char *text, sel_choices_outcome outcome,
                       uint32_t expected)
{
    sel_choice_words *words = sel_choice_words_create(of);
    uint32_t choice = 99;
    ck_assert_int_eq(sel_choice_words_find(words, sel_str_of(text), &choice), outcome);
    ck_assert_uint_eq(choice, expected);
    sel_choice_words_destroy(words);
}

START_TEST(one_choice)
{
    expect_one(&list, "water", SEL_CHOICES_READ, 2);
    expect_one(&list, "eau", SEL_CHOICES_READ, 2);
    expect_one(&list, "finance \xE2\x80\x9C banque", SEL_CHOICES_READ, 1);
    expect_one(&list, "gas", SEL_CHOICES_UNKNOWN, SEL_NONE);
    expect_one(&list, "", SEL_CHOICES_UNKNOWN, SEL_NONE);
}
END_TEST

START_TEST(what_several_choices_are_called_names_none)
{
    static const sel_choice twins[] = {
        {.name = {"other", 5}, .labels = {{{"Other", 5}}}},
        {.name = {"other_b", 7}, .labels = {{{"Other", 5}, {"Autre", 5}}}},
        {.name = {"1", 1}, .labels = {{{"+1", 2}}}},
        {.name = {"-1", 2}, .labels = {{{"minus", 5}}}},
    };
    static const sel_choice_list twin_list = {{"twins", 5}, twins, 4};
    expect_one(&list, "WATER_SAN", SEL_CHOICES_READ, 4);
    expect_one(&twin_list, "Other", SEL_CHOICES_AMBIGUOUS, SEL_NONE);
    expect_one(&twin_list, "other", SEL_CHOICES_READ, 0);
    expect_one(&twin_list, "Autre", SEL_CHOICES_READ, 1);
    expect_one(&twin_list, "1", SEL_CHOICES_READ, 2);
    expect_one(&twin_list, "-1", SEL_CHOICES_READ, 3);
    expect_one(&twin_list, "+1", SEL_CHOICES_AMBIGUOUS, SEL_NONE);
    sel_choice_words *words = sel_choice_words_create(&twin_list);
    uint32_t order[8];
    uint32_t count;
    ck_assert_int_eq(sel_choice_words_read(words, SEL_STR("Autre Other"), order, 8, &count),
                     SEL_CHOICES_AMBIGUOUS);
    ck_assert_int_eq(sel_choice_words_read(words, SEL_STR("Autre minus"), order, 8, &count),
                     SEL_CHOICES_READ);
    sel_choice_words_destroy(words);
}
END_TEST

/* A cell that could end at each of its words, and a label that could begin at each: what is looked
 * up grows with the cell, not with its square times the label. CTest's time limit is the judge. */
START_TEST(long_labels_are_read_alone)
{
    static char many[SEL_CHOICES_CELL_MAX];
    for (size_t i = 0; i < sizeof many; i++)
        many[i] = i % 2 == 0 ? 'a' : ' ';
    const sel_choice long_choices[] = {
        {.name = {"a", 1}},
        {.name = {"l", 1}, .labels = {{{many, sizeof many - 1}}}},
        {.name = {"b", 1}, .labels = {{{many, 400}}}},
    };
    const sel_choice_list long_list = {{"long", 4}, long_choices, 3};
    sel_choice_words *words = sel_choice_words_create(&long_list);
    static uint32_t order[SEL_CHOICES_CELL_MAX];
    uint32_t count;
    for (int i = 0; i < 500; i++)
        ck_assert_int_eq(sel_choice_words_read(words, (sel_str){many, sizeof many - 3}, order,
                                               SEL_CHOICES_CELL_MAX, &count),
                         SEL_CHOICES_READ);
    ck_assert_uint_eq(count, sizeof many / 2 - 1);
    ck_assert_int_eq(sel_choice_words_read(words, (sel_str){many, 399}, order, 1, &count),
                     SEL_CHOICES_AMBIGUOUS);
    sel_choice_words_destroy(words);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {
        labels_joined_by_blanks_or_commas,          two_ways_are_no_way,        one_choice,
        what_several_choices_are_called_names_none, long_labels_are_read_alone, NULL};
    return run_tests("choice_words", tests);
}
