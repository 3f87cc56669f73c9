/** questionnaire_file.h - a questionnaire from an XLSForm in CSV.
 *
 * A folder with survey.csv, choices.csv and settings.csv, or one CSV file with
 * the three sheets below each other (definition_sheets.h). Columns are found by
 * their names in any order, translations by the language code in brackets;
 * types outside the subset are refused by name (definition_types.h). */
#ifndef SEL_INPUT_QUESTIONNAIRE_FILE_H
#define SEL_INPUT_QUESTIONNAIRE_FILE_H

#include "domain/questionnaire.h"
#include "input/definition_sheets.h"

/** Load the questionnaire at path into arena. Its first fault ends the loading with its place;
 *  sel_questionnaire_read tells them all. Call sel_questionnaire_close when done, also after a
 *  failure. */
SEL_CHECKED
sel_status sel_questionnaire_open(const char *path, sel_arena *arena,
                                  sel_questionnaire *questionnaire, sel_error *err);

/** Make a questionnaire of sheets that were read before, which it borrows. Every fault is reported
 *  to issues; what is at fault is left out. Close it afterwards. */
void sel_questionnaire_read(const sel_definition_sheets *sheets, sel_arena *arena,
                            sel_questionnaire *questionnaire, sel_issues *issues);

/** Release what is not in the arena; a zeroed questionnaire is allowed. */
void sel_questionnaire_close(sel_questionnaire *questionnaire);

#endif
