/** register_parties.h - who takes part in a register row's programme, and in which role.
 *
 * Private to input/register_*. */
#ifndef SEL_INPUT_REGISTER_PARTIES_H
#define SEL_INPUT_REGISTER_PARTIES_H

#include "input/register_cells.h"

/** Set parties: funders, extending, implementing and reporting organisations, then stakeholders
 *  with their group and role. "A and B" becomes two organisations, and is reported, when it is not
 *  one we know and both parts are. A row without a funder is reported. */
void sel_register_parties(sel_register_row *row);

#endif
