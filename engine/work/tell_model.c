/* A model in full: what its file says and what follows from it. */
#include "analysis/ranking/ranking.h"
#include "base/number.h"
#include "base/text.h"
#include "work/model_methods.h"
#include "work/models.h"
#include "work/tell.h"

static sel_table *add_table(const sel_context *context, const char *id, const char *word,
                            sel_report *report)
{
    sel_str heading = sel_tell_word(context, word);
    return sel_section_table(sel_report_section(report, id, heading), id, heading);
}

/* --- keys of the file --- */

static void add_key(sel_table *table, const char *key, sel_str value, sel_str remark)
{
    sel_table_row(table);
    sel_cell_text(table, sel_str_of(key));
    sel_cell_text(table, value);
    sel_cell_text(table, remark);
}

static sel_str number(sel_arena *arena, double value)
{
    char text[SEL_NUMBER_ROOM];
    return sel_str_copy(arena, sel_str_of(sel_number_text(value, text)));
}

static sel_str remark(sel_arena *arena, const char *variant, const char *source)
{
    return sel_str_printf(arena, "%s (%s)", variant, source);
}

static sel_str parameters(const sel_model *model, sel_arena *arena)
{
    sel_text text = {.arena = arena};
    for (uint32_t i = 0; i < model->parameter_count; i++) {
        const sel_model_parameter *of = &model->parameters[i];
        sel_text_printf(&text, "%s%.*s%s%.*s %.*s", i == 0 ? "" : ", ", SEL_STR_ARG(of->name),
                        of->principle.len == 0 ? "" : "@", SEL_STR_ARG(of->principle),
                        SEL_STR_ARG(number(arena, of->value)));
    }
    return sel_text_str(&text);
}

static sel_str persons(const sel_model_weights *weights, sel_arena *arena)
{
    sel_text text = {.arena = arena};
    for (uint32_t i = 0; i < weights->person_count; i++)
        sel_text_printf(&text, "%s%.*s", i == 0 ? "" : ", ", SEL_STR_ARG(weights->persons[i]));
    return sel_text_str(&text);
}

static void tell_methods(const sel_model *model, const sel_model_weights *weights, sel_table *table)
{
    const sel_model_methods methods = sel_model_methods_of(model);
    sel_arena *arena = table->arena;
    add_key(table, "weighting", model->weighting,
            remark(arena, methods.weighting->variant, methods.weighting->source));
    if (methods.weighting->need == SEL_WEIGHTING_JUDGEMENTS) {
        add_key(table, "judgements", persons(weights, arena), (sel_str){0});
        add_key(table, "judgements: group", model->group, (sel_str){0});
        add_key(table, "judgements: random-index", sel_str_of(methods.random_index->name),
                sel_str_of(methods.random_index->source));
    }
    if (methods.weighting->need == SEL_WEIGHTING_BEST_WORST) {
        add_key(table, "best-worst: best", model->best, (sel_str){0});
        add_key(table, "best-worst: worst", model->worst, (sel_str){0});
    }
    const char *variant = sel_model_is_additive(model) ? methods.aggregation->additive->variant
                                                       : methods.aggregation->variant;
    add_key(table, "aggregation", model->aggregation,
            remark(arena, variant, methods.aggregation->source));
    add_key(table, "normalisation", sel_str_of(methods.normalisation->name),
            remark(arena, methods.normalisation->variant, methods.normalisation->source));
    if (model->parameter_count > 0)
        add_key(table, "parameters", parameters(model, arena), (sel_str){0});
}

static sel_str supply(const sel_model *model, sel_arena *arena)
{
    enum { SEVERITIES = sizeof model->ordinal_supply / sizeof model->ordinal_supply[0] };
    sel_text text = {.arena = arena};
    for (int i = 0; i < SEVERITIES; i++)
        sel_text_printf(&text, "%s%.*s", i == 0 ? "" : ", ",
                        SEL_STR_ARG(number(arena, model->ordinal_supply[i])));
    return sel_text_str(&text);
}

