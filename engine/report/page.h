/** page.h - the HTML page being written, and what its parts share. Private to report/. */
#ifndef SEL_REPORT_PAGE_H
#define SEL_REPORT_PAGE_H

#include "report/cell_text.h"
#include "report/writer.h"

typedef struct sel_page {
    sel_output out;
    sel_arena *arena; /**< scratch: emptied after each row of a table */
    const sel_write_options *options;
    sel_number_style style;
} sel_page;

/** Everything up to the end of the masthead: style, title, notices. more_css follows page.css. */
void sel_page_open(sel_page *page, const sel_report *report, const char *more_css);

/** Foot and end of the page. SEL_IO when the stream refused anything. */
SEL_CHECKED
sel_status sel_page_end(sel_page *page, const sel_report *report, sel_error *err);

/** Markup of our own, as it stands. */
void sel_page_raw(sel_page *page, const char *markup);

/** Text of the document: cleaned and escaped, fit for content and for quoted attributes. */
void sel_page_text(sel_page *page, sel_str text);

/** opening, escaped text, closing; nothing at all for an empty text. */
void sel_page_element(sel_page *page, const char *opening, sel_str text, const char *closing);

/** A word of the writers, escaped. */
void sel_page_phrase(sel_page *page, const char *id);

/** A table with its caption in a box that scrolls sideways. heading is what stands above it: a
 *  caption that repeats it is for screen readers only. */
void sel_page_table(sel_page *page, const sel_table *table, sel_str heading);

/** A figure with its title, text alternative, legend and data; heading as for tables. */
void sel_page_figure(sel_page *page, const sel_figure *figure, sel_str heading);

/** Open and close the box that scrolls sideways; it is named by the element called
 *  "<prefix>.<id>". */
void sel_page_open_box(sel_page *page, const char *prefix, const char *id);
void sel_page_close_box(sel_page *page);

#endif
