/* a4: whether support follows the recipient's own order of priorities.
 *
 * A recipient: (1 + τ_b)/2 of priority and support over its capabilities
 * (statistics/kendall.h). Ranked are those it names as most urgent, first to
 * third, and then those with a known need that may be above nought, by severity
 * and by n, each in the middle of its range; equal ones are ties. A capability
 * where no help is wanted has no priority and is left out. Support is that in
 * the window, in the middle of its range. A response: its own entries and the
 * support it lists.
 * A donor: the same for what it gives, the median over the recipients it serves.
 * Region, portfolio: the median over recipients.
 *
 * Bounds of a recipient: each pair of capabilities is in the best, and the
 * worst, order that the ranges of need and of support allow; support without
 * usable dates may be of any size. What a recipient leaves open has no rank, and
 * is told as not known. Of a median: the medians of the low and of the high ends,
 * recipients without an order at 0 and 1.
 *
 * Beside it, for a recipient or a response: τ_b itself, and how often two orders
 * that have nothing to do with each other agree, or disagree, as much.
 *
 * Not available: fewer than five ranked capabilities; all priorities or all
 * support equal (no support at all is reported as such); a median of fewer than
 * five recipients, or over recipients of which less than half have an order.
 * Recipients without any support, dated or not, or with fewer than five ranked,
 * are outside. */
#include "analysis/principle/beside.h"
#include "analysis/principle/indicators.h"
#include "analysis/principle/need_places.h"
#include "analysis/principle/proportion.h"
#include "analysis/statistics/kendall.h"

#include <math.h>

/* From low to high, or to any size. */
typedef struct extent {
    uint64_t low;
    uint64_t high;
    bool open;
} extent;

/* The ranked capabilities of one recipient and what it gets for each. */
typedef struct order {
    uint32_t needed; /* fewer are no order */
    uint32_t count;
    uint32_t needs[SEL_CAPABILITIES_MAX]; /* numbers in the list of needs */
    uint32_t capabilities[SEL_CAPABILITIES_MAX];
    int64_t middle[SEL_CAPABILITIES_MAX];  /* of priority */
    extent priority[SEL_CAPABILITIES_MAX]; /* the larger the more urgent */
    extent support[SEL_CAPABILITIES_MAX];
    bool any;         /* some support with dates */
    bool undated;     /* some without */
    uint32_t unknown; /* capabilities asked about whose priority is not known */
} order;

/* Severity and n are twice those of one end, or the sum of both. */
static int64_t priority_of(const sel_need *need, int64_t severity, double n)
{
    int64_t urgency = need->urgent == 0 ? 0 : 4 - need->urgent;
    return urgency << 32 | severity << 24 | llround(n * 1e6);
}

static void rank_need(const sel_need *need, uint32_t number, bool undated, order *own)
{
    uint32_t n = own->count++;
    own->needs[n] = number;
    own->capabilities[n] = need->capability;
    own->middle[n] =
        priority_of(need, need->severity_low + need->severity_high, need->n_low + need->n_high);
    own->priority[n] = (extent){
        .low = (uint64_t)priority_of(need, 2 * need->severity_low, 2 * need->n_low),
        .high = (uint64_t)priority_of(need, 2 * need->severity_high, 2 * need->n_high),
    };
    own->support[n] = (extent){.open = undated};
    own->undated |= undated;
}

static void rank_needs(const sel_model *model, const sel_needs *needs, uint32_t recipient,
                       const bool *undated, order *own)
{
    uint32_t count;
    const sel_need *list = sel_needs_of(needs, recipient, &count);
    own->needed = sel_model_count(model, SEL_POLICY_A4_CAPABILITIES);
    own->count = 0;
    own->unknown = 0;
    own->any = false;
    own->undated = false;
    for (uint32_t i = 0; i < count; i++) {
        const sel_need *need = &list[i];
        bool unknown = need->urgent == 0 && !sel_need_is_known(need);
        uint32_t number = (uint32_t)(need - needs->list);
        own->unknown += unknown;
        if (!unknown && (need->urgent > 0 || need->n_high > 0))
            rank_need(need, number, undated[number], own);
    }
}

static void give(order *own, uint32_t n, uint64_t low, uint64_t high)
{
    own->support[n].low = low;
    own->support[n].high = high;
    own->any |= high > 0;
}

static bool may_exceed(const extent *a, const extent *b)
{
    return a->open || a->high > b->low;
}

