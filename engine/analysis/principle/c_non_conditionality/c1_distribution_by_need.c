/* c1: whether support is distributed among recipients as need is.
 *
 *     Σ_k (X_k/X)·(1 − ½·Σ_r |x_rk/X_k − n_rk/N_k|)
 *
 * Per capability k, over the recipients r with a known need for it that may be
 * above nought: x their support in the window, n their need, X_k and N_k the
 * sums. 1 where every share of support is the share of need; 0 where all goes to
 * those with none of it. The sum of absolute differences is the index of dissimilarity (Duncan &
 * Duncan 1955). It sees any misallocation; a concentration index sees only that
 * along an order. Places where no help is wanted leave no trace.
 * Region: among its members. A donor: what it gives alone, shown only, since a
 * donor that specialises does not discriminate.
 *
 * Value: support and need in the middle of their ranges. Bounds: each difference
 * between the smallest and the largest that the ranges of shares allow, taken one by
 * one; capabilities weigh by their range of support. Support without usable dates
 * at a place may be of any size: [0, 1].
 *
 * Not available: nothing asked about need, nothing known, nothing needed; no
 * support at a stated need; no capability with five recipients and support; such
 * capabilities have less than half of the support at stated needs. */
#include "analysis/principle/c_non_conditionality/support_along_need.h"
#include "analysis/principle/indicators.h"
#include "analysis/principle/need_places.h"
#include "analysis/principle/proportion.h"
#include "analysis/principle/share_range.h"
#include "analysis/principle/weighted_range.h"

#include <math.h>

/* One recipient of a capability. */
typedef struct receiver {
    uint32_t capability;
    sel_amount_range support;
    sel_amount_range wanted;
} receiver;

/* All receivers, those of capability k from first[k] on. */
typedef struct field {
    receiver *list;
    uint32_t count;
    uint32_t first[SEL_CAPABILITIES_MAX + 1];
    uint32_t asked;
    uint32_t unknown;
    bool undated;
} field;

/* Support at places, ascending: of a donor or of all. */
typedef struct giving {
    const sel_evidence *evidence;
    const sel_selection *selection;
    bool donor;
    uint32_t next;
} giving;

static const sel_supply *place_at(const giving *from, uint32_t n)
{
    const sel_supply *list = from->evidence->supplies->list;
    return &list[from->donor ? from->selection->gives[n].supply : n];
}

static bool comes_before(const sel_supply *at, const sel_need *need)
{
    return at->recipient != need->recipient ? at->recipient < need->recipient
                                            : at->capability < need->capability;
}

/* Support at a need; needs must be asked for in ascending order. */
static sel_amount_range support_at(giving *from, const sel_need *need)
{
    uint32_t count = from->donor ? from->selection->gives_count : from->evidence->supplies->count;
    while (from->next < count && comes_before(place_at(from, from->next), need))
        from->next++;
    if (from->next == count)
        return (sel_amount_range){0};
    const sel_supply *at = place_at(from, from->next);
    if (at->recipient != need->recipient || at->capability != need->capability)
        return (sel_amount_range){0};
    const sel_donor_place *part = from->donor ? &from->selection->gives[from->next] : NULL;
    return part == NULL ? (sel_amount_range){(double)at->low, (double)at->high}
                        : (sel_amount_range){(double)part->low, (double)part->high};
}

static bool is_wanted(const sel_need *need)
{
    return sel_need_is_known(need) && need->n_high > 0;
}

/* Room for the receivers of each capability. */
static void count_receivers(const sel_evidence *evidence, const sel_selection *selection, field *of)
{
    const sel_needs *needs = evidence->needs;
    for (uint32_t i = 0; i < needs->count; i++) {
        const sel_need *need = &needs->list[i];
        if (!sel_selection_covers(selection, need->recipient))
            continue;
        of->asked += 1;
        of->unknown += !sel_need_is_known(need);
        if (is_wanted(need))
            of->first[need->capability + 1] += 1;
    }
    for (uint32_t k = 0; k < SEL_CAPABILITIES_MAX; k++)
        of->first[k + 1] += of->first[k];
    of->count = of->first[SEL_CAPABILITIES_MAX];
    of->list = sel_arena_array(evidence->arena, of->count, sizeof *of->list);
}

static void fill_receivers(const sel_evidence *evidence, const sel_selection *selection, field *of)
{
    const sel_needs *needs = evidence->needs;
    const bool *undated = sel_undated_support(evidence, selection, needs);
    giving from = {evidence, selection, selection->subject.level == SEL_LEVEL_DONOR, 0};
    uint32_t next[SEL_CAPABILITIES_MAX];
    memcpy(next, of->first, sizeof next);
    for (uint32_t i = 0; i < needs->count; i++) {
        const sel_need *need = &needs->list[i];
        if (!is_wanted(need) || !sel_selection_covers(selection, need->recipient))
            continue;
        of->undated |= undated[i];
        of->list[next[need->capability]++] = (receiver){.capability = need->capability,
                                                        .support = support_at(&from, need),
                                                        .wanted = {need->n_low, need->n_high}};
    }
}

