/** write_workbook.h - workbooks (.xlsx) that are filled in or uploaded elsewhere.
 *
 * They hold texts, lists to choose from and no formula; the same content gives
 * the same bytes. libxlsxwriter writes to a path only. */
#ifndef SEL_REPORT_WRITE_WORKBOOK_H
#define SEL_REPORT_WRITE_WORKBOOK_H

#include "domain/sheet.h"
#include "domain/words.h"

/** One sheet of plain texts, row by row; rows may differ in length. */
typedef struct sel_grid_row {
    const sel_str *cells;
    uint32_t count;
} sel_grid_row;

typedef struct sel_grid {
    const char *name; /**< of the sheet: at most 31 characters */
    const sel_grid_row *rows;
    uint32_t row_count;
} sel_grid;

/** Write the tall sheet to path: the answers first, in the rows and columns of the CSV, then how to
 *  fill them in, then (hidden) the lists behind the drop-downs. SEL_IO; the file
 *  appears whole or not at all. */
SEL_CHECKED
sel_status sel_write_sheet_workbook(const sel_sheet *sheet, const sel_words *words,
                                    const char *path, sel_error *err);

/** Write grids as they are, each cell a text. SEL_UNSUPPORTED for a cell that a workbook cannot
 *  hold (32,767 characters), SEL_IO; the file appears whole or not at all. */
SEL_CHECKED
sel_status sel_write_grid_workbook(const sel_grid *grids, uint32_t count, sel_str title,
                                   const char *path, sel_error *err);

#endif
