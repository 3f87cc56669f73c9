/** register_row.h - the cells of one register row as a programme record. Private to input. */
#ifndef SEL_INPUT_REGISTER_ROW_H
#define SEL_INPUT_REGISTER_ROW_H

#include "input/csv.h"
#include "input/register_table.h"

/** What reading a row needs; arena holds the record and is reset by the caller. */
typedef struct sel_register_row {
    const sel_csv_row *row;
    const uint32_t *columns; /**< per field: its column, or SEL_NONE */
    const sel_reference *reference;
    const sel_register_options *options;
    sel_issues *issues;
    sel_str source; /**< file name */
    sel_arena *arena;
    sel_programme record;
    sel_field_place *fields;
} sel_register_row;

/** Fill row->record from the cells. false: the row holds no programme (no title and no id). */
bool sel_register_row_read(sel_register_row *row);

#endif
