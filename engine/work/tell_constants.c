#include "work/tell_constants.h"

#include "analysis/principle/variation.h"
#include "base/number.h"
#include "base/text.h"
#include "work/results.h"
#include "work/tell.h"

sel_str sel_tell_constants(const sel_context *context, const sel_indicator *indicator,
                           sel_arena *arena)
{
    const sel_policies *all = &context->model.policies;
    sel_text text = {.arena = arena};
    for (int i = 0; i < SEL_POLICIES; i++) {
        char number[SEL_NUMBER_ROOM];
        if (!sel_policy_is_of((sel_policy)i, indicator->id))
            continue;
        sel_text_printf(&text, "%s%.*s %s", text.len == 0 ? "" : ", ",
                        SEL_STR_ARG(sel_tell_word(context, sel_policy_of((sel_policy)i)->word)),
                        sel_number_text(all->values[i], number));
        if (!all->given[i])
            sel_text_printf(&text, " (%.*s)",
                            SEL_STR_ARG(sel_tell_word(context, "constants.default")));
    }
    return sel_text_str(&text);
}

/* --- varied --- */

static void value_cell(const sel_context *context, sel_table *table,
                       const sel_indicator_value *value)
{
    if (value->availability != SEL_AVAILABLE) {
        sel_cell_missing(table, value->reason, sel_tell_word(context, value->reason));
        return;
    }
    sel_cell_real(table, value->value);
    if (value->interval_low < value->interval_high)
        sel_cell_between(table, value->interval_low, value->interval_high);
}

static void principle_cell(const sel_context *context, sel_table *table,
                           const sel_principle_score *score)
{
    if (!score->available) {
        sel_cell_missing(table, "not-available", sel_tell_word(context, "why.not-available"));
        return;
    }
    sel_cell_real(table, score->value);
    sel_cell_between(table, score->worst, score->best);
}

static void add_remark(sel_text *text, sel_str remark)
{
    sel_text_printf(text, "%s%.*s", text->len == 0 ? "" : "; ", SEL_STR_ARG(remark));
}

/* What is particular to one setting: limits that it was kept within, and the note on the value
 * where it is another than by the model. */
static sel_str remark_of(const sel_context *context, const sel_variation *varied, int setting,
                         sel_arena *arena)
{
    char least[SEL_NUMBER_ROOM];
    char most[SEL_NUMBER_ROOM];
    const sel_variant_score *score = &varied->scores[setting];
    const sel_policy_row *row = sel_policy_of(varied->constant);
    const char *note = score->value.note;
    bool same_note = note == varied->scores[SEL_VARIANT_AS_IT_IS].value.note;
    sel_text text = {.arena = arena};
    if (setting == SEL_VARIANT_AS_IT_IS)
        return sel_tell_word(context, context->model.policies.given[varied->constant]
                                          ? "varied.nothing"
                                          : "constants.default");
    if (score->kept)
        add_remark(&text, sel_say(arena, &context->words, "constants.kept", "least",
                                  sel_number_text(row->least, least), "most",
                                  sel_number_text(row->most, most), NULL));
    if (!same_note)
        add_remark(&text, sel_tell_word(context, note != NULL ? note : "constants.no-note"));
    return sel_text_str(&text);
}

static void variation_rows(const sel_context *context, const sel_variation *varied,
                           sel_table *table)
{
    uint32_t count;
    const sel_indicator *indicator = sel_indicators(&count)[varied->indicator];
    const sel_policy_row *row = sel_policy_of(varied->constant);
    for (int i = 0; i < SEL_VARIANT_SCORES; i++) {
        const sel_variant_score *score = &varied->scores[i];
        sel_table_row(table);
        sel_cell_text(table, sel_str_of(row->id));
        sel_cell_text(table, sel_tell_word(context, row->word));
        sel_cell_real(table, score->constant);
        sel_cell_text(table, sel_str_of(indicator->id));
        value_cell(context, table, &score->value);
        principle_cell(context, table, &score->principle);
        sel_cell_text(table, remark_of(context, varied, i, table->arena));
    }
}

static sel_table *add_table(const sel_context *context, sel_report *report)
{
    sel_str heading = sel_tell_word(context, "constants.varied");
    sel_section *section = sel_report_section(report, "constants", heading);
    sel_section_paragraph(section, sel_tell_word(context, "constants.how"));
    sel_table *table = sel_section_table(section, "constants", heading);
    sel_tell_column_for(context, table, "id", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "constant", SEL_COLUMN_TEXT);
    sel_table_column(table, (sel_column){.id = "set_to",
                                         .label = sel_tell_word(context, "column.set_to"),
                                         .type = SEL_COLUMN_REAL,
                                         .decimals = 3});
    sel_tell_column(context, table, "indicator", SEL_COLUMN_TEXT);
    sel_tell_bounded_column(context, table, "value", SEL_COLUMN_REAL, 2);
    sel_tell_bounded_column(context, table, "principle_value", SEL_COLUMN_REAL, 2);
    sel_tell_column(context, table, "remark", SEL_COLUMN_TEXT);
    return table;
}

void sel_tell_variations(const sel_context *context, const sel_assessment *assessment,
                         const sel_score_wish *wish, sel_report *report)
{
    uint32_t count;
    const sel_indicator *const *indicators = sel_indicators(&count);
    sel_score_wish whole = *wish;
    if (wish->indicator != SEL_NONE) {
        whole.principle = (uint32_t)(indicators[wish->indicator]->principle - 'a');
        whole.indicator = SEL_NONE;
    }
    sel_score score = sel_score_wished(context, assessment, &whole);
    bool *wanted = sel_arena_array(report->arena, count, sizeof *wanted);
    for (uint32_t i = 0; i < count; i++)
        wanted[i] = sel_score_wish_tells(wish, &score, i);
    sel_variations all = sel_variations_of(&assessment->evidence, &score, wanted);
    sel_table *table = add_table(context, report);
    for (uint32_t i = 0; i < all.count; i++)
        variation_rows(context, &all.list[i], table);
}
