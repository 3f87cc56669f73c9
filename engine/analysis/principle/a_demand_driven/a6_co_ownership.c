/* a6: how much of starting, setting terms, choosing the provider, steering and
 * evaluating lies with the recipient; mean of the answered items, 0 to 4, over
 * 4. At least 3 of the 5 items make an answer. Two keys: principle/two_keys.h. */
#include "analysis/principle/both_sides.h"
#include "analysis/principle/indicators.h"

enum { MOST_PER_ITEM = 4 };

static sel_key ownership_of(const sel_study_programme *record, double needed)
{
    int answered = 0;
    int total = 0;
    for (int i = 0; i < SEL_OWNERSHIP_ITEMS; i++) {
        if (record->ownership[i] == SEL_UNKNOWN)
            continue;
        answered += 1;
        total += record->ownership[i];
    }
    if (answered < needed)
        return (sel_key){0};
    return (sel_key){true, (double)total / (MOST_PER_ITEM * answered)};
}

static sel_indicator_value co_ownership(const sel_evidence *evidence,
                                        const sel_selection *selection)
{
    sel_tally tally = sel_ask_both_sides_by(evidence, selection, ownership_of, SEL_POLICY_A6_ITEMS,
                                            sel_keys_owned);
    const char *unknown =
        tally.donor_only > 0 ? "reason.donor-answers-only" : "reason.ownership-not-reported";
    sel_indicator_value value = sel_tally_value(&tally, sel_selection_empty(selection), unknown);
    return sel_value_of_shares(value);
}

const sel_indicator sel_indicator_a6 = {
    .id = "a6",
    .name = "indicator.a6",
    .question = "question.a6",
    .formula = "mean of the answered items / 4, of five; the less favourable of both sides",
    .data = "data.a6",
    .source = "OEWG report 2021 para. 56, ownership; GC3B on local ownership",
    .principle = 'a',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
    .evaluate = co_ownership,
};
