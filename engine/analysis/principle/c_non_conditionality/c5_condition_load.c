/* c5: share of programmes free of obligations outside the requested purpose:
 * technology or vendor, law, political alignment, data access (K2-K5). Fiduciary
 * rules and reporting are none, nor is what the recipient had asked for.
 * Conditions of unknown class are no answer.
 *
 * Harm needs both keys; "no conditions" in a register (IATI conditions attached
 * = 0) is the donor's key only. Whether an obligation had been asked for is the
 * recipient's to say: a donor that leaves it open is taken at its word. When no
 * recipient says, the obligation counts. As long as a side that names one leaves
 * it open the bounds are [0, 1].
 *
 * Not available: no programme; nothing answered, or by donors only; known for
 * less than half; a donor as such before 5 programmes are known and 3 recipients
 * heard (harm.h). */
#include "analysis/principle/harm.h"
#include "analysis/principle/indicators.h"

static bool is_obliged(const sel_study_programme *record)
{
    return record->conditions == SEL_CONDITIONS_SOME &&
           (record->condition_classes & SEL_CONDITIONS_COUNTED) != 0;
}

static bool is_classed(const sel_study_programme *record)
{
    return record->conditions == SEL_CONDITIONS_NONE ||
           (record->conditions == SEL_CONDITIONS_SOME && record->condition_classes != 0);
}

static sel_key free_unless_asked_for(const sel_study_programme *record)
{
    bool asked_for = record->conditions_requested == 1;
    return (sel_key){is_classed(record), !is_obliged(record) || asked_for};
}

/* The same where silence on what was asked for means that it was. */
static sel_key free_unless_imposed(const sel_study_programme *record)
{
    bool imposed = record->conditions_requested == 0;
    return (sel_key){is_classed(record), !is_obliged(record) || !imposed};
}

static sel_key asked_for(const sel_study_programme *record)
{
    bool said = record->conditions_requested == 0 || record->conditions_requested == 1;
    return (sel_key){is_obliged(record) && said, record->conditions_requested == 1};
}

static sel_key obliged(const sel_study_programme *record)
{
    return (sel_key){is_obliged(record), 0};
}

static void add_conditions(const sel_evidence *evidence, const sel_selection *selection,
                           const sel_undertaking *undertaking, sel_harm *harm)
{
    sel_key donor = sel_ask_donor(evidence, undertaking, asked_for);
    sel_key recipient = sel_ask_recipients(evidence, undertaking, asked_for);
    bool open = (!donor.turned && sel_ask_donor(evidence, undertaking, obliged).turned) ||
                (!recipient.turned && sel_ask_recipients(evidence, undertaking, obliged).turned);
    bool wanted = recipient.turned && recipient.value >= 1;
    sel_answer_of *answer = wanted ? free_unless_imposed : free_unless_asked_for;
    sel_verdict verdict = sel_ask_sides(evidence, undertaking, answer, sel_keys_harm);
    if (open) {
        verdict.low = 0;
        verdict.high = 1;
    }
    sel_harm_add(harm, evidence, selection, undertaking, answer, &verdict);
}

static sel_indicator_value condition_load(const sel_evidence *evidence,
                                          const sel_selection *selection)
{
    sel_harm harm = {.tally = {.arena = evidence->arena}};
    for (uint32_t i = 0; i < selection->undertaking_count; i++)
        add_conditions(evidence, selection, &selection->undertakings[i], &harm);
    return sel_harm_value(&harm, evidence, selection, NULL, "reason.conditions-not-reported");
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
