/* The methods that a model may name, as their tables have them. */
#include "analysis/aggregation/aggregation.h"
#include "analysis/aggregation/consensus.h"
#include "analysis/weighting/weighting.h"
#include "base/number.h"
#include "base/text.h"
#include "work/model_methods.h"
#include "work/models.h"
#include "work/tell.h"

static sel_table *add_table(const sel_context *context, const char *id, const char *word,
                            sel_report *report)
{
    sel_str heading = sel_tell_word(context, word);
    sel_section *section = sel_report_section(report, id, heading);
    sel_table *table = sel_section_table(section, id, heading);
    static const char *const columns[] = {"name", "variant", "source"};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sel_tell_column(context, table, columns[i], SEL_COLUMN_TEXT);
    return table;
}

static void add_row(sel_table *table, const char *name, sel_str variant, const char *source)
{
    sel_table_row(table);
    sel_cell_text(table, sel_str_of(name));
    sel_cell_text(table, variant);
    sel_cell_text(table, sel_str_of(source));
}

static void tell_weightings(const sel_context *context, sel_report *report)
{
    uint32_t count;
    const sel_weighting *const *rows = sel_weightings(&count);
    sel_table *table = add_table(context, "weightings", "methods.weightings", report);
    for (uint32_t i = 0; i < count; i++) {
        bool direct = rows[i]->need == SEL_WEIGHTING_NUMBERS;
        add_row(table, direct ? SEL_WEIGHTING_DIRECT : rows[i]->name, sel_str_of(rows[i]->variant),
                rows[i]->source);
    }
}

static void tell_normalisations(const sel_context *context, sel_report *report)
{
    uint32_t count;
    const sel_normalisation *const *rows = sel_normalisations(&count);
    sel_table *table = add_table(context, "normalisations", "methods.normalisations", report);
    for (uint32_t i = 0; i < count; i++)
        add_row(table, rows[i]->name, sel_str_of(rows[i]->variant), rows[i]->source);
}

/* "topsis formula; normalisation: vector; q: 0 … 1e+100 (0)". The normalisation is that of a model
 * which names none. */
static sel_str convention(const sel_context *context, const sel_aggregation *row, sel_arena *arena)
{
    sel_text text = {.arena = arena};
    sel_text_printf(
        &text, "%s; %.*s", row->variant,
        SEL_STR_ARG(sel_say(arena, &context->words,
                            row->normalisation_fixed ? "methods.always" : "methods.usually", "name",
                            row->normalisation->name, NULL)));
    for (uint32_t k = 0; k < row->parameter_count; k++) {
        const sel_aggregation_parameter *of = &row->parameters[k];
        char least[SEL_NUMBER_ROOM];
        char most[SEL_NUMBER_ROOM];
        char standard[SEL_NUMBER_ROOM];
        sel_text_printf(&text, "; %s: %s … %s (%s)", of->name, sel_number_text(of->least, least),
                        sel_number_text(of->most, most), sel_number_text(of->standard, standard));
    }
    return sel_text_str(&text);
}

static void tell_aggregations(const sel_context *context, sel_report *report)
{
    uint32_t count;
    const sel_aggregation *const *rows = sel_aggregations(&count);
    sel_table *table = add_table(context, "aggregations", "methods.aggregations", report);
    for (uint32_t i = 0; i < count; i++)
        add_row(table, rows[i]->name, convention(context, rows[i], report->arena), rows[i]->source);
}

static void tell_consensuses(const sel_context *context, sel_report *report)
{
    uint32_t count;
    const sel_consensus *const *rows = sel_consensuses(&count);
    sel_table *table = add_table(context, "consensuses", "methods.consensuses", report);
    for (uint32_t i = 0; i < count; i++)
        add_row(table, rows[i]->name, sel_str_of(rows[i]->variant), rows[i]->source);
}

static void tell_random_indices(const sel_context *context, sel_report *report)
{
    uint32_t count;
    const sel_random_index *rows = sel_random_indices(&count);
    sel_table *table = add_table(context, "random_indices", "methods.random-indices", report);
    for (uint32_t i = 0; i < count; i++)
        add_row(table, rows[i].name,
                sel_say(report->arena, &context->words, "methods.up-to", "n",
                        sel_tell_count(report->arena, rows[i].largest), NULL),
                rows[i].source);
}

void sel_methods_tell(const sel_context *context, sel_report *report)
{
    report->title = sel_tell_word(context, "methods.title");
    tell_weightings(context, report);
    tell_normalisations(context, report);
    tell_aggregations(context, report);
    tell_consensuses(context, report);
    tell_random_indices(context, report);
}
