/** export_cells.h - a record as the cells of our register, so that input/register_* reads back what
 *  was written. Private to work/export_*. */
#ifndef SEL_WORK_EXPORT_CELLS_H
#define SEL_WORK_EXPORT_CELLS_H

#include "base/text.h"
#include "domain/reference.h"
#include "input/register_table.h"

/** What writing a cell needs; text begins empty for each. */
typedef struct sel_export_cell {
    const sel_reference *reference;
    const sel_programme *record;
    sel_text text;
} sel_export_cell;

/** What the record says of a field, empty when nothing; in arena. Neither guarded against formulas
 *  nor quoted yet. Blanks at the ends of texts and names are not kept. */
sel_str sel_export_text(const sel_reference *reference, const sel_programme *record,
                        sel_register_field field, sel_arena *arena);

/* Lists, in export_parts.c. */

void sel_export_parties(sel_export_cell *cell, sel_register_field field);
void sel_export_recipients(sel_export_cell *cell);
void sel_export_capabilities(sel_export_cell *cell);
void sel_export_split(sel_export_cell *cell);
void sel_export_sectors(sel_export_cell *cell);

/** "; " before every value but the first of a cell. */
void sel_export_next(sel_export_cell *cell);

#endif
