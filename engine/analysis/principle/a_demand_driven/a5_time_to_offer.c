/* a5: 1 − (1/365)·∫₀³⁶⁵ Ŝ(t) dt, Ŝ the Kaplan-Meier estimate of the share of requests that still
 * wait t days after they were received. 1: each was answered on its first day; 0: none within a
 * year.
 *
 * A request waits until its first qualified offer. That is what a donor says it
 * answered with "met" or "partly met", for the same recipient and capability,
 * on the day the request was received or later; or a programme of the selection
 * that cites the request, from the day it was decided on, else from its start.
 * One without a decision that starts after as-of was offered by as-of; what is
 * answered or decided after as-of is not known yet. A withdrawn request is followed up to the
 * day it was withdrawn, an open one up to as-of. Nothing records that a request
 * lapsed: it goes on waiting. Requests without day of receipt, and those received
 * after as-of, are not followed.
 *
 * Dates known to the month or year: their middle, bounds at either end. Where
 * follow-up is shorter than a year, the value supposes that whoever still waits
 * goes on waiting, the high bound that all are answered the day after. A programme
 * that cites a request without any date counts in the high bound only.
 *
 * An offer to a request that had none never lowers the value. One that comes
 * earlier can, where others were followed for less long: that is a property of the
 * estimate (who leaves is taken to be like those who stay).
 *
 * Beside it, dates in their middle: the share answered within the year, 1 − Ŝ(365), with
 * Greenwood's error where S is not 0, wider where nobody was followed for a year; and the
 * median wait.
 *
 * Not available: fewer than ten requests that can be followed, or they are less
 * than half of all. A recipient is only shown: one state
 * does not answer for the time that others take. */
#include "analysis/principle/beside.h"
#include "analysis/principle/indicators.h"
#include "analysis/principle/proportion.h"
#include "analysis/statistics/kaplan_meier.h"

/* First qualified offer of each request, each bound as early and as late as its date allows. */
typedef struct offered {
    bool found;   /* on some date */
    bool perhaps; /* a programme cites it, without a date */
    sel_day earliest;
    sel_day middle;
    sel_day latest;
} offered;

static sel_day day_received(const sel_study_request *request)
{
    return sel_time_day(request->received);
}

static sel_day earlier(sel_day a, sel_day b)
{
    return a < b ? a : b;
}

static sel_day later(sel_day a, sel_day b)
{
    return a > b ? a : b;
}

/* An offer made within days, which may lie before the request in part. */
static void add_offer(sel_days days, sel_day received, offered *to)
{
    if (days.latest < received)
        return;
    sel_day first = later(days.earliest, received);
    sel_day middle = first + (days.latest - first) / 2;
    to->earliest = to->found ? earlier(to->earliest, first) : first;
    to->middle = to->found ? earlier(to->middle, middle) : middle;
    to->latest = to->found ? earlier(to->latest, days.latest) : days.latest;
    to->found = true;
}

/* Requests by (recipient, capability), as offers are. */
typedef struct asked {
    uint32_t recipient;
    uint32_t capability;
    uint32_t request;
} asked;

static int by_place(const void *a, const void *b)
{
    const asked *x = a;
    const asked *y = b;
    if (x->recipient != y->recipient)
        return x->recipient < y->recipient ? -1 : 1;
    if (x->capability != y->capability)
        return x->capability < y->capability ? -1 : 1;
    return (x->request > y->request) - (x->request < y->request);
}

static int place_order(const sel_study_offer *offer, const asked *at)
{
    if (offer->recipient != at->recipient)
        return offer->recipient < at->recipient ? -1 : 1;
    return (offer->capability > at->capability) - (offer->capability < at->capability);
}

static bool is_qualified(const sel_study_offer *offer)
{
    return offer->answered.known &&
           (offer->reaction == SEL_REACTION_MET || offer->reaction == SEL_REACTION_PARTLY);
}

/* Offers of donors to the requests in list, which ascends by place. */
static void add_donors_offers(const sel_study *study, const asked *list, uint32_t count,
                              offered *offers)
{
    uint32_t first = 0;
    for (uint32_t i = 0; i < count; i++) {
        sel_day received = day_received(&study->requests[list[i].request]);
        while (first < study->offer_count && place_order(&study->offers[first], &list[i]) < 0)
            first += 1;
        for (uint32_t j = first;
             j < study->offer_count && place_order(&study->offers[j], &list[i]) == 0; j++)
            if (is_qualified(&study->offers[j]))
                add_offer(study->offers[j].answered, received, &offers[list[i].request]);
    }
}

