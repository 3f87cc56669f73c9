/** register_split.h - shares of recipients and capabilities together, and the register's own
 *  sectors. Private to input/register_*. */
#ifndef SEL_INPUT_REGISTER_SPLIT_H
#define SEL_INPUT_REGISTER_SPLIT_H

#include "input/register_entries.h"

/** Set joints from "FJI/D1.2=30%; TON/D4.1=20%". What is missing to 100 % is not said. Recipients
 *  and capabilities of the row become the sums of the split where their cells are empty; a part
 *  whose recipient or capability is not among theirs is reported and left out. After both. */
void sel_register_split(sel_register_row *row);

/** Set sectors from "1/15160=60%:Legal development; 99/ICT". A code without a vocabulary is of DAC
 *  ("1" when it has five digits, "2" when three), else the register's own ("99"). Shares count per
 *  vocabulary; what is missing to 100 % is not said. */
void sel_register_sectors(sel_register_row *row);

#endif
