#include "unit/report/sample_report.h"
#include "unit/report/written.h"

#include <jansson.h>

static sel_report start(void)
{
    return (sel_report){.arena = sel_arena_create(), .id = "r", .title = SEL_STR("R")};
}

static sel_table *small_table(sel_report *report)
{
    sel_table *table =
        sel_section_table(sel_report_section(report, "s", SEL_STR("S")), "t", SEL_STR("T"));
    sel_table_column(table, (sel_column){.id = "name", .readers = SEL_FOR_PEOPLE});
    sel_table_column(table, (sel_column){.id = "country"});
    sel_table_column(table,
                     (sel_column){.id = "donors", .type = SEL_COLUMN_INTEGER, .bounds = true});
    sel_table_column(table, (sel_column){.id = "share", .type = SEL_COLUMN_PERCENT});
    sel_table_column(table, (sel_column){.id = "usd", .type = SEL_COLUMN_MONEY});
    sel_table_column(table, (sel_column){.id = "start", .type = SEL_COLUMN_DATE, .bounds = true});
    sel_table_row(table);
    sel_cell_empty(table);
    sel_cell_text(table, SEL_STR("VUT"));
    sel_cell_integer(table, 2);
    sel_cell_between(table, 1, 3);
    sel_cell_percent(table, 2.0 / 3);
    sel_cell_money(table, 123456789);
    sel_cell_date(table, 17532);
    sel_cell_at_most(table, 17532);
    sel_table_row(table);
    sel_cell_empty(table);
    sel_cell_text(table, SEL_STR("=\"\\\x1b\n"));
    sel_cell_missing(table, "dont_know", SEL_STR("don't know"));
    sel_cell_missing(table, NULL, SEL_STR("nobody knows"));
    return table;
}

#define ROW_1                                                                                      \
    "{\"country\":\"VUT\",\"donors\":2,\"donors_low\":1,\"donors_high\":3,"                        \
    "\"share\":0.666666666667,\"usd\":1234567.89,\"start\":\"2018-01-01\",\"start_low\":null,"     \
    "\"start_high\":\"2018-01-01\"}"
#define ROW_2                                                                                      \
    "{\"country\":\"=\\\"\\\\\xEF\xBF\xBD\\n\",\"donors\":null,\"donors_low\":null,"               \
    "\"donors_high\":null,\"donors_why\":\"dont_know\",\"share\":null,\"usd\":null,"               \
    "\"start\":null,\"start_low\":null,\"start_high\":null}"

START_TEST(a_row_per_line)
{
    sel_report report = start();
    small_table(&report);
    ck_assert_str_eq(written(&report, "jsonl", (sel_write_options){0}), ROW_1 "\n" ROW_2 "\n");
    sel_arena_destroy(report.arena);
}
END_TEST

START_TEST(a_whole_document)
{
    sel_report report = start();
    sel_report_subtitle(&report, SEL_STR("as of 2018"));
    sel_report_notice(&report, true, SEL_STR("ILLUSTRATIVE DATA"));
    sel_report_foot(&report, SEL_STR("method 1"));
    small_table(&report);
    sel_section_paragraph(report.sections[0], SEL_STR("Text."));
    sel_list *list = sel_section_list(report.sections[0], false);
    sel_list_item_add(list, SEL_STR("Withheld"), SEL_STR("0"));
    sel_list_item_add(list, (sel_str){0}, SEL_STR("Nothing else"));
    ck_assert_str_eq(written(&report, "json", (sel_write_options){0}),
                     "{\n\"id\":\"r\",\n\"title\":\"R\",\n\"subtitle\":[\"as of 2018\"],\n"
                     "\"notices\":[\"ILLUSTRATIVE DATA\"],\n\"sections\":[\n"
                     "{\"id\":\"s\",\"level\":1,\"heading\":\"S\",\"blocks\":["
                     "{\"table\":\"t\",\"title\":\"T\"},{\"paragraph\":\"Text.\"},"
                     "{\"list\":[{\"label\":\"Withheld\",\"text\":\"0\"},"
                     "{\"text\":\"Nothing else\"}]}]}],\n"
                     "\"tables\":{\n\"t\":[\n" ROW_1 ",\n" ROW_2 "]},\n"
                     "\"foot\":[\"method 1\"]\n}\n");
    sel_arena_destroy(report.arena);
}
END_TEST

START_TEST(an_empty_document)
{
    sel_report report = start();
    ck_assert_str_eq(written(&report, "json", (sel_write_options){0}),
                     "{\n\"id\":\"r\",\n\"title\":\"R\",\n\"subtitle\":[],\n\"notices\":[],\n"
                     "\"sections\":[],\n\"tables\":{},\n\"foot\":[]\n}\n");
    sel_arena_destroy(report.arena);
}
END_TEST

START_TEST(empty_tables)
{
    sel_report report = start();
    sel_table *table =
        sel_section_table(sel_report_section(&report, "s", SEL_STR("S")), "t", SEL_STR("T"));
    sel_table_column(table, (sel_column){.id = "a"});
    ck_assert_str_eq(written(&report, "jsonl", (sel_write_options){0}), "");
    ck_assert_ptr_nonnull(strstr(written(&report, "json", (sel_write_options){0}), "\"t\":[]"));
    sel_arena_destroy(report.arena);
}
END_TEST

static json_t *parsed(const sel_report *report, sel_write_options options)
{
    json_error_t fault;
    json_t *root = json_loads(written(report, "json", options), JSON_REJECT_DUPLICATES, &fault);
    ck_assert_msg(root != NULL, "line %d: %s", fault.line, fault.text);
    return root;
}

/* The sample read back by a parser: counts and values known from how it is filled. */
START_TEST(the_sample_can_be_read_back)
{
    sel_report report = {.arena = sel_arena_create()};
    sample_fill(&report);
    json_t *root = parsed(&report, (sel_write_options){0});
    json_t *tables = json_object_get(root, "tables");
    ck_assert_uint_eq(json_object_size(tables), 7);
    ck_assert_uint_eq(json_array_size(json_object_get(tables, "places")), 12);
    ck_assert_uint_eq(json_array_size(json_object_get(tables, "need_map")), 280);
    ck_assert_uint_eq(json_array_size(json_object_get(tables, "orders")), SAMPLE_PROGRAMMES);
    ck_assert_uint_eq(json_array_size(json_object_get(tables, "explanation")), 5);
    ck_assert_uint_eq(json_array_size(json_object_get(tables, "findings")), 0);
    const json_t *place = json_array_get(json_object_get(tables, "places"), 1);
    ck_assert_str_eq(json_string_value(json_object_get(place, "country")), "KIR");
    ck_assert_double_eq_tol(json_real_value(json_object_get(place, "shared")), 0.3, 1e-12);
    ck_assert_double_eq_tol(json_real_value(json_object_get(place, "money_usd")), 1123455.5, 1e-6);
    const json_t *step = json_array_get(json_object_get(tables, "explanation"), 2);
    ck_assert_str_eq(json_string_value(json_object_get(step, "cell")), "D14");
    ck_assert_int_eq((int)json_integer_value(json_object_get(step, "line")), 14);
    json_decref(root);
    root = parsed(&report, (sel_write_options){.table = "orders"});
    ck_assert_uint_eq(json_object_size(json_object_get(root, "tables")), 1);
    json_decref(root);
    sel_arena_destroy(report.arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {a_row_per_line,
                            a_whole_document,
                            an_empty_document,
                            empty_tables,
                            the_sample_can_be_read_back,
                            NULL};
    return run_tests("write_json", tests);
}
