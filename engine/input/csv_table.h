/** csv_table.h - CSV files of our own: a header row with known columns, then data. */
#ifndef SEL_INPUT_CSV_TABLE_H
#define SEL_INPUT_CSV_TABLE_H

#include "input/csv.h"

/** Largest number of columns one caller asks for. */
enum { SEL_TABLE_COLUMNS_MAX = 32 };

/** Takes the wanted fields of one row, trimmed, in the order asked for; borrowed until it
 *  returns. A status other than SEL_OK ends the reading; err needs no place. */
typedef sel_status sel_table_take(void *to, const sel_str *fields, sel_error *err);

/** Read bytes with comma as delimiter. columns are the wanted header names, ended by NULL; one
 *  that the header lacks is an error unless its name here begins with '?' (then its field is
 *  empty). Errors carry the line. */
SEL_CHECKED
sel_status sel_csv_table_read(sel_bytes *bytes, const char *const *columns, sel_table_take *take,
                              void *to, sel_error *err);

/** The same for a file. */
SEL_CHECKED
sel_status sel_csv_table_file(const char *path, const char *const *columns, sel_table_take *take,
                              void *to, sel_error *err);

#endif
