/* Expected values are read off the texts by hand. */
#include "input/judgement_table.h"

#include "base/text.h"

#include "check_suite.h"

static sel_arena *arena;
static sel_issues issues;
static sel_judgement_table table;

static sel_status read_text(const char *text)
{
    static const char *const words[] = {"cost", "speed", "safety"};
    sel_str names[3];
    for (int i = 0; i < 3; i++)
        names[i] = sel_str_of(words[i]);
    sel_error err = {0};
    issues = (sel_issues){.arena = arena};
    sel_bytes *bytes = sel_bytes_open_memory("j.csv", sel_str_of(text));
    sel_status status = sel_judgement_table_read(bytes, names, 3, arena, &table, &issues, &err);
    sel_bytes_close(bytes);
    return status;
}

static const sel_issue *found(const char *code)
{
    for (uint32_t i = 0; i < issues.group_count; i++)
        if (strcmp(issues.groups[i]->places[0].code, code) == 0)
            return &issues.groups[i]->places[0];
    return NULL;
}

static void refuses(const char *row, const char *code, uint32_t column)
{
    sel_str text = sel_str_printf(arena, "person,first,second,ratio\nA,cost,speed,3\n%s\n", row);
    ck_assert_int_eq(read_text(text.ptr), SEL_OK);
    const sel_issue *issue = found(code);
    ck_assert_msg(issue != NULL, "%s of '%s' is not reported", code, row);
    ck_assert_uint_eq(issue->line, 3);
    ck_assert_uint_eq(issue->column, column);
    ck_assert_uint_eq(issues.counts[SEL_FAULT], 1);
}

START_TEST(judgements_are_read_both_ways)
{
    ck_assert_int_eq(
        read_text(
            "ratio,second,first,person\n4,speed,cost,A\n1/8,cost,safety,B\n0.5,speed,cost,B\n"),
        SEL_OK);
    ck_assert(sel_issues_allow(&issues));
    ck_assert_uint_eq(table.person_count, 2);
    ck_assert(sel_str_is(table.persons[1], "B"));
    ck_assert(table.ratios[0 * 3 + 1] == 4 && table.ratios[1 * 3 + 0] == .25);
    ck_assert(table.ratios[9 + 2 * 3 + 0] == .125 && table.ratios[9 + 0 * 3 + 2] == 8);
    ck_assert(table.ratios[9 + 0 * 3 + 1] == .5);
    ck_assert(table.known[9 + 1 * 3 + 0]);
    ck_assert(table.ratios[9 + 2 * 3 + 2] == 1 && table.known[9 + 2 * 3 + 2]);
    ck_assert(!table.known[0 * 3 + 2] && !table.known[9 + 1 * 3 + 2]);
}
END_TEST

START_TEST(what_contradicts_itself_or_means_nothing_is_refused)
{
    refuses("A,speed,cost,1/3", "E_JUDGEMENT_TWICE", 3);
    refuses("A,cost,speed,3", "E_JUDGEMENT_TWICE", 3);
    refuses("A,cost,cost,1", "E_JUDGEMENT_SELF", 3);
    refuses(",cost,safety,1", "E_JUDGEMENT_PERSON", 1);
    refuses("A,cost,safty,1", "E_JUDGEMENT_CRITERION", 3);
    ck_assert(sel_str_is(found("E_JUDGEMENT_CRITERION")->suggestion, "safety"));
    refuses("A,cost,safety", "E_TABLE_CELLS", 0);
}
END_TEST

START_TEST(a_ratio_is_a_number_above_zero)
{
    static const char *const wrong[] = {"0",    "-3", "nan", "inf", "1/0",
                                        "1/-2", "",   "3/",  "/3",  "1e10"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        refuses(sel_str_printf(arena, "A,cost,safety,%s", wrong[i]).ptr, "E_JUDGEMENT_RATIO", 4);
}
END_TEST

START_TEST(files_without_judgements_are_refused)
{
    ck_assert_int_eq(read_text("person,first,ratio\nA,cost,2\n"), SEL_OK);
    ck_assert(sel_str_is(found("E_JUDGEMENT_COLUMN")->expected, "second"));
    ck_assert_int_eq(read_text("person,first,second,ratio\n"), SEL_OK);
    ck_assert(found("E_JUDGEMENT_NONE") != NULL);
    ck_assert_int_eq(read_text(""), SEL_OK);
    ck_assert(found("E_JUDGEMENT_NONE") != NULL);
}
END_TEST

START_TEST(persons_are_bounded)
{
    sel_text text = {.arena = arena};
    sel_text_add(&text, SEL_STR("person,first,second,ratio\n"));
    for (int p = 0; p < SEL_JUDGEMENT_PERSONS_MAX; p++)
        sel_text_printf(&text, "p%d,cost,speed,2\n", p);
    ck_assert_int_eq(read_text(text.bytes), SEL_OK);
    ck_assert(sel_issues_allow(&issues));
    ck_assert_uint_eq(table.person_count, SEL_JUDGEMENT_PERSONS_MAX);
    sel_text_add(&text, SEL_STR("one more,cost,speed,2\n"));
    ck_assert_int_eq(read_text(text.bytes), SEL_OK);
    ck_assert(found("E_JUDGEMENT_PERSONS_MANY") != NULL);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {judgements_are_read_both_ways,
                                  what_contradicts_itself_or_means_nothing_is_refused,
                                  a_ratio_is_a_number_above_zero,
                                  files_without_judgements_are_refused,
                                  persons_are_bounded,
                                  NULL};
    arena = sel_arena_create();
    int outcome = run_tests("judgement_table", tests);
    sel_arena_destroy(arena);
    return outcome;
}
