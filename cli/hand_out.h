/** hand_out.h - the verbs of 'questionnaire' that give something away: template, codebook, export.
 */
#ifndef CLI_HAND_OUT_H
#define CLI_HAND_OUT_H

#include "desk.h"

/** Write the sheet of a questionnaire: by the ending of path CSV, workbook or page; path NULL: CSV
 *  to stdout. part NULL: the long form. before: what it is filled in with, NULL: it is empty.
 *  Returns an exit code. */
int hand_out(cli_desk *desk, const char *id, const char *part, const sel_prefill_call *before,
             const char *path);

/** Every question and code of a questionnaire: printed, or written to path as its ending says.
 *  Returns an exit code. */
int give_codebook(cli_desk *desk, const char *id, const char *path);

/** Write a questionnaire as an XLSForm workbook. Returns an exit code. */
int export_xlsform(cli_desk *desk, const char *id, const char *path);

#endif
