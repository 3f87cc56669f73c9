#include "report/figure.h"

#include "check_suite.h"

static sel_figure start(sel_figure_kind kind)
{
    return (sel_figure){.arena = sel_arena_create(),
                        .kind = kind,
                        .id = "figure",
                        .item = {.id = "capability"},
                        .across = {.id = "country", .type = SEL_COLUMN_REAL},
                        .value = {.id = "severity", .type = SEL_COLUMN_REAL}};
}

static void same_text(const sel_table *table, uint32_t row, uint32_t column, const char *expected)
{
    const sel_cell *cell = sel_table_cell(table, row, column);
    ck_assert_int_eq(cell->kind, SEL_CELL_TEXT);
    ck_assert_msg(sel_str_is(cell->text, expected), "'%.*s' is not '%s'", SEL_STR_ARG(cell->text),
                  expected);
}

START_TEST(heat_maps_have_a_row_per_cell)
{
    sel_figure figure = start(SEL_FIGURE_HEAT_MAP);
    sel_figure_size(&figure, 2, 3);
    figure.rows[0].text = SEL_STR("Strategy");
    figure.rows[1].text = SEL_STR("Response");
    figure.columns[0] = (sel_label){SEL_STR("FJI"), SEL_STR("Fiji")};
    figure.columns[1] = (sel_label){SEL_STR("TON"), SEL_STR("Tonga")};
    figure.columns[2] = (sel_label){SEL_STR("VUT"), SEL_STR("Vanuatu")};
    sel_figure_cell(&figure, 1, 2, (sel_heat_cell){4, SEL_STR("4")});
    const sel_table *table = sel_figure_table(&figure, figure.arena);
    ck_assert_uint_eq(table->row_count, 6);
    ck_assert_uint_eq(table->column_count, 5);
    ck_assert_str_eq(table->columns[0].id, "capability");
    ck_assert_str_eq(table->columns[1].id, "country");
    ck_assert_str_eq(table->columns[2].id, "country_name");
    ck_assert_str_eq(table->columns[3].id, "severity");
    ck_assert_str_eq(table->columns[4].id, "severity_text");
    same_text(table, 5, 0, "Response");
    same_text(table, 5, 1, "VUT");
    same_text(table, 5, 2, "Vanuatu");
    ck_assert_int_eq((int)sel_table_cell(table, 5, 3)->integer, 4);
    ck_assert_msg(sel_table_cell(table, 0, 3)->kind == SEL_CELL_EMPTY, "unknown is not a class");
    sel_arena_destroy(figure.arena);
}
END_TEST

START_TEST(the_longer_side_goes_down)
{
    sel_figure figure = start(SEL_FIGURE_HEAT_MAP);
    sel_figure_size(&figure, 2, 3);
    figure.rows[1] = (sel_label){SEL_STR("R"), SEL_STR("Response")};
    figure.columns[2].text = SEL_STR("Vanuatu");
    sel_figure_cell(&figure, 1, 2, (sel_heat_cell){4, SEL_STR("4")});
    const sel_table *table = sel_figure_matrix(&figure, figure.arena);
    ck_assert_uint_eq(table->row_count, 3);
    ck_assert_uint_eq(table->column_count, 3);
    ck_assert(sel_str_is(table->columns[2].label, "R"));
    same_text(table, 2, 0, "Vanuatu");
    same_text(table, 2, 2, "4");
    same_text(table, 0, 1, "");
    sel_arena_destroy(figure.arena);
}
END_TEST

START_TEST(marks_keep_bounds_and_missing_values)
{
    sel_figure figure = start(SEL_FIGURE_INTERVALS);
    figure.value.type = SEL_COLUMN_INTEGER;
    sel_figure_mark(&figure, (sel_mark){.label.text = SEL_STR("one"),
                                        .has_value = true,
                                        .has_bounds = true,
                                        .value = 2,
                                        .low = 1,
                                        .high = 3,
                                        .text = SEL_STR("1-3")});
    sel_figure_mark(&figure, (sel_mark){.label.text = SEL_STR("two"), .text = SEL_STR("not said")});
    const sel_table *table = sel_figure_table(&figure, figure.arena);
    ck_assert_uint_eq(table->row_count, 2);
    const sel_cell *value = sel_table_cell(table, 0, 1);
    ck_assert_int_eq((int)value->integer, 2);
    ck_assert_double_eq(value->low, 1);
    ck_assert_double_eq(value->high, 3);
    ck_assert_int_eq(sel_table_cell(table, 1, 1)->kind, SEL_CELL_EMPTY);
    same_text(table, 1, 2, "not said");
    sel_arena_destroy(figure.arena);
}
END_TEST

START_TEST(ranges_cover_what_is_drawn)
{
    double low = -1;
    double high = -1;
    sel_figure figure = start(SEL_FIGURE_SCATTER);
    sel_figure_range(&figure, &figure.value, &low, &high);
    ck_assert_double_eq(low, 0);
    ck_assert_double_eq(high, 1);
    sel_figure_mark(&figure, (sel_mark){.has_value = true, .value = 7, .y = -2});
    sel_figure_mark(&figure, (sel_mark){.has_value = true, .value = 9, .y = 5});
    sel_figure_mark(&figure, (sel_mark){.value = 1000, .y = 1000});
    sel_figure_range(&figure, &figure.value, &low, &high);
    ck_assert_double_eq(low, 7);
    ck_assert_double_eq(high, 9);
    sel_figure_range(&figure, &figure.across, &low, &high);
    ck_assert_double_eq(low, -2);
    ck_assert_double_eq(high, 5);
    figure.value.low = 0;
    figure.value.high = 5;
    sel_figure_range(&figure, &figure.value, &low, &high);
    ck_assert_double_eq(high, 5);
    sel_arena_destroy(figure.arena);
}
END_TEST

START_TEST(bars_begin_at_zero)
{
    double low = -1;
    double high = -1;
    sel_figure figure = start(SEL_FIGURE_FACTORS);
    sel_figure_mark(&figure, (sel_mark){.has_bounds = true, .low = 0.5, .high = 0.75});
    sel_figure_range(&figure, &figure.value, &low, &high);
    ck_assert_double_eq(low, 0);
    ck_assert_double_eq(high, 0.75);
    sel_arena_destroy(figure.arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {heat_maps_have_a_row_per_cell,
                            the_longer_side_goes_down,
                            marks_keep_bounds_and_missing_values,
                            ranges_cover_what_is_drawn,
                            bars_begin_at_zero,
                            NULL};
    return run_tests("figure", tests);
}
