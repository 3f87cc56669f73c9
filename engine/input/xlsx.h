/** xlsx.h - the values in the sheets of an .xlsx workbook, on top of archive and xml_records.
 *
 * ECMA-376 (transitional and strict). Only values are read: shared and inline
 * strings (rich text joined, phonetic guides left out), numbers as people see
 * them (cell_format.h), booleans as TRUE and FALSE, errors by their name
 * ("#N/A", W_ERROR_CELL). Of a formula the result it had when the file was
 * saved is taken (W_FORMULA_CELL). Formulas, macros, links and other files are
 * never followed. A DOCTYPE, cells out of order, parts that are missing or damaged and
 * anything over the caps end the reading. The
 * workbook's part is the one that the package names (_rels/.rels), wherever it
 * lies. Messages of SEL_BAD_INPUT say what the sender can do. */
#ifndef SEL_INPUT_XLSX_H
#define SEL_INPUT_XLSX_H

#include "base/issues.h"
#include "input/csv.h"

/** Sheets of a workbook; its shared strings; rows of a sheet (columns: SEL_CSV_COLUMNS_MAX); cells
 *  and bytes of text handed on from one sheet, gaps and repeated strings counted. */
enum {
    SEL_XLSX_SHEETS_MAX = 256,
    SEL_XLSX_STRINGS_MAX = 1 << 20,
    SEL_XLSX_ROWS_MAX = 1 << 20,
    SEL_XLSX_CELLS_MAX = 1 << 22,
    SEL_XLSX_TEXT_MAX = 1 << 26
};

/** A workbook; a handle. */
typedef struct sel_xlsx sel_xlsx;

/** Whether a file that begins so should be opened as a workbook: a ZIP archive, or the older
 *  container that Excel uses for locked workbooks and .xls. */
bool sel_xlsx_suspected(sel_str begin);

/** Open a workbook. SEL_REFUSED when it is none that can be read here (.xls, .ods, .xlsb, locked,
 * no spreadsheet at all): to be saved in another way. SEL_BAD_INPUT when it is damaged, hostile or
 * over the caps; SEL_IO when reading fails. *workbook is NULL on failure. */
SEL_CHECKED
sel_status sel_xlsx_open(sel_bytes *bytes, sel_xlsx **workbook, sel_error *err);

/** NULL is allowed. */
void sel_xlsx_close(sel_xlsx *workbook);

/** Sheets with cells, in the order of the tabs; charts are left out. */
uint32_t sel_xlsx_sheet_count(const sel_xlsx *workbook);

/** Name on the tab of sheet i (< count); lives as long as the workbook. */
sel_str sel_xlsx_sheet_name(const sel_xlsx *workbook, uint32_t i);

/** Read all rows of sheet i (< count). Rows without a value are not handed on; empty cells at the
 *  end of a row neither. row and line of sel_csv_row are the row of the sheet, a cell's number is
 *  its column, offset is that of the row in its part. issues may be NULL. SEL_BAD_INPUT with the
 * row as line; rows before a fault were handed on already. */
SEL_CHECKED
sel_status sel_xlsx_read(sel_xlsx *workbook, uint32_t i, sel_csv_take *take, void *to,
                         sel_issues *issues, sel_error *err);

#endif
