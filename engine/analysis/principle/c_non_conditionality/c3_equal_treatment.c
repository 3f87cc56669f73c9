/* c3: 1 − Σ_g h_g·√max(0, RD_g² − SE_g²) / Σ_g h_g. RD_g: difference between group g and all others
 * in the share of requests met, compared only within strata of severity
 * (Mantel-Haenszel); SE_g its standard error, so that chance alone does not
 * lower the value much; h_g the requests of g compared. Divided by Σ h_g because groups
 * share members. 1: no group is treated differently from the others.
 *
 * Groups: the least developed, the landlocked developing and the small island
 * developing states, and each M49 region. They are fixed; political blocs are
 * none of them. A group is compared when it and the others have ten requests
 * each in strata in which both have some, and there are two such strata or more.
 * Other groups are left out.
 *
 * Requests: those that donors say they have answered: met or met in part is
 * met, as in a5; declined is not. Pending ones, and those without a word on what became
 * of them, are not decided. One told in several submissions counts as in the
 * newest (respondents.h), of those alike as by the organisation that is first by
 * name. A stratum is what is known of severity, from least to most: what is
 * known only roughly is compared with its like. Requests where no need is
 * known are left out, as everywhere where need is compared. Requests of regional
 * organisations belong to no group and are left out.
 *
 * A donor: its own answers, to whoever asked it; who was eligible by its
 * published rules is not recorded. A portfolio: all donors' answers. The note says
 * when a difference is larger than chance explains (5 %, p of Mantel-Haenszel
 * adjusted by Holm over the groups compared).
 *
 * Beside it: the difference of each group compared, ± 1.96·SE_g, and its adjusted p.
 *
 * Bounds are the value: of what is compared all is known. A request not decided
 * has no outcome yet, and one without a known need is outside, as everywhere;
 * how many these are is shown beside it. Not available:
 * no request decided; need known for less than half of those decided; no group
 * can be compared. */
#include "analysis/principle/beside.h"
#include "analysis/principle/indicators.h"
#include "analysis/principle/proportion.h"
#include "analysis/principle/respondents.h"
#include "analysis/statistics/holm.h"
#include "analysis/statistics/mantel_haenszel.h"

#include <math.h>

/* Severities from 0 to 5, least and most. */
enum { SEVERITIES = 6, STRATA = SEVERITIES * SEVERITIES };

/* A group of states: a status, or all of one region. */
typedef enum status { STATUS_LDC, STATUS_LLDC, STATUS_SIDS, STATUSES } status;

static bool has_status(const sel_recipient *recipient, status of)
{
    switch (of) {
    case STATUS_LDC:
        return recipient->ldc;
    case STATUS_LLDC:
        return recipient->lldc;
    case STATUS_SIDS:
        return recipient->sids;
    case STATUSES:
        break;
    }
    return false;
}

/* A request that was met or declined. */
typedef struct decided {
    const sel_recipient *recipient;
    uint32_t stratum;
    bool met;
} decided;

typedef struct answers {
    decided *list;
    uint32_t count;
    uint32_t met;
    uint32_t all; /* those without a known need too */
    uint32_t *recipients;
    uint32_t recipient_count;
} answers;

static bool is_same_request(const sel_study_offer *a, const sel_study_offer *b)
{
    return a->recipient == b->recipient && a->capability == b->capability && a->donor == b->donor &&
           a->submission != b->submission && a->received.known == b->received.known &&
           (!a->received.known || (a->received.earliest == b->received.earliest &&
                                   a->received.latest == b->received.latest));
}

static bool is_newer(const sel_study *study, const sel_study_offer *a, const sel_study_offer *b)
{
    const sel_study_submission *first = &study->submissions[a->submission];
    const sel_study_submission *second = &study->submissions[b->submission];
    int order = sel_submission_compare_age(first, second);
    if (order == 0)
        order = sel_str_compare(first->organisation, second->organisation);
    if (order == 0)
        order = sel_str_compare(first->agency, second->agency);
    return order == 0 ? a->submission > b->submission : order < 0;
}

