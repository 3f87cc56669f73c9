#include "analysis/sensitivity/swap_weights.h"
#include "work/tell.h"
#include "work/tell_order_changes.h"

static void weight_column(sel_table *table, const char *id, sel_str label)
{
    sel_table_column(
        table, (sel_column){.id = id, .label = label, .type = SEL_COLUMN_REAL, .decimals = 4});
}

static void swap_row(const sel_context *context, const sel_swap *pair, const sel_order_names *names,
                     sel_table *table)
{
    sel_table_row(table);
    sel_order_name_cell(table, pair->ahead, names);
    sel_order_name_cell(table, pair->behind, names);
    if (names->covered != NULL && !(names->covered[pair->ahead] && names->covered[pair->behind]))
        sel_cell_missing(table, "little_known", sel_tell_word(context, "rank.little-known"));
    else if (pair->tied)
        sel_cell_missing(table, "tied", sel_tell_word(context, "matrix.swap-tied"));
    else if (!pair->found)
        sel_cell_missing(table, "no_weight", sel_tell_word(context, "matrix.no-swap"));
    else {
        sel_cell_text(table, names->criteria[pair->criterion]);
        sel_cell_real(table, pair->from);
        sel_cell_real(table, pair->to);
    }
}

sel_status sel_tell_swaps(const sel_context *context, const sel_scoring *scoring,
                          const sel_order_names *names, sel_report *report, sel_error *err)
{
    if (scoring->matrix->rows < 2)
        return SEL_OK;
    sel_swaps swaps;
    sel_status status = sel_swaps_of(scoring->method, scoring->matrix, scoring->options,
                                     SEL_SWAP_PLACES - 1, report->arena, &swaps, err);
    if (status != SEL_OK)
        return status;
    sel_str title = sel_tell_word(context, "matrix.swaps");
    sel_section *section = sel_report_section(report, "swaps", title);
    sel_table *table = sel_section_table(section, "swaps", title);
    sel_order_name_column(table, "ahead", "ahead_title", sel_tell_word(context, "column.ahead"),
                          names);
    sel_order_name_column(table, "behind", "behind_title", sel_tell_word(context, "column.behind"),
                          names);
    sel_tell_column(context, table, "criterion", SEL_COLUMN_TEXT);
    weight_column(table, "weight_now", sel_tell_word(context, "column.weight_now"));
    weight_column(table, "weight_swap", sel_tell_word(context, "column.weight_swap"));
    for (uint32_t p = 0; p < swaps.count; p++)
        swap_row(context, &swaps.pairs[p], names, table);
    sel_section_paragraph(
        section,
        sel_tell_word(context, swaps.closed_form ? "matrix.swaps-exact" : "matrix.swaps-searched"));
    return SEL_OK;
}
