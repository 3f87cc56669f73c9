/* What is not known of a decision table: what was done about it, and who is listed apart. */
#include "work/tell_matrix.h"

#include "base/number.h"
#include "base/text.h"
#include "work/tell.h"

static const char *percent(double share, sel_arena *arena)
{
    char number[SEL_NUMBER_ROOM];
    return sel_tell_text(arena, sel_str_of(sel_number_fixed(100 * share, 2, number)));
}

sel_str sel_tell_matrix_names(const sel_decision_table *table, uint32_t row, sel_arena *arena)
{
    sel_text names = {.arena = arena};
    for (uint32_t column = 0; column < table->criterion_count; column++) {
        uint32_t j = sel_decision_column(table, column);
        if (!table->known[(size_t)j * table->row_count + row])
            sel_text_printf(&names, "%s%.*s", names.len == 0 ? "" : ", ",
                            SEL_STR_ARG(table->criteria[j]));
    }
    return sel_text_str(&names);
}

sel_str sel_tell_matrix_common(const sel_matrix_result *result, sel_arena *arena)
{
    const sel_decision_table *table = &result->setting.table;
    sel_text names = {.arena = arena};
    for (uint32_t column = 0; column < table->criterion_count; column++) {
        uint32_t j = sel_decision_column(table, column);
        if (result->gaps.missing.common[j])
            sel_text_printf(&names, "%s%.*s", names.len == 0 ? "" : ", ",
                            SEL_STR_ARG(table->criteria[j]));
    }
    return sel_text_str(&names);
}

bool sel_tell_matrix_neighbours(const sel_matrix_result *result)
{
    return result->setting.missing != SEL_GAPS_COMMON_LIST || result->gaps.missing.neighbours;
}

static void tell_common(const sel_context *context, const sel_matrix_result *result,
                        sel_section *section, sel_arena *arena)
{
    bool neighbours = result->gaps.missing.neighbours;
    sel_section_paragraph(
        section, sel_say(arena, &context->words, "matrix.common-list-is", "criteria",
                         sel_tell_text(arena, sel_tell_matrix_common(result, arena)), "share",
                         percent(result->gaps.missing.common_share, arena), NULL));
    sel_section_paragraph(
        section, sel_tell_word(context, neighbours ? "matrix.neighbours" : "matrix.no-neighbours"));
}

void sel_tell_matrix_missing(const sel_context *context, const sel_matrix_result *result,
                             sel_section *section, sel_arena *arena)
{
    const sel_imputation *imputation = result->gaps.imputation;
    if (result->setting.missing == SEL_GAPS_COMMON_LIST)
        tell_common(context, result, section, arena);
    if (imputation != NULL)
        sel_section_paragraph(section, sel_say(arena, &context->words, "matrix.imputed", "sets",
                                               sel_tell_count(arena, imputation->sets), NULL));
}

/* "price: 120; reach: 6" */
static sel_str values_of(const sel_decision_table *table, uint32_t row, sel_arena *arena)
{
    sel_text text = {.arena = arena};
    for (uint32_t column = 0; column < table->criterion_count; column++) {
        uint32_t j = sel_decision_column(table, column);
        size_t at = (size_t)j * table->row_count + row;
        char number[SEL_NUMBER_ROOM];
        if (table->known[at])
            sel_text_printf(&text, "%s%.*s: %s", text.len == 0 ? "" : "; ",
                            SEL_STR_ARG(table->criteria[j]),
                            sel_number_text(table->values[at], number));
    }
    return sel_text_str(&text);
}

void sel_tell_matrix_apart(const sel_context *context, const sel_matrix_result *result,
                           sel_report *report)
{
    const sel_missing *missing = &result->gaps.missing;
    const sel_decision_table *read = &result->gaps.read;
    if (missing->apart_count == 0)
        return;
    sel_str title = sel_tell_word(context, "matrix.apart");
    sel_section *section = sel_report_section(report, "apart", title);
    sel_section_paragraph(section,
                          sel_say(report->arena, &context->words, "matrix.apart-why", "share",
                                  percent(result->setting.coverage, report->arena), NULL));
    sel_table *table = sel_section_table(section, "apart", title);
    sel_tell_column(context, table, "alternative", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "weight_known", SEL_COLUMN_PERCENT);
    sel_tell_column(context, table, "known_values", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "not_known", SEL_COLUMN_TEXT);
    for (uint32_t k = 0; k < missing->apart_count; k++) {
        uint32_t row = missing->apart[k];
        sel_table_row(table);
        sel_cell_text(table, read->rows[row]);
        sel_cell_percent(table, missing->coverage[row]);
        sel_cell_text(table, values_of(read, row, table->arena));
        sel_cell_text(table, sel_tell_matrix_names(read, row, table->arena));
    }
}
