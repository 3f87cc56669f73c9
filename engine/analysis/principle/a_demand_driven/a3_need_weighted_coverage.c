/* a3: Σ n·min(1, supply/need) / Σ n over places whose need is known and not
 * nought, how many of all asked about being told; ordinal: need is m(severity)
 * programme-equivalents over the window.
 * The cap keeps a favoured place from making up for a forgotten one. Zero
 * needs leave no trace. Support without dates cannot be counted: it raises the
 * upper bound only. A response is held against the support it lists. */
#include "analysis/principle/indicators.h"
#include "analysis/principle/proportion.h"
#include "analysis/principle/response_view.h"

#include <math.h>

/* One place: its weight n and its covered share, both as ranges; covered is what dated support
 * comes to in the middle of its range. */
typedef struct place {
    double weight_low;
    double weight_high;
    double covered_low;
    double covered;
    double covered_high;
} place;

static place place_of(const sel_need *need, const sel_supply *supply, bool undated_here)
{
    place one = {.weight_low = need->n_low, .weight_high = need->n_high};
    if (supply != NULL && supply->high > 0) {
        double low = (double)supply->low;
        double high = (double)supply->high;
        one.covered_low = low < (double)supply->need_high ? low / (double)supply->need_high : 1;
        one.covered_high = high < (double)supply->need_low ? high / (double)supply->need_low : 1;
    }
    one.covered = (one.covered_low + one.covered_high) / 2;
    if (undated_here)
        one.covered_high = 1;
    return one;
}

static int by_covered_low(const void *a, const void *b)
{
    double left = ((const place *)a)->covered_low;
    double right = ((const place *)b)->covered_low;
    return (left > right) - (left < right);
}

/* Smallest possible weighted mean of covered_low: places are sorted by it, and weight is added
 * where it pulls the mean down. */
static double lowest_mean(place *places, uint32_t count)
{
    double weight = 0;
    double sum = 0;
    qsort(places, count, sizeof *places, by_covered_low);
    for (uint32_t i = 0; i < count; i++) {
        weight += places[i].weight_low;
        sum += places[i].weight_low * places[i].covered_low;
    }
    for (uint32_t i = 0; i < count; i++) {
        double more = places[i].weight_high - places[i].weight_low;
        if (more > 0 && (weight <= 0 || places[i].covered_low * weight < sum)) {
            weight += more;
            sum += more * places[i].covered_low;
        }
    }
    return sum / weight;
}

/* 1 − the smallest mean of what stays uncovered. */
static double highest_mean(place *places, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        places[i].covered_low = 1 - places[i].covered_high;
    return 1 - lowest_mean(places, count);
}

static sel_indicator_value covered_share(place *places, uint32_t count)
{
    double weight = 0;
    double sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        double middle = (places[i].weight_low + places[i].weight_high) / 2;
        weight += middle;
        sum += middle * places[i].covered;
    }
    double low = lowest_mean(places, count);
    return sel_value_between(sum / weight, low, highest_mean(places, count));
}

/* Needs at which undated support is named. */
static const bool *undated_support(const sel_evidence *evidence, const sel_selection *selection,
                                   const sel_needs *needs)
{
    bool *named = sel_arena_array(evidence->arena, needs->count, sizeof *named);
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        uint32_t number = sel_undertaking_record(&selection->undertakings[i]);
        const sel_study_programme *record = &evidence->study->programmes[number];
        bool uncounted = !record->dated && sel_programme_is_active(record);
        for (uint32_t j = 0; j < record->place_count && uncounted; j++) {
            const sel_study_place *at = &record->places[j];
            const sel_need *need = sel_needs_find(needs, at->recipient, at->capability);
            if (need != NULL)
                named[need - needs->list] = true;
        }
    }
    return named;
}

/* What is known of the needs in scope. */
typedef struct survey {
    uint32_t asked;
    uint32_t unknown;
    uint32_t counted; /* known and possibly above nought */
    place *places;
    uint32_t *needs; /* numbers of the counted ones in evidence->needs */
} survey;

static survey look_at_needs(const sel_evidence *evidence, const sel_selection *selection,
                            const sel_needs *needs, const sel_supplies *supplies)
{
    const bool *undated = undated_support(evidence, selection, needs);
    survey found = {
        .places = sel_arena_array(evidence->arena, needs->count, sizeof *found.places),
        .needs = sel_arena_array(evidence->arena, needs->count, sizeof *found.needs),
    };
    for (uint32_t i = 0; i < needs->count; i++) {
        const sel_need *need = &needs->list[i];
        if (!sel_selection_covers(selection, need->recipient))
            continue;
        found.asked += 1;
        found.unknown += !sel_need_is_known(need);
        if (!sel_need_is_known(need) || need->n_high <= 0)
            continue;
        const sel_need *stored = sel_needs_find(evidence->needs, need->recipient, need->capability);
        const sel_supply *supply = sel_supply_find(supplies, need->recipient, need->capability);
        found.needs[found.counted] =
            stored == NULL ? i : (uint32_t)(stored - evidence->needs->list);
        found.places[found.counted++] = place_of(need, supply, undated[i]);
    }
    return found;
}

static const char *why_not(const survey *found)
{
    if (found->asked == 0)
        return "reason.need-not-answered";
    if (found->counted == 0)
        return found->unknown == 0 ? "reason.no-stated-need" : "reason.need-unknown";
    return NULL;
}

/* Without any support that has dates, coverage is not nought but unknown. Support that lies wholly
 * outside the window has dates, and covers nothing in it. */
static const char *why_no_supply(const sel_selection *selection, const sel_supplies *supplies)
{
    if (supplies->count > 0 || supplies->outside > 0)
        return NULL;
    if (selection->undertaking_count == 0)
        return sel_selection_empty(selection);
    return supplies->undated > 0 ? "reason.support-not-dated" : "reason.support-not-placed";
}

static sel_indicator_value need_weighted_coverage(const sel_evidence *evidence,
                                                  const sel_selection *selection)
{
    sel_needs needs = *evidence->needs;
    sel_supplies supplies = *evidence->supplies;
    if (selection->subject.level == SEL_LEVEL_RESPONSE) {
        sel_response_view view = sel_response_view_of(evidence, selection);
        needs = view.needs;
        supplies = view.supplies;
    }
    survey found = look_at_needs(evidence, selection, &needs, &supplies);
    const char *reason = why_not(&found);
    if (reason == NULL)
        reason = why_no_supply(selection, &supplies);
    sel_indicator_value value =
        reason != NULL ? sel_value_missing(reason) : covered_share(found.places, found.counted);
    value.known = found.counted;
    value.all = (uint64_t)found.counted + found.unknown;
    value.contributors = found.needs;
    value.contributor_count = found.counted;
    value.from = SEL_FROM_NEEDS;
    return value;
}

const sel_indicator sel_indicator_a3 = {
    .id = "a3",
    .name = "indicator.a3",
    .question = "question.a3",
    .formula = "Σ_U n·min(1, Supply/Need) / Σ_U n",
    .data = "data.a3",
    .source = "OCHA need against response",
    .principle = 'a',
    .role = SEL_SCORED,
    .levels = SEL_LEVEL_RESPONSE | SEL_LEVEL_RECIPIENT | SEL_LEVEL_REGION | SEL_LEVEL_PORTFOLIO,
    .evaluate = need_weighted_coverage,
};
