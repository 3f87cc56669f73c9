/** definition_check.h - questionnaires of anybody's: are they sound, and what changed in them. */
#ifndef SEL_WORK_DEFINITION_CHECK_H
#define SEL_WORK_DEFINITION_CHECK_H

#include "report/report.h"
#include "work/context.h"

/** Report every problem of the questionnaire `which`: the id of a shipped one, a folder with
 *  survey.csv, or a single file. *refused says whether answers to it could not be taken. Errors
 *  are about reading the files. */
SEL_CHECKED
sel_status sel_definition_check(const sel_context *context, const char *which, sel_report *report,
                                bool *refused, sel_error *err);

#endif
