/** register_entries.h - the parts of a whole that a cell lists: "TON 40 % (associate); FJI 60 %".
 *
 * An entry is a name, perhaps a percentage ("40 %" behind it, or "=40%"),
 * perhaps a depth in parentheses, perhaps attributes behind "=". "~40%" is a
 * part that the source did not state. "other" is the part that has no name.
 * Unit: ppm of the whole. Private to input/register_*. */
#ifndef SEL_INPUT_REGISTER_ENTRIES_H
#define SEL_INPUT_REGISTER_ENTRIES_H

#include "input/register_cells.h"

typedef struct sel_register_entry {
    sel_str written; /**< the whole value */
    sel_str name;    /**< as it is written */
    sel_str said;    /**< attributes behind the percentage, as they are written */
    uint32_t ppm;
    bool percent;   /**< ppm was given */
    bool unstated;  /**< … with "~" */
    bool remainder; /**< "other": no name, only a part */
    sel_depth depth;
} sel_register_entry;

/** The entries of a cell, in the row's arena. */
sel_register_entry *sel_register_entries(const sel_register_row *row, sel_register_field field,
                                         uint32_t *count);

/** One value of a list taken apart. */
sel_register_entry sel_register_entry_of(sel_str value);

/** Settle the ppm of all entries so that they make the whole. Percentages that are all given are
 *  taken in proportion; when they do not make 100 % within half a point, or only some are given,
 *  that is reported; without a usable percentage for each, parts are equal. Whether the percentages
 *  were used. */
bool sel_register_share_out(const sel_register_row *row, sel_register_field field,
                            sel_register_entry *entries, uint32_t count);

/** As that, but percentages that are all given and make less than 100 % stay as they are: the rest
 *  is not said. */
bool sel_register_share_part(const sel_register_row *row, sel_register_field field,
                             sel_register_entry *entries, uint32_t count);

#endif