static void add_programme(const sel_study *study, const sel_study_programme *programme,
                          offered *offers)
{
    if (programme->request == SEL_NONE)
        return;
    offered *to = &offers[programme->request];
    sel_day received = day_received(&study->requests[programme->request]);
    if (programme->decided.known)
        add_offer(programme->decided, received, to);
    else if (programme->dated)
        add_offer((sel_days){earlier(programme->start_low, study->as_of),
                             earlier(programme->start_high, study->as_of), true},
                  received, to);
    else
        to->perhaps = true;
}

/* Programmes of the selection, as donors and recipients tell of them. */
static void add_programmes(const sel_study *study, const sel_selection *selection, offered *offers)
{
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_undertaking *undertaking = &selection->undertakings[i];
        if (undertaking->record != SEL_NONE)
            add_programme(study, undertaking->programme, offers);
        for (uint32_t j = 0; j < undertaking->teller_count; j++)
            add_programme(study, &study->programmes[undertaking->tellers[j]], offers);
        for (uint32_t j = 0; j < undertaking->statement_count; j++)
            add_programme(study, &study->programmes[undertaking->statements[j]], offers);
    }
}

static sel_followed follow_until(sel_day received, sel_day stop, bool found, sel_day on)
{
    bool happened = found && on <= stop;
    return (sel_followed){(uint32_t)((happened ? on : stop) - received), happened};
}

/* Follow-up with offers as late as possible, at the middle of their dates, and as early. */
typedef struct follow_up {
    uint32_t horizon; /* days in which an offer is useful */
    sel_followed *late;
    sel_followed *middle;
    sel_followed *early;
    uint32_t *recipients; /* of those followed, ascending */
    uint32_t recipient_count;
    uint32_t count;
    uint32_t offered; /* within the horizon */
    uint32_t all;     /* those not followed too */
} follow_up;

static bool is_followed(const sel_study *study, const sel_study_request *request)
{
    return request->received > 0 && day_received(request) <= study->as_of;
}

static void follow(const sel_study *study, const sel_study_request *request, const offered *offer,
                   follow_up *to)
{
    sel_day received = day_received(request);
    sel_day stop = study->as_of;
    if (request->withdrawn.known)
        stop = later(received, earlier(stop, request->withdrawn.latest));
    sel_followed middle = follow_until(received, stop, offer->found, offer->middle);
    to->late[to->count] = follow_until(received, stop, offer->found, offer->latest);
    to->middle[to->count] = middle;
    to->early[to->count] = offer->perhaps
                               ? (sel_followed){0, true}
                               : follow_until(received, stop, offer->found, offer->earliest);
    to->count += 1;
    to->offered += middle.happened && middle.days <= to->horizon;
    bool again =
        to->recipient_count > 0 && to->recipients[to->recipient_count - 1] == request->recipient;
    if (!again)
        to->recipients[to->recipient_count++] = request->recipient;
}

static follow_up follow_up_of(const sel_evidence *evidence, const sel_selection *selection)
{
    const sel_study *study = evidence->study;
    sel_arena *arena = evidence->arena;
    uint32_t count = study->request_count;
    asked *list = sel_arena_array(arena, count, sizeof *list);
    offered *offers = sel_arena_array(arena, count, sizeof *offers);
    follow_up found = {.horizon = sel_model_count(study->model, SEL_POLICY_A5_DAYS),
                       .late = sel_arena_array(arena, count, sizeof *found.late),
                       .middle = sel_arena_array(arena, count, sizeof *found.middle),
                       .early = sel_arena_array(arena, count, sizeof *found.early),
                       .recipients = sel_arena_array(arena, count, sizeof *found.recipients)};
    uint32_t followed = 0;
    for (uint32_t i = 0; i < count; i++) {
        const sel_study_request *request = &study->requests[i];
        if (!sel_selection_covers(selection, request->recipient))
            continue;
        found.all += 1;
        if (is_followed(study, request))
            list[followed++] = (asked){request->recipient, request->capability, i};
    }
    if (followed > 1)
        qsort(list, followed, sizeof *list, by_place);
    add_donors_offers(study, list, followed, offers);
    add_programmes(study, selection, offers);
    for (uint32_t i = 0; i < followed; i++)
        follow(study, &study->requests[list[i].request], &offers[list[i].request], &found);
    return found;
}

