/** csv.h - rows of a CSV file with their places, on top of libcsv.
 *
 * RFC 4180 with any one-byte delimiter and any line end; cells are not
 * trimmed. UTF-8 with or without BOM. An unterminated quote, text after a
 * closing quote, NUL, bytes that are not UTF-8 and cells or rows over the caps
 * end the reading with a placed error; a bare quote inside an unquoted cell is
 * taken as it is and reported (W_BARE_QUOTE). */
#ifndef SEL_INPUT_CSV_H
#define SEL_INPUT_CSV_H

#include "base/issues.h"
#include "input/bytes.h"

/** Largest cell, bytes of a row, and cells in a row. */
enum { SEL_CSV_CELL_MAX = 1 << 20, SEL_CSV_ROW_MAX = 1 << 23, SEL_CSV_COLUMNS_MAX = 16384 };

/** One row; cells are borrowed until the sink returns and end in NUL. */
typedef struct sel_csv_row {
    const sel_str *cells;
    uint32_t count;
    uint64_t line;   /**< physical line of its first cell, from 1 */
    uint32_t row;    /**< spreadsheet row: blank lines count, line ends inside quotes do not */
    uint64_t offset; /**< bytes before it */
} sel_csv_row;

/** Takes one row; false stops the reader without an error. */
typedef bool sel_csv_take(void *to, const sel_csv_row *row);

/** Read all rows. issues may be NULL. Blank lines are not handed on. */
SEL_CHECKED
sel_status sel_csv_read(sel_bytes *bytes, char delimiter, sel_csv_take *take, void *to,
                        sel_issues *issues, sel_error *err);

/** The same for files in which a quote is a letter like any other: a line is a row, of at most
 *  SEL_CSV_CELL_MAX bytes. */
SEL_CHECKED
sel_status sel_csv_read_unquoted(sel_bytes *bytes, char delimiter, sel_csv_take *take, void *to,
                                 sel_error *err);

/** Whether a cell is a word the caller knows, for choosing the delimiter. */
typedef bool sel_csv_known(void *of, sel_str cell);

/** Delimiter (comma, semicolon, tab, bar) under which a row of the beginning holds most known
 *  cells, then under which there are most cells; a first line "sep=;" decides. known may be NULL.
 */
char sel_csv_sniff(const sel_bytes *bytes, sel_csv_known *known, void *of);

/** Cell i of a row, trimmed; empty when the row is shorter. */
sel_str sel_csv_cell(const sel_csv_row *row, uint32_t i);

#endif
