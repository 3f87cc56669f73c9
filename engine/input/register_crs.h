/** register_crs.h - a row of the OECD's Creditor Reporting System.
 *
 * Amounts are millions of dollars; an activity has a row per year, purpose and
 * recipient. Its identifier is donor, agency and CrsID, else project number
 * (codes before names), joined by '-'. Source of columns and codes: OECD DAC,
 * CRS file descriptions of 2018 to 2024. Private to input/register_*. */
#ifndef SEL_INPUT_REGISTER_CRS_H
#define SEL_INPUT_REGISTER_CRS_H

#include "input/register_cells.h"
#include "input/register_draft.h"

/** Fill row->record and *more, and the key of the activity, in the row's arena. false: the row
 *  has no title and no identifier. */
bool sel_register_crs_read(sel_register_row *row, sel_draft_row *more, sel_str *key);

#endif
