#include "work/results.h"

#include "base/number.h"
#include "base/text.h"
#include "work/matrix_names.h"
#include "work/rank_reason.h"
#include "work/tell.h"
#include "work/tell_matrix.h"
#include "work/tell_matrix_sensitivity.h"
#include "work/tell_rank_interval.h"
#include "work/tell_rank_why.h"
#include "work/tell_ranked.h"

/* What can be said of the place-th alternative and the next one. */
static sel_neighbours neighbours(const sel_model *model, const sel_field *chosen,
                                 const sel_matrix_result *result, uint32_t place)
{
    bool drawn = result->intervals.lack == SEL_INTERVALS_FOUND && place < result->intervals.drawn;
    if (!drawn || place + 1 == chosen->count)
        return SEL_NEIGHBOURS_APART;
    return sel_rank_is_covered(model, chosen, result->order[place]) &&
                   sel_rank_is_covered(model, chosen, result->order[place + 1])
               ? sel_rank_neighbours(result, place)
               : SEL_NEIGHBOURS_DOUBT;
}

static sel_str neighbour_text(const sel_context *context, const sel_field *chosen,
                              const sel_matrix_result *result, uint32_t place)
{
    bool usual = context->model.coverage_bp == SEL_COVERAGE_USUAL;
    if (place + 1 == chosen->count)
        return (sel_str){0};
    if (result->intervals.lack != SEL_INTERVALS_FOUND || place >= result->intervals.drawn)
        return sel_tell_word(context, "rank.no-interval");
    switch (neighbours(&context->model, chosen, result, place)) {
    case SEL_NEIGHBOURS_TIED:
        return sel_tell_word(context, "rank.tied");
    case SEL_NEIGHBOURS_DOUBT:
        if (sel_rank_neighbours(result, place) == SEL_NEIGHBOURS_DOUBT)
            return sel_tell_word(context, "rank.no-interval");
        return sel_tell_word(context, usual ? "rank.not-said" : "rank.little-known");
    case SEL_NEIGHBOURS_APART:
        break;
    }
    return sel_tell_word(context, "rank.apart");
}

static void ranking_columns(const sel_context *context, const sel_field *chosen,
                            const sel_matrix_result *result, sel_table *table)
{
    sel_tell_rank_columns(context, &result->intervals, table);
    if (result->intervals.lack == SEL_INTERVALS_FOUND) {
        sel_tell_machine_column(table, "weights_q05", SEL_COLUMN_INTEGER, false);
        sel_tell_machine_column(table, "weights_q95", SEL_COLUMN_INTEGER, false);
    }
    sel_tell_ranked_columns(context, chosen, table);
    sel_tell_machine_column(table, "score", SEL_COLUMN_REAL, true);
    sel_tell_first_three_column(context, &result->intervals, table);
    sel_tell_column(context, table, "rests_on", SEL_COLUMN_TEXT);
    if (!chosen->requests)
        sel_tell_machine_column(table, "reliability", SEL_COLUMN_REAL, false);
    sel_tell_column(context, table, "strongest_reason", SEL_COLUMN_TEXT);
    sel_tell_machine_column(table, "next", SEL_COLUMN_TEXT, false);
}

static void weights_cells(const sel_context *context, const sel_order_intervals *intervals,
                          uint32_t row, sel_table *table)
{
    if (intervals->lack != SEL_INTERVALS_FOUND)
        return;
    sel_tell_drawn_rank(context, intervals->of[row].weights_low, table);
    sel_tell_drawn_rank(context, intervals->of[row].weights_high, table);
}

static void ranking_row(const sel_context *context, const sel_assessment *assessment,
                        const sel_field *chosen, const sel_field_order *order, uint32_t place,
                        sel_table *table)
{
    const sel_matrix_result *result = &order->result;
    uint32_t row = result->order[place];
    sel_table_row(table);
    sel_tell_rank_cells(context, result, place,
                        place == 0 ? SEL_NEIGHBOURS_APART
                                   : neighbours(&context->model, chosen, result, place - 1),
                        neighbours(&context->model, chosen, result, place), table);
    weights_cells(context, &result->intervals, row, table);
    sel_tell_ranked_cells(context, assessment->study, chosen, row, table);
    sel_cell_real(table, result->outcome.scores[row]);
    sel_cell_between(table, result->bounds[row].low, result->bounds[row].high);
    sel_tell_first_three_cell(context, &result->intervals, row, table);
    sel_cell_text(table, sel_tell_rests_on(context, chosen, row, table->arena));
    if (!chosen->requests)
        sel_cell_real(table, chosen->reliability[row]);
    sel_cell_text(table, sel_rank_reason(context, chosen, order, place, table->arena));
    sel_cell_text(table, neighbour_text(context, chosen, result, place));
}

