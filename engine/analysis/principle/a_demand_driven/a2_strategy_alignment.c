/* a2: share of programmes that follow a document of the recipient's own, a
 * strategy or plan: 1 when the recipient drafted it, alone, with the donor or
 * through somebody else; ½ when the donor drafted or paid for it; 0 when there
 * is none, which is what "does not apply" says where its author is asked.
 *
 * Data: the document and who drafted it. One without the other is no answer: a
 * title is asked for in free words, which have no "no", so that titles alone
 * would always come to 1. Two keys: both: the less favourable; recipient alone:
 * its answer; donor alone: its answer, possibly as low as 0.
 *
 * Not available: no programme; nothing said of any document; known for less
 * than half. Most registers have no such field and are unknown, not 0. */
#include "analysis/principle/both_sides.h"
#include "analysis/principle/indicators.h"

static sel_key follows_own_document(const sel_study_programme *record, double donors)
{
    const double worth[] = {
        [SEL_DRAFTED_RECIPIENT] = 1, [SEL_DRAFTED_TOGETHER] = 1, [SEL_DRAFTED_DONOR] = donors,
        [SEL_DRAFTED_OTHER] = 1,     [SEL_DRAFTED_NONE] = 0,
    };
    const sel_account *account = record->account;
    if (account == NULL || account->drafted == SEL_DRAFTED_UNKNOWN)
        return (sel_key){0};
    bool named = account->document.len > 0;
    if (named != (account->drafted != SEL_DRAFTED_NONE))
        return (sel_key){0};
    return (sel_key){true, worth[account->drafted]};
}

static sel_indicator_value strategy_alignment(const sel_evidence *evidence,
                                              const sel_selection *selection)
{
    sel_tally tally = sel_ask_both_sides_by(evidence, selection, follows_own_document,
                                            SEL_POLICY_A2_DONORS_DOCUMENT, sel_keys_confirmed);
    return sel_tally_value(&tally, sel_selection_empty(selection), "reason.document-not-reported");
}

const sel_indicator sel_indicator_a2 = {
    .id = "a2",
    .name = "indicator.a2",
    .question = "question.a2",
    .formula = "Σ v / programmes; v = 1 with a document of the recipient, ½ when the donor drafted "
               "it, 0 without",
    .data = "data.a2",
    .source = "GPEDC indicator 1a.1; Paris Declaration 2005, indicator 3",
    .principle = 'a',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
    .evaluate = strategy_alignment,
};
