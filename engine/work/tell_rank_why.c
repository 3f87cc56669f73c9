#include "work/tell_rank_why.h"

#include "analysis/explanation/contributions.h"
#include "analysis/explanation/move_up.h"
#include "base/nearest.h"
#include "base/number.h"
#include "work/tell.h"
#include "work/tell_matrix.h"

/* What is explained, and where to. */
typedef struct why {
    const sel_context *context;
    const sel_matrix_setting *setting;
    const sel_scoring *scoring;
    const sel_uncertain_matrix *bounds;
    uint32_t row;
    sel_section *section;
    sel_arena *arena;
} why;

sel_status sel_rank_why_row(const sel_decision_table *table, const char *name, uint32_t *row,
                            sel_error *err)
{
    sel_nearest nearest = sel_nearest_start(sel_str_of(name));
    for (uint32_t i = 0; i < table->row_count; i++) {
        if (sel_str_is(table->rows[i], name)) {
            *row = i;
            return SEL_OK;
        }
        sel_nearest_offer(&nearest, table->rows[i]);
    }
    if (nearest.name.len == 0)
        return sel_fail(err, SEL_NOT_FOUND, "no alternative is called '%s'", name);
    return sel_fail(err, SEL_NOT_FOUND, "no alternative is called '%s': did you mean '%.*s'?", name,
                    SEL_STR_ARG(nearest.name));
}

static double value_of(const why *of, uint32_t criterion)
{
    const sel_decision_matrix *matrix = of->scoring->matrix;
    return matrix->values[(size_t)criterion * matrix->rows + of->row];
}

static void value_cell(const why *of, uint32_t criterion, sel_table *table)
{
    const sel_uncertain_matrix *bounds = of->bounds;
    size_t at = (size_t)criterion * bounds->rows + of->row;
    if (bounds->low[at] == bounds->high[at])
        sel_cell_real(table, value_of(of, criterion));
    else
        sel_cell_interval(table, bounds->low[at], bounds->high[at]);
}

static void fine_column(const why *of, sel_table *table, const char *id, const char *label)
{
    sel_table_column(table, (sel_column){.id = id,
                                         .label = sel_tell_word(of->context, label),
                                         .type = SEL_COLUMN_REAL,
                                         .decimals = 4});
}

static void tell_contributions(const why *of, const sel_contributions *contributions)
{
    static const char *const kinds[] = {
        [SEL_CONTRIBUTION_PARTS] = "matrix.why-parts",
        [SEL_CONTRIBUTION_LOG_PARTS] = "matrix.why-log-parts",
        [SEL_CONTRIBUTION_SHAPLEY] = "matrix.why-shapley",
    };
    char score[SEL_NUMBER_ROOM];
    char baseline[SEL_NUMBER_ROOM];
    sel_section_paragraph(of->section,
                          sel_say(of->arena, &of->context->words, "matrix.why-scores", "score",
                                  sel_number_fixed(contributions->of.score, 4, score), "baseline",
                                  sel_number_fixed(contributions->of.baseline_score, 4, baseline),
                                  NULL));
    sel_table *table = sel_section_table(of->section, "contributions",
                                         sel_tell_word(of->context, "matrix.contributions"));
    sel_tell_column(of->context, table, "criterion", SEL_COLUMN_TEXT);
    sel_tell_bounded_column(of->context, table, "value", SEL_COLUMN_REAL, 4);
    fine_column(of, table, "contribution", "column.contribution");
    for (uint32_t column = 0; column < contributions->of.players; column++) {
        uint32_t j = sel_decision_column(&of->setting->table, column);
        sel_table_row(table);
        sel_cell_text(table, of->setting->table.criteria[j]);
        value_cell(of, j, table);
        sel_cell_real(table, contributions->of.values[j]);
    }
    sel_section_paragraph(of->section, sel_tell_word(of->context, kinds[contributions->kind]));
}

static void move_row(const why *of, const sel_move_up *up, uint32_t criterion, sel_table *table)
{
    const sel_move *move = &up->moves[criterion];
    sel_table_row(table);
    sel_cell_text(table, of->setting->table.criteria[criterion]);
    value_cell(of, criterion, table);
    if (move->possible) {
        sel_cell_real(table, move->to);
        sel_cell_percent(table, move->effort);
    } else {
        sel_cell_missing(table, "not_alone", sel_tell_word(of->context, "matrix.not-alone"));
        sel_cell_empty(table);
    }
}

static void tell_moves(const why *of, const sel_move_up *up)
{
    if (up->first) {
        sel_section_paragraph(of->section, sel_tell_word(of->context, "matrix.no-one-better"));
        return;
    }
    char score[SEL_NUMBER_ROOM];
    sel_table *table =
        sel_section_table(of->section, "moves", sel_tell_word(of->context, "matrix.moves"));
    sel_tell_column(of->context, table, "criterion", SEL_COLUMN_TEXT);
    sel_tell_bounded_column(of->context, table, "value", SEL_COLUMN_REAL, 4);
    fine_column(of, table, "value_needed", "column.value_needed");
    sel_tell_column(of->context, table, "effort", SEL_COLUMN_PERCENT);
    for (uint32_t column = 0; column < of->scoring->matrix->criteria; column++)
        move_row(of, up, sel_decision_column(&of->setting->table, column), table);
    sel_section_paragraph(
        of->section, sel_say(of->arena, &of->context->words, "matrix.moves-how", "next",
                             sel_tell_text(of->arena, sel_alternative_title(of->setting, up->next)),
                             "score", sel_number_fixed(up->next_score, 4, score), NULL));
}

sel_status sel_tell_rank_why(const sel_context *context, const sel_matrix_setting *setting,
                             const sel_matrix_result *result, uint32_t row, sel_report *report,
                             sel_error *err)
{
    sel_arena *arena = report->arena;
    const sel_aggregation_options options =
        sel_matrix_options(setting, setting->method, result->weights.weights);
    const sel_scoring scoring = {setting->method, &result->filled.matrix, &options};
    const sel_shapley_options against = {.baseline = SEL_BASELINE_MEAN};
    sel_contributions contributions;
    sel_move_up up;
    sel_status status = sel_contributions_of(&scoring, row, &against, arena, &contributions, err);
    if (status == SEL_OK)
        status = sel_move_up_of(&scoring, row, setting->ranges, arena, &up, err);
    if (status != SEL_OK)
        return status;
    why of = {
        .context = context,
        .setting = setting,
        .scoring = &scoring,
        .bounds = &result->filled.bounds,
        .row = row,
        .section = sel_report_section(
            report, "why",
            sel_say(arena, &context->words, "matrix.why", "alternative",
                    sel_tell_text(arena, sel_alternative_title(setting, row)), NULL)),
        .arena = arena,
    };
    tell_contributions(&of, &contributions);
    if (sel_tell_matrix_neighbours(result))
        tell_moves(&of, &up);
    else
        sel_section_paragraph(of.section, sel_tell_word(context, "matrix.no-neighbours"));
    return SEL_OK;
}