static bool may_tie(const extent *a, const extent *b)
{
    return (a->open || a->high >= b->low) && (b->open || b->high >= a->low);
}

static bool must_tie(const extent *a, const extent *b)
{
    return !a->open && !b->open && a->low == b->high && a->high == b->low;
}

/* Whether one may have the higher priority and the other get more. */
static bool may_be(const order *own, uint32_t prior, uint32_t other, uint32_t more, uint32_t less)
{
    return may_exceed(&own->priority[prior], &own->priority[other]) &&
           may_exceed(&own->support[more], &own->support[less]);
}

/* -1, 0 or 1: how far the orders of two capabilities can agree at best (toward 1) or at worst. */
static int agreement(const order *own, uint32_t i, uint32_t j, bool best)
{
    int sign = best ? 1 : -1;
    bool outward = best ? may_be(own, i, j, i, j) || may_be(own, j, i, j, i)
                        : may_be(own, i, j, j, i) || may_be(own, j, i, i, j);
    if (outward)
        return sign;
    bool tied = may_tie(&own->priority[i], &own->priority[j]) ||
                may_tie(&own->support[i], &own->support[j]);
    return tied ? 0 : -sign;
}

/* The largest τ_b that the ranges allow, the smallest when not best: every pair is taken for
 * itself, and pairs are tied where that moves τ_b further. A bound: no order may do all. */
static double extreme_tau(const order *own, bool best)
{
    int64_t sum = 0;
    int64_t ordered_least = 0; /* pairs of different priority, */
    int64_t ordered_most = 0;  /* with as many ties as possible, and as few */
    int64_t apart_least = 0;   /* the same of support */
    int64_t apart_most = 0;
    for (uint32_t i = 1; i < own->count; i++)
        for (uint32_t j = 0; j < i; j++) {
            int one = agreement(own, i, j, best);
            sum += one;
            ordered_least += one != 0 || !may_tie(&own->priority[i], &own->priority[j]);
            ordered_most += !must_tie(&own->priority[i], &own->priority[j]);
            apart_least += one != 0 || !may_tie(&own->support[i], &own->support[j]);
            apart_most += !must_tie(&own->support[i], &own->support[j]);
        }
    bool outward = best ? sum > 0 : sum < 0;
    double ordered = (double)(outward ? ordered_least : ordered_most);
    double apart = (double)(outward ? apart_least : apart_most);
    double tau = sum == 0 ? 0 : (double)sum / sqrt(ordered * apart);
    return fmax(-1, fmin(1, tau));
}

static bool is_point(const extent *one)
{
    return !one->open && one->low == one->high;
}

static bool is_certain(const order *own)
{
    for (uint32_t n = 0; n < own->count; n++)
        if (!is_point(&own->priority[n]) || !is_point(&own->support[n]))
            return false;
    return true;
}

/* Of one recipient; reason is set when there is none. */
typedef struct concordance {
    const char *reason;
    double value;
    double low;
    double high;
} concordance;

/* Twice the middle of each range, which has the same order. */
static void middle_support(const order *own, int64_t *support)
{
    for (uint32_t i = 0; i < own->count; i++)
        support[i] = (int64_t)(own->support[i].low + own->support[i].high);
}

static concordance concordance_of(const order *own)
{
    int64_t support[SEL_CAPABILITIES_MAX];
    sel_kendall found;
    if (own->count < own->needed)
        return (concordance){.reason = "reason.fewer-than-five-ranked", .high = 1};
    middle_support(own, support);
    if (!sel_kendall_of(own->middle, support, own->count, &found))
        return (concordance){.reason = "reason.no-order", .high = 1};
    double value = (1 + found.tau_b) / 2;
    if (is_certain(own))
        return (concordance){.value = value, .low = value, .high = value};
    return (concordance){.value = value,
                         .low = (1 + extreme_tau(own, false)) / 2,
                         .high = (1 + extreme_tau(own, true)) / 2};
}

static void supply_order(const sel_supplies *supplies, uint32_t recipient, order *own)
{
    for (uint32_t n = 0; n < own->count; n++) {
        const sel_supply *at = sel_supply_find(supplies, recipient, own->capabilities[n]);
        if (at != NULL)
            give(own, n, at->low, at->high);
    }
}

