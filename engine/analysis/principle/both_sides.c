#include "analysis/principle/both_sides.h"

sel_key sel_ask_donor(const sel_evidence *evidence, const sel_undertaking *undertaking,
                      sel_answer_of *answer)
{
    const sel_study_programme *record = sel_undertaking_registered(undertaking);
    sel_key least = record == NULL ? (sel_key){0} : answer(record);
    for (uint32_t i = 0; i < undertaking->teller_count; i++)
        least = sel_key_least(least, answer(&evidence->study->programmes[undertaking->tellers[i]]));
    return least;
}

sel_key sel_ask_recipients(const sel_evidence *evidence, const sel_undertaking *undertaking,
                           sel_answer_of *answer)
{
    sel_key least = {0};
    for (uint32_t i = 0; i < undertaking->statement_count; i++) {
        uint32_t statement = undertaking->statements[i];
        least = sel_key_least(least, answer(&evidence->study->programmes[statement]));
    }
    return least;
}

sel_verdict sel_ask_sides(const sel_evidence *evidence, const sel_undertaking *undertaking,
                          sel_answer_of *answer, sel_key_rule *rule)
{
    return rule(sel_ask_donor(evidence, undertaking, answer),
                sel_ask_recipients(evidence, undertaking, answer));
}

bool sel_a_side_answers(const sel_evidence *evidence, const sel_undertaking *undertaking,
                        sel_answer_of *answer)
{
    return sel_ask_donor(evidence, undertaking, answer).turned ||
           sel_ask_recipients(evidence, undertaking, answer).turned;
}

void sel_tally_undertaking(sel_tally *tally, const sel_selection *selection,
                           const sel_undertaking *undertaking, const sel_verdict *verdict)
{
    uint32_t number = sel_undertaking_record(undertaking);
    double worth = verdict->known ? sel_selection_worth(selection, undertaking->programme) : -1;
    sel_tally_add(tally, number, verdict, worth);
}

/* exempt: NULL when the question applies to everything. */
static sel_tally ask_all(const sel_evidence *evidence, const sel_selection *selection,
                         sel_answer_of *answer, sel_answer_of *exempt, sel_key_rule *rule)
{
    sel_tally tally = {.arena = evidence->arena};
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_undertaking *undertaking = &selection->undertakings[i];
        sel_verdict verdict = sel_ask_sides(evidence, undertaking, answer, rule);
        if (exempt != NULL && verdict.keys == SEL_KEYS_NONE &&
            sel_a_side_answers(evidence, undertaking, exempt))
            continue;
        sel_tally_undertaking(&tally, selection, undertaking, &verdict);
    }
    return tally;
}

sel_tally sel_ask_both_sides(const sel_evidence *evidence, const sel_selection *selection,
                             sel_answer_of *answer, sel_key_rule *rule)
{
    return ask_all(evidence, selection, answer, NULL, rule);
}

sel_tally sel_ask_where_it_applies(const sel_evidence *evidence, const sel_selection *selection,
                                   sel_answer_of *answer, sel_answer_of *exempt, sel_key_rule *rule)
{
    return ask_all(evidence, selection, answer, exempt, rule);
}

sel_indicator_value sel_applicable_value(const sel_tally *tally, const sel_selection *selection,
                                         const char *exempt, const char *unknown)
{
    if (tally->all == 0 && selection->undertaking_count > 0)
        return sel_value_inapplicable(exempt);
    return sel_tally_value(tally, sel_selection_empty(selection), unknown);
}
