#include "analysis/principle/harm.h"

static void hear(sel_harm *harm, uint32_t recipient)
{
    for (uint32_t i = 0; i < harm->heard_count; i++)
        if (harm->heard[i] == recipient)
            return;
    if (harm->heard_count < SEL_HARM_RECIPIENTS_MOST)
        harm->heard[harm->heard_count++] = recipient;
}

void sel_harm_add(sel_harm *harm, const sel_evidence *evidence, const sel_selection *selection,
                  const sel_undertaking *undertaking, sel_answer_of *answer,
                  const sel_verdict *verdict)
{
    for (uint32_t i = 0; i < undertaking->statement_count; i++) {
        const sel_study_programme *statement =
            &evidence->study->programmes[undertaking->statements[i]];
        if (answer(statement).turned)
            hear(harm, statement->stated_by);
    }
    sel_tally_undertaking(&harm->tally, selection, undertaking, verdict);
}

sel_indicator_value sel_harm_value(const sel_harm *harm, const sel_evidence *evidence,
                                   const sel_selection *selection, const char *exempt,
                                   const char *unsaid)
{
    const char *unknown = harm->tally.donor_only > 0 ? "reason.donor-answers-only" : unsaid;
    sel_indicator_value value = sel_applicable_value(&harm->tally, selection, exempt, unknown);
    const sel_model *model = evidence->study->model;
    bool enough = value.known >= sel_model_count(model, SEL_POLICY_HARM_PROGRAMMES) &&
                  harm->heard_count >= sel_model_count(model, SEL_POLICY_HARM_RECIPIENTS);
    if (value.availability != SEL_AVAILABLE)
        return value;
    if (selection->subject.level == SEL_LEVEL_DONOR && !enough)
        return sel_value_missing("reason.too-few-for-a-donor");
    if (harm->tally.partly > 0)
        value.note = "note.contested";
    return value;
}
