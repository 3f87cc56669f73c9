/** nearest.h - did you mean: the name with the fewest edits, when few are enough.
 *
 * Names more than a third of the wanted text away (in single-byte edits, an exchange of
 * neighbours counting once, without regard to the case of ASCII letters) are not suggested; the
 * first among equals is. */
#ifndef SEL_BASE_NEAREST_H
#define SEL_BASE_NEAREST_H

#include "base/str.h"

/** A search; start with sel_nearest_start, offer every name, read `name`. */
typedef struct sel_nearest {
    sel_str wanted; /**< borrowed */
    size_t limit;   /**< edits that the next name must stay below */
    sel_str name;   /**< nearest so far, borrowed; empty when none is near enough */
} sel_nearest;

sel_nearest sel_nearest_start(sel_str wanted);

/** Look at one more name; true when it is the nearest so far. */
bool sel_nearest_offer(sel_nearest *nearest, sel_str name);

#endif
