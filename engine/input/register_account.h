/** register_account.h - what is rarely said of a programme, from the columns of a register. Private
 *  to input/register_*. */
#ifndef SEL_INPUT_REGISTER_ACCOUNT_H
#define SEL_INPUT_REGISTER_ACCOUNT_H

#include "input/register_cells.h"

/** Set the record's account, or leave NULL where the row says nothing of it. A word that a column
 *  does not know is reported and left out, a country that nobody knows too. */
void sel_register_account(sel_register_row *row);

#endif