static void tell_numbers(const sel_model *model, sel_table *table)
{
    enum { PARTS = 10000, HUNDRED = 100 };
    const struct {
        const char *key;
        double value;
    } rows[] = {{"missing: coverage", (double)model->coverage_bp / PARTS},
                {"floor", model->floor},
                {"concentration", model->concentration},
                {"draws", model->draws},
                {"seed", (double)model->seed},
                {"overlap: threshold", (double)model->overlap_threshold_bp / PARTS},
                {"overlap: floor-days", model->overlap_floor_days},
                {"overlap: likeness-floor", (double)model->overlap_likeness_floor_bp / PARTS},
                {"overlap: money-floor", (double)model->overlap_money_floor / HUNDRED},
                {"window: months-before", model->window_months_before},
                {"window: months-after", model->window_months_after},
                {"window: open-end-months", model->open_end_months}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        add_key(table, rows[i].key, number(table->arena, rows[i].value), (sel_str){0});
    add_key(table, "ordinal-supply", supply(model, table->arena), (sel_str){0});
}

static void tell_keys(const sel_context *context, const sel_model *model,
                      const sel_model_weights *weights, sel_report *report)
{
    sel_table *table = add_table(context, "model", "model.keys", report);
    static const char *const columns[] = {"key", "value", "remark"};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sel_tell_column(context, table, columns[i], SEL_COLUMN_TEXT);
    add_key(table, "id", model->id, (sel_str){0});
    add_key(table, "version", model->version, (sel_str){0});
    add_key(table, "title", model->title, (sel_str){0});
    add_key(table, "alternatives", model->alternatives, (sel_str){0});
    tell_methods(model, weights, table);
    add_key(table, "ties", model->ties, (sel_str){0});
    add_key(table, "missing: rule", model->missing, (sel_str){0});
    tell_numbers(model, table);
}

/* --- principles and what their weights come with --- */

static sel_str indicators(const sel_criterion *criterion, sel_arena *arena)
{
    sel_text text = {.arena = arena};
    if (!sel_criterion_is_principle(criterion))
        return criterion->measure;
    for (uint32_t i = 0; i < criterion->indicator_count; i++)
        sel_text_printf(&text, "%s%.*s", i == 0 ? "" : ", ", SEL_STR_ARG(criterion->indicators[i]));
    return sel_text_str(&text);
}

static void tell_principles(const sel_context *context, const sel_model *model,
                            const sel_model_weights *weights, sel_report *report)
{
    sel_table *table = add_table(context, "principles", "model.principles", report);
    sel_tell_column(context, table, "principle", SEL_COLUMN_TEXT);
    sel_table_column(table, (sel_column){.id = "weight",
                                         .label = sel_tell_word(context, "column.weight"),
                                         .type = SEL_COLUMN_REAL,
                                         .decimals = 4});
    static const char *const columns[] = {"direction", "goalposts", "indicators"};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sel_tell_column(context, table, columns[i], SEL_COLUMN_TEXT);
    for (uint32_t j = 0; j < model->criterion_count; j++) {
        const sel_criterion *at = &model->criteria[j];
        sel_table_row(table);
        sel_cell_text(table, at->id);
        if (weights->outcome.weights == NULL)
            sel_cell_missing(table, "from_alternatives",
                             sel_tell_word(context, "model.from-alternatives"));
        else
            sel_cell_real(table, at->weight);
        sel_cell_text(table, sel_tell_word(context, sel_str_is(at->direction, SEL_COST)
                                                        ? "matrix.cost"
                                                        : "matrix.benefit"));
        sel_cell_text(table, sel_str_printf(table->arena, "%.*s … %.*s",
                                            SEL_STR_ARG(number(table->arena, at->goalposts[0])),
                                            SEL_STR_ARG(number(table->arena, at->goalposts[1]))));
        sel_cell_text(table, indicators(at, table->arena));
    }
}

static void weight_column(const sel_context *context, sel_table *table, const char *id)
{
    sel_str word = sel_str_printf(table->arena, "column.%s", id);
    sel_table_column(table, (sel_column){.id = id,
                                         .label = sel_tell_word(context, word.ptr),
                                         .type = SEL_COLUMN_REAL,
                                         .decimals = 4});
}

/* An order has no bounds, and bounds name one principle only. */
static void tell_constraints(const sel_context *context, const sel_model *model, sel_report *report)
{
    if (model->constraint_count == 0)
        return;
    sel_table *table = add_table(context, "constraints", "model.constraints", report);
    sel_tell_column(context, table, "principle", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "at_least", SEL_COLUMN_TEXT);
    weight_column(context, table, "weight_from");
    weight_column(context, table, "weight_to");
    for (uint32_t i = 0; i < model->constraint_count; i++) {
        const sel_model_constraint *at = &model->constraints[i];
        bool order = at->at_least.len > 0;
        sel_table_row(table);
        sel_cell_text(table, at->principle);
        sel_cell_text(table, at->at_least);
        if (order) {
            sel_cell_empty(table);
            sel_cell_empty(table);
        } else {
            sel_cell_real(table, at->from);
            sel_cell_real(table, at->to);
        }
    }
}

/* What a figure of a weighting is called; its own name where there is no word. */
static sel_str figure_word(const sel_context *context, const char *name)
{
    static const struct {
        const char *name;
        const char *word;
    } words[] = {{"lambda_max", "weighting.lambda-max"},
                 {"consistency_index", "weighting.consistency-index"},
                 {"consistency_ratio", "weighting.consistency-ratio"},
                 {"consistency_ratio_worst", "weighting.consistency-ratio-worst"},
                 {"disagreement", "weighting.disagreement"},
                 {"missing", "weighting.missing"},
                 {"xi", "weighting.xi"},
                 {"half_width", "weighting.half-width"},
                 {"explained", "weighting.explained"},
                 {"components", "weighting.components"}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(words[i].name, name) == 0)
            return sel_tell_word(context, words[i].word);
    return sel_str_of(name);
}

static void tell_figures(const sel_context *context, const sel_weighting_outcome *outcome,
                         sel_report *report)
{
    if (outcome->figure_count == 0)
        return;
    sel_table *table = add_table(context, "figures", "model.figures", report);
    sel_tell_column_for(context, table, "id", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "figure", SEL_COLUMN_TEXT);
    sel_table_column(table, (sel_column){.id = "value",
                                         .label = sel_tell_word(context, "column.value"),
                                         .type = SEL_COLUMN_REAL,
                                         .decimals = 4});
    sel_tell_column(context, table, "remark", SEL_COLUMN_TEXT);
    for (uint32_t i = 0; i < outcome->figure_count; i++) {
        const char *name = outcome->figures[i].name;
        bool by_index = sel_str_starts(sel_str_of(name), SEL_STR("consistency_ratio"));
        sel_table_row(table);
        sel_cell_text(table, sel_str_of(name));
        sel_cell_text(table, figure_word(context, name));
        sel_cell_real(table, outcome->figures[i].value);
        sel_cell_text(table, by_index && outcome->random_index != NULL
                                 ? sel_say(table->arena, &context->words, "matrix.random-index",
                                           "source", outcome->random_index, NULL)
                                 : (sel_str){0});
    }
}

static void tell_constants(const sel_context *context, const sel_model *model, sel_report *report)
{
    sel_table *table = add_table(context, "constants", "model.constants", report);
    sel_tell_column(context, table, "id", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "constant", SEL_COLUMN_TEXT);
    sel_table_column(table, (sel_column){.id = "value",
                                         .label = sel_tell_word(context, "column.value"),
                                         .type = SEL_COLUMN_REAL,
                                         .decimals = 2});
    sel_tell_column(context, table, "remark", SEL_COLUMN_TEXT);
    for (int i = 0; i < SEL_POLICIES; i++) {
        const sel_policy_row *row = sel_policy_of((sel_policy)i);
        sel_table_row(table);
        sel_cell_text(table, sel_str_of(row->id));
        sel_cell_text(table, sel_tell_word(context, row->word));
        sel_cell_real(table, model->policies.values[i]);
        sel_cell_text(table, model->policies.given[i]
                                 ? (sel_str){0}
                                 : sel_tell_word(context, "constants.default"));
    }
}

void sel_tell_model_parts(const sel_context *context, const sel_model *model,
                          const sel_model_weights *weights, sel_report *report)
{
    tell_keys(context, model, weights, report);
    tell_principles(context, model, weights, report);
    tell_constraints(context, model, report);
    tell_figures(context, &weights->outcome, report);
    tell_constants(context, model, report);
    sel_report_foot(
        report, sel_say(report->arena, &context->words, "model.hash", "hash", model->hash, NULL));
}
