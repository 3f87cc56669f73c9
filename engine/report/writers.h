/** writers.h - the functions behind the rows of writer.c. Private to report/. */
#ifndef SEL_REPORT_WRITERS_H
#define SEL_REPORT_WRITERS_H

#include "report/writer.h"

/** Terminal: aligned columns within options->width, words kept whole where they fit. */
SEL_CHECKED
sel_status sel_write_table(const sel_report *report, const sel_write_options *options,
                           sel_stream stream, sel_error *err);

/** One table after RFC 4180 (2005): comma, CRLF, quotes where needed. A text that a spreadsheet
 *  would take for a formula gets a leading apostrophe; numbers never do. */
SEL_CHECKED
sel_status sel_write_csv(const sel_report *report, const sel_write_options *options,
                         sel_stream stream, sel_error *err);

/** {id, title, subtitle, notices, sections, tables: {id: [rows]}, foot}; a row per line. */
SEL_CHECKED
sel_status sel_write_json(const sel_report *report, const sel_write_options *options,
                          sel_stream stream, sel_error *err);

/** One table, an object per line. */
SEL_CHECKED
sel_status sel_write_jsonl(const sel_report *report, const sel_write_options *options,
                           sel_stream stream, sel_error *err);

/** A page that stands alone: no script, nothing fetched, also well-formed XML. */
SEL_CHECKED
sel_status sel_write_html(const sel_report *report, const sel_write_options *options,
                          sel_stream stream, sel_error *err);

#endif
