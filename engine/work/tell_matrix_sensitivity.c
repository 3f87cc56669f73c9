#include "work/tell_matrix_sensitivity.h"

#include "analysis/sensitivity/ranking_sensitivity.h"
#include "base/number.h"
#include "work/tell.h"
#include "work/tell_matrix.h"
#include "work/tell_order_changes.h"

/* Base points where a table is small, and the least; ranks that are told; samples of intervals. */
enum { POINTS = 4096, POINTS_LEAST = 256, PLACES = 3, SAMPLES = 999, SMALL_TABLE = 100 };

static void take_methods(const sel_matrix_setting *setting, const double *weights,
                         sel_sensitivity_study *study)
{
    study->aggregations[study->aggregation_count++] = setting->method;
    for (uint32_t k = 0; k < setting->compared_count; k++)
        if (setting->compared[k] != setting->method &&
            study->aggregation_count < SEL_SENSITIVITY_CHOICES)
            study->aggregations[study->aggregation_count++] = setting->compared[k];
    for (uint32_t k = 0; k < study->aggregation_count; k++) {
        const sel_aggregation_options options =
            sel_matrix_options(setting, study->aggregations[k], weights);
        memcpy(study->parameters[k], options.parameters, sizeof options.parameters);
    }
}

/* The one in use first; others only where the choice is free. */
static void take_normalisations(const sel_matrix_setting *setting, sel_sensitivity_study *study)
{
    static const char *const usual[] = {"min-max", "vector", "sum", "rank"};
    bool chosen = setting->normalisation != NULL;
    const sel_normalisation *used = sel_matrix_normalisation(setting, setting->method);
    study->normalisations[study->normalisation_count++] = used;
    for (size_t i = 0; !chosen && i < sizeof usual / sizeof usual[0]; i++) {
        const sel_normalisation *other = sel_normalisation_find(sel_str_of(usual[i]));
        if (other != used)
            study->normalisations[study->normalisation_count++] = other;
    }
}

static sel_sensitivity_study study_of(const sel_matrix_setting *setting,
                                      const sel_matrix_result *result)
{
    uint32_t rows = result->filled.matrix.rows;
    uint32_t points = POINTS;
    while (points > POINTS_LEAST && (uint64_t)points * rows > (uint64_t)POINTS * SMALL_TABLE)
        points /= 2;
    sel_sensitivity_study study = {
        .matrix = result->filled.matrix,
        .low = result->filled.bounds.low,
        .high = result->filled.bounds.high,
        .weights = result->weights.weights,
        .weights_move = true,
        .leave_out = true,
        .goal_low = setting->goal_low,
        .goal_high = setting->goal_high,
        .places = PLACES,
        .plan = {.base_points = points, .samples = SAMPLES, .seed = setting->seed},
    };
    take_methods(setting, result->weights.weights, &study);
    take_normalisations(setting, &study);
    return study;
}

static const char *factor_word(sel_ranking_factor factor)
{
    static const char *const words[] = {
        [SEL_FACTOR_NORMALISATION] = "matrix.factor-normalisation",
        [SEL_FACTOR_AGGREGATION] = "matrix.factor-aggregation",
        [SEL_FACTOR_LEFT_OUT] = "matrix.factor-left-out",
        [SEL_FACTOR_DATA] = "matrix.factor-data",
        [SEL_FACTOR_WEIGHTS] = "matrix.factor-weights",
    };
    return words[factor];
}

static void index_cell(const sel_index *index, bool interval, sel_table *table)
{
    sel_cell_real(table, sel_number_settle(index->value));
    if (interval)
        sel_cell_between(table, sel_number_settle(index->low), sel_number_settle(index->high));
}

