/* a8: how much is delivered by organisations near the recipient: 1 of its own
 * country (for a regional organisation: of a member); of the same sub-region
 * (UN M49) 1 where the recipient is a small island developing State, else ½; 0
 * from elsewhere. A programme for several recipients: the mean over those that
 * the subject is about, by effort. Mean over programmes, by money beside it.
 *
 * Data: the country of the implementer, of which a record names one. Each
 * further implementing organisation it names is an equal part whose country is
 * not said: of two the value is that of the known half, its bounds allow for
 * the other; with three or more the programme is not known. It is a fact that
 * either side can state: both: the less favourable; either alone: its answer.
 * States of fewer than a million people that are not islands count as others:
 * the code lists hold no population.
 *
 * Not available: no programme; no country said; known for less than half. A
 * country that the code lists do not have, and a record without recipients, are
 * not known. */
#include "analysis/principle/both_sides.h"
#include "analysis/principle/indicators.h"

enum { PARTS_MOST = 2 };

static double nearness(const sel_study *study, uint32_t country, uint32_t recipient)
{
    const sel_geography *geography = &study->reference->geography;
    const sel_recipient *from = &geography->recipients[country];
    const sel_recipient *to = &geography->recipients[recipient];
    if (sel_geography_within(geography, recipient, country))
        return 1;
    if (to->subregion.len == 0 || !sel_str_equal(from->subregion, to->subregion))
        return 0;
    return to->sids ? 1 : sel_model_constant(study->model, SEL_POLICY_A8_SUB_REGION);
}

/* Implementing organisations that a record names, each once. */
static int count_implementers(const sel_study_programme *record)
{
    int count = 0;
    for (uint32_t i = 0; i < record->party_count; i++) {
        bool counts = record->parties[i].role == SEL_ROLE_IMPLEMENTING;
        for (uint32_t j = 0; j < i && counts; j++)
            counts = record->parties[j].role != SEL_ROLE_IMPLEMENTING ||
                     record->parties[j].organisation != record->parties[i].organisation;
        count += counts;
    }
    return count;
}

/* What one record, or one side, says of delivery. */
typedef struct delivery {
    sel_key key;
    double low;
    double high;
} delivery;

static delivery least(delivery a, delivery b)
{
    if (!a.key.turned || !b.key.turned)
        return a.key.turned ? a : b;
    return (delivery){sel_key_least(a.key, b.key), a.low < b.low ? a.low : b.low,
                      a.high < b.high ? a.high : b.high};
}

/* The mean nearness of country to the recipients of record, by effort; < 0 without any. A statement
 * that names no capability is still about its own recipient. */
static double mean_nearness(const sel_evidence *evidence, const sel_selection *selection,
                            const sel_study_programme *record, uint32_t country)
{
    double near = 0;
    double effort = 0;
    if (record->place_count == 0 && record->stated_by != SEL_NONE)
        return nearness(evidence->study, country, record->stated_by);
    for (uint32_t i = 0; i < record->place_count; i++) {
        const sel_study_place *at = &record->places[i];
        if (!sel_selection_covers(selection, at->recipient))
            continue;
        near += (double)at->effort_high * nearness(evidence->study, country, at->recipient);
        effort += (double)at->effort_high;
    }
    return effort > 0 ? near / effort : -1;
}

static delivery delivery_of(const sel_evidence *evidence, const sel_selection *selection,
                            const sel_study_programme *record)
{
    const sel_geography *geography = &evidence->study->reference->geography;
    int parts = count_implementers(record);
    if (record->account == NULL || parts > PARTS_MOST)
        return (delivery){0};
    uint32_t country = sel_geography_code(geography, sel_str_of(record->account->country));
    double value = country == SEL_NONE ? -1 : mean_nearness(evidence, selection, record, country);
    if (value < 0)
        return (delivery){0};
    double known = parts > 1 ? 1.0 / parts : 1;
    return (delivery){{true, value}, value * known, value * known + 1 - known};
}

static delivery least_of(const sel_evidence *evidence, const sel_selection *selection,
                         delivery side, const uint32_t *records, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        side =
            least(side, delivery_of(evidence, selection, &evidence->study->programmes[records[i]]));
    return side;
}

static sel_verdict verdict_on(const sel_evidence *evidence, const sel_selection *selection,
                              const sel_undertaking *undertaking)
{
    const sel_study_programme *record = sel_undertaking_registered(undertaking);
    delivery donor = record == NULL ? (delivery){0} : delivery_of(evidence, selection, record);
    donor = least_of(evidence, selection, donor, undertaking->tellers, undertaking->teller_count);
    delivery recipient = least_of(evidence, selection, (delivery){0}, undertaking->statements,
                                  undertaking->statement_count);
    sel_verdict verdict = sel_keys_declared(donor.key, recipient.key);
    delivery both = least(donor, recipient);
    if (verdict.known) {
        verdict.low = both.low;
        verdict.high = both.high;
    }
    return verdict;
}

static sel_indicator_value local_delivery(const sel_evidence *evidence,
                                          const sel_selection *selection)
{
    sel_tally tally = {.arena = evidence->arena};
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_undertaking *undertaking = &selection->undertakings[i];
        sel_verdict verdict = verdict_on(evidence, selection, undertaking);
        sel_tally_undertaking(&tally, selection, undertaking, &verdict);
    }
    sel_indicator_value value = sel_tally_value(&tally, sel_selection_empty(selection),
                                                "reason.implementer-country-unknown");
    return sel_value_of_shares(value);
}

const sel_indicator sel_indicator_a8 = {
    .id = "a8",
    .name = "indicator.a8",
    .question = "question.a8",
    .formula = "Σ share delivered by v; v = 1 own country (sub-region for small states), ½ same "
               "sub-region, 0 elsewhere",
    .data = "data.a8",
    .source = "GC3B on local expertise",
    .principle = 'a',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
    .evaluate = local_delivery,
};
