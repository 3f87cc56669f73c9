/* Expected values are read off the texts by hand. */
#include "input/decision_table.h"

#include "check_suite.h"

static sel_arena *arena;
static sel_issues issues;
static sel_decision_table table;

static sel_status read_text(const char *text)
{
    sel_error err = {0};
    issues = (sel_issues){.arena = arena};
    sel_bytes *bytes = sel_bytes_open_memory("t.csv", sel_str_of(text));
    sel_status status = sel_decision_table_read(bytes, arena, &table, &issues, &err);
    sel_bytes_close(bytes);
    return status;
}

/* The first issue of a code, or NULL. */
static const sel_issue *found(const char *code)
{
    for (uint32_t i = 0; i < issues.group_count; i++)
        if (strcmp(issues.groups[i]->places[0].code, code) == 0)
            return &issues.groups[i]->places[0];
    return NULL;
}

static void expect(const char *code, uint64_t line, uint32_t column)
{
    const sel_issue *issue = found(code);
    ck_assert_msg(issue != NULL, "%s is not reported", code);
    ck_assert_uint_eq(issue->line, line);
    ck_assert_uint_eq(issue->column, column);
    ck_assert(sel_str_is(issue->source, "t.csv"));
}

static void refuses(const char *text, const char *code, uint64_t line, uint32_t column)
{
    ck_assert_int_eq(read_text(text), SEL_OK);
    ck_assert(!sel_issues_allow(&issues));
    expect(code, line, column);
}

START_TEST(a_table_is_read_by_columns)
{
    ck_assert_int_eq(read_text("name,cost,speed\n A ,1,-2.5\nB,1e3,0\n"), SEL_OK);
    ck_assert_uint_eq(issues.group_count, 0);
    ck_assert_uint_eq(table.criterion_count, 2);
    ck_assert_uint_eq(table.row_count, 2);
    ck_assert(sel_str_is(table.criteria[1], "speed"));
    ck_assert(sel_str_is(table.rows[0], "A"));
    const double wanted[] = {1, 1000, -2.5, 0};
    ck_assert_mem_eq(table.values, wanted, sizeof wanted);
    ck_assert_uint_eq(table.known_row[0], 2);
    ck_assert_int_eq(read_text("n;a;b\nA;1.5;2\nB;3;4\n"), SEL_OK);
    ck_assert_uint_eq(table.criterion_count, 2);
    ck_assert(table.values[0] == 1.5);
}
END_TEST

START_TEST(an_empty_cell_is_not_known_and_never_zero)
{
    ck_assert_int_eq(read_text("n,a,b\nA,,2\nB,0, \nC,1,4\n"), SEL_OK);
    ck_assert(sel_issues_allow(&issues));
    expect("W_TABLE_MISSING", 2, 2);
    ck_assert_uint_eq(issues.counts[SEL_WARNING], 2);
    const bool wanted[] = {false, true, true, true, false, true};
    ck_assert_mem_eq(table.known, wanted, sizeof wanted);
    ck_assert_uint_eq(table.known_row[0], 1);
    ck_assert_uint_eq(table.known_row[2], 2);
    ck_assert_uint_eq(table.missing, 2);
}
END_TEST

START_TEST(names_number_the_table_wherever_they_stand)
{
    ck_assert_int_eq(read_text("n,speed,cost,Zoo\nb,1,2,3\nC,4,,6\na,7,8,9\n"), SEL_OK);
    static const char *const criteria[] = {"Zoo", "cost", "speed"};
    static const char *const rows[] = {"C", "a", "b"};
    const uint32_t in_columns[] = {2, 1, 0};
    const uint32_t in_lines[] = {2, 0, 1};
    const double values[] = {6, 9, 3, 0, 8, 2, 4, 7, 1};
    for (int i = 0; i < 3; i++) {
        ck_assert(sel_str_is(table.criteria[i], criteria[i]));
        ck_assert(sel_str_is(table.rows[i], rows[i]));
    }
    ck_assert_mem_eq(table.in_columns, in_columns, sizeof in_columns);
    ck_assert_mem_eq(table.in_lines, in_lines, sizeof in_lines);
    ck_assert_mem_eq(table.values, values, sizeof values);
    ck_assert(!table.known[3]);
    ck_assert_uint_eq(table.known_row[0], 2);
    expect("W_TABLE_MISSING", 3, 3);
    ck_assert_int_eq(read_text("n,b,a\nA,1,2\nB,1,3\n"), SEL_OK);
    expect("W_TABLE_CONSTANT", 1, 2);
}
END_TEST

