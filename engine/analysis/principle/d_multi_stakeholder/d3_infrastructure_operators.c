/* d3: in how many programmes about critical infrastructure its operators take
 * part in design or more: share of such programmes in which private operators
 * stand on the ladder at "designed together" or above, as donor and recipients
 * tell it (roles.h).
 *
 * About critical infrastructure: at least 20 % of the effort at places, at its
 * most, lies on D1.3 (critical infrastructure protection) or D5.4 (internet
 * infrastructure resilience) of the cyber taxonomy. Where capabilities were found in
 * text and not stated, such a programme may not be about it: bounds [0, 1].
 *
 * Not applicable: no such programme; a taxonomy without these capabilities.
 * Not available: no programme; programmes without any place only; roles reported
 * for less than half of them. */
#include "analysis/principle/both_sides.h"
#include "analysis/principle/indicators.h"
#include "analysis/principle/roles.h"

/* Among the non-State groups of roles.h the first. */
enum { OPERATORS = 0 };

static bool is_infrastructure(const sel_taxonomy *taxonomy, uint32_t capability)
{
    enum { LENGTH = 4 };
    sel_str code = taxonomy->capabilities[capability].code;
    return code.len == LENGTH &&
           (memcmp(code.ptr, "D1.3", LENGTH) == 0 || memcmp(code.ptr, "D5.4", LENGTH) == 0);
}

static bool is_about_infrastructure(const sel_study *study, const sel_study_programme *record)
{
    const sel_taxonomy *taxonomy = &study->reference->taxonomy;
    uint64_t all = 0;
    uint64_t on_it = 0;
    for (uint32_t i = 0; i < record->place_count; i++) {
        const sel_study_place *at = &record->places[i];
        all += at->effort_high;
        on_it += is_infrastructure(taxonomy, at->capability) ? at->effort_high : 0;
    }
    return on_it > 0 &&
           on_it * 100 >= all * sel_model_count(study->model, SEL_POLICY_D3_EFFORT_PERCENT);
}

static double designs(int ladder)
{
    return ladder >= SEL_LADDER_CO_DESIGN ? 1 : 0;
}

static sel_verdict verdict_on(const sel_evidence *evidence, const sel_undertaking *undertaking,
                              bool guessed)
{
    sel_roles_told told = sel_roles_told_of(evidence, undertaking);
    sel_verdict verdict = sel_role_verdict(&told, OPERATORS, designs);
    if (guessed) {
        verdict.low = 0;
        verdict.high = 1;
    }
    return verdict;
}

static sel_indicator_value operators_designing(const sel_evidence *evidence,
                                               const sel_selection *selection)
{
    sel_tally tally = {.arena = evidence->arena};
    bool placed = false;
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_undertaking *undertaking = &selection->undertakings[i];
        const sel_study_programme *record = undertaking->programme;
        placed |= record->place_count > 0;
        if (!is_about_infrastructure(evidence->study, record))
            continue;
        sel_verdict verdict = verdict_on(evidence, undertaking, record->guessed);
        sel_tally_undertaking(&tally, selection, undertaking, &verdict);
    }
    if (tally.all > 0)
        return sel_tally_value(&tally, NULL, "reason.roles-not-reported");
    if (selection->undertaking_count == 0)
        return sel_value_missing(sel_selection_empty(selection));
    return placed ? sel_value_inapplicable("reason.no-infrastructure-programme")
                  : sel_value_missing("reason.support-not-placed");
}

const sel_indicator sel_indicator_d3 = {
    .id = "d3",
    .name = "indicator.d3",
    .question = "question.d3",
    .formula =
        "infrastructure programmes with operators designing or more / infrastructure programmes",
    .data = "data.d3",
    .source = "CMM 2021 factor D1.3; norm G",
    .principle = 'd',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
    .evaluate = operators_designing,
};
