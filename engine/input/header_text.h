/** header_text.h - the words of a header without what tools put around them. Private to input. */
#ifndef SEL_INPUT_HEADER_TEXT_H
#define SEL_INPUT_HEADER_TEXT_H

#include "base/str.h"

#include <stdint.h>

/** Header without HTML tags and entities (SurveyMonkey, LimeSurvey), without Qualtrics'
 *  " - Selected Choice", and without the numbers of a flattened repeat ("children[1]/name"); in
 *  arena, or header itself when it has none of them. */
sel_str sel_header_plain(sel_arena *arena, sel_str header);

/** Parts of a header that is a code with the (perhaps shortened) text of the question behind it, as
 *  LimeSurvey writes "kinds[law]. What kinds.. [Law]". */
typedef struct sel_coded_header {
    sel_str code;
    sel_str text; /**< of the question, up to where it was cut or its option begins */
} sel_coded_header;

/** Take a header apart at its first ". ", ": " or " - "; false: it has none. */
bool sel_header_coded(sel_str header, sel_coded_header *parts);

/** Name of the question that holds what was written beside a choice: Qualtrics' "kinds_3_TEXT" is
 *  "kinds_other", as XLSForm calls it; in arena. Empty: header is no such column. */
sel_str sel_header_text_entry(sel_arena *arena, sel_str header);

/** Room for "[XFD]". */
enum { SEL_LETTERS_ROOM = 8 };

/** How a mapping names a spreadsheet column (from 1) by its letters; returns text. */
const char *sel_header_letters(uint32_t column, char text[SEL_LETTERS_ROOM]);

#endif
