/** register_key.h - the columns that tell the programmes of a table apart. Private to
 * input/register_*. */
#ifndef SEL_INPUT_REGISTER_KEY_H
#define SEL_INPUT_REGISTER_KEY_H

#include "input/register_table.h"

/** Set key, key_columns and key_count of a guess whose columns are settled: what its mapping says,
 *  else the identifier, else, in a 3W, who does what in which sector, country and time. None in
 *  our own format, or when the mapping says that every row is a programme. */
void sel_register_settle_key(sel_register_guess *guess, sel_arena *arena);

#endif
