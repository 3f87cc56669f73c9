/** definition_sheets.h - the sheets of an XLSForm as they were written, cell by cell.
 *
 * Either a folder with survey.csv, choices.csv and settings.csv, or one CSV
 * file in which the name of a sheet stands alone in the first column and its
 * rows begin with an empty cell (pyxform's form). Other sheets are left out. */
#ifndef SEL_INPUT_DEFINITION_SHEETS_H
#define SEL_INPUT_DEFINITION_SHEETS_H

#include "base/issues.h"
#include "input/bytes.h"

/** Caps of one definition: rows of a sheet, columns of a sheet, bytes of all cells. */
enum {
    SEL_DEFINITION_ROWS_MAX = 50000,
    SEL_DEFINITION_COLUMNS_MAX = 400,
    SEL_DEFINITION_BYTES_MAX = 32 << 20,
};

typedef enum sel_definition_sheet_id {
    SEL_SHEET_SURVEY,
    SEL_SHEET_CHOICES,
    SEL_SHEET_SETTINGS,
    SEL_SHEET_COUNT
} sel_definition_sheet_id;

typedef struct sel_definition_row {
    const sel_str *cells; /**< trimmed; as many as the sheet's width */
    uint64_t line;        /**< physical line of the file */
    uint32_t row;         /**< spreadsheet row */
} sel_definition_row;

typedef struct sel_definition_sheet {
    sel_definition_sheet_id id;
    sel_str source;        /**< name of the file */
    uint32_t first_column; /**< spreadsheet column of cells[0]: 1, or 2 in a single file */
    uint32_t width;        /**< columns of the header; 0 when the sheet is absent or empty */
    sel_definition_row header;
    sel_definition_row *rows; /**< without the header; rows of empty cells are left out */
    uint32_t row_count;
} sel_definition_sheet;

typedef struct sel_definition_sheets {
    sel_definition_sheet in[SEL_SHEET_COUNT];
} sel_definition_sheets;

/** "survey", "choices" or "settings". */
const char *sel_definition_sheet_name(sel_definition_sheet_id id);

/** Read a folder or a single file into arena. Rows that do not fit their header are reported
 *  (E_RAGGED) and left out. SEL_NOT_FOUND without a survey; SEL_BAD_INPUT, placed, when a file is
 *  not CSV in UTF-8 or is larger than the caps. */
SEL_CHECKED
sel_status sel_definition_sheets_open(const char *path, sel_arena *arena,
                                      sel_definition_sheets *sheets, sel_issues *issues,
                                      sel_error *err);

/** The same for the bytes of a single file. */
SEL_CHECKED
sel_status sel_definition_sheets_read(sel_bytes *bytes, sel_arena *arena,
                                      sel_definition_sheets *sheets, sel_issues *issues,
                                      sel_error *err);

#endif
