#include "work/results.h"

#include "base/number.h"
#include "base/text.h"
#include "work/field.h"
#include "work/tell.h"

static sel_str donors_text(const sel_study *study, uint32_t programme, sel_arena *arena)
{
    const sel_study_programme *of = &study->programmes[programme];
    sel_text names = {.arena = arena};
    for (uint32_t i = 0; i < of->donor_count; i++)
        sel_text_printf(&names, "%s%.*s", i == 0 ? "" : ", ",
                        SEL_STR_ARG(study->organisations[of->donors[i]].name));
    return names.len == 0 ? SEL_STR("?") : sel_text_str(&names);
}

/* Whether enough is known of a programme for a word about its neighbours. */
static bool is_covered(const sel_model *model, const sel_field *chosen, uint32_t row)
{
    enum { WHOLE = 10000 };
    return (uint64_t)chosen->from[row] * WHOLE >= (uint64_t)chosen->of[row] * model->coverage_bp &&
           chosen->of[row] > 0;
}

/* What can be said of a programme and the next one. */
static const char *neighbour_word(const sel_model *model, const sel_field *chosen,
                                  const sel_ranking *ranking, uint32_t i)
{
    if (i + 1 == ranking->count)
        return NULL;
    if (i >= ranking->with_intervals)
        return "rank.no-interval";
    if (!is_covered(model, chosen, ranking->order[i].alternative) ||
        !is_covered(model, chosen, ranking->order[i + 1].alternative))
        return model->coverage_bp == SEL_COVERAGE_USUAL ? "rank.not-said" : "rank.little-known";
    return ranking->order[i].tied_with_next ? "rank.tied" : "rank.apart";
}

static void ranking_columns(const sel_context *context, sel_table *table)
{
    sel_tell_column(context, table, "order", SEL_COLUMN_INTEGER);
    sel_tell_bounded_column(context, table, "between", SEL_COLUMN_INTEGER, 0);
    sel_table_column(table, (sel_column){.id = "weights_only",
                                         .type = SEL_COLUMN_INTEGER,
                                         .bounds = true,
                                         .readers = SEL_FOR_MACHINES});
    sel_tell_column_for(context, table, "programme", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "title", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "donors", SEL_COLUMN_TEXT);
    sel_table_column(table, (sel_column){.id = "score",
                                         .type = SEL_COLUMN_REAL,
                                         .bounds = true,
                                         .readers = SEL_FOR_MACHINES});
    sel_table_column(table, (sel_column){.id = "first_three",
                                         .label = sel_tell_word(context, "column.first_three"),
                                         .type = SEL_COLUMN_PERCENT});
    sel_tell_column(context, table, "rests_on", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "next", SEL_COLUMN_TEXT);
}

static void no_interval_cell(const sel_context *context, sel_table *table)
{
    sel_cell_missing(table, "no_interval", sel_tell_word(context, "rank.no-interval"));
}

static void interval_cell(const sel_context *context, sel_table *table, bool spread, uint32_t low,
                          uint32_t high)
{
    if (spread)
        sel_cell_interval(table, low, high);
    else
        no_interval_cell(context, table);
}

static void ranking_row(const sel_context *context, const sel_assessment *assessment,
                        const sel_field *chosen, const sel_ranking *ranking, uint32_t i,
                        sel_table *table)
{
    const sel_ranked *ranked = &ranking->order[i];
    uint32_t programme = chosen->programmes[ranked->alternative];
    sel_arena *arena = table->arena;
    sel_table_row(table);
    bool spread = i < ranking->with_intervals;
    sel_cell_integer(table, ranked->rank);
    interval_cell(context, table, spread, ranked->rank_low, ranked->rank_high);
    interval_cell(context, table, spread, ranked->weights_low, ranked->weights_high);
    sel_cell_text(table, sel_study_address(assessment->study, programme, arena));
    sel_cell_text(table, assessment->study->programmes[programme].title);
    sel_cell_text(table, donors_text(assessment->study, programme, arena));
    sel_cell_real(table, ranked->score);
    sel_cell_between(table, ranked->score_low, ranked->score_high);
    if (spread)
        sel_cell_percent(table, ranked->first_three);
    else
        no_interval_cell(context, table);
    const char *strength = sel_reliability_word(chosen->reliability[ranked->alternative]);
    sel_cell_text(table, sel_say(arena, &context->words, "rank.rests-on", "word",
                                 sel_tell_text(arena, sel_tell_word(context, strength)), "from",
                                 sel_tell_count(arena, chosen->from[ranked->alternative]), "of",
                                 sel_tell_count(arena, chosen->of[ranked->alternative]), NULL));
    const char *next = neighbour_word(&context->model, chosen, ranking, i);
    sel_cell_text(table, next == NULL ? (sel_str){0} : sel_tell_word(context, next));
}

static void ranking_figure(const sel_context *context, const sel_assessment *assessment,
                           const sel_field *chosen, const sel_ranking *ranking,
                           sel_section *section)
{
    enum { SHOWN = 25 };
    sel_figure *bars = sel_section_figure(section, SEL_FIGURE_INTERVALS, "rank_intervals",
                                          sel_tell_word(context, "rank.figure"),
                                          sel_tell_word(context, "rank.figure-alternative"));
    bars->item = (sel_axis){.id = "programme", .label = sel_tell_word(context, "column.programme")};
    bars->value = (sel_axis){.id = "rank",
                             .label = sel_tell_word(context, "column.order"),
                             .type = SEL_COLUMN_INTEGER,
                             .low = 1,
                             .high = ranking->count};
    for (uint32_t i = 0; i < ranking->with_intervals && i < SHOWN; i++) {
        const sel_ranked *ranked = &ranking->order[i];
        uint32_t programme = chosen->programmes[ranked->alternative];
        sel_arena *arena = bars->arena;
        sel_figure_mark(bars,
                        (sel_mark){.label = {sel_study_address(assessment->study, programme, arena),
                                             assessment->study->programmes[programme].title},
                                   .has_value = true,
                                   .has_bounds = true,
                                   .value = ranked->rank,
                                   .low = ranked->rank_low,
                                   .high = ranked->rank_high,
                                   .text = sel_str_printf(arena, "%u (%u-%u)", ranked->rank,
                                                          ranked->rank_low, ranked->rank_high)});
    }
}

