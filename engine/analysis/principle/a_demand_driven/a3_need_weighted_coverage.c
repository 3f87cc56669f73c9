/* a3: Σ n·min(1, supply/need) / Σ n over places whose need is known and not
 * nought, how many of all asked about being told; ordinal: need is m(severity)
 * programme-equivalents over the window.
 * The cap keeps a favoured place from making up for a forgotten one. Zero
 * needs leave no trace. Support without dates cannot be counted: it raises the
 * upper bound only. A response is held against the support it lists.
 *
 * Beside it, where a request names an amount: the same in money (asked_money.h). One
 * figure never mixes both: the value is ordinal everywhere. */
#include "analysis/principle/a_demand_driven/asked_money.h"
#include "analysis/principle/beside.h"
#include "analysis/principle/indicators.h"
#include "analysis/principle/need_places.h"
#include "analysis/principle/proportion.h"
#include "analysis/principle/weighted_range.h"

/* One place: its weight n and its covered share, both as ranges; the value is what dated support
 * comes to in the middle of its range. */
static sel_weighted_range coverage_of(const sel_need_place *place)
{
    sel_weighted_range one = {.weight_low = place->need->n_low, .weight_high = place->need->n_high};
    if (place->supply_high > 0) {
        double low = place->supply_low;
        double high = place->supply_high;
        one.low = low < place->need_high ? low / place->need_high : 1;
        one.high = high < place->need_low ? high / place->need_low : 1;
    }
    one.value = (one.low + one.high) / 2;
    if (place->undated)
        one.high = 1;
    return one;
}

static sel_indicator_value covered_share(const sel_evidence *evidence, const sel_need_survey *found)
{
    sel_weighted_range *list = sel_arena_array(evidence->arena, found->count, sizeof *list);
    for (uint32_t i = 0; i < found->count; i++)
        list[i] = coverage_of(&found->places[i]);
    return sel_weighted_mean(list, found->count);
}

static sel_indicator_value need_weighted_coverage(const sel_evidence *evidence,
                                                  const sel_selection *selection)
{
    sel_need_survey found = sel_survey_needs(evidence, selection);
    sel_indicator_value value =
        found.reason != NULL ? sel_value_missing(found.reason) : covered_share(evidence, &found);
    value.known = found.count;
    value.all = (uint64_t)found.count + found.unknown;
    value.contributors = found.numbers;
    value.contributor_count = found.count;
    value.from = SEL_FROM_NEEDS;
    return value;
}

static void beside_coverage(const sel_evidence *evidence, const sel_selection *selection,
                            sel_beside *beside)
{
    if (selection->subject.level == SEL_LEVEL_RESPONSE)
        return;
    sel_need_survey survey = sel_survey_needs(evidence, selection);
    sel_asked_money found = sel_asked_money_of(evidence, selection, &survey);
    if (found.reason != NULL) {
        sel_beside_add_missing(beside, "beside.asked-money", "beside.asked-money-how",
                               found.reason);
        return;
    }
    sel_beside_add(beside, "beside.asked-money", "beside.asked-money-how", found.covered);
    sel_beside_add(beside, "beside.asked-places", "beside.asked-places-how", found.places);
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
    .beside = beside_coverage,
};
