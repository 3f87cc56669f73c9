/** register_cells.h - what the parts of the register reader share while one row is read: its cells,
 * issues with their place, and the trace of fields that enter a number.
 *
 * Private to input/register_*. */
#ifndef SEL_INPUT_REGISTER_CELLS_H
#define SEL_INPUT_REGISTER_CELLS_H

#include "input/csv.h"
#include "input/register_grammar.h"
#include "input/register_table.h"

/** Most values taken from one cell, and most parties of one row; what follows is reported and left
 *  out. As many as an IATI activity may have. */
enum { SEL_REGISTER_VALUES_MAX = 1000 };

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

/** Text of a field's cell without the apostrophe that guards a formula, borrowed from the row;
 * empty when the register has no such column. */
sel_str sel_register_cell(const sel_register_row *row, sel_register_field field);

/** The same, copied to the row's arena. */
sel_str sel_register_kept(const sel_register_row *row, sel_register_field field);

/** Add an issue at a field's cell; found and suggestion may be empty. */
void sel_register_report(const sel_register_row *row, const char *code, sel_register_field field,
                         sel_str found, sel_str suggestion);

/** Remember where a field that enters a number stands, and by which rule it was read. Once per
 *  field at most; an empty cell leaves no trace. */
void sel_register_trace(sel_register_row *row, sel_register_field field, const char *rule);

/** What was written, without backslashes, copied to the row's arena. */
sel_str sel_register_meant(const sel_register_row *row, sel_str written);

/** The values of a field's cell as they are written, borrowed, in the row's arena. Those beyond
 *  SEL_REGISTER_VALUES_MAX are reported and left out. */
sel_str *sel_register_values(const sel_register_row *row, sel_register_field field,
                             uint32_t *count);

#endif