static void ranking_figure(const sel_context *context, const sel_field *chosen,
                           const sel_matrix_result *result, sel_section *section)
{
    enum { SHOWN = 25 };
    const sel_order_intervals *intervals = &result->intervals;
    if (intervals->lack != SEL_INTERVALS_FOUND)
        return;
    sel_figure *bars = sel_section_figure(section, SEL_FIGURE_INTERVALS, "rank_intervals",
                                          sel_tell_word(context, "rank.figure"),
                                          sel_tell_ranked(context, chosen, SEL_RANKED_FIGURE));
    bars->item = (sel_axis){
        .id = chosen->requests ? "request" : "programme",
        .label = sel_tell_word(context, chosen->requests ? "column.request" : "column.programme")};
    bars->value = (sel_axis){.id = "rank",
                             .label = sel_tell_word(context, "column.order"),
                             .type = SEL_COLUMN_INTEGER,
                             .low = 1,
                             .high = chosen->count};
    for (uint32_t place = 0; place < intervals->drawn && place < SHOWN; place++) {
        uint32_t row = result->order[place];
        uint32_t rank = result->outcome.ranks[row];
        const sel_order_interval *interval = &intervals->of[row];
        sel_figure_mark(
            bars, (sel_mark){.label = {chosen->names[row], chosen->titles[row]},
                             .has_value = true,
                             .has_bounds = true,
                             .value = rank,
                             .low = interval->rank_low,
                             .high = interval->rank_high,
                             .text = sel_str_printf(bars->arena, "%u (%u-%u)", rank,
                                                    interval->rank_low, interval->rank_high)});
    }
}

/* Decimals that tell two weights apart, 2 at least. */
static int decimals_of(double from, double to)
{
    enum { LEAST = 2, MOST = 9 };
    char one[SEL_NUMBER_ROOM];
    char other[SEL_NUMBER_ROOM];
    int decimals = LEAST;
    while (decimals < MOST && strcmp(sel_number_fixed(from, decimals, one),
                                     sel_number_fixed(to, decimals, other)) == 0)
        decimals += 1;
    return decimals;
}

/* "1 and 2 change places when demand-driven goes from 0.25 to 0.21 …", for the first few. */
static void tell_swaps(const sel_context *context, const sel_field_order *order,
                       sel_section *section)
{
    enum { SHOWN = 3 };
    for (uint32_t place = 0; place < SHOWN && place + 1 < order->ranking.count; place++) {
        const sel_ranked *ranked = &order->ranking.order[place];
        sel_arena *arena = section->report->arena;
        char from[SEL_NUMBER_ROOM];
        char to[SEL_NUMBER_ROOM];
        if (ranked->swap_to < 0)
            continue;
        int decimals = decimals_of(ranked->swap_from, ranked->swap_to);
        sel_str criterion = sel_criterion_title(context, ranked->swap_criterion);
        sel_section_paragraph(section,
                              sel_say(arena, &context->words, "rank.swap", "ahead",
                                      sel_tell_count(arena, ranked->rank), "behind",
                                      sel_tell_count(arena, order->ranking.order[place + 1].rank),
                                      "criterion", sel_tell_text(arena, criterion), "from",
                                      sel_number_fixed(ranked->swap_from, decimals, from), "to",
                                      sel_number_fixed(ranked->swap_to, decimals, to), NULL));
    }
}

/* "Model m, version 1; topsis; normalisation: vector; weights by entropy: a .4, b .6." */
static void tell_convention(const sel_context *context, const sel_field_order *order,
                            sel_report *report)
{
    const sel_model *model = &context->model;
    sel_text weights = {.arena = report->arena};
    for (uint32_t j = 0; j < model->criterion_count; j++) {
        char number[SEL_NUMBER_ROOM];
        sel_number_fixed(order->result.weights.weights[j], 3, number);
        sel_text_printf(&weights, "%s%.*s %s", j == 0 ? "" : ", ",
                        SEL_STR_ARG(model->criteria[j].id), number);
    }
    sel_report_foot(report, sel_say(report->arena, &context->words, "rank.convention", "model",
                                    sel_tell_text(report->arena, model->id), "version",
                                    sel_tell_text(report->arena, model->version), "method",
                                    order->setting.method->name, "normalisation",
                                    order->normalisation->name, "weighting",
                                    sel_tell_text(report->arena, model->weighting), "weights",
                                    weights.bytes, NULL));
}

