#include "work/tell_matrix.h"

#include "work/tell.h"
#include "work/tell_rank_interval.h"

sel_str sel_alternative_title(const sel_matrix_setting *setting, uint32_t row)
{
    return setting->titles == NULL ? setting->table.rows[row] : setting->titles[row];
}

void sel_tell_alternative_columns(const sel_context *context, const sel_matrix_setting *setting,
                                  sel_table *table)
{
    if (setting->titles == NULL) {
        sel_tell_column(context, table, "alternative", SEL_COLUMN_TEXT);
        return;
    }
    sel_tell_column_for(context, table, "alternative", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "title", SEL_COLUMN_TEXT);
}

void sel_tell_alternative_cells(const sel_matrix_setting *setting, uint32_t row, sel_table *table)
{
    sel_cell_text(table, setting->table.rows[row]);
    if (setting->titles != NULL)
        sel_cell_text(table, setting->titles[row]);
}

/* --- the order --- */

static void number_column(sel_table *table, const char *id, sel_str label)
{
    sel_table_column(
        table, (sel_column){.id = id, .label = label, .type = SEL_COLUMN_REAL, .decimals = 4});
}

static void imputed_columns(const sel_context *context, sel_table *table)
{
    number_column(table, "imputed_score", sel_tell_word(context, "column.imputed_score"));
    sel_tell_column(context, table, "imputed_q05", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "imputed_q50", SEL_COLUMN_INTEGER);
    sel_tell_column(context, table, "imputed_q95", SEL_COLUMN_INTEGER);
}

static void order_columns(const sel_context *context, const sel_matrix_setting *setting,
                          const sel_matrix_result *result, sel_table *table)
{
    sel_tell_rank_columns(context, &result->intervals, table);
    sel_tell_alternative_columns(context, setting, table);
    sel_tell_bounded_column(context, table, "score", SEL_COLUMN_REAL, 4);
    if (result->gaps.open > 0)
        sel_tell_bounded_column(context, table, "rank_unknown", SEL_COLUMN_INTEGER, 0);
    if (result->gaps.imputation != NULL)
        imputed_columns(context, table);
    sel_tell_first_three_column(context, &result->intervals, table);
    for (uint32_t k = 0; k < result->outcome.column_count; k++)
        number_column(table, result->outcome.columns[k].name,
                      sel_str_of(result->outcome.columns[k].name));
    if (result->outcome.set != NULL)
        sel_tell_column(context, table, "in_set", SEL_COLUMN_TEXT);
    if (setting->table.missing > 0)
        sel_tell_column(context, table, "not_known", SEL_COLUMN_TEXT);
}

static void imputed_cells(sel_table *table, const sel_imputed *drawn)
{
    sel_cell_real(table, drawn->score);
    sel_cell_integer(table, drawn->rank_low);
    sel_cell_integer(table, drawn->rank_median);
    sel_cell_integer(table, drawn->rank_high);
}

/* What can be said of the place-th alternative and the next one. */
static sel_neighbours neighbours(const sel_matrix_result *result, uint32_t place)
{
    if (place >= result->setting.table.row_count - 1)
        return SEL_NEIGHBOURS_APART;
    return sel_tell_matrix_neighbours(result) ? sel_rank_neighbours(result, place)
                                              : SEL_NEIGHBOURS_DOUBT;
}

static void order_row(const sel_context *context, const sel_matrix_setting *setting,
                      const sel_matrix_result *result, uint32_t place, sel_table *table)
{
    const sel_decision_table *from = &setting->table;
    uint32_t row = result->order[place];
    const sel_score_bounds *bounds = &result->bounds[row];
    sel_table_row(table);
    sel_tell_rank_cells(context, result, place, neighbours(result, place - 1),
                        neighbours(result, place), table);
    sel_tell_alternative_cells(setting, row, table);
    sel_cell_real(table, result->outcome.scores[row]);
    sel_cell_between(table, bounds->low, bounds->high);
    if (result->gaps.open > 0)
        sel_cell_interval(table, bounds->rank_low, bounds->rank_high);
    if (result->gaps.imputation != NULL)
        imputed_cells(table, &result->gaps.imputation->alternatives[row]);
    sel_tell_first_three_cell(context, &result->intervals, row, table);
    for (uint32_t k = 0; k < result->outcome.column_count; k++)
        sel_cell_real(table, result->outcome.columns[k].values[row]);
    if (result->outcome.set != NULL)
        sel_cell_text(table,
                      sel_tell_word(context, result->outcome.set[row] ? "said.yes" : "said.no"));
    if (from->missing > 0)
        sel_cell_text(table, sel_tell_matrix_names(from, row, table->arena));
}

static void tell_order(const sel_context *context, const sel_matrix_setting *setting,
                       const sel_matrix_result *result, sel_report *report)
{
    sel_section *section =
        sel_report_section(report, "ranking", sel_tell_word(context, "matrix.order"));
    sel_table *table =
        sel_section_table(section, "ranking", sel_tell_word(context, "matrix.order"));
    order_columns(context, setting, result, table);
    for (uint32_t i = 0; i < setting->table.row_count; i++)
        order_row(context, setting, result, i, table);
    sel_tell_matrix_missing(context, result, section, report->arena);
}

/* --- weights --- */

static void goalpost_cells(const sel_matrix_setting *setting, uint32_t j, sel_table *table)
{
    if (setting->goal_low == NULL)
        return;
    sel_cell_real(table, setting->goal_low[j]);
    sel_cell_real(table, setting->goal_high[j]);
}

