#include "analysis/principle/valuation.h"

#include <string.h>

/* Sentences that state a constant as it usually is. */
static const struct stating {
    const char *sentence;
    sel_policy constant;
    const char *indicator;
} stating[] = {
    {"reason.fewer-than-five-ranked", SEL_POLICY_A4_CAPABILITIES, "a4"},
    {"reason.fewer-than-five-recipients", SEL_POLICY_A4_RECIPIENTS, "a4"},
    {"reason.fewer-than-ten-requests", SEL_POLICY_A5_REQUESTS, "a5"},
    {"reason.ownership-not-reported", SEL_POLICY_A6_ITEMS, "a6"},
    {"reason.fewer-than-five-states", SEL_POLICY_A7_MEMBERS, "a7"},
    {"note.one-donor-dependency", SEL_POLICY_B2_ONE_DONOR_SHARE, "b2"},
    {"reason.fewer-than-five-recipients", SEL_POLICY_B3_RECIPIENTS, "b3"},
    {"reason.fewer-than-five-recipients", SEL_POLICY_B3_RELATIONS, "b3"},
    {"reason.fewer-than-three-donors", SEL_POLICY_B3_DONORS, "b3"},
    {"reason.fewer-than-five-recipients", SEL_POLICY_C1_RECIPIENTS, "c1"},
    {"reason.fewer-than-five-states", SEL_POLICY_C2_STATES, "c2"},
    {"reason.too-few-for-a-donor", SEL_POLICY_HARM_PROGRAMMES, "c5"},
    {"reason.too-few-for-a-donor", SEL_POLICY_HARM_RECIPIENTS, "c5"},
    {"reason.too-few-for-a-donor", SEL_POLICY_HARM_PROGRAMMES, "c6"},
    {"reason.too-few-for-a-donor", SEL_POLICY_HARM_RECIPIENTS, "c6"},
    {"reason.no-recent-programme", SEL_POLICY_C6_MONTHS, "c6"},
    {"reason.calls-not-reported", SEL_POLICY_C7_ITEMS, "c7"},
    {"reason.environment-not-answered", SEL_POLICY_D5_ITEMS, "d5"},
    {"reason.no-evaluated-programme", SEL_POLICY_D6_MONTHS, "d6"},
    {"reason.programme-length-unknown", SEL_POLICY_D6_MONTHS, "d6"},
};

sel_indicator_value sel_value_undefined(void)
{
    return (sel_indicator_value){.availability = SEL_NOT_DEFINED, .high = 1, .by_value = -1};
}

static bool states_another(const sel_model *model, const sel_indicator *indicator,
                           const char *sentence)
{
    for (size_t i = 0; i < sizeof stating / sizeof stating[0] && sentence != NULL; i++)
        if (strcmp(stating[i].sentence, sentence) == 0 &&
            strcmp(stating[i].indicator, indicator->id) == 0 &&
            sel_model_constant(model, stating[i].constant) !=
                sel_policy_of(stating[i].constant)->usual)
            return true;
    return false;
}

sel_indicator_value sel_evaluate(const sel_evidence *evidence, const sel_selection *selection,
                                 const sel_indicator *indicator)
{
    const sel_model *model = evidence->study->model;
    if ((indicator->levels & selection->subject.level) == 0)
        return sel_value_undefined();
    sel_indicator_value value = indicator->evaluate(evidence, selection);
    if (states_another(model, indicator, value.reason))
        value.reason = "reason.constant-not-met";
    if (states_another(model, indicator, value.note))
        value.note = "note.constant-exceeded";
    return value;
}
