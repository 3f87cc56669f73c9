/* c6: share of the programmes that may have been active in the 36 months up to
 * the as-of day and were neither suspended nor cut by one side for other than
 * technical reasons. An interruption that was agreed, or had technical reasons,
 * is none. Harm needs both keys (two_keys.h); a donor as such is judged from 5
 * programmes and 3 recipients on (harm.h), those of other years not counted.
 *
 * Data: whether it was suspended or cut, and why. A status alone gives no
 * reason: where a record says suspended or cancelled, only an answer with a
 * reason counts, and "none" is no answer. Running or closed says nothing either
 * way. A programme without usable dates may have been active unless its status
 * says that it has yet to begin.
 *
 * Not available: no programme; nothing answered, or by donors only; known for
 * less than half. Not applicable: no programme may have been active. What was
 * paid out of what was planned is not shown: no source gives both. Cuts that
 * only two editions of a register show are not seen. */
#include "analysis/principle/harm.h"
#include "analysis/principle/indicators.h"

/* What is said of interruptions, besides that there was none. */
static sel_key reason_given(const sel_study_programme *record)
{
    if (record->account == NULL)
        return (sel_key){0};
    sel_interruption said = record->account->interruption;
    bool reason = said != SEL_INTERRUPTION_UNKNOWN && said != SEL_INTERRUPTION_NONE;
    return (sel_key){reason, said != SEL_INTERRUPTION_OTHER};
}

static sel_key kept(const sel_study_programme *record)
{
    if (record->account != NULL && record->account->interruption == SEL_INTERRUPTION_NONE)
        return (sel_key){true, 1};
    return reason_given(record);
}

static sel_key has_stopped(const sel_study_programme *record)
{
    return (sel_key){!sel_programme_is_active(record), 0};
}

static bool may_have_been_active(const sel_study *study, const sel_study_programme *record)
{
    int months = (int)sel_model_count(study->model, SEL_POLICY_C6_MONTHS);
    sel_day from = sel_day_add_months(study->as_of, -months);
    if (!record->dated)
        return record->status != SEL_STATUS_PIPELINE;
    return record->phase != SEL_PHASE_PIPELINE &&
           sel_supply_days_high(record, from, study->as_of + 1) > 0;
}

static sel_indicator_value stability(const sel_evidence *evidence, const sel_selection *selection)
{
    const sel_study *study = evidence->study;
    sel_harm harm = {.tally = {.arena = evidence->arena}};
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_undertaking *undertaking = &selection->undertakings[i];
        if (!may_have_been_active(study, undertaking->programme))
            continue;
        bool stopped = sel_a_side_answers(evidence, undertaking, has_stopped);
        sel_answer_of *answer = stopped ? reason_given : kept;
        sel_verdict verdict = sel_ask_sides(evidence, undertaking, answer, sel_keys_harm);
        sel_harm_add(&harm, evidence, selection, undertaking, answer, &verdict);
    }
    return sel_harm_value(&harm, evidence, selection, "reason.no-recent-programme",
                          "reason.interruptions-not-reported");
}

const sel_indicator sel_indicator_c6 = {
    .id = "c6",
    .name = "indicator.c6",
    .question = "question.c6",
    .formula = "1 − programmes suspended or cut by one side for other than technical reasons / "
               "programmes active in 36 months",
    .data = "data.c6",
    .source = "Paris Declaration 2005, indicator 7",
    .principle = 'c',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
    .evaluate = stability,
};
