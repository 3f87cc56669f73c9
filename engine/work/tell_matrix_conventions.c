/* By which conventions a decision table was ranked: without them nobody could do it again. */
#include "work/tell_matrix.h"

#include "base/number.h"
#include "base/text.h"
#include "work/tell.h"

/* A convention: machines read id, people the word. */
typedef struct convention {
    const char *id;
    const char *word;
} convention;

static void add(const sel_context *context, sel_table *table, convention of, sel_str name,
                const char *how, const char *source)
{
    sel_table_row(table);
    sel_cell_text(table, sel_str_of(of.id));
    sel_cell_text(table, sel_tell_word(context, of.word));
    sel_cell_text(table, name);
    sel_cell_text(table, sel_str_of(how));
    sel_cell_text(table, sel_str_of(source));
}

/* Values of a parameter in the order of columns, one when all criteria have the same. */
static sel_str parameter_text(const double *values, uint32_t count, const sel_decision_table *from,
                              sel_arena *arena)
{
    sel_text text = {.arena = arena};
    bool same = true;
    for (uint32_t j = 1; j < count; j++)
        same = same && values[j] == values[0];
    for (uint32_t column = 0; column < (same ? 1 : count); column++) {
        char number[SEL_NUMBER_ROOM];
        double value = values[same ? 0 : sel_decision_column(from, column)];
        sel_text_printf(&text, "%s%s", column == 0 ? "" : ", ", sel_number_text(value, number));
    }
    return sel_text_str(&text);
}

static void add_parameters(const sel_context *context, const sel_matrix_setting *setting,
                           const sel_aggregation *method, const double *weights, sel_table *table)
{
    sel_aggregation_options options = sel_matrix_options(setting, method, weights);
    for (uint32_t k = 0; k < method->parameter_count; k++) {
        const sel_aggregation_parameter *parameter = &method->parameters[k];
        const double *given = options.parameters[k];
        uint32_t count =
            given != NULL && parameter->per_criterion ? setting->table.criterion_count : 1;
        const double *values = given == NULL ? &parameter->standard : given;
        sel_str text = parameter_text(values, count, &setting->table, table->arena);
        text = sel_str_printf(table->arena, "%s = %.*s", parameter->name, SEL_STR_ARG(text));
        add(context, table, (convention){"parameter", "matrix.parameter"}, text,
            given == NULL ? sel_tell_word(context, "matrix.standard").ptr : "", "");
    }
}

static void add_method(const sel_context *context, const sel_matrix_setting *setting,
                       const sel_aggregation *method, const double *weights, sel_table *table)
{
    const sel_normalisation *normalisation = sel_matrix_normalisation(setting, method);
    add(context, table, (convention){"method", "matrix.method"}, sel_str_of(method->name),
        method->variant, method->source);
    if (method->set_name != NULL)
        add(context, table, (convention){"set", "matrix.set"}, sel_str_of(method->set_name), "",
            "");
    add(context, table, (convention){"normalisation", "matrix.normalisation"},
        sel_str_of(normalisation->name), normalisation->variant, normalisation->source);
    add_parameters(context, setting, method, weights, table);
}

static void add_persons(const sel_context *context, const sel_matrix_setting *setting,
                        sel_table *table)
{
    static const char *const rules[] = {
        [SEL_GROUP_JUDGEMENTS] = "geometric mean of each judgement over those who made it (AIJ)",
        [SEL_GROUP_PRIORITIES] = "geometric mean of the persons' weights (AIP)",
    };
    bool several = setting->judgements.person_count > 1;
    add(context, table, (convention){"persons", "matrix.persons"},
        sel_str_of(sel_tell_count(table->arena, setting->judgements.person_count)),
        several ? rules[setting->group] : "", several ? "Forman & Peniwati 1998" : "");
}

static void add_weighting(const sel_context *context, const sel_matrix_setting *setting,
                          const sel_matrix_result *result, sel_table *table)
{
    const sel_weighting *weighting = setting->weighting;
    sel_arena *arena = table->arena;
    add(context, table, (convention){"weighting", "matrix.weighting"}, sel_str_of(weighting->name),
        weighting->variant, weighting->source);
    if (setting->weighting_input != NULL)
        add(context, table, (convention){"weighting_input", "matrix.weighting-input"},
            sel_str_of(setting->weighting_input), "", "");
    if (setting->judgements.person_count > 0)
        add_persons(context, setting, table);
    if (result->weighed_rows > 0 && result->weighed_rows < result->gaps.read.row_count)
        add(context, table, (convention){"weighed", "matrix.weighed"},
            sel_str_of(sel_tell_count(arena, result->weighed_rows)),
            sel_tell_word(context, "matrix.weighed-how").ptr, "");
}