static void tell_output(const sel_context *context, const sel_ranking_sensitivity *found,
                        uint32_t output, sel_str name, sel_table *table)
{
    const sel_output_indices *indices = &found->indices.outputs[output];
    for (uint32_t i = 0; indices->defined && i < found->factor_count; i++) {
        sel_table_row(table);
        sel_cell_text(table, name);
        sel_cell_text(table, sel_tell_word(context, factor_word(found->factors[i].factor)));
        index_cell(&indices->factors[i].first, indices->intervals, table);
        index_cell(&indices->factors[i].total, indices->intervals, table);
    }
}

static void index_column(const sel_context *context, const char *id, const char *label,
                         sel_table *table)
{
    sel_table_column(table, (sel_column){.id = id,
                                         .label = sel_tell_word(context, label),
                                         .type = SEL_COLUMN_REAL,
                                         .decimals = 2,
                                         .bounds = true});
}

static void tell_outputs(const sel_context *context, const sel_matrix_setting *setting,
                         const sel_ranking_sensitivity *found, sel_section *section,
                         sel_arena *arena)
{
    sel_str title = sel_tell_word(context, "matrix.sensitivity");
    sel_table *table = sel_section_table(section, "sensitivity", title);
    sel_tell_column(context, table, "moved", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "factor", SEL_COLUMN_TEXT);
    index_column(context, "by_itself", "column.by_itself", table);
    index_column(context, "with_others", "column.with_others", table);
    tell_output(context, found, found->places, sel_tell_word(context, "matrix.mean-shift"), table);
    for (uint32_t i = 0; i < found->places; i++) {
        sel_str name = sel_alternative_title(setting, found->alternatives[i]);
        tell_output(context, found, i,
                    sel_say(arena, &context->words, "matrix.rank-of", "alternative",
                            sel_tell_text(arena, name), NULL),
                    table);
    }
}

static sel_status tell_indices(const sel_context *context, const sel_matrix_setting *setting,
                               const sel_matrix_result *result, sel_report *report, sel_error *err)
{
    sel_arena *arena = report->arena;
    sel_str title = sel_tell_word(context, "matrix.sensitivity");
    sel_section *section = sel_report_section(report, "sensitivity", title);
    sel_ranking_sensitivity found = {.factor_count = 0};
    if (result->filled.matrix.rows >= 2) {
        sel_sensitivity_study study = study_of(setting, result);
        sel_status status = sel_ranking_sensitivity_of(&study, arena, &found, err);
        if (status != SEL_OK)
            return status;
    }
    if (found.factor_count == 0) {
        sel_section_paragraph(section, sel_tell_word(context, "matrix.nothing-moves"));
        return SEL_OK;
    }
    tell_outputs(context, setting, &found, section, arena);
    sel_section_paragraph(section,
                          sel_say(arena, &context->words, "matrix.sensitivity-how", "orders",
                                  sel_tell_count(arena, found.indices.evaluations), "seed",
                                  sel_tell_count(arena, found.indices.seed), NULL));
    return SEL_OK;
}

sel_status sel_tell_matrix_sensitivity(const sel_context *context,
                                       const sel_matrix_setting *setting,
                                       const sel_matrix_result *result, sel_report *report,
                                       sel_error *err)
{
    uint32_t rows = result->filled.matrix.rows;
    if (rows > SEL_SENSITIVITY_ROWS)
        return sel_fail(err, SEL_UNSUPPORTED,
                        "%u alternatives are too many for --sensitivity; it takes up to %d", rows,
                        SEL_SENSITIVITY_ROWS);
    const sel_aggregation_options options =
        sel_matrix_options(setting, setting->method, result->weights.weights);
    const sel_scoring scoring = {setting->method, &result->filled.matrix, &options};
    const sel_order_names names = {setting->table.rows, setting->titles, setting->table.criteria,
                                   setting->covered};
    sel_status status = tell_indices(context, setting, result, report, err);
    if (status == SEL_OK && sel_tell_matrix_neighbours(result))
        status = sel_tell_swaps(context, &scoring, &names, report, err);
    if (status == SEL_OK)
        status = sel_tell_reversals(context, &scoring, &names, report, err);
    return status;
}
