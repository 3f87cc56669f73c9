/* c8: share of the programmes that give tools whose tools stay usable without a
 * licence after the end.
 *
 * Data: whether they do, and what shows it. Two keys: both: the less favourable;
 * recipient alone: its answer; donor alone: its answer, possibly as low as 0. A
 * yes that neither a public document shows nor the other side confirms is a
 * value, but possibly 0. A programme that a side says gives no tools, and
 * nobody says otherwise, leaves the denominator; one of which nothing is said
 * may give some and stays in it, unknown.
 *
 * Not available: no programme; nothing answered; known for less than half. Not
 * applicable: no programme gives tools. */
#include "analysis/principle/both_sides.h"
#include "analysis/principle/indicators.h"

static sel_key stays_usable(const sel_study_programme *record)
{
    int8_t said = record->account == NULL ? SEL_UNKNOWN : record->account->tools;
    return (sel_key){said == 0 || said == 1, said == 1};
}

static sel_key gives_none(const sel_study_programme *record)
{
    return (sel_key){record->account != NULL && record->account->tools == SEL_DOES_NOT_APPLY, 0};
}

static sel_key is_shown(const sel_study_programme *record)
{
    const sel_account *account = record->account;
    bool shown =
        account != NULL && account->tools == 1 && account->tools_evidence >= SEL_SHOWN_PUBLIC;
    return (sel_key){shown, 1};
}

static sel_indicator_value technology_access(const sel_evidence *evidence,
                                             const sel_selection *selection)
{
    sel_tally tally = {.arena = evidence->arena};
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_undertaking *undertaking = &selection->undertakings[i];
        sel_verdict verdict =
            sel_ask_sides(evidence, undertaking, stays_usable, sel_keys_confirmed);
        if (!verdict.known && sel_a_side_answers(evidence, undertaking, gives_none))
            continue;
        bool confirmed =
            verdict.keys == SEL_KEYS_BOTH || sel_a_side_answers(evidence, undertaking, is_shown);
        if (!confirmed)
            verdict.low = 0;
        sel_tally_undertaking(&tally, selection, undertaking, &verdict);
    }
    return sel_applicable_value(&tally, selection, "reason.no-tools", "reason.tools-not-reported");
}

const sel_indicator sel_indicator_c8 = {
    .id = "c8",
    .name = "indicator.c8",
    .question = "question.c8",
    .formula = "programmes whose tools stay usable without a licence / programmes that give tools",
    .data = "data.c8",
    .source = "OEWG report 2021 para. 56, access to technology",
    .principle = 'c',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
    .evaluate = technology_access,
};
