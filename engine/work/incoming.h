/** incoming.h - a file of answers as it arrives: a CSV, or the workbook we handed out. */
#ifndef SEL_WORK_INCOMING_H
#define SEL_WORK_INCOMING_H

#include "input/response_workbook.h"

/** A file that was looked at. bytes stay with the caller. */
typedef struct sel_incoming {
    sel_bytes *bytes;
    sel_xlsx *workbook; /**< NULL: a CSV */
    sel_answer_sheet answers;
    sel_response_guess guess;
    bool foreign; /**< a workbook, but not one of ours: guess is SEL_FORM_NONE */
} sel_incoming;

/** Look what bytes hold. SEL_BAD_INPUT when a workbook is damaged or over the caps. Close it with
 *  sel_incoming_close whatever the outcome. */
SEL_CHECKED
sel_status sel_incoming_open(sel_bytes *bytes, const sel_reference *reference,
                             const sel_questionnaire *questionnaire, sel_incoming *incoming,
                             sel_error *err);

/** Id of the questionnaire when bytes begin as the guide of a hand-out does, saved as CSV instead of
 *  its answers: a title, then a line "state-needs, version …". False otherwise. */
bool sel_incoming_is_guide(const sel_bytes *bytes, char questionnaire[64]);

void sel_incoming_close(sel_incoming *incoming);

/** Name of the sheet that is read; empty for a CSV. */
sel_str sel_incoming_sheet(const sel_incoming *incoming);

/** Read all responses, as sel_response_read does. */
SEL_CHECKED
sel_status sel_incoming_read(sel_incoming *incoming, const sel_questionnaire *questionnaire,
                             const sel_reference *reference, sel_response_sink sink,
                             sel_progress *progress, sel_issues *issues,
                             sel_response_counts *counts, sel_error *err);

#endif