/* Whether a newer submission tells of the same request; offers of one place stand together. */
static bool is_told_anew(const sel_study *study, uint32_t number)
{
    const sel_study_offer *own = &study->offers[number];
    uint32_t first = number;
    while (first > 0 && study->offers[first - 1].recipient == own->recipient &&
           study->offers[first - 1].capability == own->capability)
        first -= 1;
    for (uint32_t i = first;
         i < study->offer_count && study->offers[i].recipient == own->recipient &&
         study->offers[i].capability == own->capability;
         i++)
        if (i != number && is_same_request(&study->offers[i], own) &&
            is_newer(study, &study->offers[i], own))
            return true;
    return false;
}

static bool is_decided(const sel_study_offer *offer)
{
    return offer->reaction == SEL_REACTION_MET || offer->reaction == SEL_REACTION_PARTLY ||
           offer->reaction == SEL_REACTION_DECLINED;
}

static bool belongs(const sel_study *study, const sel_selection *selection,
                    const sel_study_offer *offer)
{
    if (selection->subject.level != SEL_LEVEL_DONOR)
        return true;
    return offer->donor != SEL_NONE &&
           study->organisations[offer->donor].donor == selection->subject.number;
}

static void take(const sel_evidence *evidence, const sel_study_offer *offer, answers *to)
{
    const sel_recipient *recipient =
        &evidence->study->reference->geography.recipients[offer->recipient];
    const sel_need *need = sel_needs_find(evidence->needs, offer->recipient, offer->capability);
    to->all += 1;
    if (need == NULL || !sel_need_is_known(need))
        return;
    bool met = offer->reaction != SEL_REACTION_DECLINED;
    uint32_t stratum = (uint32_t)need->severity_low * SEVERITIES + need->severity_high;
    to->list[to->count++] = (decided){recipient, stratum, met};
    to->met += met;
    if (to->recipient_count == 0 || to->recipients[to->recipient_count - 1] != offer->recipient)
        to->recipients[to->recipient_count++] = offer->recipient;
}

static answers answers_of(const sel_evidence *evidence, const sel_selection *selection)
{
    const sel_study *study = evidence->study;
    sel_arena *arena = evidence->arena;
    answers found = {.list = sel_arena_array(arena, study->offer_count, sizeof *found.list),
                     .recipients =
                         sel_arena_array(arena, study->offer_count, sizeof *found.recipients)};
    for (uint32_t i = 0; i < study->offer_count; i++) {
        const sel_study_offer *offer = &study->offers[i];
        bool state = !study->reference->geography.recipients[offer->recipient].body;
        if (state && belongs(study, selection, offer) && !is_told_anew(study, i) &&
            is_decided(offer))
            take(evidence, offer, &found);
    }
    return found;
}

/* A group that was compared. */
typedef struct compared {
    sel_str group;
    sel_risk_difference found;
} compared;

/* How much the groups compared differ from the others. */
typedef struct differences {
    const sel_model *model;
    compared *list;
    double *p; /* of each, adjusted in the end */
    uint32_t count;
    double weight;
    double weighted;
} differences;

static sel_str group_name(status of, const sel_str *region)
{
    static const char *const codes[STATUSES] = {"LDC", "LLDC", "SIDS"};
    return region != NULL ? *region : sel_str_of(codes[of]);
}

/* Whether a request is of a group: of the status, or of the region when it is not NULL. */
static bool is_of_group(const decided *one, status of, const sel_str *region)
{
    return region == NULL ? has_status(one->recipient, of)
                          : sel_str_equal(one->recipient->region, *region);
}

/* Requests in strata in which both arms have some: only they are compared. */
static void count_compared(const sel_stratum *strata, uint32_t *members, uint32_t *others)
{
    for (uint32_t i = 0; i < STRATA; i++) {
        bool both = strata[i].members > 0 && strata[i].others > 0;
        *members += both ? strata[i].members : 0;
        *others += both ? strata[i].others : 0;
    }
}

static void compare_group(const answers *from, status of, const sel_str *region, differences *to)
{
    sel_stratum strata[STRATA] = {0};
    for (uint32_t i = 0; i < from->count; i++) {
        const decided *one = &from->list[i];
        sel_stratum *in = &strata[one->stratum];
        bool member = is_of_group(one, of, region);
        *(member ? &in->members : &in->others) += 1;
        *(member ? &in->met : &in->others_met) += one->met;
    }
    uint32_t members = 0;
    uint32_t others = 0;
    count_compared(strata, &members, &others);
    sel_risk_difference found;
    uint32_t needed = sel_model_count(to->model, SEL_POLICY_C3_REQUESTS);
    if (members < needed || others < needed || !sel_risk_difference_of(strata, STRATA, &found) ||
        found.strata < sel_model_count(to->model, SEL_POLICY_C3_STRATA))
        return;
    double beyond = found.difference * found.difference - found.error * found.error;
    to->weight += members;
    to->weighted += beyond > 0 ? members * sqrt(beyond) : 0;
    to->list[to->count] = (compared){group_name(of, region), found};
    to->p[to->count++] = found.p;
}