static void add_coverage(const sel_context *context, const sel_matrix_result *result,
                         sel_table *table)
{
    char number[SEL_NUMBER_ROOM];
    if (!(result->setting.coverage > 0))
        return;
    add(context, table, (convention){"coverage", "matrix.coverage"},
        sel_str_copy(table->arena, sel_str_of(sel_number_text(result->setting.coverage, number))),
        sel_say(table->arena, &context->words, "matrix.coverage-how", "apart",
                sel_tell_count(table->arena, result->gaps.missing.apart_count), NULL)
            .ptr,
        "");
}

static void add_bounds(const sel_context *context, const sel_matrix_result *result,
                       sel_table *table)
{
    static const char *const proofs[] = {[SEL_BOUNDS_PROVEN] = "matrix.bounds-proven",
                                         [SEL_BOUNDS_OF_SCORE] = "matrix.bounds-scores-proven",
                                         [SEL_BOUNDS_ATTAINED] = "matrix.bounds-attained"};
    if (result->gaps.open > 0)
        add(context, table, (convention){"bounds", "matrix.bounds"},
            sel_str_of(sel_bounds_proof_name(result->proof)),
            sel_tell_word(context, proofs[result->proof]).ptr, "");
}

static void add_common(const sel_context *context, const sel_matrix_result *result,
                       sel_table *table)
{
    char number[SEL_NUMBER_ROOM];
    double share = result->gaps.missing.common_share;
    add(context, table, (convention){"common_list", "matrix.common-list"},
        sel_tell_matrix_common(result, table->arena),
        sel_tell_word(context, "matrix.common-list-how").ptr, "");
    add(context, table, (convention){"common_share", "matrix.common-share"},
        sel_str_copy(table->arena, sel_str_of(sel_number_fixed(share, 4, number))),
        sel_tell_word(context, result->gaps.missing.neighbours ? "matrix.neighbours"
                                                               : "matrix.no-neighbours")
            .ptr,
        "");
}

static void add_imputation(const sel_context *context, const sel_imputation *imputation,
                           sel_table *table)
{
    sel_arena *arena = table->arena;
    add(context, table, (convention){"imputation", "matrix.imputation"},
        sel_say(arena, &context->words, "matrix.sets", "sets",
                sel_tell_count(arena, imputation->sets), "seed",
                sel_tell_count(arena, imputation->seed), "cells",
                sel_tell_count(arena, imputation->cells), NULL),
        sel_tell_word(context, "matrix.imputation-how").ptr, "Rubin & Schenker 1986");
}

static void add_missing(const sel_context *context, const sel_matrix_result *result,
                        sel_table *table)
{
    uint64_t missing = result->gaps.read.missing;
    bool common = result->setting.missing == SEL_GAPS_COMMON_LIST;
    if (missing > 0)
        add(context, table, (convention){"not_known", "matrix.not-known"},
            sel_str_of(sel_tell_count(table->arena, missing)),
            common ? "" : sel_tell_word(context, "matrix.not-known-how").ptr, "");
    add_coverage(context, result, table);
    add_bounds(context, result, table);
    if (common)
        add_common(context, result, table);
    if (result->gaps.imputation != NULL)
        add_imputation(context, result->gaps.imputation, table);
}

/* How weightings were drawn, by where they came from. */
static const struct {
    const char *name;
    const char *word;
    const char *source;
} ways[] = {
    [SEL_WEIGHTS_FIXED] = {"fixed", "matrix.drawn-one", ""},
    [SEL_WEIGHTS_SOBOL] = {"sobol", "matrix.drawn-all", "Sobol' 1967; Cranley & Patterson 1976"},
    [SEL_WEIGHTS_PSEUDO_RANDOM] = {"pseudo-random", "matrix.drawn-pseudo-random", ""},
    [SEL_WEIGHTS_REJECTION] = {"rejection", "matrix.drawn-rejection", ""},
    [SEL_WEIGHTS_HIT_AND_RUN] = {"hit-and-run", "matrix.drawn-walk", "Smith 1984"},
};

