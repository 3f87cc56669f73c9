/* b5: how alike the portfolios of donors are: Σ_x min(s_d, s_e) over places, the
 * shares being those of each donor's possible support in the window
 * (fragmentation.h); 0 for nothing in common, 1 for the same portfolio.
 *
 * Donor: with the donor most similar to it. Portfolio: the mean over all pairs of
 * donors with support, those with nothing in common too. Context only: two donors
 * that both give in proportion to need are alike, so it has no direction. What of
 * it is run jointly is not told apart.
 *
 * Bounds: the value itself where all support is certain, dated and of known
 * donors; else nothing is sure of the shares: [0, 1].
 *
 * Not available: fewer than two donors with support in the window; the donor has
 * none. */
#include "analysis/principle/indicators.h"
#include "analysis/principle/proportion.h"

enum { DONORS_NEEDED = 2 };

static bool is_certain(const sel_supplies *supplies)
{
    if (supplies->undated > 0 || supplies->no_donor > 0)
        return false;
    for (uint32_t i = 0; i < supplies->count; i++)
        if (supplies->list[i].low != supplies->list[i].high)
            return false;
    return true;
}

static sel_indicator_value similarity(const sel_evidence *evidence, const sel_selection *selection)
{
    const sel_fragmentation *spread = evidence->spread;
    if (selection->undertaking_count == 0)
        return sel_value_missing(sel_selection_empty(selection));
    if (spread->donor_count == 0)
        return sel_value_missing("reason.no-dated-support");
    if (spread->donor_count < DONORS_NEEDED)
        return sel_value_missing("reason.one-donor");
    double alike;
    if (selection->subject.level == SEL_LEVEL_DONOR) {
        const sel_donor_spread *own = sel_fragmentation_donor(spread, selection->subject.number);
        if (own == NULL)
            return sel_value_missing("reason.no-dated-support");
        alike = own->alike_ppm;
    } else {
        double donors = spread->donor_count;
        alike = (double)spread->alike_ppm_sum / (donors * (donors - 1) / 2);
    }
    bool certain = is_certain(evidence->supplies);
    double value = alike / SEL_PPM;
    sel_indicator_value result = sel_value_between(value, certain ? value : 0, certain ? value : 1);
    result.known = result.all = spread->donor_count;
    return result;
}

const sel_indicator sel_indicator_b5 = {
    .id = "b5",
    .name = "indicator.b5",
    .question = "question.b5",
    .formula = "Σ min(s_d, s_e) over places",
    .data = "data.b5",
    .source = "Aldasoro, Nunnenkamp and Thiele 2010",
    .principle = 'b',
    .role = SEL_CONTEXT,
    .levels = SEL_LEVEL_DONOR | SEL_LEVEL_PORTFOLIO,
    .evaluate = similarity,
};