START_TEST(all_faults_are_found_in_one_run)
{
    ck_assert_int_eq(
        read_text("n,a,b,a\nA,1,\"1,5\",2\nA,nan,,1\n,inf,3,4\nD,1e300,2\nE,1e300,1,1\n"), SEL_OK);
    ck_assert(!sel_issues_allow(&issues));
    expect("E_TABLE_CRITERION_TWICE", 1, 4);
    expect("E_TABLE_ALTERNATIVE_TWICE", 3, 1);
    expect("E_TABLE_ALTERNATIVE_EMPTY", 4, 1);
    expect("E_TABLE_CELLS", 5, 0);
    expect("E_TABLE_NUMBER_LARGE", 6, 2);
    expect("W_TABLE_MISSING", 3, 3);
    /* nan and inf in column 2, 1,5 in column 3: what to write instead is offered. */
    ck_assert_uint_eq(issues.counts[SEL_FAULT], 8);
    for (uint32_t i = 0; i < issues.group_count; i++) {
        const sel_issue *first = &issues.groups[i]->places[0];
        if (strcmp(first->code, "E_TABLE_NUMBER") == 0 && first->column == 3)
            ck_assert(sel_str_is(first->suggestion, "1.5"));
        if (strcmp(first->code, "E_TABLE_NUMBER") == 0 && first->column == 2)
            ck_assert_uint_eq(issues.groups[i]->count, 2);
    }
    ck_assert(sel_str_is(found("E_TABLE_ALTERNATIVE_TWICE")->expected, "2"));
}
END_TEST

START_TEST(what_is_no_table_is_refused)
{
    refuses("", "E_TABLE_NO_CRITERIA", 1, 0);
    refuses("name\nA\n", "E_TABLE_NO_CRITERIA", 1, 0);
    refuses("n,a\n", "E_TABLE_NO_ROWS", 1, 0);
    refuses("n,a,\nA,1,2\n", "E_TABLE_CRITERION_EMPTY", 1, 3);
    refuses("n,a,b\nA,1,\nB,2,\n", "E_TABLE_NOTHING_KNOWN", 1, 3);
    ck_assert_int_eq(read_text("n,a\n\"A,1\n"), SEL_BAD_INPUT);
}
END_TEST

START_TEST(criteria_are_bounded)
{
    sel_str text = SEL_STR("n");
    for (int j = 0; j < SEL_CRITERIA_MAX; j++)
        text = sel_str_printf(arena, "%.*s,c%d", SEL_STR_ARG(text), j);
    ck_assert_int_eq(read_text(sel_str_printf(arena, "%.*s\n", SEL_STR_ARG(text)).ptr), SEL_OK);
    ck_assert_uint_eq(table.criterion_count, SEL_CRITERIA_MAX);
    refuses(sel_str_printf(arena, "%.*s,more\nA\n", SEL_STR_ARG(text)).ptr, "E_TABLE_CRITERIA_MANY",
            1, 0);
}
END_TEST

START_TEST(a_long_name_is_refused)
{
    char *name = sel_arena_array(arena, SEL_DECISION_NAME_MAX + 2, 1);
    memset(name, 'x', SEL_DECISION_NAME_MAX + 1);
    refuses(sel_str_printf(arena, "n,a\n%s,1\n", name).ptr, "E_TABLE_NAME_LONG", 2, 1);
    refuses(sel_str_printf(arena, "n,%s\nA,1\n", name).ptr, "E_TABLE_NAME_LONG", 1, 2);
    name[SEL_DECISION_NAME_MAX] = '\0';
    ck_assert_int_eq(read_text(sel_str_printf(arena, "n,a\n%s,1\n", name).ptr), SEL_OK);
    ck_assert(sel_issues_allow(&issues));
}
END_TEST

START_TEST(a_constant_criterion_is_told_but_not_of_one_alternative)
{
    ck_assert_int_eq(read_text("n,a,b\nA,1,2\nB,1,3\n"), SEL_OK);
    expect("W_TABLE_CONSTANT", 1, 2);
    ck_assert_uint_eq(issues.counts[SEL_WARNING], 1);
    ck_assert_int_eq(read_text("n,a,b\nA,1,2\n"), SEL_OK);
    ck_assert_uint_eq(issues.counts[SEL_WARNING], 0);
}
END_TEST

START_TEST(a_criterion_is_found_or_the_nearest_named)
{
    sel_str nearest = {0};
    ck_assert_int_eq(read_text("n,speed,safety\nA,1,2\nB,2,3\n"), SEL_OK);
    ck_assert_uint_eq(sel_decision_table_criterion(&table, SEL_STR("speed"), &nearest), 1);
    ck_assert_uint_eq(sel_decision_table_criterion(&table, SEL_STR("safty"), &nearest), SEL_NONE);
    ck_assert(sel_str_is(nearest, "safety"));
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {a_table_is_read_by_columns,
                                  an_empty_cell_is_not_known_and_never_zero,
                                  names_number_the_table_wherever_they_stand,
                                  all_faults_are_found_in_one_run,
                                  what_is_no_table_is_refused,
                                  criteria_are_bounded,
                                  a_long_name_is_refused,
                                  a_constant_criterion_is_told_but_not_of_one_alternative,
                                  a_criterion_is_found_or_the_nearest_named,
                                  NULL};
    arena = sel_arena_create();
    int outcome = run_tests("decision_table", tests);
    sel_arena_destroy(arena);
    return outcome;
}
