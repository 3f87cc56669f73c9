/** csv_line.h - lines of CSV written one by one, for lists that are too long to be held as a table.
 */
#ifndef SEL_REPORT_CSV_LINE_H
#define SEL_REPORT_CSV_LINE_H

#include "report/stream.h"

/** Somebody's text as a field after a comma: without control characters, and no formula for a
 *  spreadsheet program. scratch holds what had to be changed. */
void sel_csv_put_text(sel_output *out, sel_arena *scratch, sel_str text);

/** A whole line of such texts, ended with CRLF. */
void sel_csv_put_line(sel_output *out, sel_arena *scratch, const sel_str *cells, size_t count);

#endif
