#include "work/tell_indicators.h"

#include "base/text.h"
#include "work/tell.h"

sel_str sel_indicator_levels(const sel_indicator *indicator, sel_arena *arena)
{
    static const char letters[] = "QRGPDF"; /* in the order of the bits of sel_level */
    sel_text text = {.arena = arena};
    for (unsigned i = 0; letters[i] != '\0'; i++) {
        unsigned level = 1U << i;
        if ((indicator->levels & level) == 0)
            continue;
        bool shown = indicator->role == SEL_CONTEXT || (indicator->context & level) != 0;
        sel_text_printf(&text, shown ? "%s(%c)" : "%s%c", text.len == 0 ? "" : " ", letters[i]);
    }
    return sel_text_str(&text);
}

static void indicator_row(const sel_listing *l, const sel_indicator *indicator)
{
    sel_arena *arena = l->table->arena;
    sel_table_row(l->table);
    sel_cell_text(l->table, sel_str_of(indicator->id));
    sel_cell_text(l->table, sel_str_printf(arena, "%c", indicator->principle));
    sel_cell_text(
        l->table,
        sel_tell_word(l->context, sel_str_printf(arena, "principle.%c", indicator->principle).ptr));
    sel_cell_text(l->table, sel_tell_word(l->context, indicator->name));
    sel_cell_text(
        l->table,
        sel_tell_word(l->context, indicator->role == SEL_SCORED ? "role.scored" : "role.context"));
    sel_cell_text(l->table, sel_indicator_levels(indicator, arena));
    sel_cell_text(l->table, sel_tell_word(l->context, indicator->question));
    sel_cell_text(l->table, sel_str_of(indicator->formula));
    sel_cell_text(l->table, sel_tell_word(l->context, indicator->data));
    sel_cell_text(l->table, sel_str_of(indicator->source));
}

sel_status sel_list_indicators(sel_listing *l)
{
    static const char *const ids[] = {"indicator", "role", "levels", "question",
                                      "formula",   "data", "source", NULL};
    sel_tell_column(l->context, l->table, "id", SEL_COLUMN_TEXT);
    sel_tell_column_for(l->context, l->table, "letter", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column_for(l->context, l->table, "principle", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_list_columns(l, ids);
    uint32_t count = 0;
    const sel_indicator *const *indicators = sel_indicators(&count);
    for (uint32_t i = 0; i < count; i++)
        indicator_row(l, indicators[i]);
    sel_report_foot(l->report, sel_tell_word(l->context, "list.levels"));
    return SEL_OK;
}
