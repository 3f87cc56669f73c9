#include "analysis/sensitivity/rank_reversal.h"
#include "work/tell.h"
#include "work/tell_order_changes.h"

static void dropped_row(const sel_context *context, const sel_dropped *of,
                        const sel_order_names *names, sel_table *table)
{
    sel_table_row(table);
    sel_order_name_cell(table, of->alternative, names);
    if (of->refused) {
        sel_cell_missing(table, "refused",
                         sel_say(table->arena, &context->words, "matrix.dropped-refused", "reason",
                                 of->reason, NULL));
        return;
    }
    sel_cell_integer(table, (int64_t)of->changed);
    sel_cell_integer(table, (int64_t)of->reversed);
    sel_cell_text(table, sel_tell_word(context, of->first_changes ? "said.yes" : "said.no"));
}

static void tell_dropped(const sel_context *context, const sel_rank_reversal *found,
                         const sel_order_names *names, sel_section *section)
{
    sel_table *table =
        sel_section_table(section, "dropped", sel_tell_word(context, "matrix.dropped"));
    sel_order_name_column(table, "dropped", "dropped_title",
                          sel_tell_word(context, "column.dropped"), names);
    sel_tell_column(context, table, "pairs_changed", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "pairs_reversed", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "first_changes", SEL_COLUMN_TEXT);
    for (uint32_t i = 0; i < found->count; i++)
        if (found->dropped[i].changed > 0 || found->dropped[i].refused)
            dropped_row(context, &found->dropped[i], names, table);
}

static void tell_pairs(const sel_context *context, const sel_dropped *of,
                       const sel_order_names *names, sel_table *table)
{
    for (uint32_t k = 0; k < of->pair_count; k++) {
        const sel_changed_pair *pair = &of->pairs[k];
        const char *after = pair->tied_before  ? "matrix.pair-untied"
                            : pair->tied_after ? "matrix.pair-tied"
                                               : "matrix.pair-reversed";
        sel_table_row(table);
        sel_order_name_cell(table, of->alternative, names);
        sel_order_name_cell(table, pair->ahead, names);
        sel_order_name_cell(table, pair->behind, names);
        sel_cell_text(table, sel_tell_word(context, after));
    }
}

static void tell_changes(const sel_context *context, const sel_rank_reversal *found,
                         const sel_order_names *names, sel_section *section)
{
    bool cut = false;
    tell_dropped(context, found, names, section);
    if (found->changing == 0)
        return;
    sel_table *table =
        sel_section_table(section, "reversals", sel_tell_word(context, "matrix.reversals-which"));
    sel_order_name_column(table, "dropped", "dropped_title",
                          sel_tell_word(context, "column.dropped"), names);
    sel_order_name_column(table, "ahead", "ahead_title", sel_tell_word(context, "column.ahead"),
                          names);
    sel_order_name_column(table, "behind", "behind_title", sel_tell_word(context, "column.behind"),
                          names);
    sel_tell_column(context, table, "without_it", SEL_COLUMN_TEXT);
    for (uint32_t i = 0; i < found->count; i++) {
        tell_pairs(context, &found->dropped[i], names, table);
        cut = cut || found->dropped[i].changed > found->dropped[i].pair_count;
    }
    if (cut)
        sel_section_paragraph(section,
                              sel_say(table->arena, &context->words, "matrix.reversals-cut", "most",
                                      sel_tell_count(table->arena, SEL_REVERSAL_PAIRS_MOST), NULL));
}

sel_status sel_tell_reversals(const sel_context *context, const sel_scoring *scoring,
                              const sel_order_names *names, sel_report *report, sel_error *err)
{
    sel_arena *arena = report->arena;
    sel_rank_reversal found;
    sel_status status = sel_rank_reversal_of(scoring->method, scoring->matrix, scoring->options,
                                             arena, &found, err);
    if (status != SEL_OK || found.count == 0)
        return status;
    bool refused = false;
    for (uint32_t i = 0; i < found.count; i++)
        refused = refused || found.dropped[i].refused;
    sel_section *section =
        sel_report_section(report, "reversals", sel_tell_word(context, "matrix.reversals"));
    if (found.changing > 0 || refused)
        tell_changes(context, &found, names, section);
    sel_section_paragraph(section,
                          sel_say(arena, &context->words, "matrix.reversals-how", "alternatives",
                                  sel_tell_count(arena, found.count), "changing",
                                  sel_tell_count(arena, found.changing), "reversing",
                                  sel_tell_count(arena, found.reversing), NULL));
    return SEL_OK;
}