static void add(sel_amount_range *sum, sel_amount_range part)
{
    sum->low += part.low;
    sum->high += part.high;
}

/* How alike the distributions of support and need are, weighted by support. Not one of both may be
 * nothing at all. */
static sel_weighted_range likeness(const receiver *list, uint32_t count, sel_amount_range support,
                                   sel_amount_range wanted)
{
    double least = 0;
    double middle = 0;
    double most = 0;
    for (uint32_t i = 0; i < count; i++) {
        sel_share_range x = sel_share_of(list[i].support, support);
        sel_share_range n = sel_share_of(list[i].wanted, wanted);
        least += fmax(0, fmax(x.low - n.high, n.low - x.high));
        middle += fabs(x.middle - n.middle);
        most += fmax(x.high - n.low, n.high - x.low);
    }
    double value = fmax(0, 1 - middle / 2);
    return (sel_weighted_range){.weight_low = support.low,
                                .weight_high = support.high,
                                .low = fmin(value, fmax(0, 1 - most / 2)),
                                .value = value,
                                .high = fmax(value, fmin(1, 1 - least / 2))};
}

/* Capabilities that can be compared. */
typedef struct comparison {
    uint32_t needed; /* recipients of a capability */
    sel_weighted_range list[SEL_CAPABILITIES_MAX];
    uint32_t count;
    uint32_t served; /* capabilities with support at a stated need, comparable or not */
    double compared; /* support, in the middle of its range */
    double all;
    bool at[SEL_CAPABILITIES_MAX]; /* per capability: it is among them */
} comparison;

static void compare(const field *of, uint32_t capability, comparison *found)
{
    const receiver *list = &of->list[of->first[capability]];
    uint32_t count = of->first[capability + 1] - of->first[capability];
    sel_amount_range support = {0};
    sel_amount_range wanted = {0};
    for (uint32_t i = 0; i < count; i++) {
        add(&support, list[i].support);
        add(&wanted, list[i].wanted);
    }
    if (count == 0 || support.high <= 0)
        return;
    found->served += 1;
    found->all += support.low + support.high;
    if (count < found->needed)
        return;
    found->compared += support.low + support.high;
    found->list[found->count++] = likeness(list, count, support, wanted);
    found->at[capability] = true;
}

static const char *why_not(const field *of, const comparison *found)
{
    if (of->asked == 0)
        return "reason.need-not-answered";
    if (of->count == 0)
        return of->unknown == 0 ? "reason.no-stated-need" : "reason.need-unknown";
    if (found->served == 0)
        return of->undated ? "reason.no-dated-support" : "reason.no-support-at-a-need";
    if (found->count == 0)
        return "reason.fewer-than-five-recipients";
    return found->compared * 2 < found->all ? "reason.less-than-half-known" : NULL;
}

/* The needs that were compared, ascending. */
static void keep_contributors(const sel_evidence *evidence, const sel_selection *selection,
                              const comparison *found, uint32_t room, sel_indicator_value *value)
{
    const sel_needs *needs = evidence->needs;
    uint32_t *numbers = sel_arena_array(evidence->arena, room, sizeof *numbers);
    for (uint32_t i = 0; i < needs->count; i++)
        if (found->at[needs->list[i].capability] && is_wanted(&needs->list[i]) &&
            sel_selection_covers(selection, needs->list[i].recipient))
            numbers[value->contributor_count++] = i;
    value->contributors = numbers;
    value->from = SEL_FROM_NEEDS;
}

static sel_indicator_value distribution_by_need(const sel_evidence *evidence,
                                                const sel_selection *selection)
{
    field of = {0};
    if (selection->undertaking_count == 0)
        return sel_value_missing(sel_selection_empty(selection));
    count_receivers(evidence, selection, &of);
    fill_receivers(evidence, selection, &of);
    comparison found = {.needed =
                            sel_model_count(evidence->study->model, SEL_POLICY_C1_RECIPIENTS)};
    for (uint32_t k = 0; k < SEL_CAPABILITIES_MAX; k++)
        compare(&of, k, &found);
    const char *reason = why_not(&of, &found);
    sel_indicator_value value =
        reason != NULL ? sel_value_missing(reason) : sel_weighted_mean(found.list, found.count);
    if (reason == NULL && of.undated)
        value = sel_value_between(value.value, 0, 1);
    value.known = found.count;
    value.all = found.served;
    keep_contributors(evidence, selection, &found, of.count, &value);
    return value;
}

const sel_indicator sel_indicator_c1 = {
    .id = "c1",
    .name = "indicator.c1",
    .question = "question.c1",
    .formula = "Σ_k (X_k / X)·(1 − ½·Σ_r |x_rk / X_k − n_rk / N_k|)",
    .data = "data.c1",
    .source = "concentration index (World Bank technical note 7); dissimilarity",
    .principle = 'c',
    .role = SEL_SCORED,
    .levels = SEL_LEVEL_REGION | SEL_LEVEL_DONOR | SEL_LEVEL_PORTFOLIO,
    .context = SEL_LEVEL_DONOR,
    .evaluate = distribution_by_need,
    .beside = sel_beside_support_along_need,
};
