#include "report/report.h"

#include "check_suite.h"

static sel_report start(void)
{
    return (sel_report){
        .arena = sel_arena_create(), .id = "overlap", .title = SEL_STR("Where donors meet")};
}

START_TEST(anchors_are_harmless_and_unique)
{
    sel_report report = start();
    ck_assert_str_eq(sel_report_section(&report, "places", SEL_STR("a"))->id, "places");
    ck_assert_str_eq(sel_report_section(&report, "places", SEL_STR("b"))->id, "places_2");
    ck_assert_str_eq(sel_report_section(&report, "places", SEL_STR("c"))->id, "places_3");
    ck_assert_str_eq(sel_report_section(&report, "a\"><b x", SEL_STR("d"))->id, "a___b_x");
    ck_assert_str_eq(sel_report_section(&report, "", SEL_STR("e"))->id, "_");
    ck_assert_str_eq(sel_report_subsection(&report, "K\xC3\xA9", SEL_STR("f"))->id, "K__");
    ck_assert_uint_eq(report.section_count, 6);
    ck_assert_uint_eq(report.sections[5]->level, 2);
    sel_arena_destroy(report.arena);
}
END_TEST

START_TEST(tables_and_figures_share_names)
{
    sel_report report = start();
    sel_section *section = sel_report_section(&report, "places", SEL_STR("Places"));
    ck_assert_str_eq(sel_section_table(section, "places", SEL_STR("t"))->id, "places");
    sel_figure *figure = sel_section_figure(section, SEL_FIGURE_FACTORS, "places", SEL_STR("f"),
                                            SEL_STR("alternative"));
    ck_assert_str_eq(figure->id, "places_2");
    ck_assert_str_eq(sel_section_table(section, "places", SEL_STR("t"))->id, "places_3");
    sel_arena_destroy(report.arena);
}
END_TEST

START_TEST(tables_come_before_those_of_figures)
{
    sel_report report = start();
    sel_section *section = sel_report_section(&report, "s", SEL_STR("S"));
    sel_section_figure(section, SEL_FIGURE_INTERVALS, "bars", SEL_STR("f"), SEL_STR("a"));
    sel_section_paragraph(section, SEL_STR("text"));
    sel_section_table(section, "pairs", SEL_STR("t"));
    sel_section_table(sel_report_section(&report, "t", SEL_STR("T")), "chains", SEL_STR("t"));
    uint32_t count = 0;
    const sel_table **tables = sel_report_tables(&report, report.arena, &count);
    ck_assert_uint_eq(count, 3);
    ck_assert_str_eq(tables[0]->id, "pairs");
    ck_assert_str_eq(tables[1]->id, "chains");
    ck_assert_str_eq(tables[2]->id, "bars");
    sel_arena_destroy(report.arena);
}
END_TEST

START_TEST(tables_are_found_by_name)
{
    sel_report report = start();
    sel_section *section = sel_report_section(&report, "s", SEL_STR("S"));
    const sel_table *table = NULL;
    sel_error err = {0};
    ck_assert_int_eq(sel_report_find_table(&report, NULL, report.arena, &table, &err),
                     SEL_NOT_FOUND);
    ck_assert_str_eq(err.message, "'overlap' has no table");
    sel_section_table(section, "places", SEL_STR("t"));
    sel_section_table(section, "pairs", SEL_STR("t"));
    ck_assert_int_eq(sel_report_find_table(&report, NULL, report.arena, &table, &err), SEL_OK);
    ck_assert_str_eq(table->id, "places");
    ck_assert_int_eq(sel_report_find_table(&report, "pairs", report.arena, &table, &err), SEL_OK);
    ck_assert_str_eq(table->id, "pairs");
    ck_assert_int_eq(sel_report_find_table(&report, "pear", report.arena, &table, &err),
                     SEL_NOT_FOUND);
    ck_assert_str_eq(err.message, "no table 'pear'; there are: places, pairs");
    sel_arena_destroy(report.arena);
}
END_TEST

static sel_explanation explanation_of(sel_arena *arena, const uint32_t *levels, uint32_t count)
{
    sel_explanation explanation = {.title = SEL_STR("Where it comes from")};
    for (uint32_t i = 0; i < count; i++)
        sel_explanation_add(&explanation, arena,
                            (sel_explained){.level = levels[i], .label = SEL_STR("step")});
    return explanation;
}

START_TEST(explanations_without_shape_are_refused)
{
    sel_report report = start();
    static const uint32_t late[] = {1};
    static const uint32_t skips[] = {0, 1, 3};
    const sel_explanation bad[] = {
        explanation_of(report.arena, NULL, 0),
        explanation_of(report.arena, late, 1),
        explanation_of(report.arena, skips, 3),
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        sel_error err = {0};
        ck_assert_int_eq(sel_report_add_explanation(&report, &bad[i], &err), SEL_BAD_INPUT);
        ck_assert_uint_eq(report.section_count, 0);
        ck_assert_str_ne(err.message, "");
    }
    sel_arena_destroy(report.arena);
}
END_TEST

START_TEST(explanations_become_a_section_and_a_table)
{
    sel_report report = start();
    static const uint32_t levels[] = {0, 1, 2, 1, 0};
    sel_explanation explanation = explanation_of(report.arena, levels, 5);
    ck_assert_int_eq(sel_report_add_explanation(&report, &explanation, NULL), SEL_OK);
    ck_assert(sel_str_is(report.sections[0]->heading, "Where it comes from"));
    explanation.title = report.title;
    ck_assert_int_eq(sel_report_add_explanation(&report, &explanation, NULL), SEL_OK);
    ck_assert_msg(report.sections[1]->heading.len == 0, "the title of the report is repeated");
    const sel_table *table = NULL;
    ck_assert_int_eq(sel_report_find_table(&report, "explanation_2", report.arena, &table, NULL),
                     SEL_OK);
    ck_assert_uint_eq(table->row_count, 5);
    ck_assert_int_eq((int)sel_table_cell(table, 2, 0)->integer, 2);
    ck_assert_int_eq(sel_table_cell(table, 2, 5)->kind, SEL_CELL_EMPTY);
    sel_arena_destroy(report.arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {anchors_are_harmless_and_unique,
                            tables_and_figures_share_names,
                            tables_come_before_those_of_figures,
                            tables_are_found_by_name,
                            explanations_without_shape_are_refused,
                            explanations_become_a_section_and_a_table,
                            NULL};
    return run_tests("report", tests);
}
