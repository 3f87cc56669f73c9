/** register_parties.h - who takes part in a register row's programme, and in which role.
 *
 * A value is a name, or "NAME=…" with what is said of it, parted by ":": its
 * share of the money ("40%"), its stakeholder group, how deeply it takes part,
 * ref=IDENTIFIER, kind=NUMBER (IATI OrganisationType), activity=IDENTIFIER.
 *
 * Private to input/register_* and work/export_*. */
#ifndef SEL_INPUT_REGISTER_PARTIES_H
#define SEL_INPUT_REGISTER_PARTIES_H

#include "input/register_cells.h"

/** A column of organisations and their role. */
typedef struct sel_register_role {
    sel_register_field field;
    sel_role role;
} sel_register_role;

/** Columns of organisations in the order in which they are read. */
const sel_register_role *sel_register_roles(uint32_t *count);

/** Set parties: funders, accountable, extending, implementing and reporting organisations, then
 *  stakeholders, then those without a role. "A and B" becomes two organisations, and is reported,
 *  when it is a name alone, not one we know, and both parts are. A row without a funder is
 *  reported, as are funders that give more than all of the money. */
void sel_register_parties(sel_register_row *row);

/** Whether a name alone would be taken for two organisations; *at is the place of " and ". */
bool sel_register_is_two(const sel_organisations *organisations, sel_str name, size_t *at);

#endif