sel_str sel_tell_weights_drawn(const sel_context *context, const sel_order_intervals *intervals,
                               sel_arena *arena)
{
    if (!intervals->constrained && intervals->source != SEL_WEIGHTS_PSEUDO_RANDOM)
        return (sel_str){0};
    return sel_say(arena, &context->words, ways[intervals->source].word, "tried",
                   sel_tell_count(arena, intervals->tried), NULL);
}

/* What is agreed about weights, and how those were drawn when not as usual. */
static void add_drawn(const sel_context *context, const sel_matrix_setting *setting,
                      const sel_order_intervals *intervals, sel_table *table)
{
    for (int i = 0; i < setting->constraint_texts.count; i++)
        add(context, table, (convention){"constraint", "matrix.constraint"},
            sel_str_of(setting->constraint_texts.list[i]), "", "");
    sel_str how = sel_tell_weights_drawn(context, intervals, table->arena);
    if (intervals->lack == SEL_INTERVALS_FOUND && how.len > 0)
        add(context, table, (convention){"weights_drawn", "matrix.drawn"},
            sel_str_of(ways[intervals->source].name), how.ptr, ways[intervals->source].source);
}

static void add_intervals(const sel_context *context, const sel_matrix_setting *setting,
                          const sel_order_intervals *intervals, sel_table *table)
{
    static const char *const lacks[] = {
        [SEL_INTERVALS_FOUND] = "matrix.intervals-how",
        [SEL_INTERVALS_NOT_DRAWN] = "matrix.intervals-not-drawn",
        [SEL_INTERVALS_REFUSED] = "matrix.intervals-refused",
        [SEL_INTERVALS_TOO_MANY] = "matrix.intervals-too-many",
        [SEL_INTERVALS_TOO_NARROW] = "matrix.intervals-too-narrow",
    };
    bool constrained = intervals->constrained;
    sel_arena *arena = table->arena;
    sel_str name = {0};
    char spread[SEL_NUMBER_ROOM];
    char kappa[SEL_NUMBER_ROOM];
    if (intervals->lack == SEL_INTERVALS_FOUND)
        name = sel_say(arena, &context->words, constrained ? "matrix.draws-within" : "matrix.draws",
                       "draws", sel_tell_count(arena, intervals->draws), "seed",
                       sel_tell_count(arena, setting->seed), "kappa",
                       sel_number_text(intervals->concentration, kappa), "spread",
                       sel_number_fixed(intervals->spread, 4, spread), NULL);
    const char *how = constrained ? "matrix.intervals-within-how" : lacks[intervals->lack];
    add(context, table, (convention){"intervals", "matrix.intervals"}, name,
        sel_tell_word(context, how).ptr,
        intervals->lack == SEL_INTERVALS_FOUND ? "Lahdelma & Salminen 2001" : "");
}

void sel_tell_matrix_conventions(const sel_context *context, const sel_matrix_setting *setting,
                                 const sel_matrix_result *result, sel_report *report)
{
    const double *weights = result->weights.weights;
    sel_section *section =
        sel_report_section(report, "conventions", sel_tell_word(context, "matrix.conventions"));
    sel_table *table =
        sel_section_table(section, "conventions", sel_tell_word(context, "matrix.conventions"));
    sel_tell_column_for(context, table, "convention", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column_for(context, table, "what", SEL_COLUMN_TEXT, SEL_FOR_PEOPLE);
    sel_tell_column(context, table, "used", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "how", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "source", SEL_COLUMN_TEXT);
    add_method(context, setting, setting->method, weights, table);
    for (uint32_t k = 0; k < setting->compared_count; k++)
        if (setting->compared[k] != setting->method)
            add_method(context, setting, setting->compared[k], weights, table);
    add_weighting(context, setting, result, table);
    add(context, table, (convention){"ties", "matrix.ties"}, (sel_str){0},
        sel_tell_word(context, "matrix.ties-how").ptr, "");
    add_missing(context, result, table);
    add_drawn(context, setting, &result->intervals, table);
    add_intervals(context, setting, &result->intervals, table);
}
