/** register_grammar.h - how values stand in the cells of our register: one rule to read and to
 *  write them.
 *
 * Values of a list stand between semicolons (bars are read too). Of a value
 * that says more than a name, "=" ends the name and ":" parts what is said:
 *
 *     Australia=40%:ref=AU-5:kind=10; Japan
 *
 * A backslash takes the next ASCII sign as it is ("A\;B"); before a letter, a
 * digit or anything else it is a backslash. Text that a spreadsheet would take
 * for a formula has an apostrophe before it. */
#ifndef SEL_INPUT_REGISTER_GRAMMAR_H
#define SEL_INPUT_REGISTER_GRAMMAR_H

#include "base/text.h"

#include <stdint.h>

/** First place of a sign that no backslash stands before, or text.len. */
size_t sel_register_sign(sel_str text, char sign);

/** Whether text ends in this sign and no backslash stands before it. */
bool sel_register_ends(sel_str text, char sign);

/** Next value of a list as it is written, trimmed; empty ones are passed over. rest becomes what
 *  follows. false: there are no more. */
bool sel_register_next_value(sel_str *rest, sel_str *value);

/** One thing that is said of a named value: "ref=AU-5", "40%", "academia". */
typedef struct sel_register_attribute {
    sel_str key;   /**< "ref"; empty for a word alone */
    sel_str value; /**< as it is written, trimmed */
} sel_register_attribute;

/** Next of the attributes behind the "=" of a value; empty ones are passed over. */
bool sel_register_next_attribute(sel_str *rest, sel_register_attribute *attribute);

/** What was written, without its backslashes; in arena when there are any. */
sel_str sel_register_plain(sel_arena *arena, sel_str written);

/** Write plain so that it is read back, with a backslash before itself, ; | and each of signs. */
void sel_register_write(sel_text *out, sel_str plain, const char *signs);

/** A percentage of 0 … 100 ("40%", "33.3 %"; the sign may be missing) as ppm, rounded to whole
 *  ones; false, ppm untouched, for anything else. */
bool sel_register_percent(sel_str text, uint32_t *ppm);

/** Write ppm (0 … SEL_PPM) as a percentage without its sign: "40", "33.3333". */
void sel_register_write_percent(sel_text *out, uint32_t ppm);

/** A cell as a spreadsheet may show it: an apostrophe before what begins like a formula (= + - @),
 *  apostrophes before that counted as part of it. */
sel_str sel_register_guard(sel_arena *arena, sel_str cell);

/** Undo sel_register_guard. */
sel_str sel_register_unguard(sel_str cell);

#endif
