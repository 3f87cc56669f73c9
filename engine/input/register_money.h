/** register_money.h - what a register row's programme costs, in money and in days of work.
 *  Private to input/register_*. */
#ifndef SEL_INPUT_REGISTER_MONEY_H
#define SEL_INPUT_REGISTER_MONEY_H

#include "input/register_cells.h"

/** Set money from amount, else from amount_low and amount_high; the currency stands in its column
 *  or in the cell. amount_written is the text of the source where amount is a reading of it, and
 *  alone it is kept without being read. What cannot be read in one way only is reported. */
void sel_register_money(sel_register_row *row);

/** Set person_days from "30" or "30-45"; anything else is reported. */
void sel_register_person_days(sel_register_row *row);

#endif
