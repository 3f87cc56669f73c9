#include "analysis/principle/variation.h"

#include "analysis/principle/valuation.h"
#include "base/number.h"

static const double times[SEL_VARIANT_SCORES] = {.5, 1, 1.5};

static sel_indicator_value evaluate_with(const sel_evidence *evidence, sel_policy constant,
                                         double value, const sel_indicator *indicator,
                                         sel_subject subject)
{
    sel_model model = *evidence->study->model;
    sel_study study = *evidence->study;
    sel_evidence other = *evidence;
    model.policies.values[constant] = value;
    study.model = &model;
    other.study = &study;
    sel_selection selection = sel_select(&other, subject);
    return sel_evaluate(&other, &selection, indicator);
}

static sel_variant_score vary(const sel_evidence *evidence, const sel_score *score,
                              sel_policy constant, uint32_t number, double factor)
{
    uint32_t count;
    const sel_indicator *indicator = sel_indicators(&count)[number];
    const sel_model *model = evidence->study->model;
    const sel_policy_row *row = sel_policy_of(constant);
    double aim = sel_number_settle(sel_model_constant(model, constant) * factor);
    sel_variant_score found = {.constant = sel_policy_fit(constant, aim),
                               .kept = aim < row->least || aim > row->most};
    found.value = score->values[number];
    if (found.constant != sel_model_constant(model, constant))
        found.value = evaluate_with(evidence, constant, found.constant, indicator, score->subject);
    sel_indicator_value *values = sel_arena_array(evidence->arena, count, sizeof *values);
    memcpy(values, score->values, count * sizeof *values);
    values[number] = found.value;
    found.principle = sel_score_mean(model, score->subject.level, indicator->principle, values);
    return found;
}

static sel_variation vary_constant(const sel_evidence *evidence, const sel_score *score,
                                   sel_policy constant, uint32_t number)
{
    sel_variation found = {.constant = constant, .indicator = number};
    for (int i = 0; i < SEL_VARIANT_SCORES; i++)
        found.scores[i] = vary(evidence, score, constant, number, times[i]);
    return found;
}

sel_variations sel_variations_of(const sel_evidence *evidence, const sel_score *score,
                                 const bool *wanted)
{
    uint32_t count;
    const sel_indicator *const *indicators = sel_indicators(&count);
    sel_variation *list = NULL;
    uint32_t found = 0;
    uint32_t room = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (!wanted[i] || score->values[i].availability == SEL_NOT_DEFINED)
            continue;
        for (int constant = 0; constant < SEL_POLICIES; constant++) {
            if (!sel_policy_is_of((sel_policy)constant, indicators[i]->id))
                continue;
            list = sel_arena_one_more(evidence->arena, list, found, &room, sizeof *list);
            list[found++] = vary_constant(evidence, score, (sel_policy)constant, i);
        }
    }
    return (sel_variations){list, found};
}
