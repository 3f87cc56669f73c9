/** response_sheet.h - the tall sheet as the CSV that response_file reads back. */
#ifndef SEL_INPUT_RESPONSE_SHEET_H
#define SEL_INPUT_RESPONSE_SHEET_H

#include "base/text.h"
#include "domain/sheet.h"

/** Write the sheet as CSV: comma, CR LF, UTF-8 with BOM, as spreadsheet programs expect. */
void sel_response_sheet_write(const sel_sheet *sheet, sel_text *out);

#endif