/* Of a criterion that nobody has a value of there is no worst and no best. */
static void end_cell(sel_table *table, uint32_t known, double value)
{
    if (known > 0)
        sel_cell_real(table, value);
    else
        sel_cell_empty(table);
}

static void weight_row(const sel_context *context, const sel_matrix_result *result, uint32_t j,
                       sel_table *table)
{
    const sel_matrix_setting *setting = &result->setting;
    const sel_decision_table *from = &setting->table;
    uint32_t known = 0;
    for (uint32_t i = 0; i < from->row_count; i++)
        known += from->known[(size_t)j * from->row_count + i];
    sel_table_row(table);
    sel_cell_text(table, from->criteria[j]);
    sel_cell_text(table,
                  sel_tell_word(context, setting->cost[j] ? "matrix.cost" : "matrix.benefit"));
    sel_cell_real(table, result->weights.weights[j]);
    if (setting->missing == SEL_GAPS_COMMON_LIST)
        sel_cell_real(table, result->gaps.weights[j]);
    sel_cell_integer(table, known);
    end_cell(table, known, result->filled.worst[j]);
    end_cell(table, known, result->filled.best[j]);
    goalpost_cells(setting, j, table);
}

static void tell_weights(const sel_context *context, const sel_matrix_setting *setting,
                         const sel_matrix_result *result, sel_report *report)
{
    sel_section *section =
        sel_report_section(report, "weights", sel_tell_word(context, "matrix.weights"));
    sel_table *table =
        sel_section_table(section, "weights", sel_tell_word(context, "matrix.weights"));
    sel_tell_column(context, table, "criterion", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "direction", SEL_COLUMN_TEXT);
    number_column(table, "weight", sel_tell_word(context, "column.weight"));
    if (setting->missing == SEL_GAPS_COMMON_LIST)
        number_column(table, "weight_all", sel_tell_word(context, "column.weight_all"));
    sel_tell_column(context, table, "values_known", SEL_COLUMN_INTEGER);
    sel_tell_column_for(context, table, "worst", SEL_COLUMN_REAL, SEL_FOR_MACHINES);
    sel_tell_column_for(context, table, "best", SEL_COLUMN_REAL, SEL_FOR_MACHINES);
    if (setting->goal_low != NULL) {
        sel_tell_column(context, table, "goal_low", SEL_COLUMN_REAL);
        sel_tell_column(context, table, "goal_high", SEL_COLUMN_REAL);
    }
    for (uint32_t column = 0; column < setting->table.criterion_count; column++)
        weight_row(context, result, sel_decision_column(&setting->table, column), table);
}

static const char *figure_word(const char *name)
{
    static const struct {
        const char *name;
        const char *word;
    } words[] = {
        {"lambda_max", "weighting.lambda-max"},
        {"consistency_index", "weighting.consistency-index"},
        {"consistency_ratio", "weighting.consistency-ratio"},
        {"consistency_ratio_worst", "weighting.consistency-ratio-worst"},
        {"disagreement", "weighting.disagreement"},
        {"missing", "weighting.missing"},
        {"xi", "weighting.xi"},
        {"half_width", "weighting.half-width"},
        {"explained", "weighting.explained"},
        {"components", "weighting.components"},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(name, words[i].name) == 0)
            return words[i].word;
    return NULL;
}

static void tell_figures(const sel_context *context, const sel_weighting_outcome *weights,
                         sel_report *report)
{
    if (weights->figure_count == 0)
        return;
    sel_section *section =
        sel_report_section(report, "weight_figures", sel_tell_word(context, "matrix.figures"));
    sel_table *table =
        sel_section_table(section, "weight_figures", sel_tell_word(context, "matrix.figures"));
    sel_tell_column_for(context, table, "figure", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column_for(context, table, "what", SEL_COLUMN_TEXT, SEL_FOR_PEOPLE);
    number_column(table, "value", sel_tell_word(context, "column.value"));
    for (uint32_t i = 0; i < weights->figure_count; i++) {
        const char *name = weights->figures[i].name;
        const char *word = figure_word(name);
        sel_table_row(table);
        sel_cell_text(table, sel_str_of(name));
        sel_cell_text(table, word == NULL ? sel_str_of(name) : sel_tell_word(context, word));
        sel_cell_real(table, weights->figures[i].value);
    }
    if (weights->random_index != NULL)
        sel_section_paragraph(section,
                              sel_say(report->arena, &context->words, "matrix.random-index",
                                      "source", weights->random_index, NULL));
}

void sel_tell_matrix(const sel_context *context, const sel_matrix_setting *setting,
                     const sel_matrix_result *result, sel_report *report)
{
    sel_arena *arena = report->arena;
    sel_report_subtitle(report,
                        sel_say(arena, &context->words, "matrix.read", "file",
                                sel_tell_text(arena, setting->table.source), "alternatives",
                                sel_tell_count(arena, result->gaps.read.row_count), "criteria",
                                sel_tell_count(arena, setting->table.criterion_count), NULL));
    sel_report_subtitle(report, sel_tell_word(context, "matrix.advice"));
    tell_order(context, setting, result, report);
    sel_tell_matrix_apart(context, result, report);
    sel_tell_matrix_comparison(context, setting, result, report);
    tell_weights(context, setting, result, report);
    tell_figures(context, &result->weights, report);
    sel_tell_matrix_conventions(context, setting, result, report);
}