/* Without any support all of it is equal: say why there is none. */
static const char *why_no_supply(const sel_selection *selection, const order *own)
{
    if (selection->undertaking_count == 0)
        return sel_selection_empty(selection);
    return own->undated ? "reason.no-dated-support" : "reason.no-support-at-a-need";
}

static void order_of_recipient(const sel_evidence *evidence, const sel_selection *selection,
                               const sel_response_view *view, order *own)
{
    rank_needs(evidence->study->model, &view->needs, selection->recipients[0],
               sel_undated_support(evidence, selection, &view->needs), own);
    supply_order(&view->supplies, selection->recipients[0], own);
}

static sel_indicator_value of_recipient(const sel_evidence *evidence,
                                        const sel_selection *selection)
{
    sel_response_view view = sel_needs_and_supplies(evidence, selection);
    order own;
    order_of_recipient(evidence, selection, &view, &own);
    concordance found = concordance_of(&own);
    if (own.count >= own.needed && !own.any)
        found.reason = why_no_supply(selection, &own);
    sel_indicator_value value = found.reason != NULL
                                    ? sel_value_missing(found.reason)
                                    : sel_value_between(found.value, found.low, found.high);
    uint32_t *numbers = sel_arena_array(evidence->arena, own.count, sizeof *numbers);
    for (uint32_t n = 0; n < own.count; n++) {
        const sel_need *need = &view.needs.list[own.needs[n]];
        const sel_need *stored = sel_needs_find(evidence->needs, need->recipient, need->capability);
        numbers[n] = stored == NULL ? own.needs[n] : (uint32_t)(stored - evidence->needs->list);
    }
    value.known = own.count;
    value.all = (uint64_t)own.count + own.unknown;
    value.contributors = numbers;
    value.contributor_count = own.count;
    value.from = SEL_FROM_NEEDS;
    return value;
}

/* What the recipients come to. */
typedef struct medians {
    uint32_t needed; /* recipients; of fewer there is none */
    double *values;
    double *lows; /* of all that could have an order */
    double *highs;
    uint32_t *recipients; /* those with one */
    uint32_t known;
    uint32_t all;
} medians;

static medians make_room(const sel_evidence *evidence, uint32_t recipients)
{
    sel_arena *arena = evidence->arena;
    return (medians){.needed = sel_model_count(evidence->study->model, SEL_POLICY_A4_RECIPIENTS),
                     .values = sel_arena_array(arena, recipients, sizeof(double)),
                     .lows = sel_arena_array(arena, recipients, sizeof(double)),
                     .highs = sel_arena_array(arena, recipients, sizeof(double)),
                     .recipients = sel_arena_array(arena, recipients, sizeof(uint32_t))};
}

static void add_recipient(medians *found, uint32_t recipient, const order *own)
{
    if (own->count < own->needed || !(own->any || own->undated))
        return;
    concordance one = concordance_of(own);
    found->lows[found->all] = one.low;
    found->highs[found->all++] = one.high;
    if (one.reason != NULL)
        return;
    found->values[found->known] = one.value;
    found->recipients[found->known++] = recipient;
}

static int by_size(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;
    return (left > right) - (left < right);
}

/* Middle of values, of which there is one at least; the mean of the two middle ones. */
static double median_of(double *values, uint32_t count)
{
    qsort(values, count, sizeof *values, by_size);
    return (values[(count - 1) / 2] + values[count / 2]) / 2;
}

static sel_indicator_value value_of(const medians *found, const sel_selection *selection)
{
    sel_indicator_value value;
    if (selection->undertaking_count == 0)
        value = sel_value_missing(sel_selection_empty(selection));
    else if (found->all >= found->needed && found->known * 2 < found->all)
        value = sel_value_missing("reason.less-than-half-known");
    else if (found->known < found->needed)
        value = sel_value_missing("reason.fewer-than-five-recipients");
    else
        value = sel_value_between(median_of(found->values, found->known),
                                  median_of(found->lows, found->all),
                                  median_of(found->highs, found->all));
    value.known = found->known;
    value.all = found->all;
    value.contributors = found->recipients;
    value.contributor_count = found->known;
    value.from = SEL_FROM_RECIPIENTS;
    return value;
}

/* Parts of a donor ascend by place, as needs do. next: the first part that no recipient before this
 * one has. */