/* Regions of those who asked, each once; *count is set. */
static const sel_str **regions_of(const answers *from, sel_arena *arena, uint32_t *count)
{
    const sel_str **regions = sel_arena_array(arena, from->recipient_count, sizeof *regions);
    *count = 0;
    for (uint32_t i = 0; i < from->count; i++) {
        const sel_str *region = &from->list[i].recipient->region;
        bool again = region->len == 0;
        for (uint32_t j = 0; j < *count && !again; j++)
            again = sel_str_equal(*regions[j], *region);
        if (!again)
            regions[(*count)++] = region;
    }
    return regions;
}

static differences differences_of(const sel_model *model, const answers *from, sel_arena *arena)
{
    uint32_t region_count;
    const sel_str **regions = regions_of(from, arena, &region_count);
    differences found = {.model = model,
                         .list =
                             sel_arena_array(arena, STATUSES + region_count, sizeof *found.list),
                         .p = sel_arena_array(arena, STATUSES + region_count, sizeof *found.p)};
    for (int i = 0; i < STATUSES; i++)
        compare_group(from, (status)i, NULL, &found);
    for (uint32_t i = 0; i < region_count; i++)
        compare_group(from, STATUSES, regions[i], &found);
    sel_holm(found.p, found.count, found.p);
    return found;
}

static bool is_beyond_chance(const differences *found)
{
    for (uint32_t i = 0; i < found->count; i++)
        if (found->p[i] < sel_model_constant(found->model, SEL_POLICY_C3_CHANCE))
            return true;
    return false;
}

static sel_indicator_value equal_treatment(const sel_evidence *evidence,
                                           const sel_selection *selection)
{
    answers from = answers_of(evidence, selection);
    if (from.all == 0)
        return sel_value_missing("reason.no-request-decided");
    if (from.count * 2 < from.all)
        return sel_value_missing("reason.less-than-half-known");
    differences found = differences_of(evidence->study->model, &from, evidence->arena);
    if (found.count == 0)
        return sel_value_missing("reason.no-group-to-compare");
    double equal = 1 - found.weighted / found.weight;
    sel_indicator_value value = sel_value_between(equal, equal, equal);
    value.note = is_beyond_chance(&found) ? "note.difference-beyond-chance" : NULL;
    value.met = from.met;
    value.known = from.count;
    value.all = from.all;
    value.contributors = from.recipients;
    value.contributor_count = from.recipient_count;
    value.from = SEL_FROM_RECIPIENTS;
    return value;
}

static void beside_treatment(const sel_evidence *evidence, const sel_selection *selection,
                             sel_beside *beside)
{
    answers from = answers_of(evidence, selection);
    differences found = differences_of(evidence->study->model, &from, evidence->arena);
    for (uint32_t i = 0; i < found.count; i++) {
        const compared *one = &found.list[i];
        sel_beside_figure *figure = sel_beside_add(beside, "beside.difference",
                                                   "beside.difference-how", one->found.difference);
        sel_beside_normal(figure, one->found.error, -1, 1);
        figure->of = one->group;
        sel_beside_add(beside, "beside.difference-p", "beside.difference-p-how", found.p[i])->of =
            one->group;
    }
}

const sel_indicator sel_indicator_c3 = {
    .id = "c3",
    .name = "indicator.c3",
    .question = "question.c3",
    .formula =
        "1 − Σ_g h_g·√max(0, RD_g² − SE_g²) / Σ_g h_g; RD_g Mantel-Haenszel in strata of severity",
    .data = "data.c3",
    .source = "OEWG report 2021 para. 56, non-discriminatory; Mantel-Haenszel estimate",
    .principle = 'c',
    .role = SEL_SCORED,
    .levels = SEL_LEVEL_DONOR | SEL_LEVEL_PORTFOLIO,
    .reads_offers = true,
    .evaluate = equal_treatment,
    .beside = beside_treatment,
};
