#include "unit/report/written.h"

static sel_report start(void)
{
    return (sel_report){.arena = sel_arena_create(), .id = "r", .title = SEL_STR("R")};
}

static sel_table *table_of(sel_report *report)
{
    return sel_section_table(sel_report_section(report, "s", SEL_STR("S")), "t", SEL_STR("T"));
}

/* A table of one column of texts, written. */
static const char *one_text(sel_report *report, sel_str text)
{
    sel_table *table = table_of(report);
    sel_table_column(table, (sel_column){.id = "a"});
    sel_table_column(table, (sel_column){.id = "b"});
    sel_table_row(table);
    sel_cell_text(table, text);
    return written(report, "csv", (sel_write_options){.table = table->id});
}

START_TEST(every_kind_of_cell)
{
    sel_report report = start();
    sel_table *table = table_of(&report);
    sel_table_column(table, (sel_column){.id = "country", .readers = SEL_FOR_MACHINES});
    sel_table_column(table, (sel_column){.id = "name", .readers = SEL_FOR_PEOPLE});
    sel_table_column(table,
                     (sel_column){.id = "donors", .type = SEL_COLUMN_INTEGER, .bounds = true});
    sel_table_column(table, (sel_column){.id = "share", .type = SEL_COLUMN_PERCENT});
    sel_table_column(table, (sel_column){.id = "score", .type = SEL_COLUMN_REAL, .decimals = 1});
    sel_table_column(table, (sel_column){.id = "usd", .type = SEL_COLUMN_MONEY, .bounds = true});
    sel_table_column(table, (sel_column){.id = "start", .type = SEL_COLUMN_DATE});
    sel_table_row(table);
    sel_cell_text(table, SEL_STR("VUT"));
    sel_cell_text(table, SEL_STR("Vanuatu"));
    sel_cell_integer(table, 2);
    sel_cell_between(table, 1, 3);
    sel_cell_percent(table, 0.25);
    sel_cell_real(table, 2.0 / 3);
    sel_cell_money(table, 123456789);
    sel_cell_date(table, 17532);
    sel_table_row(table);
    sel_cell_text(table, SEL_STR("TON"));
    sel_cell_text(table, SEL_STR("Tonga"));
    sel_cell_integer(table, -19);
    sel_cell_at_least(table, -19);
    sel_cell_missing(table, "dont_know", SEL_STR("don't know"));
    sel_cell_missing(table, NULL, SEL_STR("nobody knows"));
    sel_cell_interval(table, 10000050, 50000000);
    sel_table_row(table);
    ck_assert_str_eq(written(&report, "csv", (sel_write_options){0}),
                     "country,donors,donors_low,donors_high,share,share_why,score,usd,usd_low,"
                     "usd_high,start\r\n"
                     "VUT,2,1,3,0.25,,0.666666666667,1234567.89,,,2018-01-01\r\n"
                     "TON,-19,-19,,,dont_know,,,100000.50,500000,\r\n"
                     ",,,,,,,,,,\r\n");
    sel_arena_destroy(report.arena);
}
END_TEST