static void supply_order_by_donor(const sel_evidence *evidence, const sel_selection *selection,
                                  uint32_t recipient, uint32_t *next, order *own)
{
    const sel_supply *list = evidence->supplies->list;
    uint32_t n = 0;
    for (; *next < selection->gives_count; ++*next) {
        const sel_donor_place *part = &selection->gives[*next];
        const sel_supply *at = &list[part->supply];
        if (at->recipient > recipient)
            return;
        if (at->recipient < recipient)
            continue;
        while (n < own->count && own->capabilities[n] < at->capability)
            n++;
        if (n < own->count && own->capabilities[n] == at->capability)
            give(own, n, part->low, part->high);
    }
}

/* Whether a donor gives to the recipient whose needs start at `first`, with dates or without. */
static bool is_served(const sel_evidence *evidence, const sel_selection *selection,
                      const bool *undated, uint32_t first, uint32_t *next)
{
    const sel_needs *needs = evidence->needs;
    const sel_supply *list = evidence->supplies->list;
    uint32_t recipient = needs->list[first].recipient;
    while (*next < selection->gives_count &&
           list[selection->gives[*next].supply].recipient < recipient)
        ++*next;
    bool served = *next < selection->gives_count &&
                  list[selection->gives[*next].supply].recipient == recipient;
    for (uint32_t i = first; i < needs->count && needs->list[i].recipient == recipient; i++)
        served |= undated[i];
    return served;
}

/* Needs ascend by recipient: each of them once. */
static sel_indicator_value of_recipients(const sel_evidence *evidence,
                                         const sel_selection *selection)
{
    const sel_needs *needs = evidence->needs;
    const bool *undated = sel_undated_support(evidence, selection, needs);
    medians found = make_room(evidence, evidence->study->reference->geography.count);
    uint32_t next = 0;
    for (uint32_t i = 0; i < needs->count; i++) {
        uint32_t recipient = needs->list[i].recipient;
        bool again = i > 0 && needs->list[i - 1].recipient == recipient;
        if (again || !sel_selection_covers(selection, recipient))
            continue;
        bool donor = selection->subject.level == SEL_LEVEL_DONOR;
        if (donor && !is_served(evidence, selection, undated, i, &next))
            continue;
        order own;
        rank_needs(evidence->study->model, needs, recipient, undated, &own);
        if (donor)
            supply_order_by_donor(evidence, selection, recipient, &next, &own);
        else
            supply_order(evidence->supplies, recipient, &own);
        add_recipient(&found, recipient, &own);
    }
    return value_of(&found, selection);
}

static sel_indicator_value priority_concordance(const sel_evidence *evidence,
                                                const sel_selection *selection)
{
    bool one = (selection->subject.level & (SEL_LEVEL_RESPONSE | SEL_LEVEL_RECIPIENT)) != 0;
    return one ? of_recipient(evidence, selection) : of_recipients(evidence, selection);
}

static void beside_concordance(const sel_evidence *evidence, const sel_selection *selection,
                               sel_beside *beside)
{
    if (selection->subject.level != SEL_LEVEL_RESPONSE &&
        selection->subject.level != SEL_LEVEL_RECIPIENT)
        return;
    sel_response_view view = sel_needs_and_supplies(evidence, selection);
    uint64_t seed = evidence->study->model->seed;
    int64_t support[SEL_CAPABILITIES_MAX];
    sel_kendall found;
    sel_kendall_test test;
    order own;
    order_of_recipient(evidence, selection, &view, &own);
    middle_support(&own, support);
    if (!sel_kendall_of(own.middle, support, own.count, &found) ||
        !sel_kendall_test_of(own.middle, support, own.count, seed, &test))
        return;
    sel_beside_add(beside, "beside.tau", "beside.tau-how", found.tau_b);
    sel_beside_add(beside, "beside.tau-p", "beside.tau-p-how", test.p)->seed =
        test.exact ? 0 : seed;
}

const sel_indicator sel_indicator_a4 = {
    .id = "a4",
    .name = "indicator.a4",
    .question = "question.a4",
    .formula = "(1 + τ_b) / 2; τ_b of priority rank and supply by capability",
    .data = "data.a4",
    .source = "Paris Declaration 2005, ownership; Kendall rank correlation",
    .principle = 'a',
    .role = SEL_SCORED,
    .levels = SEL_LEVEL_RESPONSE | SEL_LEVEL_RECIPIENT | SEL_LEVEL_REGION | SEL_LEVEL_DONOR |
              SEL_LEVEL_PORTFOLIO,
    .evaluate = priority_concordance,
    .beside = beside_concordance,
};
