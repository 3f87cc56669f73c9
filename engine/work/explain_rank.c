#include "work/explain_rank.h"

#include "analysis/explanation/contributions.h"
#include "work/rank_reason.h"
#include "work/tell.h"
#include "work/tell_ranked.h"

/* parts: NULL where they are not told. */
static void explain_criterion(sel_explaining *e, const sel_field *chosen,
                              const sel_field_order *order, uint32_t place, uint32_t criterion,
                              const double *parts)
{
    const sel_criterion *of = &e->context->model.criteria[criterion];
    uint32_t row = order->result.order[place];
    uint32_t at = row * e->context->model.criterion_count + criterion;
    sel_explain_text(e, 1, sel_criterion_title(e->context, criterion),
                     sel_explain_range(e->arena, chosen->low[at], chosen->high[at]),
                     chosen->requests
                         ? sel_tell_measure(e->context, e->assessment->study,
                                            sel_criterion_measure(of), SEL_NONE, e->arena)
                         : sel_tell_word(e->context, "explain.criterion-how"));
    if (chosen->requests)
        sel_explain_measure(e, 2, chosen, row, sel_criterion_measure(of));
    double weight = order->result.weights.weights[criterion];
    sel_explain_step(e, 2, "explain.weight", sel_explain_range(e->arena, weight, weight), NULL);
    if (order->additive) {
        double part = order->ranking.order[place].contributions[criterion];
        sel_explain_step(e, 2, "explain.contribution", sel_explain_range(e->arena, part, part),
                         sel_contribution_kind_of(order->setting.method) == SEL_CONTRIBUTION_PARTS
                             ? "explain.contribution-sum"
                             : "explain.contribution-how");
    }
    if (parts != NULL)
        sel_explain_step(e, 2, "explain.more-than-mean",
                         sel_explain_range(e->arena, parts[criterion], parts[criterion]),
                         order->additive ? NULL : "matrix.why-shapley");
}

static void explain_place(sel_explaining *e, const sel_field *chosen, const sel_field_order *order,
                          uint32_t place)
{
    const sel_matrix_result *result = &order->result;
    uint32_t row = result->order[place];
    double parts[SEL_CRITERIA_MAX] = {0};
    bool told = sel_rank_parts(order, place, parts);
    sel_explain_step(e, 0, "explain.rank",
                     sel_str_printf(e->arena, "%u / %u", result->outcome.ranks[row], chosen->count),
                     chosen->requests ? "rank.advice-requests" : "rank.advice");
    if (result->intervals.lack == SEL_INTERVALS_FOUND && result->intervals.of[row].rank_low > 0)
        sel_explain_step(e, 1, "explain.rank-interval",
                         sel_explain_range(e->arena, result->intervals.of[row].rank_low,
                                           result->intervals.of[row].rank_high),
                         "explain.rank-interval-how");
    double score = result->outcome.scores[row];
    sel_explain_text(e, 1, sel_tell_word(e->context, "explain.score"),
                     sel_explain_range(e->arena, score, score), sel_str_of(order->variant));
    for (uint32_t j = 0; j < e->context->model.criterion_count; j++)
        explain_criterion(e, chosen, order, place, j, told ? parts : NULL);
}

/* Why an alternative that is known has no place. */
static sel_status refuse_rank(const sel_explaining *e, const sel_field *chosen)
{
    if (chosen->requests)
        return sel_fail(e->err, SEL_NOT_FOUND,
                        "this request is not ranked: a programme cites it, or a donor says that it "
                        "is met");
    return chosen->count == 0 ? sel_fail(e->err, SEL_NOT_FOUND, "there is no programme to rank")
                              : sel_fail(e->err, SEL_NOT_FOUND,
                                         "this record is not ranked: another one tells the same "
                                         "programme, or a recipient stated it");
}

static sel_status explain_alternative(sel_explaining *e, uint32_t number)
{
    sel_choice_of all = {SEL_NONE, SEL_NONE, SEL_NONE};
    sel_status status = sel_field_allows(e->context, all, e->err);
    if (status != SEL_OK)
        return status;
    sel_field chosen = sel_field_choose(e->context, e->assessment, all, e->arena);
    sel_field_score(e->context, e->assessment, all, e->arena, &chosen);
    if (chosen.count == 0)
        return refuse_rank(e, &chosen);
    sel_field_order *order = sel_arena_array(e->arena, 1, sizeof *order);
    status = sel_field_rank(e->context, &chosen, NULL, e->arena, order, e->err);
    for (uint32_t place = 0; status == SEL_OK && place < chosen.count; place++) {
        uint32_t row = order->result.order[place];
        if (chosen.numbers[row] != number)
            continue;
        e->explanation->title = chosen.titles[row];
        explain_place(e, &chosen, order, place);
        if (!chosen.requests)
            sel_explain_record(e, 1, number);
        return SEL_OK;
    }
    return status != SEL_OK ? status : refuse_rank(e, &chosen);
}

sel_status sel_explain_rank(sel_explaining *e, sel_str name)
{
    const sel_study *study = e->assessment->study;
    uint32_t request = sel_request_find(study, name);
    if (sel_model_ranks_requests(&e->context->model))
        return request != SEL_NONE
                   ? explain_alternative(e, request)
                   : sel_fail(e->err, SEL_NOT_FOUND,
                              "there is no request '%.*s'; see 'selaras list requests'",
                              SEL_STR_ARG(name));
    uint32_t programme = sel_study_programme_find(study, name);
    if (programme != SEL_NONE)
        return explain_alternative(e, programme);
    return request != SEL_NONE
               ? sel_fail(e->err, SEL_NOT_FOUND,
                          "'%.*s' is a request: give --model with one that ranks requests",
                          SEL_STR_ARG(name))
               : sel_fail(e->err, SEL_NOT_FOUND, "there is no programme '%.*s'", SEL_STR_ARG(name));
}
