/** clean.h - text from outside made safe for where it is shown.
 *
 * A control character in a title must not move the cursor of a terminal or
 * break an XML reader. Ill-formed bytes, control characters and noncharacters
 * become U+FFFD, so that the reader sees that something stood there. */
#ifndef SEL_REPORT_CLEAN_H
#define SEL_REPORT_CLEAN_H

#include "base/str.h"

/** text with TAB, CR and LF kept: for files and pages. text itself when nothing changes. */
sel_str sel_clean_text(sel_arena *arena, sel_str text);

/** text with an apostrophe before it when a spreadsheet program would run it as a formula, which it
 *  does when it begins with '=', '+', '-', '@', TAB or a line end and is no plain negative number
 *  (OWASP, "CSV Injection"). text itself when it is harmless. */
sel_str sel_guard_formula(sel_arena *arena, sel_str text);

/** text on one line, for a terminal: TAB, CR, LF and the Unicode line ends become spaces, and
 *  marks that turn the direction of what follows (U+202A-202E, U+2066-2069) are left out, as they
 *  would reach beyond the text. text itself when nothing changes. */
sel_str sel_clean_line(sel_arena *arena, sel_str text);

#endif
