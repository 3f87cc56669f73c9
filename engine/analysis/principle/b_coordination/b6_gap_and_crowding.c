/* b6: how much of the need lies where support is neither missing nor crowded:
 * Σ n·[not orphan, not crowded] / Σ n over places whose need is known and not
 * nought, cov being support over need, as in a3:
 *
 *     orphan     severity >= 3 and cov < .25
 *     crowded    cov > 2 and at least three effective donors
 *
 * Value: severity, support and need each in the middle of its range. Bounds: a
 * place surely counts when no end of the ranges makes it orphan or crowded, and
 * surely does not when every end makes it one of both; n weighs as in a3.
 * A programme whose donor is not known may be of a donor of its own or of one
 * of those that are. Support without usable dates leaves open whether a place
 * is orphan or crowded.
 *
 * Places where no help is wanted leave no trace; support there is shown with the
 * map of needs. Not available: as a3 (need_places.h). */
#include "analysis/principle/indicators.h"
#include "analysis/principle/need_places.h"
#include "analysis/principle/proportion.h"
#include "analysis/principle/weighted_range.h"

static bool is_orphan(const sel_model *model, double severity, double supply, double need)
{
    return severity >= sel_model_constant(model, SEL_POLICY_B6_ORPHAN_SEVERITY) &&
           supply < sel_model_constant(model, SEL_POLICY_B6_ORPHAN_COVERAGE) * need;
}

static bool is_crowded(const sel_model *model, double donors, double supply, double need)
{
    return donors >= sel_model_constant(model, SEL_POLICY_B6_CROWDED_DONORS) &&
           supply > sel_model_constant(model, SEL_POLICY_B6_CROWDED_COVERAGE) * need;
}

/* nameless: programmes at the place whose donor is not known. */
static sel_weighted_range judge(const sel_model *model, const sel_need_place *at, uint32_t nameless)
{
    const sel_need *need = at->need;
    double severity = (need->severity_low + need->severity_high) / 2.0;
    double supply = (at->supply_low + at->supply_high) / 2;
    double needed = (at->need_low + at->need_high) / 2;
    double donors_low = nameless > 0 ? 1 : at->effective_donors;
    double donors_high =
        at->effective_donors > 0 ? at->effective_donors + nameless : at->programmes;
    bool orphan = is_orphan(model, need->severity_low, at->supply_high, at->need_low);
    bool crowded = is_crowded(model, donors_low, at->supply_low, at->need_high);
    bool maybe_orphan = is_orphan(model, need->severity_high, at->supply_low, at->need_high);
    bool maybe_crowded = is_crowded(model, donors_high, at->supply_high, at->need_low);
    bool neither = !is_orphan(model, severity, supply, needed) &&
                   !is_crowded(model, at->effective_donors, supply, needed);
    return (sel_weighted_range){
        .weight_low = need->n_low,
        .weight_high = need->n_high,
        .low = !at->undated && !maybe_orphan && !maybe_crowded,
        .value = neither,
        .high = (crowded || orphan) && !at->undated ? 0 : 1,
    };
}

/* Per need, how many programmes that give support there name no donor. */
static const uint32_t *count_nameless(const sel_evidence *evidence, const sel_selection *selection)
{
    const sel_study *study = evidence->study;
    const sel_needs *needs = evidence->needs;
    uint32_t *nameless = sel_arena_array(evidence->arena, needs->count, sizeof *nameless);
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_study_programme *record = selection->undertakings[i].programme;
        if (record->donor_count > 0 || !record->dated || !sel_programme_is_active(record) ||
            sel_supply_days_high(record, study->window_start, study->window_end) <= 0)
            continue;
        for (uint32_t j = 0; j < record->place_count; j++) {
            const sel_study_place *at = &record->places[j];
            const sel_need *need = sel_needs_find(needs, at->recipient, at->capability);
            if (need != NULL && at->effort_high > 0)
                nameless[need - needs->list] += 1;
        }
    }
    return nameless;
}

static sel_indicator_value well_served(const sel_evidence *evidence, const sel_selection *selection)
{
    sel_need_survey found = sel_survey_needs(evidence, selection);
    const uint32_t *nameless = count_nameless(evidence, selection);
    sel_weighted_range *list = sel_arena_array(evidence->arena, found.count, sizeof *list);
    for (uint32_t i = 0; i < found.count; i++)
        list[i] = judge(evidence->study->model, &found.places[i], nameless[found.numbers[i]]);
    sel_indicator_value value = found.reason != NULL ? sel_value_missing(found.reason)
                                                     : sel_weighted_mean(list, found.count);
    value.known = found.count;
    value.all = (uint64_t)found.count + found.unknown;
    value.contributors = found.numbers;
    value.contributor_count = found.count;
    value.from = SEL_FROM_NEEDS;
    return value;
}

const sel_indicator sel_indicator_b6 = {
    .id = "b6",
    .name = "indicator.b6",
    .question = "question.b6",
    .formula = "Σ_U n·[neither orphan nor crowded] / Σ_U n",
    .data = "data.b6",
    .source = "OECD on aid orphans; OCHA 3W",
    .principle = 'b',
    .role = SEL_SCORED,
    .levels = SEL_LEVEL_RECIPIENT | SEL_LEVEL_REGION | SEL_LEVEL_PORTFOLIO,
    .evaluate = well_served,
};
