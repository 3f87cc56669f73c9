/** register_cells.h - what the parts of the register reader share while one row is read: its cells,
 * issues with their place, and the trace of fields that enter a number.
 *
 * Private to input/register_*. */
#ifndef SEL_INPUT_REGISTER_CELLS_H
#define SEL_INPUT_REGISTER_CELLS_H

#include "input/csv.h"
#include "input/register_table.h"

/** Most shares or links taken from one cell, and most parties of one row; what follows is left
 *  out. */
enum { SEL_REGISTER_VALUES_MAX = 512 };

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
    bool id_later; /**< a record without identifier gets one when its rows are together */
} sel_register_row;

/** Text of a field's cell, borrowed from the row; empty when the register has no such column. */
sel_str sel_register_cell(const sel_register_row *row, sel_register_field field);

/** The same, copied to the row's arena. */
sel_str sel_register_kept(const sel_register_row *row, sel_register_field field);

/** Add an issue at a field's cell; found and suggestion may be empty. */
void sel_register_report(const sel_register_row *row, const char *code, sel_register_field field,
                         sel_str found, sel_str suggestion);

/** Remember where a field that enters a number stands, and by which rule it was read. Once per
 *  field at most; an empty cell leaves no trace. */
void sel_register_trace(sel_register_row *row, sel_register_field field, const char *rule);

/** Next value of a cell that holds several, trimmed; semicolons or bars separate, empty ones are
 *  passed over. rest becomes what follows. false: there are no more. */
bool sel_register_next_value(sel_str *rest, sel_str *value);

#endif
