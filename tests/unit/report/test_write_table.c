#include "base/fold.h"
#include "unit/report/sample_report.h"
#include "unit/report/written.h"

static sel_report start(void)
{
    return (sel_report){.arena = sel_arena_create(), .id = "r", .title = SEL_STR("Title")};
}

static sel_table *places(sel_report *report)
{
    sel_table *table = sel_section_table(sel_report_section(report, "s", SEL_STR("Places")),
                                         "places", SEL_STR("Places"));
    sel_table_column(table, (sel_column){.id = "country", .label = SEL_STR("Country")});
    sel_table_column(table, (sel_column){.id = "code", .readers = SEL_FOR_MACHINES});
    sel_table_column(table, (sel_column){.id = "order",
                                         .label = SEL_STR("Order"),
                                         .type = SEL_COLUMN_INTEGER,
                                         .bounds = true});
    sel_table_column(table, (sel_column){.id = "reading", .label = SEL_STR("Reading")});
    sel_table_row(table);
    sel_cell_text(table, SEL_STR("Papua New Guinea"));
    sel_cell_text(table, SEL_STR("PNG"));
    sel_cell_integer(table, 2);
    sel_cell_between(table, 1, 3);
    sel_cell_text(table, SEL_STR("note"));
    sel_cell_note(table, SEL_STR("possible"));
    sel_table_row(table);
    sel_cell_text(table, SEL_STR("日本"));
    sel_cell_text(table, SEL_STR("JPN"));
    sel_cell_missing(table, "dont_know", SEL_STR("don't know"));
    sel_cell_text(table, SEL_STR("talk first"));
    sel_table_row(table);
    sel_cell_text(table, SEL_STR("تونس"));
    sel_cell_text(table, SEL_STR("TUN"));
    sel_cell_interval(table, 1, 12);
    return table;
}

START_TEST(columns_line_up)
{
    sel_report report = start();
    places(&report);
    ck_assert_str_eq(written(&report, "table", (sel_write_options){.width = 60}),
                     "Title\n"
                     "\n"
                     "Places\n"
                     " Country                Order  Reading\n"
                     " Papua New Guinea     2 (1-3)  note (possible)\n"
                     " 日本              don't know  talk first\n"
                     " تونس                    1-12\n");
    sel_arena_destroy(report.arena);
}
END_TEST

START_TEST(words_wrap_where_it_is_narrow)
{
    sel_report report = start();
    places(&report);
    ck_assert_str_eq(written(&report, "table", (sel_write_options){.width = 30}),
                     "Title\n"
                     "\n"
                     "Places\n"
                     " Country     Order  Reading\n"
                     " Papua     2 (1-3)  note\n"
                     " New                (possible)\n"
                     " Guinea\n"
                     " 日本        don't  talk first\n"
                     "              know\n"
                     " تونس         1-12\n");
    sel_arena_destroy(report.arena);
}
END_TEST

START_TEST(fields_stand_below_each_other_where_columns_do_not_fit)
{
    sel_report report = start();
    places(&report);
    ck_assert_str_eq(written(&report, "table", (sel_write_options){.width = 22}),
                     "Title\n"
                     "\n"
                     "Places\n"
                     " Country  Papua New\n"
                     "          Guinea\n"
                     " Order    2 (1-3)\n"
                     " Reading  note\n"
                     "          (possible)\n"
                     "\n"
                     " Country  日本\n"
                     " Order    don't know\n"
                     " Reading  talk first\n"
                     "\n"
                     " Country  تونس\n"
                     " Order    1-12\n");
    sel_arena_destroy(report.arena);
}
END_TEST

START_TEST(heads_wrap_before_cells_do)
{
    sel_report report = start();
    sel_table *table =
        sel_section_table(sel_report_section(&report, "s", SEL_STR("S")), "t", SEL_STR("S"));
    sel_table_column(table, (sel_column){.id = "a", .label = SEL_STR("Programme")});
    sel_table_column(table, (sel_column){.id = "b",
                                         .label = SEL_STR("First three under all weightings"),
                                         .type = SEL_COLUMN_INTEGER});
    sel_table_row(table);
    sel_cell_text(table, SEL_STR("Cyber resilience facility"));
    sel_cell_integer(table, 7);
    ck_assert_str_eq(written(&report, "table", (sel_write_options){.width = 42}),
                     "Title\n"
                     "\n"
                     "S\n"
                     " Programme                     First three\n"
                     "                                 under all\n"
                     "                                weightings\n"
                     " Cyber resilience facility               7\n");
    sel_arena_destroy(report.arena);
}
END_TEST

START_TEST(colour_is_only_added)
{
    sel_report report = start();
    places(&report);
    const char *text = written(&report, "table", (sel_write_options){.width = 60, .colour = true});
    ck_assert_ptr_nonnull(strstr(text, "\x1b[1mTitle\x1b[0m\n"));
    ck_assert_ptr_nonnull(strstr(text, "\x1b[2mdon't know\x1b[0m  talk first\n"));
    sel_arena_destroy(report.arena);
}
END_TEST

