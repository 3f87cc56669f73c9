/** response_sheet.h - the tall sheet as it is handed out: what response_file reads back. */
#ifndef SEL_INPUT_RESPONSE_SHEET_H
#define SEL_INPUT_RESPONSE_SHEET_H

#include "base/text.h"
#include "domain/questionnaire.h"
#include "domain/reference.h"

/** Write an empty sheet of the questionnaire in language as CSV (comma, CR LF, UTF-8 with BOM, as
 *  spreadsheet programs expect). short_form: only the columns of part A. */
void sel_response_sheet_write(const sel_questionnaire *questionnaire,
                              const sel_reference *reference, sel_language language,
                              bool short_form, sel_text *out);

#endif