/* Over all weightings that keep the constraints of the model. */
static void tell_draws_within(const sel_context *context, const sel_field_order *order,
                              sel_report *report)
{
    const sel_order_intervals *intervals = &order->result.intervals;
    sel_arena *arena = report->arena;
    char spread[SEL_NUMBER_ROOM];
    sel_report_foot(report, sel_say(arena, &context->words, "rank.within", "draws",
                                    sel_tell_count(arena, intervals->draws), "seed",
                                    sel_tell_count(arena, order->setting.seed), "spread",
                                    sel_number_fixed(intervals->spread, 4, spread), NULL));
}

static void tell_draws(const sel_context *context, const sel_field_order *order, sel_report *report)
{
    const sel_order_intervals *intervals = &order->result.intervals;
    sel_arena *arena = report->arena;
    char spread[SEL_NUMBER_ROOM];
    char kappa[SEL_NUMBER_ROOM];
    sel_report_foot(report, sel_say(arena, &context->words, "rank.method", "model",
                                    sel_tell_text(arena, context->model.id), "version",
                                    sel_tell_text(arena, context->model.version), "method",
                                    order->setting.method->name, "draws",
                                    sel_tell_count(arena, intervals->draws), "spread",
                                    sel_number_fixed(intervals->spread, 4, spread), "kappa",
                                    sel_number_text(intervals->concentration, kappa), "seed",
                                    sel_tell_count(arena, order->setting.seed), NULL));
}

static void tell_method(const sel_context *context, const sel_field *chosen,
                        const sel_field_order *order, sel_report *report)
{
    static const char *const lacks[] = {
        [SEL_INTERVALS_FOUND] = NULL,
        [SEL_INTERVALS_NOT_DRAWN] = "matrix.intervals-not-drawn",
        [SEL_INTERVALS_REFUSED] = "matrix.intervals-refused",
        [SEL_INTERVALS_TOO_MANY] = "matrix.intervals-too-many",
        [SEL_INTERVALS_TOO_NARROW] = "matrix.intervals-too-narrow",
    };
    const char *lack = lacks[order->result.intervals.lack];
    bool plain = sel_str_is(context->model.weighting, SEL_WEIGHTING_DIRECT) && order->additive &&
                 !order->normalisation->goalposts && !order->result.intervals.constrained;
    if (!plain)
        tell_convention(context, order, report);
    if (lack != NULL)
        sel_report_foot(report, sel_tell_word(context, lack));
    else if (order->result.intervals.constrained)
        tell_draws_within(context, order, report);
    else
        tell_draws(context, order, report);
    sel_str drawn = sel_tell_weights_drawn(context, &order->result.intervals, report->arena);
    if (lack == NULL && drawn.len > 0)
        sel_report_foot(report, sel_str_printf(report->arena, "%.*s: %.*s.",
                                               SEL_STR_ARG(sel_tell_word(context, "matrix.drawn")),
                                               SEL_STR_ARG(drawn)));
    sel_report_foot(report, sel_tell_ranked(context, chosen,
                                            order->additive ? SEL_RANKED_HOW : SEL_RANKED_MIDDLE));
}

static sel_status read_compared(const sel_context *context, const char *text,
                                sel_field_comparison *compared, sel_error *err)
{
    const sel_aggregation *own = sel_aggregation_find(context->model.aggregation);
    sel_status status =
        text == NULL ? SEL_OK
                     : sel_aggregations_named(text, compared->methods, &compared->count, err);
    for (uint32_t k = 0; status == SEL_OK && k < compared->count; k++)
        if (compared->methods[k] == own)
            return SEL_OK;
    if (status != SEL_OK || text == NULL)
        return status;
    if (compared->count == SEL_MATRIX_COMPARED_MAX)
        return sel_fail(err, SEL_USAGE, "--compare takes at most %d methods with that of the model",
                        SEL_MATRIX_COMPARED_MAX);
    memmove(compared->methods + 1, compared->methods, compared->count * sizeof own);
    compared->methods[0] = own;
    compared->count += 1;
    return SEL_OK;
}

