/** register_row.h - the cells of one register row as a programme record. Private to input. */
#ifndef SEL_INPUT_REGISTER_ROW_H
#define SEL_INPUT_REGISTER_ROW_H

#include "input/register_cells.h"

/** Fill row->record from the cells. false: the row holds no programme (no title and no id). */
bool sel_register_row_read(sel_register_row *row);

#endif
