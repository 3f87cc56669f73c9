/** writer.h - the ways a document can be written, one const row each.
 *
 * A writer prints what the document holds and nothing else: it counts and
 * computes nothing but positions. Adding one is one file and one row. */
#ifndef SEL_REPORT_WRITER_H
#define SEL_REPORT_WRITER_H

#include "domain/words.h"
#include "report/report.h"
#include "report/stream.h"

typedef enum sel_direction { SEL_LEFT_TO_RIGHT, SEL_RIGHT_TO_LEFT } sel_direction;

/** How to write. Zeros are usable: the whole document, 80 columns, no colour, English. */
typedef struct sel_write_options {
    const char *table;       /**< id of the only table wanted; NULL: all, or the first where a
                                  format holds one. HTML always holds all */
    uint32_t width;          /**< columns of the terminal; 0: 80 */
    bool colour;             /**< terminal: headings in bold, asides dimmed */
    const char *language;    /**< BCP 47 tag of the texts; NULL: "en" */
    sel_direction direction; /**< of the page */
    const sel_words *words;  /**< the few words of the writers themselves ("report.*"); NULL: ids */
} sel_write_options;

typedef struct sel_writer {
    const char *name; /**< "table", as in --format */
    /** SEL_NOT_FOUND for an unknown table, SEL_IO when the stream refuses bytes; some may have been
     *  written then. */
    sel_status (*write)(const sel_report *report, const sel_write_options *options,
                        sel_stream stream, sel_error *err);
} sel_writer;

/** All writers. */
const sel_writer *sel_writers(uint32_t *count);

/** The writer called name; NULL when there is none. */
const sel_writer *sel_writer_find(sel_str name);

#endif