/* Days spent waiting within the horizon. */
static sel_survival_bounds waiting(const follow_up *of, const sel_followed *followed,
                                   sel_arena *arena)
{
    sel_survival survival = {0};
    sel_survival_of(followed, of->count, arena, &survival);
    return sel_survival_mean(&survival, of->horizon);
}

static sel_indicator_value time_to_offer(const sel_evidence *evidence,
                                         const sel_selection *selection)
{
    follow_up found = follow_up_of(evidence, selection);
    if (found.count < sel_model_count(evidence->study->model, SEL_POLICY_A5_REQUESTS))
        return sel_value_missing("reason.fewer-than-ten-requests");
    if (found.count * 2 < found.all)
        return sel_value_missing("reason.less-than-half-known");
    sel_survival_bounds late = waiting(&found, found.late, evidence->arena);
    sel_survival_bounds middle = waiting(&found, found.middle, evidence->arena);
    sel_survival_bounds early = waiting(&found, found.early, evidence->arena);
    double most = late.high > middle.high ? late.high : middle.high;
    double least = early.low < middle.low ? early.low : middle.low;
    sel_indicator_value value = sel_value_between(
        1 - middle.high / found.horizon, 1 - most / found.horizon, 1 - least / found.horizon);
    value.met = found.offered;
    value.known = found.count;
    value.all = found.all;
    value.contributors = found.recipients;
    value.contributor_count = found.recipient_count;
    value.from = SEL_FROM_RECIPIENTS;
    return value;
}

/* Greenwood's error of S on a day: that of the last step before it. */
static double error_at(const sel_survival *survival, uint32_t day)
{
    double error = 0;
    for (uint32_t i = 0; i < survival->step_count && survival->steps[i].day <= day; i++)
        error = survival->steps[i].error;
    return error;
}

/* What stands beside is told for a year, whatever horizon the model has. */
enum { A_YEAR = 365 };

static void add_answered(const sel_survival *survival, sel_beside *beside)
{
    sel_survival_bounds waits = sel_survival_at(survival, A_YEAR);
    sel_beside_figure *figure = sel_beside_add(beside, "beside.answered-in-a-year",
                                               "beside.answered-in-a-year-how", 1 - waits.high);
    sel_beside_normal(figure, error_at(survival, A_YEAR), 0, 1);
    if (waits.low < waits.high)
        sel_beside_between(figure, figure->has_interval ? figure->low : figure->value, 1);
}

static void beside_time(const sel_evidence *evidence, const sel_selection *selection,
                        sel_beside *beside)
{
    follow_up found = follow_up_of(evidence, selection);
    sel_survival survival;
    uint32_t median;
    if (!sel_survival_of(found.middle, found.count, evidence->arena, &survival))
        return;
    add_answered(&survival, beside);
    if (sel_survival_median(&survival, &median))
        sel_beside_add(beside, "beside.median-wait", "beside.median-wait-how", median);
    else
        sel_beside_add_missing(beside, "beside.median-wait", "beside.median-wait-how",
                               "reason.more-than-half-wait");
}

const sel_indicator sel_indicator_a5 = {
    .id = "a5",
    .name = "indicator.a5",
    .question = "question.a5",
    .formula =
        "1 − (1/365)·∫₀³⁶⁵ Ŝ(t) dt; Ŝ Kaplan-Meier, time from request to first qualified offer",
    .data = "data.a5",
    .source = "needs-based catalogue of the Philippines (OEWG 2024); Kaplan-Meier estimate",
    .principle = 'a',
    .role = SEL_SCORED,
    .levels = SEL_LEVEL_RECIPIENT | SEL_LEVEL_REGION | SEL_LEVEL_PORTFOLIO,
    .context = SEL_LEVEL_RECIPIENT,
    .reads_offers = true,
    .evaluate = time_to_offer,
    .beside = beside_time,
};
