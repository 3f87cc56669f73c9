/* b7: assessments and missions of the last 24 months that were held jointly or reused an earlier
 * one, of all held, as counted by those who answer.
 *
 * A response: its own counts. Recipient, region, portfolio: the recipients'
 * counts, added up; a donor: its own, of all its agencies. Donors' counts do not
 * enter a portfolio: they are the same assessments seen from the other side.
 * Without a lead the respondents of a recipient are added up too, and at level
 * recipient the bounds span them. Assessments for which the joint ones are not
 * said are joint or not in the bounds, and must not be the greater part. More joint
 * than held is a contradiction: its joint ones count as not said.
 *
 * A programme: 1 when it rests on a joint or reused assessment, 0 when on one
 * of its own; of donor's and recipients' word the less favourable. It rests on
 * none: outside the denominator.
 *
 * Not available: nobody says how many were held; none was held (not 1). Who
 * did not answer at all is not in the bounds: how many it held is not known. */
#include "analysis/principle/both_sides.h"
#include "analysis/principle/indicators.h"
#include "analysis/principle/respondents.h"

typedef struct counts {
    uint64_t held;
    uint64_t known; /* held, where the joint ones are said */
    uint64_t joint;
    bool contradicted;
    double lowest; /* over the respondents */
    double highest;
} counts;

static bool says_how_many(const sel_study_submission *submission)
{
    return submission->assessments_held != SEL_NOT_COUNTED;
}

static void add_counts(const sel_study_submission *submission, counts *to)
{
    uint32_t held = submission->assessments_held;
    uint32_t joint = submission->assessments_joint;
    bool said = joint != SEL_NOT_COUNTED;
    to->contradicted |= said && joint > held;
    said = said && joint <= held;
    to->held += held;
    to->known += said ? held : 0;
    to->joint += said ? joint : 0;
    if (held == 0)
        return;
    double low = said ? (double)joint / held : 0;
    double high = said ? low : 1;
    to->lowest = low < to->lowest ? low : to->lowest;
    to->highest = high > to->highest ? high : to->highest;
}

static sel_indicator_value value_of_counts(const counts *found, bool spanned)
{
    if (found->held == 0 && found->contradicted)
        return sel_value_missing("reason.joint-exceeds-held");
    if (found->held == 0)
        return sel_value_missing("reason.no-assessment");
    if (found->known * 2 < found->held)
        return sel_value_missing(found->contradicted ? "reason.joint-exceeds-held"
                                                     : "reason.less-than-half-known");
    double held = (double)found->held;
    double low = (double)found->joint / held;
    double high = 1 - (double)(found->known - found->joint) / held;
    sel_indicator_value value =
        sel_value_between((double)found->joint / (double)found->known,
                          spanned && found->lowest < low ? found->lowest : low,
                          spanned && found->highest > high ? found->highest : high);
    value.met = found->joint;
    value.known = found->known;
    value.all = found->held;
    return value;
}

static sel_indicator_value of_answers(const sel_evidence *evidence, const sel_selection *selection)
{
    sel_respondents respondents = sel_respondents_of(evidence, selection, says_how_many);
    counts found = {.lowest = 1};
    for (uint32_t i = 0; i < respondents.count; i++)
        add_counts(&evidence->study->submissions[respondents.submissions[i]], &found);
    if (respondents.count == 0)
        return sel_value_missing("reason.assessments-not-answered");
    bool spanned = selection->subject.level == SEL_LEVEL_RECIPIENT;
    sel_indicator_value value = value_of_counts(&found, spanned);
    value.contributors = respondents.submissions;
    value.contributor_count = respondents.count;
    value.from = SEL_FROM_SUBMISSIONS;
    return value;
}

static sel_assessed assessed(const sel_study_programme *record)
{
    return record->account == NULL ? SEL_ASSESSED_UNKNOWN : record->account->assessed;
}

static sel_key joint_or_reused(const sel_study_programme *record)
{
    sel_assessed on = assessed(record);
    bool joint = on == SEL_ASSESSED_JOINT || on == SEL_ASSESSED_REUSED;
    return (sel_key){joint || on == SEL_ASSESSED_OWN, joint};
}

static sel_key on_none(const sel_study_programme *record)
{
    return (sel_key){assessed(record) == SEL_ASSESSED_NONE, 1};
}

static sel_indicator_value of_programme(const sel_evidence *evidence,
                                        const sel_selection *selection)
{
    sel_tally tally = sel_ask_both_sides(evidence, selection, joint_or_reused, sel_keys_declared);
    sel_tally none = sel_ask_both_sides(evidence, selection, on_none, sel_keys_declared);
    if (none.known > 0 && tally.known == 0)
        return sel_value_inapplicable("reason.no-assessment");
    return sel_tally_value(&tally, "reason.no-programme", "reason.assessments-not-answered");
}

static sel_indicator_value joint_assessments(const sel_evidence *evidence,
                                             const sel_selection *selection)
{
    return selection->subject.level == SEL_LEVEL_PROGRAMME ? of_programme(evidence, selection)
                                                           : of_answers(evidence, selection);
}

const sel_indicator sel_indicator_b7 = {
    .id = "b7",
    .name = "indicator.b7",
    .question = "question.b7",
    .formula = "assessments held jointly or reused / assessments held",
    .data = "data.b7",
    .source = "Paris Declaration 2005, indicators 10a and 10b",
    .principle = 'b',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
    .evaluate = joint_assessments,
};
