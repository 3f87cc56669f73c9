/** respondents.h - whose answers count when several have spoken for one recipient or donor.
 *
 * Of one respondent (recipient or organisation, agency) the newest submission counts
 * that answers what is asked; of a recipient with a lead, the lead's only, so
 * that a question the lead leaves open is open. Without a lead all its
 * respondents count, and what rests on them spans them. A response is its own
 * submission and no other. */
#ifndef SEL_ANALYSIS_PRINCIPLE_RESPONDENTS_H
#define SEL_ANALYSIS_PRINCIPLE_RESPONDENTS_H

#include "analysis/principle/selection.h"

/** Whether a submission answers what is asked. */
typedef bool sel_speaks(const sel_study_submission *submission);

/** Numbers of submissions, ascending (recipient, number), so that those of one recipient stand
 *  together. */
typedef struct sel_respondents {
    const uint32_t *submissions;
    uint32_t count;
} sel_respondents;

/** Order by age, the newest first: < 0 when a is newer. Two of one day, or without a day: the later
 *  round, then the later questionnaire. 0 when none of these differs. */
int sel_submission_compare_age(const sel_study_submission *a, const sel_study_submission *b);

/** Those that count for the covered recipients, states and bodies; of a donor its own, whichever of
 *  its agencies answered. None: count 0. Into evidence->arena. */
sel_respondents sel_respondents_of(const sel_evidence *evidence, const sel_selection *selection,
                                   sel_speaks *speaks);

/** The same where spoken says of each submission of the study whether it answers. */
sel_respondents sel_respondents_among(const sel_evidence *evidence, const sel_selection *selection,
                                      const bool *spoken);

/** One past the last submission of the recipient that stands at first. */
uint32_t sel_respondents_end(const sel_study *study, const sel_respondents *respondents,
                             uint32_t first);

#endif
