/** decision_table.h - a decision matrix as a CSV file: alternatives in rows, criteria in columns.
 *
 * The first line names the criteria, the first column the alternatives; what
 * stands above the names is free. Every other cell is a number with a decimal
 * point, in whatever unit the criterion has, or empty: not known. Units and
 * directions are not guessed. Delimiter: comma, semicolon, tab or bar.
 *
 * All faults are found in one run, each with line and cell (E_TABLE_*); empty
 * cells are reported (W_TABLE_MISSING), and so are criteria in which all known
 * values are the same (W_TABLE_CONSTANT).
 *
 * Alternatives and criteria are numbered in the order of their names, by bytes: what is
 * drawn or added up by number does not depend on where they stand in the file. */
#ifndef SEL_INPUT_DECISION_TABLE_H
#define SEL_INPUT_DECISION_TABLE_H

#include "base/index.h"
#include "base/issues.h"
#include "domain/model.h"
#include "input/bytes.h"

/** Most cells with numbers, bytes of a name, and size of a number: its square stays finite. There
 *  are at most SEL_CRITERIA_MAX criteria. */
enum { SEL_DECISION_CELLS_MAX = 1 << 24, SEL_DECISION_NAME_MAX = 400 };
#define SEL_DECISION_VALUE_MOST 1e100

/** A table as it was read; everything lives in the arena. */
typedef struct sel_decision_table {
    sel_str source;             /**< name of the file */
    const sel_str *criteria;    /**< names, no two the same, in their order */
    uint32_t criterion_count;   /**< 1 to SEL_CRITERIA_MAX when nothing refuses the table */
    const sel_str *rows;        /**< names of the alternatives, no two the same, in their order */
    uint32_t row_count;         /**< from 1 when nothing refuses the table */
    const double *values;       /**< criterion j of alternative i at [j * row_count + i]; 0 where it
                                     is not known */
    const bool *known;          /**< laid out likewise */
    const uint32_t *known_row;  /**< per alternative: how many of its values are known */
    uint64_t missing;           /**< values that are not known, in all */
    const uint32_t *in_columns; /**< numbers of the criteria, as the columns of the file follow
                                     each other; NULL: as they are numbered */
    const uint32_t *in_lines;   /**< numbers of the alternatives, as its lines do; NULL: likewise */
} sel_decision_table;

/** Number of the criterion in a column of the file, from 0. */
static inline uint32_t sel_decision_column(const sel_decision_table *table, uint32_t column)
{
    return table->in_columns == NULL ? column : table->in_columns[column];
}

/** Read a table into arena. A table with faults in issues is not to be used, but for the names of
 *  its criteria. SEL_BAD_INPUT, with the line, for what is no CSV; SEL_IO. */
SEL_CHECKED
sel_status sel_decision_table_read(sel_bytes *bytes, sel_arena *arena, sel_decision_table *table,
                                   sel_issues *issues, sel_error *err);

/** The same for a file; SEL_NOT_FOUND when there is none. */
SEL_CHECKED
sel_status sel_decision_table_load(const char *path, sel_arena *arena, sel_decision_table *table,
                                   sel_issues *issues, sel_error *err);

/** Number of the criterion called name, or SEL_NONE; then *nearest, which may be NULL, receives the
 *  name that may have been meant (empty: none is near). */
uint32_t sel_decision_table_criterion(const sel_decision_table *table, sel_str name,
                                      sel_str *nearest);

#endif
