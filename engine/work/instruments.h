/** instruments.h - the questionnaires there are: list them, show one, open one. */
#ifndef SEL_WORK_INSTRUMENTS_H
#define SEL_WORK_INSTRUMENTS_H

#include "input/questionnaire_file.h"
#include "report/report.h"
#include "work/context.h"

/** Id of the shipped instrument of this number, from 0; NULL behind the last. The first is the one
 *  meant when nothing else decides. */
const char *sel_instrument_id(uint32_t number);

/** Length of what may be a questionnaire's id (small ASCII letters, digits, '-') at the beginning
 * of text; 0: nothing of it. */
size_t sel_instrument_id_length(sel_str text);

/** Instruments of this version with the state of their languages. */
SEL_CHECKED
sel_status sel_instruments_tell(const sel_context *context, sel_report *report, sel_error *err);

/** Questions of one instrument in the context's language. */
SEL_CHECKED
sel_status sel_instrument_tell(const sel_context *context, const char *id, sel_report *report,
                               sel_error *err);

/** Folder of an instrument; the path lives as long as the context. */
SEL_CHECKED
sel_status sel_instrument_folder(const sel_context *context, const char *id, sel_arena *arena,
                                 const char **folder, sel_error *err);

/** Load an instrument into arena. Call sel_questionnaire_close when done, also after a failure:
 *  items and lists stay in the arena. */
SEL_CHECKED
sel_status sel_instrument_open(const sel_context *context, const char *id, sel_arena *arena,
                               sel_questionnaire *questionnaire, sel_error *err);

#endif
