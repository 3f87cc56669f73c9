/** questionnaire_file.h - an instrument from its folder: survey.csv, choices.csv, settings.csv.
 *
 * Instruments are content of ours: a fault ends the loading with its place.
 * Types understood: text, integer, decimal, date, range, select_one,
 * select_multiple, begin_group, end_group, note; any other is refused by name. */
#ifndef SEL_INPUT_QUESTIONNAIRE_FILE_H
#define SEL_INPUT_QUESTIONNAIRE_FILE_H

#include "base/status.h"
#include "domain/questionnaire.h"

/** Load the instrument in folder into arena. Call sel_questionnaire_close when done, also after
 *  a failure. */
SEL_CHECKED
sel_status sel_questionnaire_open(const char *folder, sel_arena *arena,
                                  sel_questionnaire *questionnaire, sel_error *err);

/** Release what is not in the arena; a zeroed questionnaire is allowed. */
void sel_questionnaire_close(sel_questionnaire *questionnaire);

#endif