START_TEST(hostile_texts_stay_in_their_cells)
{
    sel_report report = start();
    report.title = SEL_STR("a\x1b[2Jb\nc");
    sel_table *table =
        sel_section_table(sel_report_section(&report, "s", SEL_STR("S")), "t", SEL_STR("S"));
    sel_table_column(table, (sel_column){.id = "a", .label = SEL_STR("A")});
    sel_table_column(table, (sel_column){.id = "b", .label = SEL_STR("B")});
    sel_table_row(table);
    sel_cell_text(table, SEL_STR("\xE2\x80\xAE"
                                 "x\r\ny\x9b"
                                 "31m"));
    sel_cell_text(table, SEL_STR("aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd"));
    ck_assert_str_eq(written(&report, "table", (sel_write_options){.width = 32}),
                     "a\xEF\xBF\xBD[2Jb c\n"
                     "\n"
                     "S\n"
                     " A         B\n"
                     " x  y\xEF\xBF\xBD"
                     "31m  aaaaaaaaaabbbbbbbbbbc\n"
                     "           cccccccccdddddddddd\n");
    sel_arena_destroy(report.arena);
}
END_TEST

START_TEST(lists_and_notices)
{
    sel_report report = start();
    sel_report_subtitle(&report, SEL_STR("As of 1 July 2018"));
    sel_report_notice(&report, true, SEL_STR("ILLUSTRATIVE DATA"));
    sel_report_foot(&report, SEL_STR("Method overlap-1"));
    sel_section *section = sel_report_section(&report, "s", SEL_STR("Section"));
    sel_list *facts = sel_section_list(section, false);
    sel_list_item_add(facts, SEL_STR("Withheld"),
                      SEL_STR("0 records of all the records there are"));
    sel_list_item_add(facts, SEL_STR("Not overlap"), SEL_STR("3"));
    sel_list *steps = sel_section_list(section, true);
    sel_list_item_add(steps, (sel_str){0}, SEL_STR("Fix the dates"));
    sel_list *points = sel_section_list(section, false);
    sel_list_item_add(points, (sel_str){0}, SEL_STR("A point"));
    sel_section_table(sel_report_subsection(&report, "e", SEL_STR("Empty")), "e", SEL_STR("None"));
    ck_assert_str_eq(written(&report, "table", (sel_write_options){.width = 40}),
                     "Title\n"
                     "As of 1 July 2018\n"
                     "ILLUSTRATIVE DATA\n"
                     "\n"
                     "Section\n"
                     " Withheld     0 records of all the\n"
                     "              records there are\n"
                     " Not overlap  3\n"
                     "\n"
                     " 1.   Fix the dates\n"
                     "\n"
                     " -  A point\n"
                     "\n"
                     "Empty\n"
                     "None\n"
                     " Nothing to list\n"
                     "\n"
                     "Method overlap-1\n");
    sel_arena_destroy(report.arena);
}
END_TEST

START_TEST(explanations_are_indented)
{
    sel_report report = start();
    ck_assert_int_eq(sel_report_add_explanation(&report, sample_explanation(report.arena), NULL),
                     SEL_OK);
    ck_assert_str_eq(written(&report, "table", (sel_write_options){.width = 60}),
                     "Title\n"
                     "\n"
                     "Where the need of Vanuatu for incident response comes from\n"
                     " need          severity 4 of 5\n"
                     "               √(gap × importance) ÷ 4, from the whole\n"
                     "               numbers 2 × 4 = 8\n"
                     "   gap         2\n"
                     "               4 − 2\n"
                     "     now       2\n"
                     "               needs-vanuatu.csv, line 14, cell D14, SHA-256\n"
                     "               9f86d081884c\n"
                     "     wanted    4\n"
                     "               needs-vanuatu.csv, line 14, cell E14\n"
                     "   importance  vital, counted as 4\n"
                     "               needs-vanuatu.csv, line 14, cell G14\n");
    sel_arena_destroy(report.arena);
}
END_TEST

