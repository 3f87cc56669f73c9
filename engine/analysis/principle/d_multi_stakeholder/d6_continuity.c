/* d6: of the non-State groups that took part in the design, the share still
 * there at monitoring and evaluation; mean over the programmes that surely last
 * twelve months or more.
 *
 * Data: dates; the groups of both stages, from one record or statement. Two
 * keys: both: the less favourable; recipient alone: its answer; donor alone: its
 * answer, possibly as low as 0. A programme leaves the denominator when it may
 * be shorter or has no usable dates, and when a side says, and neither answers,
 * that no group took part in the design or that an evaluation does not apply.
 * One of which nothing is said stays in it, unknown.
 *
 * Not available: no programme; none surely long enough, but one perhaps; nothing
 * answered; known for less than half. Not applicable: no programme that is long
 * enough, even perhaps, with partners of the design and an evaluation. */
#include "analysis/principle/both_sides.h"
#include "analysis/principle/indicators.h"

static int count_groups(unsigned groups)
{
    int count = 0;
    for (; groups != 0; groups >>= 1)
        count += (int)(groups & 1);
    return count;
}

static sel_key stayed(const sel_study_programme *record)
{
    const sel_account *account = record->account;
    if (account == NULL || account->design.said != 1 || account->evaluation.said != 1 ||
        account->design.groups == 0)
        return (sel_key){0};
    unsigned design = account->design.groups;
    return (sel_key){true, (double)count_groups(design & account->evaluation.groups) /
                               count_groups(design)};
}

static sel_key has_nobody_to_stay(const sel_study_programme *record)
{
    const sel_account *account = record->account;
    bool beside = account != NULL && (account->evaluation.said == SEL_DOES_NOT_APPLY ||
                                      account->design.said == SEL_DOES_NOT_APPLY ||
                                      (account->design.said == 1 && account->design.groups == 0));
    return (sel_key){beside, 0};
}

static bool surely_lasts(const sel_study_programme *record, int months)
{
    return record->dated && record->end_low >= sel_day_add_months(record->start_high, months);
}

static bool perhaps_lasts(const sel_study_programme *record, int months)
{
    return !record->dated || record->end_high >= sel_day_add_months(record->start_low, months);
}

static sel_indicator_value continuity(const sel_evidence *evidence, const sel_selection *selection)
{
    sel_tally tally = {.arena = evidence->arena};
    int months = (int)sel_model_count(evidence->study->model, SEL_POLICY_D6_MONTHS);
    bool one_perhaps = false;
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_undertaking *undertaking = &selection->undertakings[i];
        const sel_study_programme *record = undertaking->programme;
        sel_verdict verdict = sel_ask_sides(evidence, undertaking, stayed, sel_keys_confirmed);
        if (!verdict.known && sel_a_side_answers(evidence, undertaking, has_nobody_to_stay))
            continue;
        one_perhaps |= perhaps_lasts(record, months);
        if (surely_lasts(record, months))
            sel_tally_undertaking(&tally, selection, undertaking, &verdict);
    }
    if (tally.all == 0 && one_perhaps)
        return sel_value_missing("reason.programme-length-unknown");
    sel_indicator_value value = sel_applicable_value(
        &tally, selection, "reason.no-evaluated-programme", "reason.continuity-not-reported");
    return sel_value_of_shares(value);
}

const sel_indicator sel_indicator_d6 = {
    .id = "d6",
    .name = "indicator.d6",
    .question = "question.d6",
    .formula = "mean over programmes of groups at design and evaluation / groups at design",
    .data = "data.d6",
    .source = "OEWG report 2021 para. 56, sustainable",
    .principle = 'd',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
    .evaluate = continuity,
};
