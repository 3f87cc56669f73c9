#include "work/tell_beside.h"

#include "work/tell.h"

sel_str sel_tell_beside_name(const sel_context *context, const sel_beside_figure *figure,
                             sel_arena *arena)
{
    sel_str name = sel_tell_word(context, figure->name);
    return figure->of.len == 0
               ? name
               : sel_str_printf(arena, "%.*s: %.*s", SEL_STR_ARG(name), SEL_STR_ARG(figure->of));
}

sel_str sel_tell_beside_how(const sel_context *context, const sel_beside_figure *figure,
                            sel_arena *arena)
{
    sel_str how = sel_tell_word(context, figure->how);
    if (figure->seed == 0)
        return how;
    sel_str seed = sel_say(arena, &context->words, "beside.seed", "seed",
                           sel_tell_count(arena, figure->seed), NULL);
    return sel_str_printf(arena, "%.*s %.*s", SEL_STR_ARG(how), SEL_STR_ARG(seed));
}

static void figure_row(const sel_context *context, sel_table *table,
                       const sel_beside_figure *figure)
{
    sel_table_row(table);
    sel_cell_text(table, sel_str_of(figure->name));
    sel_cell_text(table, figure->of);
    sel_cell_text(table, sel_tell_beside_name(context, figure, table->arena));
    if (figure->reason != NULL)
        sel_cell_missing(table, figure->reason, sel_tell_word(context, figure->reason));
    else
        sel_cell_real(table, figure->value);
    if (figure->has_interval)
        sel_cell_between(table, figure->low, figure->high);
    sel_cell_text(table, sel_tell_beside_how(context, figure, table->arena));
}

void sel_tell_beside(const sel_context *context, const sel_assessment *assessment,
                     const sel_score_wish *wish, const sel_score *score, sel_report *report)
{
    uint32_t count;
    const sel_indicator *indicator = sel_indicators(&count)[wish->indicator];
    sel_beside beside = sel_beside_of(&assessment->evidence, indicator, wish->subject,
                                      &score->values[wish->indicator]);
    if (beside.count == 0)
        return;
    sel_str heading = sel_tell_word(context, "beside.heading");
    sel_section *section = sel_report_section(report, "beside", heading);
    sel_table *table = sel_section_table(section, "beside", heading);
    sel_tell_column_for(context, table, "id", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column_for(context, table, "group", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "figure", SEL_COLUMN_TEXT);
    sel_tell_bounded_column(context, table, "value", SEL_COLUMN_REAL, 2);
    sel_tell_column(context, table, "how", SEL_COLUMN_TEXT);
    for (uint32_t i = 0; i < beside.count; i++)
        figure_row(context, table, &beside.list[i]);
}
