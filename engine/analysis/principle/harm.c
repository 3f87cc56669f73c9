#include "analysis/principle/harm.h"

const char *sel_harm_unknown(const sel_tally *tally, const char *unsaid)
{
    return tally->donor_only > 0 ? "reason.donor-answers-only" : unsaid;
}

/* Whether enough recipients have answered for a donor to be judged; stops counting at the limit. */
static bool heard_widely(const sel_evidence *evidence, const sel_selection *selection,
                         sel_answer_of *answer)
{
    uint32_t heard[SEL_HARM_RECIPIENTS_MOST];
    uint32_t needed = sel_model_count(evidence->study->model, SEL_POLICY_HARM_RECIPIENTS);
    uint32_t count = 0;
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_undertaking *undertaking = &selection->undertakings[i];
        for (uint32_t j = 0; j < undertaking->statement_count; j++) {
            const sel_study_programme *statement =
                &evidence->study->programmes[undertaking->statements[j]];
            bool again = !answer(statement).turned;
            for (uint32_t k = 0; k < count; k++)
                again |= heard[k] == statement->stated_by;
            if (!again)
                heard[count++] = statement->stated_by;
            if (count == needed)
                return true;
        }
    }
    return false;
}

sel_indicator_value sel_harm_value(const sel_evidence *evidence, const sel_selection *selection,
                                   sel_answer_of *answer, const sel_tally *tally,
                                   sel_indicator_value value)
{
    bool donor = selection->subject.level == SEL_LEVEL_DONOR;
    if (value.availability != SEL_AVAILABLE)
        return value;
    if (donor &&
        (value.known < sel_model_count(evidence->study->model, SEL_POLICY_HARM_PROGRAMMES) ||
         !heard_widely(evidence, selection, answer)))
        return sel_value_missing("reason.too-few-for-a-donor");
    if (tally->partly > 0)
        value.note = "note.contested";
    return value;
}
