/* The orders of several methods side by side, and how far each two agree. */
#include "work/tell_matrix.h"

#include "work/tell.h"

/* "rank_weighted_sum": the name of a method in the header of a column. */
static const char *rank_id(const char *method, sel_arena *arena)
{
    char *id = sel_arena_array(arena, strlen(method) + sizeof "rank_", 1);
    size_t length = (size_t)snprintf(id, strlen(method) + sizeof "rank_", "rank_%s", method);
    for (size_t i = 0; i < length; i++)
        if (id[i] == '-')
            id[i] = '_';
    return id;
}

static void rank_column(sel_table *table, const char *method)
{
    sel_table_column(table, (sel_column){.id = rank_id(method, table->arena),
                                         .label = sel_str_of(method),
                                         .type = SEL_COLUMN_INTEGER});
}

static void tell_orders(const sel_context *context, const sel_matrix_setting *setting,
                        const sel_matrix_result *result, sel_section *section)
{
    uint32_t ways_count;
    const sel_consensus *const *ways = sel_consensuses(&ways_count);
    sel_table *table =
        sel_section_table(section, "orders", sel_tell_word(context, "matrix.orders"));
    sel_tell_alternative_columns(context, setting, table);
    for (uint32_t k = 0; k < setting->compared_count; k++)
        rank_column(table, setting->compared[k]->name);
    for (uint32_t w = 0; w < SEL_MATRIX_CONSENSUSES; w++)
        if (result->consensus[w] != NULL)
            rank_column(table, ways[w]->name);
    for (uint32_t i = 0; i < setting->table.row_count; i++) {
        uint32_t row = result->order[i];
        sel_table_row(table);
        sel_tell_alternative_cells(setting, row, table);
        for (uint32_t k = 0; k < setting->compared_count; k++)
            sel_cell_integer(table, result->compared[k].ranks[row]);
        for (uint32_t w = 0; w < SEL_MATRIX_CONSENSUSES; w++)
            if (result->consensus[w] != NULL)
                sel_cell_integer(table, result->consensus[w][row]);
    }
}

static void pair_row(const sel_context *context, const sel_matrix_setting *setting,
                     const sel_matrix_result *result, uint32_t a, uint32_t b, sel_table *table)
{
    const uint32_t *ranks_a = result->compared[a].ranks;
    const uint32_t *ranks_b = result->compared[b].ranks;
    sel_order_comparison of = sel_orders_compare(ranks_a, ranks_b, setting->table.row_count);
    sel_table_row(table);
    sel_cell_text(table, sel_str_of(setting->compared[a]->name));
    sel_cell_text(table, sel_str_of(setting->compared[b]->name));
    if (of.available)
        sel_cell_real(table, of.tau_b);
    else
        sel_cell_missing(table, "not_defined", sel_tell_word(context, "matrix.tau-not-defined"));
    sel_cell_integer(table, of.agreeing);
    if (of.difference == 0) {
        sel_cell_empty(table);
        sel_cell_empty(table);
        sel_cell_empty(table);
        return;
    }
    sel_cell_text(table, sel_alternative_title(setting, of.farthest));
    sel_cell_integer(table, ranks_a[of.farthest]);
    sel_cell_integer(table, ranks_b[of.farthest]);
}

void sel_tell_matrix_comparison(const sel_context *context, const sel_matrix_setting *setting,
                                const sel_matrix_result *result, sel_report *report)
{
    if (setting->compared_count == 0)
        return;
    sel_section *section =
        sel_report_section(report, "comparison", sel_tell_word(context, "matrix.comparison"));
    tell_orders(context, setting, result, section);
    sel_table *table =
        sel_section_table(section, "agreement", sel_tell_word(context, "matrix.agreement"));
    sel_tell_column(context, table, "method_a", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "method_b", SEL_COLUMN_TEXT);
    sel_table_column(table, (sel_column){.id = "tau_b",
                                         .label = SEL_STR("tau_b"),
                                         .type = SEL_COLUMN_REAL,
                                         .decimals = 4});
    sel_tell_column(context, table, "same_rank", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "farthest", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "rank_a", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "rank_b", SEL_COLUMN_INTEGER);
    for (uint32_t a = 0; a < setting->compared_count; a++)
        for (uint32_t b = a + 1; b < setting->compared_count; b++)
            pair_row(context, setting, result, a, b, table);
    sel_section_paragraph(section, sel_tell_word(context, "matrix.comparison-how"));
}
