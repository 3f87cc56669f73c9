/* c7: how open the calls for participants were: of three things the share that
 * was done, namely criteria published; in the recipient's language or in two
 * languages of the UN; travel paid. Mean over the programmes with a call, each
 * with two of the three answered at least; one with less may be anything from 0
 * to 1.
 *
 * Data: the three answers. Two keys for each: both: the less favourable;
 * recipient alone: its answer; donor alone: its answer, possibly as low as 0. A
 * programme that had no call, as a side says and neither side answers, leaves
 * the denominator; one of which nothing is said may have had one and stays in
 * it, unknown.
 *
 * Not available: no programme; nothing answered; known for less than half. Not
 * applicable: nobody called. Who was selected, by group, is asked nowhere. */
#include "analysis/principle/both_sides.h"
#include "analysis/principle/indicators.h"

enum { CRITERIA, LANGUAGES, TRAVEL };

static sel_key done(const sel_study_programme *record, int item)
{
    int8_t said = record->account == NULL ? SEL_UNKNOWN : record->account->call[item];
    return (sel_key){said == 0 || said == 1, said == 1};
}

static sel_key criteria_published(const sel_study_programme *record)
{
    return done(record, CRITERIA);
}

static sel_key languages_served(const sel_study_programme *record)
{
    return done(record, LANGUAGES);
}

static sel_key travel_paid(const sel_study_programme *record)
{
    return done(record, TRAVEL);
}

static sel_key no_call(const sel_study_programme *record)
{
    bool none = record->account != NULL;
    for (int i = 0; i < SEL_CALL_ITEMS && none; i++)
        none = record->account->call[i] == SEL_DOES_NOT_APPLY;
    return (sel_key){none, 0};
}

static sel_answer_of *const items[SEL_CALL_ITEMS] = {
    [CRITERIA] = criteria_published, [LANGUAGES] = languages_served, [TRAVEL] = travel_paid};

/* How open the call of one programme was. */
static sel_verdict openness_of(const sel_evidence *evidence, const sel_undertaking *undertaking)
{
    sel_verdict sum = {.wants_two = true};
    unsigned keys = 0;
    uint32_t known = 0;
    for (int i = 0; i < SEL_CALL_ITEMS; i++) {
        sel_verdict one = sel_ask_sides(evidence, undertaking, items[i], sel_keys_confirmed);
        keys |= (unsigned)one.keys;
        known += one.known;
        sum.value += one.value;
        sum.low += one.low / SEL_CALL_ITEMS;
        sum.high += one.high / SEL_CALL_ITEMS;
        sum.gap += one.gap / SEL_CALL_ITEMS;
    }
    sum.keys = (sel_keys)keys;
    sum.known = known >= sel_model_count(evidence->study->model, SEL_POLICY_C7_ITEMS);
    sum.value = sum.known ? sum.value / known : 0;
    sum.low = sum.known ? sum.low : 0;
    sum.high = sum.known ? sum.high : 1;
    return sum;
}

static sel_indicator_value open_access(const sel_evidence *evidence, const sel_selection *selection)
{
    sel_tally tally = {.arena = evidence->arena};
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_undertaking *undertaking = &selection->undertakings[i];
        sel_verdict verdict = openness_of(evidence, undertaking);
        if (verdict.keys != SEL_KEYS_NONE || !sel_a_side_answers(evidence, undertaking, no_call))
            sel_tally_undertaking(&tally, selection, undertaking, &verdict);
    }
    sel_indicator_value value =
        sel_applicable_value(&tally, selection, "reason.no-call", "reason.calls-not-reported");
    return sel_value_of_shares(value);
}

const sel_indicator sel_indicator_c7 = {
    .id = "c7",
    .name = "indicator.c7",
    .question = "question.c7",
    .formula = "mean over calls of (criteria published + languages + travel paid) / 3",
    .data = "data.c7",
    .source = "Indonesia to the OEWG, demand-driven sponsorship; OEWG report 2021 para. 56",
    .principle = 'c',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
    .evaluate = open_access,
};