/* What was asked for beside the order. */
static sel_status tell_more(const sel_context *context, const sel_rank_wish *wish,
                            const sel_field_order *order, sel_report *report, sel_error *err)
{
    const sel_matrix_setting *setting = &order->setting;
    uint32_t row = 0;
    sel_status status = SEL_OK;
    sel_tell_matrix_comparison(context, setting, &order->result, report);
    if (wish->sensitivity)
        status = sel_tell_matrix_sensitivity(context, setting, &order->result, report, err);
    if (status != SEL_OK || wish->explain == NULL)
        return status;
    status = sel_rank_why_row(&setting->table, wish->explain, &row, err);
    return status == SEL_OK ? sel_tell_rank_why(context, setting, &order->result, row, report, err)
                            : status;
}

static const bool *covered_of(const sel_context *context, const sel_field *chosen, sel_arena *arena)
{
    bool *covered = sel_arena_array(arena, chosen->count, sizeof *covered);
    for (uint32_t i = 0; i < chosen->count; i++)
        covered[i] = sel_rank_is_covered(&context->model, chosen, i);
    return covered;
}

static void tell_order(const sel_context *context, const sel_assessment *assessment,
                       const sel_field *chosen, const sel_field_order *order, sel_section *section)
{
    sel_table *table =
        sel_section_table(section, "ranking", sel_tell_ranked(context, chosen, SEL_RANKED_HEADING));
    ranking_columns(context, chosen, &order->result, table);
    for (uint32_t place = 0; place < chosen->count; place++)
        ranking_row(context, assessment, chosen, order, place, table);
    if (order->result.intervals.lack == SEL_INTERVALS_FOUND)
        sel_section_paragraph(section, sel_tell_word(context, "rank.brackets"));
    if (!order->result.intervals.constrained) /* a swap may lie beyond the constraints */
        tell_swaps(context, order, section);
    sel_tell_ranked_left_out(context, chosen, section);
    ranking_figure(context, chosen, &order->result, section);
}

/* Programs find the table without a line. */
static void tell_none(const sel_context *context, const sel_field *chosen, sel_section *section)
{
    const sel_matrix_result nothing = {.intervals = {.lack = SEL_INTERVALS_FOUND}};
    sel_table *table =
        sel_section_table(section, "ranking", sel_tell_ranked(context, chosen, SEL_RANKED_HEADING));
    ranking_columns(context, chosen, &nothing, table);
    sel_section_paragraph(section, sel_tell_ranked(context, chosen, SEL_RANKED_NONE));
    sel_tell_ranked_left_out(context, chosen, section);
}

sel_status sel_tell_ranking_body(const sel_context *context, const sel_assessment *assessment,
                                 const sel_rank_wish *wish, sel_report *report, sel_error *err)
{
    sel_arena *arena = report->arena;
    sel_field_comparison compared = {.count = 0};
    sel_status status = sel_field_allows(context, wish->choice, err);
    if (status == SEL_OK)
        status = read_compared(context, wish->compare, &compared, err);
    if (status != SEL_OK)
        return status;
    sel_field chosen = sel_field_choose(context, assessment, wish->choice, arena);
    sel_field_score(context, assessment, wish->choice, arena, &chosen);
    sel_section *section = sel_report_section(
        report, "ranking", sel_tell_ranked(context, &chosen, SEL_RANKED_HEADING));
    if (chosen.count == 0) {
        tell_none(context, &chosen, section);
        return SEL_OK;
    }
    sel_field_order *order = sel_arena_array(arena, 1, sizeof *order);
    status = sel_field_rank(context, &chosen, &compared, arena, order, err);
    if (status != SEL_OK)
        return status;
    order->setting.covered = covered_of(context, &chosen, arena);
    tell_order(context, assessment, &chosen, order, section);
    tell_method(context, &chosen, order, report);
    sel_tell_measures(context, assessment->study, &chosen, wish->choice.donor, report);
    return tell_more(context, wish, order, report, err);
}

sel_status sel_tell_ranking(const sel_context *context, const sel_assessment *assessment,
                            const sel_rank_wish *wish, sel_report *report, sel_error *err)
{
    bool requests = sel_model_ranks_requests(&context->model);
    if (requests)
        report->title = sel_tell_word(context, "rank.heading-requests");
    sel_tell_setting(context, assessment, report);
    sel_report_subtitle(report,
                        sel_tell_word(context, requests ? "rank.advice-requests" : "rank.advice"));
    return sel_tell_ranking_body(context, assessment, wish, report, err);
}
