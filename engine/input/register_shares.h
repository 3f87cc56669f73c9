/** register_shares.h - where a register row's programme goes and for what, in parts of the whole.
 *
 * Parts are read as register_entries.h says; a single entry without a
 * percentage is the whole. Private to input/register_*. */
#ifndef SEL_INPUT_REGISTER_SHARES_H
#define SEL_INPUT_REGISTER_SHARES_H

#include "input/register_entries.h"

/** Set recipients and the depth at each; an empty cell means the default country, if there is one
 *  and the row has no split. Two-letter names are ISO 3166 codes when all names of the cell have
 *  two letters; "R:CODE" is a region. Unknown names are reported and their part is left out. */
void sel_register_recipients(sel_register_row *row);

/** Set capabilities with where they come from: the register itself, unless an attribute says
 *  otherwise. Unknown ones are reported with the nearest known one and their part is left out. */
void sel_register_capabilities(sel_register_row *row);

/** Set the cyber share from a percentage of 0..100 or two of them ("20-40"); "not stated" and an
 *  empty cell leave it as it was, as does anything else, which is reported. */
void sel_register_cyber_share(sel_register_row *row);

/** Number of the recipient or capability that a plain name means, or SEL_NONE, reported at field
 *  with the nearest. */
uint32_t sel_register_recipient(const sel_register_row *row, sel_register_field field, sel_str name,
                                bool alpha2);
uint32_t sel_register_capability(const sel_register_row *row, sel_register_field field,
                                 sel_str name);

#endif
