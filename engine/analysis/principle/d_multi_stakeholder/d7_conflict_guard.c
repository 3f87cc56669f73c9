/* d7: share of the programmes without a seller who had advised on them, unless
 * the purchase was by open tender. Shown, never scored: a programme that buys
 * nothing would raise the principle. What it flags caps c4.
 *
 * Data: how goods and services were bought, and whether a seller had advised.
 * Flagged: a seller had advised, and the purchase was limited or direct. An open
 * tender is no conflict whoever advised, and where no seller advised how it was
 * bought does not matter. Who states the rule has authority over it: one key is
 * enough; both: the less favourable. Where nothing was bought, as a side says,
 * the programme leaves the denominator; a seller to one that bought nothing is
 * a contradiction and no answer.
 *
 * Not available: no programme; nothing answered; known for less than half. Not
 * applicable: nothing was bought. */
#include "analysis/principle/conflicts.h"
#include "analysis/principle/indicators.h"

static sel_key without_conflict(const sel_study_programme *record)
{
    const sel_account *account = record->account;
    if (account == NULL || account->procurement == SEL_PROCUREMENT_NONE)
        return (sel_key){0};
    if (account->procurement == SEL_PROCUREMENT_OPEN || account->seller_advised == 0)
        return (sel_key){true, 1};
    bool known = account->seller_advised == 1 && account->procurement != SEL_PROCUREMENT_UNKNOWN;
    return (sel_key){known, 0};
}

static sel_key bought_nothing(const sel_study_programme *record)
{
    const sel_account *account = record->account;
    bool nothing = account != NULL && account->procurement == SEL_PROCUREMENT_NONE &&
                   account->seller_advised != 1;
    return (sel_key){nothing, 0};
}

bool sel_has_conflict(const sel_evidence *evidence, const sel_undertaking *undertaking)
{
    sel_verdict verdict = sel_ask_sides(evidence, undertaking, without_conflict, sel_keys_declared);
    return verdict.known && verdict.value <= 0;
}

static sel_indicator_value conflict_guard(const sel_evidence *evidence,
                                          const sel_selection *selection)
{
    sel_tally tally = sel_ask_where_it_applies(evidence, selection, without_conflict,
                                               bought_nothing, sel_keys_declared);
    return sel_applicable_value(&tally, selection, "reason.nothing-bought",
                                "reason.procurement-not-reported");
}

const sel_indicator sel_indicator_d7 = {
    .id = "d7",
    .name = "indicator.d7",
    .question = "question.d7",
    .formula =
        "1 − programmes whose seller advised on them without open procurement / programmes known",
    .data = "data.d7",
    .source = "tied aid",
    .principle = 'd',
    .role = SEL_CONTEXT,
    .levels = SEL_LEVEL_PROGRAMME | SEL_LEVEL_DONOR | SEL_LEVEL_PORTFOLIO,
    .evaluate = conflict_guard,
};
