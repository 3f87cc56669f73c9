/** intake_findings.h - what was found in a file of answers, kept for the pages that go back.
 * Private to work. */
#ifndef SEL_WORK_INTAKE_FINDINGS_H
#define SEL_WORK_INTAKE_FINDINGS_H

#include "work/intake.h"

/** Keep one problem with its place, up to intake->places_most: groups keep their first places only,
 *  which may all be of other respondents. to is the sel_intake. For sel_issues.each. */
void sel_intake_keep_place(void *to, const sel_issue *issue);

/** Name the questions that groups of problems are about as the sender knows them, and say what a
 *  broken constraint asks for in the questionnaire's own words. */
void sel_intake_label(const sel_context *context, sel_intake *intake,
                      const sel_questionnaire *questionnaire);

#endif
