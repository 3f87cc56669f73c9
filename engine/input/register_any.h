/** register_any.h - a row of a table that is not in our own format: what it says in columns of its
 * own kind, besides what register_row.h reads. Private to input/register_*. */
#ifndef SEL_INPUT_REGISTER_ANY_H
#define SEL_INPUT_REGISTER_ANY_H

#include "input/register_cells.h"
#include "input/register_draft.h"

/** Fill row->record and *more; row->columns is of this row alone and is changed. Commitments and
 *  disbursements, or amounts with a kind of transaction, go to *more; a period is read as start and
 *  end; sectors of three and five digits are the DAC's. In a 3W an activity, description, sector or
 *  theme stands for a missing title, and the organisation implements and reports. false: there is
 *  neither title nor identifier. */
bool sel_register_any_read(sel_register_row *row, uint32_t *columns, bool who_does_what,
                           sel_draft_row *more);

#endif
