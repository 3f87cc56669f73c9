/** write_sheet.h - the tall sheet as a page to print and fill in by hand. */
#ifndef SEL_REPORT_WRITE_SHEET_H
#define SEL_REPORT_WRITE_SHEET_H

#include "domain/sheet.h"
#include "domain/words.h"
#include "report/stream.h"

/** A page that stands alone: no script, nothing fetched, also well-formed XML. It runs in the
 *  direction of the sheet, and says on top of every printed page when the wording is a draft. */
SEL_CHECKED
sel_status sel_write_sheet_page(const sel_sheet *sheet, const sel_words *words, sel_stream stream,
                                sel_error *err);

#endif