/* RFC 4180 section 2, rules 5 to 7. */
START_TEST(quoting)
{
    static const struct {
        const char *text;
        const char *field;
    } cases[] = {
        {"plain", "plain"},
        {"", ""},
        {"a,b", "\"a,b\""},
        {"say \"when\"", "\"say \"\"when\"\"\""},
        {"\"", "\"\"\"\""},
        {"two\nlines", "\"two\nlines\""},
        {"two\r\nlines", "\"two\r\nlines\""},
        {" padded ", "\" padded \""},
        {"semi;colon", "semi;colon"},
        {"日本, مرحبا", "\"日本, مرحبا\""},
        {"\x1b[31mred", "\xEF\xBF\xBD[31mred"},
        {"caf\xE9", "caf\xEF\xBF\xBD"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        sel_report report = start();
        sel_str expected = sel_str_printf(report.arena, "a,b\r\n%s,\r\n", cases[i].field);
        ck_assert_str_eq(one_text(&report, sel_str_of(cases[i].text)), expected.ptr);
        sel_arena_destroy(report.arena);
    }
}
END_TEST

START_TEST(formulas_are_disarmed_in_texts)
{
    static const struct {
        const char *text;
        const char *field;
    } cases[] = {
        {"=1+1", "'=1+1"},
        {"+62 21 555", "'+62 21 555"},
        {"-", "'-"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"\t=1", "'\t=1"},
        {"\r=1", "\"'\r=1\""},
        {"\n=1", "\"'\n=1\""},
        {"=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""},
        {"a=1", "a=1"},
        {"'=1", "'=1"},
        {" =1", "\" =1\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        sel_report report = start();
        sel_str expected = sel_str_printf(report.arena, "a,b\r\n%s,\r\n", cases[i].field);
        ck_assert_str_eq(one_text(&report, sel_str_of(cases[i].text)), expected.ptr);
        sel_arena_destroy(report.arena);
    }
}
END_TEST

START_TEST(numbers_are_never_guarded)
{
    sel_report report = start();
    sel_table *table = table_of(&report);
    sel_table_column(table, (sel_column){.id = "n", .type = SEL_COLUMN_INTEGER});
    sel_table_column(table, (sel_column){.id = "x", .type = SEL_COLUMN_REAL, .bounds = true});
    sel_table_row(table);
    sel_cell_integer(table, -5);
    sel_cell_real(table, -0.5);
    sel_cell_between(table, -1, -0.25);
    ck_assert_str_eq(written(&report, "csv", (sel_write_options){0}),
                     "n,x,x_low,x_high\r\n-5,-0.5,-1,-0.25\r\n");
    sel_arena_destroy(report.arena);
}
END_TEST

START_TEST(empty_tables_have_a_header)
{
    sel_report report = start();
    sel_table *table = table_of(&report);
    sel_table_column(table, (sel_column){.id = "a"});
    ck_assert_str_eq(written(&report, "csv", (sel_write_options){0}), "a\r\n");
    sel_table_row(table);
    ck_assert_str_eq(written(&report, "csv", (sel_write_options){0}), "a\r\n\"\"\r\n");
    sel_arena_destroy(report.arena);
}
END_TEST

START_TEST(one_table_is_chosen)
{
    sel_report report = start();
    sel_section *section = sel_report_section(&report, "s", SEL_STR("S"));
    sel_figure *figure =
        sel_section_figure(section, SEL_FIGURE_FACTORS, "factors", SEL_STR("F"), SEL_STR("Text"));
    figure->item.id = "factor";
    figure->value = (sel_axis){.id = "score", .type = SEL_COLUMN_PERCENT};
    sel_figure_mark(figure, (sel_mark){.label.text = SEL_STR("Time"),
                                       .has_bounds = true,
                                       .low = 0,
                                       .high = 0.716,
                                       .text = SEL_STR("0 to 72 %")});
    sel_table *table = table_of(&report);
    sel_table_column(table, (sel_column){.id = "a"});
    ck_assert_str_eq(written(&report, "csv", (sel_write_options){0}), "a\r\n");
    ck_assert_str_eq(written(&report, "csv", (sel_write_options){.table = "factors"}),
                     "factor,score,score_low,score_high,score_text\r\n"
                     "Time,,0,0.716,0 to 72 %\r\n");
    sel_text text = {.arena = report.arena};
    sel_error err = {0};
    ck_assert_int_eq(
        sel_writer_find(SEL_STR("csv"))
            ->write(&report, &(sel_write_options){.table = "x"}, sel_stream_memory(&text), &err),
        SEL_NOT_FOUND);
    ck_assert_str_eq(err.message, "no table 'x'; there are: t, factors");
    ck_assert_uint_eq(text.len, 0);
    sel_arena_destroy(report.arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {every_kind_of_cell,
                            quoting,
                            formulas_are_disarmed_in_texts,
                            numbers_are_never_guarded,
                            empty_tables_have_a_header,
                            one_table_is_chosen,
                            NULL};
    return run_tests("write_csv", tests);
}
