/* c4: share of support that can be bought anywhere: untied 1, partially tied
 * .5, tied 0, among those whose status is known. Blank is not untied. Donors
 * state their own procurement rules with authority, so one key is enough; when
 * both answer, the less favourable answer counts.
 *
 * It is never more than 1 − the share of programmes that d7 flags: buying
 * anywhere is no free choice where the seller wrote the order. A note says when
 * that lowers it. A programme of which d7 is not known or does not apply is not
 * flagged, so that an answer in favour of the donor never lowers the value; the
 * bounds, too, are capped by what is flagged, not by what might be.
 *
 * Not available: no programme; no status known; known for less than half. */
#include "analysis/principle/conflicts.h"
#include "analysis/principle/indicators.h"

static sel_key untied(const sel_study_programme *record, double partially)
{
    const double worth[] = {
        [SEL_TIED_UNTIED] = 1, [SEL_TIED_PARTIALLY] = partially, [SEL_TIED_TIED] = 0};
    if (record->tied == SEL_TIED_UNKNOWN)
        return (sel_key){0};
    return (sel_key){true, worth[record->tied]};
}

static bool is_any_flagged(const sel_evidence *evidence, const sel_selection *selection)
{
    for (uint32_t i = 0; i < selection->undertaking_count; i++)
        if (sel_has_conflict(evidence, &selection->undertakings[i]))
            return true;
    return false;
}

/* What the programmes that d7 does not flag come to. */
static sel_indicator_value without_conflict(const sel_evidence *evidence,
                                            const sel_selection *selection)
{
    sel_tally tally = {.arena = evidence->arena};
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_undertaking *undertaking = &selection->undertakings[i];
        sel_verdict verdict = sel_verdict_of(!sel_has_conflict(evidence, undertaking));
        sel_tally_undertaking(&tally, selection, undertaking, &verdict);
    }
    return sel_tally_value(&tally, NULL, NULL);
}

static double lesser(double a, double b)
{
    return a < b ? a : b;
}

static void cap(sel_indicator_value *value, const sel_indicator_value *most)
{
    if (value->by_value >= 0)
        value->by_value =
            lesser(value->by_value, most->by_value >= 0 ? most->by_value : most->value);
    value->low = lesser(value->low, most->value);
    value->high = lesser(value->high, most->value);
    if (value->value <= most->value)
        return;
    value->value = most->value;
    value->note = "note.capped-by-conflicts";
    *value = sel_value_of_shares(*value);
}

static sel_indicator_value untied_share(const sel_evidence *evidence,
                                        const sel_selection *selection)
{
    sel_tally tally = sel_ask_both_sides_by(evidence, selection, untied,
                                            SEL_POLICY_C4_PARTIALLY_TIED, sel_keys_declared);
    sel_indicator_value value =
        sel_tally_value(&tally, sel_selection_empty(selection), "reason.tied-status-unknown");
    if (value.availability == SEL_AVAILABLE && is_any_flagged(evidence, selection)) {
        sel_indicator_value most = without_conflict(evidence, selection);
        cap(&value, &most);
    }
    return value;
}

const sel_indicator sel_indicator_c4 = {
    .id = "c4",
    .name = "indicator.c4",
    .question = "question.c4",
    .formula = "min((untied + ½·partially tied) / known, 1 − flagged by d7 / programmes)",
    .data = "data.c4",
    .source = "Paris Declaration 2005, indicator 8; IATI tied status",
    .principle = 'c',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
    .evaluate = untied_share,
};
