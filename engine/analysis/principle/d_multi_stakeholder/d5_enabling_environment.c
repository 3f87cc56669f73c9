/* d5: checklist of an environment in which others can take part, answered by the recipient: a
 * forum, a law on public participation, published minutes, an answer to what
 * was contributed. Items met of items answered yes or no; what does not apply
 * is outside. Context: it describes the respondent, not how support is given.
 *
 * At least two items must be answered, and half of those that apply. Without
 * a lead the respondents of a recipient are pooled and the bounds span them; a
 * region pools the items of its members, and is judged from half of them on.
 * Which kind of body answered is not asked: government and others are not told
 * apart. */
#include "analysis/principle/indicators.h"
#include "analysis/principle/proportion.h"
#include "analysis/principle/respondents.h"

typedef struct checklist {
    uint32_t yes;
    uint32_t no;
    uint32_t all; /* items that apply */
} checklist;

static checklist checklist_of(const sel_study_submission *submission)
{
    checklist found = {0};
    for (int i = 0; i < SEL_ENABLING_ITEMS; i++) {
        found.yes += submission->enabling[i] == 1;
        found.no += submission->enabling[i] == 0;
        found.all += submission->enabling[i] != SEL_DOES_NOT_APPLY;
    }
    return found;
}

static bool says_something(const sel_study_submission *submission)
{
    checklist found = checklist_of(submission);
    return found.yes + found.no > 0;
}

static sel_indicator_value enabling_environment(const sel_evidence *evidence,
                                                const sel_selection *selection)
{
    sel_respondents respondents = sel_respondents_of(evidence, selection, says_something);
    bool pooled = selection->subject.level == SEL_LEVEL_REGION;
    checklist total = {0};
    double lowest = 1;
    double highest = 0;
    for (uint32_t i = 0; i < respondents.count; i++) {
        checklist one = checklist_of(&evidence->study->submissions[respondents.submissions[i]]);
        double low = (double)one.yes / one.all;
        double high = 1 - (double)one.no / one.all;
        lowest = low < lowest ? low : lowest;
        highest = high > highest ? high : highest;
        total.yes += one.yes;
        total.no += one.no;
        total.all += one.all;
    }
    uint32_t known = total.yes + total.no;
    if (known < sel_model_count(evidence->study->model, SEL_POLICY_D5_ITEMS))
        return sel_value_missing("reason.environment-not-answered");
    if (known * 2 < total.all)
        return sel_value_missing("reason.less-than-half-known");
    sel_indicator_value value = sel_value_between(
        (double)total.yes / known, pooled ? (double)total.yes / total.all : lowest,
        pooled ? 1 - (double)total.no / total.all : highest);
    value.met = total.yes;
    value.known = known;
    value.all = total.all;
    value.contributors = respondents.submissions;
    value.contributor_count = respondents.count;
    value.from = SEL_FROM_SUBMISSIONS;
    return value;
}

const sel_indicator sel_indicator_d5 = {
    .id = "d5",
    .name = "indicator.d5",
    .question = "question.d5",
    .formula = "checklist items met / items answered, of four",
    .data = "data.d5",
    .source = "CMM 2021 factor D3.1; GPEDC",
    .principle = 'd',
    .role = SEL_CONTEXT,
    .levels = SEL_LEVEL_RESPONSE | SEL_LEVEL_RECIPIENT | SEL_LEVEL_REGION,
    .evaluate = enabling_environment,
};