static void tell_left_out(const sel_context *context, const sel_field *chosen, sel_section *section)
{
    static const char *const words[SEL_OUT_KINDS] = {
        [SEL_FIT_KEPT] = NULL,
        [SEL_OUT_RECIPIENT] = "out.recipient",
        [SEL_OUT_CAPABILITY] = "out.capability",
        [SEL_OUT_TIME] = "out.time",
        [SEL_OUT_KIND] = "out.kind",
    };
    sel_arena *arena = section->report->arena;
    sel_text text = {.arena = arena};
    for (int i = 0; i < SEL_OUT_KINDS; i++)
        if (words[i] != NULL && chosen->left_out[i] > 0)
            sel_text_printf(&text, "%s%.*s: %u", text.len == 0 ? "" : ", ",
                            SEL_STR_ARG(sel_tell_word(context, words[i])), chosen->left_out[i]);
    if (text.len > 0)
        sel_section_paragraph(
            section, sel_say(arena, &context->words, "rank.left-out", "reasons", text.bytes, NULL));
}

/* "Model m, version 1; topsis; normalisation: vector; weights by entropy: a .4, b .6." */
static void tell_convention(const sel_context *context, const sel_field_method *method,
                            sel_report *report)
{
    const sel_model *model = &context->model;
    sel_text weights = {.arena = report->arena};
    for (uint32_t j = 0; j < model->criterion_count; j++) {
        char number[SEL_NUMBER_ROOM];
        sel_number_fixed(method->weights[j], 3, number);
        sel_text_printf(&weights, "%s%.*s %s", j == 0 ? "" : ", ",
                        SEL_STR_ARG(model->criteria[j].id), number);
    }
    sel_report_foot(report,
                    sel_say(report->arena, &context->words, "rank.convention", "model",
                            sel_tell_text(report->arena, model->id), "version",
                            sel_tell_text(report->arena, model->version), "method",
                            method->aggregation->name, "normalisation", method->normalisation->name,
                            "weighting", sel_tell_text(report->arena, model->weighting), "weights",
                            weights.bytes, NULL));
    if (!method->additive)
        sel_report_foot(report, sel_tell_word(context, "rank.middle"));
}

static void tell_method(const sel_context *context, const sel_ranking *ranking,
                        const sel_field_method *method, sel_report *report)
{
    sel_arena *arena = report->arena;
    bool plain = sel_str_is(context->model.weighting, SEL_WEIGHTING_DIRECT) && method->additive &&
                 !method->normalisation->goalposts;
    if (!plain)
        tell_convention(context, method, report);
    if (!method->additive)
        return;
    char spread[SEL_NUMBER_ROOM];
    char kappa[SEL_NUMBER_ROOM];
    sel_number_fixed(ranking->spread, 4, spread);
    sel_number_text(ranking->concentration, kappa);
    sel_report_foot(report, sel_say(arena, &context->words, "rank.method", "model",
                                    sel_tell_text(arena, context->model.id), "version",
                                    sel_tell_text(arena, context->model.version), "method",
                                    method->aggregation->name, "draws",
                                    sel_tell_count(arena, ranking->draws), "spread",
                                    sel_arena_copy(arena, spread, strlen(spread)), "kappa",
                                    sel_arena_copy(arena, kappa, strlen(kappa)), "seed",
                                    sel_tell_count(arena, ranking->seed), NULL));
    sel_report_foot(report, sel_tell_word(context, "rank.how"));
}

sel_status sel_tell_ranking_body(const sel_context *context, const sel_assessment *assessment,
                                 sel_choice_of choice, sel_report *report, sel_error *err)
{
    sel_arena *arena = report->arena;
    sel_status status = sel_field_allows(context, choice, err);
    if (status != SEL_OK)
        return status;
    sel_field chosen = sel_field_choose(assessment, choice, arena);
    sel_field_score(context, assessment, arena, &chosen);
    sel_section *section =
        sel_report_section(report, "ranking", sel_tell_word(context, "rank.heading"));
    if (chosen.count == 0) {
        sel_section_paragraph(section, sel_tell_word(context, "rank.none"));
        tell_left_out(context, &chosen, section);
        return SEL_OK;
    }
    sel_ranking ranking;
    sel_field_method method;
    status = sel_field_rank(context, &chosen, arena, &ranking, &method, err);
    if (status != SEL_OK)
        return status;
    sel_table *table =
        sel_section_table(section, "ranking", sel_tell_word(context, "rank.heading"));
    ranking_columns(context, table);
    for (uint32_t i = 0; i < ranking.count; i++)
        ranking_row(context, assessment, &chosen, &ranking, i, table);
    tell_left_out(context, &chosen, section);
    if (ranking.with_intervals > 0)
        ranking_figure(context, assessment, &chosen, &ranking, section);
    tell_method(context, &ranking, &method, report);
    return SEL_OK;
}

sel_status sel_tell_ranking(const sel_context *context, const sel_assessment *assessment,
                            sel_choice_of choice, sel_report *report, sel_error *err)
{
    sel_tell_setting(context, assessment, report);
    sel_report_subtitle(report, sel_tell_word(context, "rank.advice"));
    return sel_tell_ranking_body(context, assessment, choice, report, err);
}
