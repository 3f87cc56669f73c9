#include "input/source_tool.h"

#include "check_suite.h"

/* A row from texts between bars. */
static sel_csv_row row_of(const char *text, sel_str *cells, uint32_t room)
{
    sel_csv_row row = {.cells = cells, .line = 1, .row = 1};
    sel_str rest = sel_str_of(text);
    while (row.count < room && sel_str_next(&rest, '|', &cells[row.count]))
        row.count += 1;
    return row;
}

static void expect_tool(const char *header, sel_source_tool expected)
{
    sel_str cells[16];
    sel_csv_row row = row_of(header, cells, 16);
    sel_source_tool found = sel_source_of_header(&row);
    ck_assert_msg(found == expected, "'%s' is of '%s'", header, sel_source_tool_name(found));
}

/* Headers as the exporters wrote them in 2026. */
START_TEST(two_columns_of_a_tool_tell_it)
{
    expect_tool("start|end|ready|_id|_uuid|__version__", SEL_SOURCE_KOBO);
    expect_tool("ready|meta/instanceID|_id|_uuid", SEL_SOURCE_KOBO_LEGACY);
    expect_tool("SubmissionDate|ready|meta-instanceID|KEY|SubmitterID", SEL_SOURCE_ODK_CENTRAL);
    expect_tool("id|submitdate|lastpage|startlanguage|seed|ready", SEL_SOURCE_LIMESURVEY);
    expect_tool("Respondent ID|Collector ID|Start Date|ready", SEL_SOURCE_SURVEYMONKEY);
    expect_tool("StartDate|ResponseId|RecordedDate|Q1", SEL_SOURCE_QUALTRICS);
    expect_tool("Response ID|Recorded Date|Q1", SEL_SOURCE_QUALTRICS);
    expect_tool("Timestamp|Ready?", SEL_SOURCE_GOOGLE_FORMS);
    expect_tool("Horodateur|Pr\xC3\xAAt ?", SEL_SOURCE_GOOGLE_FORMS);
}
END_TEST

START_TEST(one_of_them_does_not)
{
    expect_tool("_uuid|ready", SEL_SOURCE_OTHER);
    expect_tool("KEY|ready", SEL_SOURCE_OTHER);
    expect_tool("Ready?|Timestamp", SEL_SOURCE_OTHER); /* Google's stands first */
    expect_tool("key|submitterid", SEL_SOURCE_OTHER);
    expect_tool("", SEL_SOURCE_OTHER);
}
END_TEST

START_TEST(columns_of_tools_are_no_questions)
{
    ck_assert(sel_source_is_meta(SEL_STR("_submission_time")));
    ck_assert(sel_source_is_meta(SEL_STR("groupTime12")));
    ck_assert(sel_source_is_meta(SEL_STR("SET-OF-children")));
    ck_assert(!sel_source_is_meta(SEL_STR("groupTime")));
    ck_assert(!sel_source_is_meta(SEL_STR("groupTimes")));
    ck_assert(!sel_source_is_meta(SEL_STR("ready")));
    ck_assert(!sel_source_is_meta(SEL_STR("")));
}
END_TEST

static bool describes(const char *text)
{
    sel_str cells[16];
    sel_csv_row row = row_of(text, cells, 16);
    return sel_source_describes(&row);
}

START_TEST(rows_that_describe_columns)
{
    ck_assert(describes("#org|#country||#date"));
    ck_assert(describes("{\"ImportId\":\"startDate\"}|{\"ImportId\":\"QID1\"}"));
    ck_assert(!describes("#1|#country")); /* a number sign with a number is an answer */
    ck_assert(!describes("#org|Fiji"));
    ck_assert(!describes("{\"ImportId\":\"startDate\"}|Fiji"));
    ck_assert(!describes("||"));
}
END_TEST

START_TEST(tables_of_repeats)
{
    sel_str cells[4];
    sel_csv_row row = row_of("name|PARENT_KEY|KEY", cells, 4);
    ck_assert(sel_source_is_child(&row));
    row = row_of("name|_parent_index", cells, 4);
    ck_assert(sel_source_is_child(&row));
    row = row_of("name|KEY", cells, 4);
    ck_assert(!sel_source_is_child(&row));
}
END_TEST

int main(void)
{
    const TTest *tests[] = {
        two_columns_of_a_tool_tell_it, one_of_them_does_not, columns_of_tools_are_no_questions,
        rows_that_describe_columns,    tables_of_repeats,    NULL};
    return run_tests("source_tool", tests);
}
