/* c4: share of support that can be bought anywhere: untied 1, partially tied
 * .5, tied 0, among those whose status is known. Blank is not untied. Donors
 * state their own procurement rules with authority, so one key is enough; when
 * both answer, the less favourable answer counts. */
#include "analysis/principle/both_sides.h"
#include "analysis/principle/indicators.h"

static sel_key untied(const sel_study_programme *record)
{
    static const double worth[] = {
        [SEL_TIED_UNTIED] = 1, [SEL_TIED_PARTIALLY] = .5, [SEL_TIED_TIED] = 0};
    if (record->tied == SEL_TIED_UNKNOWN)
        return (sel_key){0};
    return (sel_key){true, worth[record->tied]};
}

static sel_indicator_value untied_share(const sel_evidence *evidence,
                                        const sel_selection *selection)
{
    sel_tally tally = sel_ask_both_sides(evidence, selection, untied, sel_keys_declared);
    return sel_tally_value(&tally, sel_selection_empty(selection), "reason.tied-status-unknown");
}

const sel_indicator sel_indicator_c4 = {
    .id = "c4",
    .name = "indicator.c4",
    .question = "question.c4",
    .formula = "(untied + ½·partially tied) / known",
    .data = "data.c4",
    .source = "Paris Declaration 2005, indicator 8; IATI tied status",
    .principle = 'c',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
    .evaluate = untied_share,
};
