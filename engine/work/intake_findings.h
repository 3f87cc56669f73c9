/** intake_findings.h - what was found in a file of answers, kept for the pages that go back.
 * Private to work. */
#ifndef SEL_WORK_INTAKE_FINDINGS_H
#define SEL_WORK_INTAKE_FINDINGS_H

#include "work/intake.h"

enum { SEL_FINDING_TEXT = 120 };

/** Count one problem for the response being read, or for the file, and keep it with its place, up
 *  to intake->places_most: groups keep their first places only, which may all be of other
 *  respondents. to is the sel_intake. For sel_issues.each. */
void sel_intake_keep_place(void *to, const sel_issue *issue);

/** The response being read is done: its receipt, when there is one, gets the count of its problems,
 *  and those that follow are of the next one. */
void sel_intake_next_response(sel_intake *intake);

/** Name the questions that groups of problems are about as the sender knows them, and say what a
 *  broken constraint asks for, or which choices there are, in the questionnaire's own words. */
void sel_intake_label(const sel_context *context, sel_intake *intake,
                      const sel_questionnaire *questionnaire);

/** The group that a problem is in: it knows the question and its words. SEL_NONE: none. */
uint32_t sel_finding_group(const sel_intake *intake, const sel_issue *issue);

/** What is written, what we need and what to try, in the context's language; somebody's texts are
 *  cut at SEL_FINDING_TEXT bytes. group is that of the problem or SEL_NONE. */
sel_str sel_finding_text(const sel_context *context, const sel_intake *intake,
                         const sel_issue *issue, uint32_t group, sel_arena *arena);

/** Negative, 0 or positive as a stands before b where a sheet is read from top to bottom; what has
 *  no place comes first. */
int sel_finding_order(const sel_issue *a, const sel_issue *b);

#endif
