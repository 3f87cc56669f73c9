/** csv_line.h - lines of CSV written one by one, for lists that are too long to be held as a table.
 *
 * RFC 4180 (2005): comma, CRLF, quotes where needed. A text that a spreadsheet would take for a
 * formula gets a leading apostrophe. */
#ifndef SEL_REPORT_CSV_LINE_H
#define SEL_REPORT_CSV_LINE_H

#include "report/stream.h"

/** A cell as it is: numbers, and words of our own. */
void sel_csv_put_field(sel_output *out, sel_str field);

/** A cell with somebody's text, made harmless; scratch holds what had to be changed. */
void sel_csv_put_text(sel_output *out, sel_arena *scratch, sel_str text);

/** A whole line of texts. */
void sel_csv_put_line(sel_output *out, sel_arena *scratch, const sel_str *cells, size_t count);

#endif
