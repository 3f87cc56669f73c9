/* c5: share of programmes free of obligations outside the requested purpose:
 * technology or vendor, law, political alignment, data access (K2-K5). Fiduciary
 * rules and reporting are none, nor is what the recipient had asked for.
 * Conditions of unknown class are no answer. Harm needs both keys; "no
 * conditions" in a register (IATI conditions attached = 0) is the donor's key
 * only. A donor as such is judged from 5 programmes and 3 recipients on (harm.h). */
#include "analysis/principle/harm.h"
#include "analysis/principle/indicators.h"

static sel_key free_of_conditions(const sel_study_programme *record)
{
    bool classed = record->conditions == SEL_CONDITIONS_NONE ||
                   (record->conditions == SEL_CONDITIONS_SOME && record->condition_classes != 0);
    bool obliged = record->conditions == SEL_CONDITIONS_SOME &&
                   (record->condition_classes & SEL_CONDITIONS_COUNTED) != 0 &&
                   record->conditions_requested != 1;
    return (sel_key){classed, !obliged};
}

static sel_indicator_value condition_load(const sel_evidence *evidence,
                                          const sel_selection *selection)
{
    sel_tally tally = sel_ask_both_sides(evidence, selection, free_of_conditions, sel_keys_harm);
    sel_indicator_value value =
        sel_tally_value(&tally, sel_selection_empty(selection),
                        sel_harm_unknown(&tally, "reason.conditions-not-reported"));
    return sel_harm_value(evidence, selection, free_of_conditions, &tally, value);
}

const sel_indicator sel_indicator_c5 = {
    .id = "c5",
    .name = "indicator.c5",
    .question = "question.c5",
    .formula =
        "1 − programmes with an obligation outside the purpose asked for / programmes classified",
    .data = "data.c5",
    .source = "OEWG report 2021 para. 56, without conditions; Chatham House 2023 typology",
    .principle = 'c',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
    .evaluate = condition_load,
};
