/* Questions whose answer stands in several columns, cell by cell. */
#include "input/response_split.h"

#include "base/text.h"
#include "check_suite.h"

static const sel_choice choices[] = {
    {.name = {"law", 3}, .labels = {{{"Law", 3}}}},
    {.name = {"tech", 4}, .labels = {{{"Technology", 10}}}},
    {.name = {"people", 6}, .labels = {{{"People", 6}}}},
};
static const sel_choice_list list = {{"kinds", 5}, choices, 3};
static const sel_item items[] = {
    {.name = {"kinds", 5}, .type = SEL_ITEM_SELECT_MULTIPLE, .list = &list},
    {.name = {"order", 5}, .type = SEL_ITEM_RANK, .list = &list},
};

/* Columns: 0 all kinds, 1 law, 2 tech, 3 first of the order, 4 second, 5 something else. */
static sel_column list_of_columns[] = {
    {.kind = SEL_COLUMN_ANSWER, .item = 0, .choice = SEL_NONE},
    {.kind = SEL_COLUMN_OPTION, .item = 0, .choice = 0},
    {.kind = SEL_COLUMN_OPTION, .item = 0, .choice = 1},
    {.kind = SEL_COLUMN_PLACE, .item = 1, .choice = SEL_NONE, .place = 1},
    {.kind = SEL_COLUMN_PLACE, .item = 1, .choice = SEL_NONE, .place = 2},
    {.kind = SEL_COLUMN_META, .item = SEL_NONE, .choice = SEL_NONE},
};

enum { COLUMNS = sizeof list_of_columns / sizeof list_of_columns[0] };

static bool keep(void *to, const sel_response *response)
{
    sel_text *out = to;
    for (uint32_t i = 0; i < response->answer_count; i++)
        sel_text_printf(out, "%.*s=%.*s;", SEL_STR_ARG(items[response->answers[i].item].name),
                        SEL_STR_ARG(response->answers[i].text));
    return true;
}

/* Cells of two rows; what the second is read as, "name=value;" each. code: the one issue, or
 * NULL. from: first column of the table. */
static void expect_from(uint32_t from, const char *const cells[2][COLUMNS], const char *answers,
                        const char *code)
{
    sel_arena *arena = sel_arena_create();
    sel_questionnaire questionnaire = {
        .items = items, .item_count = 2, .by_name = sel_index_create()};
    sel_reference reference = {0};
    sel_issues issues = {.arena = arena};
    sel_response_guess guess = {.delimiter = ','};
    sel_response_counts counts = {0};
    sel_response_draft draft = sel_response_draft_start(&questionnaire, &reference, &issues,
                                                        SEL_STR("f.csv"), &guess, &counts);
    const sel_columns columns = {.list = list_of_columns + from, .width = COLUMNS - from};
    sel_splits splits = sel_splits_find(&columns, &questionnaire, arena);
    sel_text text = {.arena = arena};
    for (uint32_t row = 0; row < 2; row++) {
        for (uint32_t i = 0; i < columns.width; i++) {
            sel_cell_place cell = {sel_str_of(cells[row][from + i]), row + 2, row + 2, i + 1};
            if (cell.text.len > 0 && splits.of_column[i] != SEL_NONE)
                sel_split_take(&splits.list[splits.of_column[i]], &columns.list[i], &cell, &draft);
        }
        for (uint32_t s = 0; s < splits.count; s++)
            sel_split_finish(&splits.list[s], &draft);
        text.len = 0;
        sel_response_draft_finish(&draft, (sel_response_sink){keep, &text});
    }
    const char *found = issues.group_count == 0 ? "" : issues.groups[0]->places[0].code;
    ck_assert_str_eq(found, code == NULL ? "" : code);
    sel_str read = sel_text_str(&text);
    ck_assert_msg(sel_str_is(read, answers), "'%.*s'", SEL_STR_ARG(read));
    sel_response_draft_end(&draft);
    sel_index_destroy(questionnaire.by_name);
    sel_arena_destroy(arena);
}

static void expect(uint32_t from, const char *all, const char *law, const char *tech,
                   const char *first, const char *second, const char *answers, const char *code)
{
    const char *const cells[2][COLUMNS] = {{"", "", "", "", "", ""},
                                           {all, law, tech, first, second, "x"}};
    expect_from(from, cells, answers, code);
}

START_TEST(ticks_name_the_choices)
{
    expect(1, "", "1", "0", "", "", "kinds=law;", NULL);
    expect(1, "", "TRUE", "yes", "", "", "kinds=law tech;", NULL);
    expect(1, "", "0", "0", "", "", "", NULL); /* nobody was asked, or nothing is ticked */
    expect(1, "", "Law", "", "", "", "kinds=law;", NULL);
    expect(1, "", "Technology", "", "", "", "", "E_TICK_UNKNOWN");
}
END_TEST

START_TEST(the_whole_answer_and_the_ticks_agree)
{
    expect(0, "law", "1", "0", "", "", "kinds=law;", NULL);
    expect(0, "law people", "1", "0", "", "", "kinds=law people;", NULL); /* no column for people */
    expect(0, "law", "", "", "", "", "kinds=law;", NULL);
    expect(0, "law", "0", "1", "", "", "", "E_MULTI_CONFLICT");
    expect(0, "tech", "1", "1", "", "", "", "E_MULTI_CONFLICT");
}
END_TEST

START_TEST(an_empty_whole_answer_is_told_by_its_own_name)
{
    expect(0, "", "1", "0", "", "", "", "E_MULTI_EMPTY");
    expect(0, "", "0", "0", "", "", "", NULL);
}
END_TEST

START_TEST(places_are_put_in_order)
{
    expect(1, "", "", "", "tech", "law", "order=tech law;", NULL);
    expect(1, "", "", "", "", "people", "order=people;", NULL);
    expect(1, "", "", "", "gas", "law", "", "E_CHOICE_UNKNOWN");
}
END_TEST

START_TEST(a_row_forgets_the_one_before_it)
{
    const char *const cells[2][COLUMNS] = {{"", "1", "1", "law", "tech", ""},
                                           {"", "0", "1", "", "people", ""}};
    expect_from(1, cells, "kinds=tech;order=people;", NULL);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {ticks_name_the_choices,
                            the_whole_answer_and_the_ticks_agree,
                            an_empty_whole_answer_is_told_by_its_own_name,
                            places_are_put_in_order,
                            a_row_forgets_the_one_before_it,
                            NULL};
    return run_tests("response_split", tests);
}
