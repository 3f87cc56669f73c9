#include "base/issues.h"

#include "check_suite.h"

static sel_arena *arena;

static sel_issues fresh(void)
{
    return (sel_issues){.arena = arena};
}

START_TEST(first_letter_is_the_severity)
{
    sel_issues issues = fresh();
    ck_assert_int_eq(sel_issue_severity("E_RANGE"), SEL_FAULT);
    ck_assert_int_eq(sel_issue_severity("W_RAGGED"), SEL_WARNING);
    ck_assert_int_eq(sel_issue_severity("N_ID_MADE"), SEL_NOTE);
    sel_issues_add(&issues, &(sel_issue){.code = "N_ID_MADE"});
    sel_issues_add(&issues, &(sel_issue){.code = "W_RAGGED"});
    ck_assert(sel_issues_allow(&issues));
    sel_issues_add(&issues, &(sel_issue){.code = "E_RANGE"});
    ck_assert(!sel_issues_allow(&issues));
    ck_assert_uint_eq(issues.counts[SEL_NOTE], 1);
    ck_assert_uint_eq(issues.counts[SEL_WARNING], 1);
    ck_assert_uint_eq(issues.counts[SEL_FAULT], 1);
}
END_TEST

START_TEST(groups_are_code_column_subject_and_file)
{
    sel_issues issues = fresh();
    const sel_issue first = {
        .code = "W_RAGGED", .column = 2, .subject = SEL_STR("s"), .source = SEL_STR("a.csv")};
    sel_issue other = first;
    sel_issues_add(&issues, &first);
    sel_issues_add(&issues, &first);
    other.column = 3;
    sel_issues_add(&issues, &other);
    other = first;
    other.subject = SEL_STR("t");
    sel_issues_add(&issues, &other);
    other = first;
    other.source = SEL_STR("b.csv");
    sel_issues_add(&issues, &other);
    other = first;
    other.code = "W_TIED_UNKNOWN";
    sel_issues_add(&issues, &other);
    ck_assert_uint_eq(issues.group_count, 5);
    ck_assert_uint_eq(issues.groups[0]->count, 2);
}
END_TEST

START_TEST(counts_are_exact_and_kept_places_few)
{
    sel_issues issues = fresh();
    for (uint32_t i = 0; i < 1000; i++) {
        char found[16]; /* gone after the call: what is kept must be a copy */
        snprintf(found, sizeof found, "v%u", i / 2);
        sel_issues_add(&issues,
                       &(sel_issue){.code = "W_RAGGED", .line = i + 1, .found = sel_str_of(found)});
        memset(found, 'x', sizeof found);
    }
    const sel_issue_group *group = issues.groups[0];
    ck_assert_uint_eq(issues.group_count, 1);
    ck_assert_uint_eq(group->count, 1000);
    ck_assert_uint_eq(issues.counts[SEL_WARNING], 1000);
    ck_assert_uint_eq(group->place_count, SEL_ISSUE_PLACES);
    ck_assert_uint_eq(group->places[SEL_ISSUE_PLACES - 1].line, SEL_ISSUE_PLACES);
    ck_assert_uint_eq(group->value_count, SEL_ISSUE_VALUES);
    ck_assert(sel_str_is(group->values[0], "v0"));
    ck_assert(sel_str_is(group->values[4], "v4"));
}
END_TEST

static void count_calls(void *to, const sel_issue *issue)
{
    uint64_t *lines = to;
    *lines += issue->line;
}

START_TEST(every_issue_is_told)
{
    uint64_t lines = 0;
    sel_issues issues = {.arena = arena, .each = count_calls, .to = &lines};
    for (uint64_t line = 1; line <= 100; line++)
        sel_issues_add(&issues, &(sel_issue){.code = "W_RAGGED", .line = line});
    ck_assert_uint_eq(lines, 5050);
}
END_TEST

/* Names of columns as spreadsheet programs have them; XFD is the last of Excel. */
START_TEST(cells)
{
    char text[24];
    ck_assert_str_eq(sel_issue_cell(4, 14, text), "D14");
    ck_assert_str_eq(sel_issue_cell(26, 1, text), "Z1");
    ck_assert_str_eq(sel_issue_cell(27, 1, text), "AA1");
    ck_assert_str_eq(sel_issue_cell(702, 1, text), "ZZ1");
    ck_assert_str_eq(sel_issue_cell(703, 1, text), "AAA1");
    ck_assert_str_eq(sel_issue_cell(16384, 1048576, text), "XFD1048576");
    ck_assert_str_eq(sel_issue_cell(0, 3, text), "");
    ck_assert_str_eq(sel_issue_cell(3, 0, text), "");
    ck_assert_uint_eq(strlen(sel_issue_cell(UINT32_MAX, UINT32_MAX, text)), 17);
}
END_TEST

int main(void)
{
    arena = sel_arena_create();
    const TTest *tests[] = {first_letter_is_the_severity,
                            groups_are_code_column_subject_and_file,
                            counts_are_exact_and_kept_places_few,
                            every_issue_is_told,
                            cells,
                            NULL};
    int failed = run_tests("issues", tests);
    sel_arena_destroy(arena);
    return failed;
}