START_TEST(heat_maps_are_matrices)
{
    sel_report report = start();
    sel_figure *map =
        sel_section_figure(sel_report_section(&report, "s", SEL_STR("Needs")), SEL_FIGURE_HEAT_MAP,
                           "map", SEL_STR("Need"), SEL_STR("Largest in Fiji."));
    map->item.label = SEL_STR("State");
    map->classes[5] = SEL_STR("largest");
    sel_figure_size(map, 2, 2);
    map->rows[0].text = SEL_STR("Fiji");
    map->rows[1].text = SEL_STR("Tonga");
    map->columns[0].text = SEL_STR("Law");
    map->columns[1].text = SEL_STR("Strategy");
    sel_figure_cell(map, 0, 1, (sel_heat_cell){5, SEL_STR("5")});
    sel_figure_cell(map, 1, 0, (sel_heat_cell){SEL_CLASS_UNKNOWN, SEL_STR("?")});
    ck_assert_str_eq(written(&report, "table", (sel_write_options){0}), "Title\n"
                                                                        "\n"
                                                                        "Needs\n"
                                                                        "Need\n"
                                                                        "Largest in Fiji.\n"
                                                                        " State  Law  Strategy\n"
                                                                        " Fiji           5\n"
                                                                        " Tonga   ?\n"
                                                                        " 5  largest\n");
    sel_arena_destroy(report.arena);
}
END_TEST

/* No line is wider than asked for and none ends in blanks, at any width. */
START_TEST(lines_keep_to_the_width)
{
    sel_report report = {.arena = sel_arena_create()};
    sample_fill(&report);
    for (uint32_t width = 20; width <= 160; width += 7) {
        sel_str rest = sel_str_of(written(&report, "table", (sel_write_options){.width = width}));
        sel_str line = {0};
        while (sel_str_next(&rest, '\n', &line)) {
            ck_assert_msg(sel_fold_width(line) <= width, "%u: '%.*s'", width, SEL_STR_ARG(line));
            ck_assert(line.len == 0 || line.ptr[line.len - 1] != ' ');
        }
    }
    sel_arena_destroy(report.arena);
}
END_TEST

START_TEST(one_table_is_chosen)
{
    sel_report report = {.arena = sel_arena_create()};
    sample_fill(&report);
    const char *text = written(&report, "table", (sel_write_options){.table = "orders"});
    ck_assert_ptr_nonnull(strstr(text, "ILLUSTRATIVE DATA"));
    ck_assert_ptr_nonnull(strstr(text, "Order of the programmes\n Programme"));
    ck_assert_ptr_null(strstr(text, "At a glance"));
    sel_arena_destroy(report.arena);
}
END_TEST

static void expect_excerpt(sel_excerpt excerpt, uint32_t width, const char *lines)
{
    sel_report report = start();
    sel_list *list = sel_section_list(sel_report_section(&report, "s", SEL_STR("Remarks")), true);
    sel_list_item_add(list, (sel_str){0}, SEL_STR("Here."));
    sel_list_excerpt(list, excerpt);
    const char *text = written(&report, "table", (sel_write_options){.width = width});
    const char *found = strstr(text, "Here.\n");
    ck_assert_ptr_nonnull(found);
    ck_assert_str_eq(found + strlen("Here.\n"), lines);
    sel_arena_destroy(report.arena);
}

START_TEST(excerpts_are_underlined)
{
    expect_excerpt((sel_excerpt){SEL_STR("${a} > "), SEL_STR("coutn"), SEL_STR("(1)")}, 60,
                   "      ${a} > coutn(1)\n"
                   "             ^~~~~\n");
    expect_excerpt((sel_excerpt){SEL_STR("${a} >"), {0}, {0}}, 60,
                   "      ${a} >\n"
                   "            ^\n");
    expect_excerpt((sel_excerpt){SEL_STR("日本 "), SEL_STR("本x"), SEL_STR(" y")}, 60,
                   "      日本 本x y\n"
                   "           ^~~\n");
    expect_excerpt((sel_excerpt){SEL_STR("a\x1b\nb "), SEL_STR("c"), {0}}, 60,
                   "      a\xEF\xBF\xBD b c\n"
                   "           ^\n");
}
END_TEST

/* 30 columns, 6 of them before the text: 22 are left beside two marks of what is cut. */
START_TEST(long_excerpts_are_cut_around_the_mark)
{
    expect_excerpt(
        (sel_excerpt){SEL_STR("0123456789abcdef"), SEL_STR("MARK"), SEL_STR("0123456789abcdef")},
        30,
        "      …9abcdefMARK0123456789a…\n"
        "              ^~~~\n");
    expect_excerpt((sel_excerpt){SEL_STR("x"), SEL_STR("0123456789abcdef0123456789"), {0}}, 30,
                   "      x0123456789abcdef01234…\n"
                   "       ^~~~~~~~~~~~~~~~~~~~~\n");
}
END_TEST

int main(void)
{
    const TTest *tests[] = {columns_line_up,
                            words_wrap_where_it_is_narrow,
                            fields_stand_below_each_other_where_columns_do_not_fit,
                            heads_wrap_before_cells_do,
                            colour_is_only_added,
                            hostile_texts_stay_in_their_cells,
                            lists_and_notices,
                            explanations_are_indented,
                            heat_maps_are_matrices,
                            lines_keep_to_the_width,
                            one_table_is_chosen,
                            excerpts_are_underlined,
                            long_excerpts_are_cut_around_the_mark,
                            NULL};
    return run_tests("write_table", tests);
}
