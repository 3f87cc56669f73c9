/** terminal.h - lines, columns and tables on a terminal of a given width. Private to report/.
 *
 * Widths come from Unicode (utf8proc), not from the C locale, so a program or
 * a server thread gets the same lines whatever its environment. */
#ifndef SEL_REPORT_TERMINAL_H
#define SEL_REPORT_TERMINAL_H

#include "report/cell_text.h"
#include "report/writer.h"

typedef enum sel_emphasis { SEL_PLAIN, SEL_BOLD, SEL_DIM } sel_emphasis;

typedef struct sel_terminal {
    sel_output out;
    sel_arena *arena; /**< lives as long as the document is written */
    size_t width;
    bool colour;
    sel_number_style style;
    const sel_words *words;
} sel_terminal;

/** One field of a row of columns. text must be clean (sel_clean_line). */
typedef struct sel_field {
    sel_str text;
    size_t width; /**< columns, > 0 */
    sel_alignment alignment;
    sel_emphasis emphasis;
} sel_field;

/** A paragraph, wrapped, indented by `indent` columns. Nothing for an empty text. */
void sel_terminal_text(sel_terminal *terminal, size_t indent, sel_emphasis emphasis, sel_str text);

/** Fields beside each other, two columns apart, each wrapped to its width. */
void sel_terminal_fields(sel_terminal *terminal, size_t indent, const sel_field *fields,
                         uint32_t count);

/** One line of text with its marked part underlined ("^~~~") on the next; what does not fit into
 * the width is cut, the mark last. */
void sel_terminal_excerpt(sel_terminal *terminal, size_t indent, const sel_excerpt *excerpt);

void sel_terminal_blank_line(sel_terminal *terminal);

/** A table without its title: columns; where the terminal is too narrow for them, one line per
 *  field. */
void sel_terminal_table(sel_terminal *terminal, const sel_table *table);

#endif
