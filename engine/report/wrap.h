/** wrap.h - text in lines of a given width, measured in columns of a terminal. Private to report/.
 */
#ifndef SEL_REPORT_WRAP_H
#define SEL_REPORT_WRAP_H

#include "base/str.h"

/** Take the next line of at most width (> 0) columns from *rest; false when *rest is used up. Lines
 *  end at blanks, which are dropped, or after a hyphen between ASCII letters ("co-funded"); a word
 *  that is longer than a line is cut between characters.
 *  A character wider than width stands alone. */
bool sel_wrap_next(sel_str *rest, size_t width, sel_str *line);

/** Columns of the longest part that is not cut unless it must be. */
size_t sel_wrap_longest_word(sel_str text);

#endif
