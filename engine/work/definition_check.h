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

/** Report what changed from one questionnaire to another, and whether answers can still be
 * compared. *broken says whether some must not be. SEL_BAD_INPUT when one of them has faults. */
SEL_CHECKED
sel_status sel_definition_diff(const sel_context *context, const char *before, const char *after,
                               sel_report *report, bool *broken, sel_error *err);

/** Folder of the shipped questionnaire `which`, else which itself as a path. */
const char *sel_definition_path(const sel_context *context, const char *which, sel_arena *arena);

#endif
