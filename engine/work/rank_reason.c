#include "work/rank_reason.h"

#include "analysis/explanation/contributions.h"
#include "base/number.h"
#include "work/tell.h"

#include <math.h>

sel_str sel_criterion_title(const sel_context *context, uint32_t criterion)
{
    static const char *const measures[SEL_REQUEST_MEASURES] = {
        [SEL_REQUEST_NEED] = "rank.need",
        [SEL_REQUEST_UNMET] = "rank.unmet",
        [SEL_REQUEST_WAITING] = "rank.waiting",
        [SEL_REQUEST_FIT] = "rank.fit",
    };
    const sel_criterion *of = &context->model.criteria[criterion];
    char id[] = "principle.?";
    if (!sel_criterion_is_principle(of))
        return sel_tell_word(context, measures[sel_criterion_measure(of)]);
    id[sizeof id - 2] = of->letter.ptr[0];
    return sel_tell_word(context, id);
}

static bool has_principles(const sel_model *model)
{
    for (uint32_t j = 0; j < model->criterion_count; j++)
        if (sel_criterion_is_principle(&model->criteria[j]))
            return true;
    return false;
}

bool sel_rank_is_covered(const sel_model *model, const sel_field *chosen, uint32_t row)
{
    enum { WHOLE = 10000 };
    if (!chosen->requests && !has_principles(model))
        return true;
    return (uint64_t)chosen->from[row] * WHOLE >= (uint64_t)chosen->of[row] * model->coverage_bp &&
           chosen->of[row] > 0;
}

/* Work that the reasons of a result may take, in cells aggregated. */
enum { REASON_WORK = 50000000 };

static bool parts_by_shapley(const sel_field_order *order, uint32_t place, double *parts)
{
    const sel_matrix_result *result = &order->result;
    const sel_decision_matrix *matrix = &result->filled.matrix;
    uint64_t tables = UINT64_C(1) << (matrix->criteria < 32 ? matrix->criteria : 32);
    uint64_t cells = (uint64_t)matrix->rows * matrix->rows * matrix->criteria;
    if (place >= SEL_REASONED_PLACES || tables * cells > REASON_WORK)
        return false;
    const sel_aggregation_options options =
        sel_matrix_options(&order->setting, order->setting.method, result->weights.weights);
    const sel_scoring scoring = {order->setting.method, matrix, &options};
    const sel_shapley_options against = {.baseline = SEL_BASELINE_MEAN};
    sel_arena *scratch = sel_arena_create();
    sel_contributions found;
    sel_error fault = {0};
    sel_status status =
        sel_contributions_of(&scoring, result->order[place], &against, scratch, &found, &fault);
    for (uint32_t j = 0; status == SEL_OK && j < matrix->criteria; j++)
        parts[j] = found.of.values[j];
    sel_arena_destroy(scratch);
    return status == SEL_OK;
}

bool sel_rank_parts(const sel_field_order *order, uint32_t place, double *parts)
{
    if (!order->additive)
        return parts_by_shapley(order, place, parts);
    for (uint32_t j = 0; j < order->setting.table.criterion_count; j++)
        parts[j] = order->ranking.order[place].contributions[j] - order->mean_parts[j];
    return true;
}

/* "0.64", or "0.20-0.90" where it is known only to lie between. */
static const char *value_text(const sel_field_order *order, uint32_t row, uint32_t criterion,
                              sel_arena *arena)
{
    const sel_uncertain_matrix *bounds = &order->result.filled.bounds;
    size_t at = (size_t)criterion * bounds->rows + row;
    char low[SEL_NUMBER_ROOM];
    char high[SEL_NUMBER_ROOM];
    sel_number_fixed(bounds->low[at], 2, low);
    sel_number_fixed(bounds->high[at], 2, high);
    return strcmp(low, high) == 0 ? sel_str_printf(arena, "%s", low).ptr
                                  : sel_str_printf(arena, "%s-%s", low, high).ptr;
}

sel_str sel_rank_reason(const sel_context *context, const sel_field *chosen,
                        const sel_field_order *order, uint32_t place, sel_arena *arena)
{
    enum { NOTHING = 1000000000 }; /* a part below one of these tells nothing apart */
    uint32_t row = order->result.order[place];
    double parts[SEL_CRITERIA_MAX] = {0};
    uint32_t strongest = 0;
    if (!sel_rank_is_covered(&context->model, chosen, row))
        return sel_say(arena, &context->words,
                       chosen->requests ? "rank.reason-unknown" : "rank.reason-missing", "missing",
                       sel_tell_count(arena, chosen->of[row] - chosen->from[row]), "of",
                       sel_tell_count(arena, chosen->of[row]), NULL);
    if (!sel_rank_parts(order, place, parts))
        return (sel_str){0};
    for (uint32_t j = 1; j < order->setting.table.criterion_count; j++)
        if (fabs(parts[j]) > fabs(parts[strongest]) + 1.0 / NOTHING)
            strongest = j;
    if (fabs(parts[strongest]) < 1.0 / NOTHING)
        return (sel_str){0};
    return sel_say(arena, &context->words,
                   parts[strongest] > 0 ? "rank.reason-for" : "rank.reason-against", "criterion",
                   sel_tell_text(arena, sel_criterion_title(context, strongest)), "value",
                   value_text(order, row, strongest, arena), NULL);
}
