/** register_shares.h - where a register row's programme goes and for what, in parts of the whole.
 *
 * A cell is a list of entries such as "TON 40 % (associate)". Unit: ppm of the
 * whole. Percentages that are all given are taken in proportion; when they do
 * not make 100 % within half a point, or only some are given, that is reported;
 * without a usable percentage for each, parts are equal and marked as not
 * stated. A single entry is the whole. Private to input/register_*. */
#ifndef SEL_INPUT_REGISTER_SHARES_H
#define SEL_INPUT_REGISTER_SHARES_H

#include "input/register_cells.h"

/** Set recipients and the depth at each; an empty cell means the default country, if there is one.
 *  Two-letter names are ISO 3166 codes when all names of the cell have two letters. Unknown names
 *  are reported and their part is left out. */
void sel_register_recipients(sel_register_row *row);

/** Set capabilities. Unknown ones are reported with the nearest known one and their part is left
 *  out. */
void sel_register_capabilities(sel_register_row *row);

/** Set the cyber share from a percentage of 0..100; anything else leaves it as it was. */
void sel_register_cyber_share(sel_register_row *row);

#endif
