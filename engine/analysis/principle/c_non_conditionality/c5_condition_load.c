/* c5: share of programmes free of obligations outside the requested purpose:
 * technology or vendor, law, political alignment, data access (K2-K5). Fiduciary
 * rules and reporting are none, nor is what the recipient had asked for.
 * Conditions of unknown class are no answer. Harm needs both keys; "no
 * conditions" in a register (IATI conditions attached = 0) is the donor's key
 * only. A donor as such is judged from 5 programmes stated by 3 recipients on;
 * it should have been able to reply before the figure is shown to others. */
#include "analysis/principle/both_sides.h"
#include "analysis/principle/indicators.h"

enum { PROGRAMMES_OF_A_DONOR = 5, RECIPIENTS_OF_A_DONOR = 3 };

static sel_key free_of_conditions(const sel_study_programme *record)
{
    bool classed = record->conditions == SEL_CONDITIONS_NONE ||
                   (record->conditions == SEL_CONDITIONS_SOME && record->condition_classes != 0);
    bool obliged = record->conditions == SEL_CONDITIONS_SOME &&
                   (record->condition_classes & SEL_CONDITIONS_COUNTED) != 0 &&
                   record->conditions_requested != 1;
    return (sel_key){classed, !obliged};
}

/* Whether enough recipients have answered for a donor to be judged; stops counting at the limit. */
static bool heard_widely(const sel_evidence *evidence, const sel_selection *selection)
{
    uint32_t heard[RECIPIENTS_OF_A_DONOR];
    uint32_t count = 0;
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_undertaking *undertaking = &selection->undertakings[i];
        for (uint32_t j = 0; j < undertaking->statement_count; j++) {
            const sel_study_programme *statement =
                &evidence->study->programmes[undertaking->statements[j]];
            bool again = !free_of_conditions(statement).turned;
            for (uint32_t k = 0; k < count; k++)
                again |= heard[k] == statement->stated_by;
            if (!again)
                heard[count++] = statement->stated_by;
            if (count == RECIPIENTS_OF_A_DONOR)
                return true;
        }
    }
    return false;
}

static sel_indicator_value condition_load(const sel_evidence *evidence,
                                          const sel_selection *selection)
{
    sel_tally tally = sel_ask_both_sides(evidence, selection, free_of_conditions, sel_keys_harm);
    const char *unknown =
        tally.donor_only > 0 ? "reason.donor-answers-only" : "reason.conditions-not-reported";
    sel_indicator_value value = sel_tally_value(&tally, sel_selection_empty(selection), unknown);
    bool donor = selection->subject.level == SEL_LEVEL_DONOR;
    if (value.availability != SEL_AVAILABLE)
        return value;
    if (donor && (value.known < PROGRAMMES_OF_A_DONOR || !heard_widely(evidence, selection)))
        return sel_value_missing("reason.too-few-for-a-donor");
    if (tally.partly > 0)
        value.note = "note.contested";
    return value;
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
