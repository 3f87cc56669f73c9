/** table.h - rows and columns of a document, as values and not yet as text.
 *
 * Columns first, then rows: sel_table_row begins one, each sel_cell_* call
 * fills its next cell, the calls under "the cell just added" say more about
 * it. Cells not reached stay empty. A programming error (a text in a column of
 * numbers, a cell too many) is an assertion. */
#ifndef SEL_REPORT_TABLE_H
#define SEL_REPORT_TABLE_H

#include "base/date.h"

typedef enum sel_column_type {
    SEL_COLUMN_TEXT,
    SEL_COLUMN_INTEGER,
    SEL_COLUMN_REAL,
    SEL_COLUMN_PERCENT, /**< proportions: 0.25 is shown as 25 % */
    SEL_COLUMN_DATE,
    SEL_COLUMN_MONEY, /**< hundredths of one currency, named in the label */
} sel_column_type;

/** Who sees a column: people (terminal, HTML), machines (CSV, JSON) or both. */
typedef enum sel_readers { SEL_FOR_ALL, SEL_FOR_PEOPLE, SEL_FOR_MACHINES } sel_readers;

typedef enum sel_alignment {
    SEL_ALIGN_BY_TYPE, /**< texts and dates at the start, numbers at the end */
    SEL_ALIGN_START,
    SEL_ALIGN_END,
    SEL_ALIGN_CENTRE,
} sel_alignment;

typedef struct sel_column {
    const char *id; /**< snake_case English: the header for machines */
    sel_str label;  /**< for people, already in their language */
    sel_column_type type;
    uint8_t decimals; /**< of REAL, PERCENT and MONEY for people, 0..9; machines get 12 digits */
    bool bounds;      /**< machines get <id>_low and <id>_high too */
    sel_readers readers;
    sel_alignment alignment;
} sel_column;

typedef enum sel_cell_kind {
    SEL_CELL_EMPTY, /**< nothing to say; with bounds: known to lie between them only */
    SEL_CELL_TEXT,
    SEL_CELL_INTEGER, /**< in MONEY columns: hundredths */
    SEL_CELL_REAL,    /**< in PERCENT columns: a proportion */
    SEL_CELL_DATE,
    SEL_CELL_MISSING, /**< a value is missing and it is known why */
} sel_cell_kind;

typedef struct sel_cell {
    sel_cell_kind kind;
    bool has_low;
    bool has_high;
    int64_t integer; /**< INTEGER; DATE: a sel_day */
    double real;
    double low; /**< in the unit of the column (MONEY: hundredths, DATE: days) */
    double high;
    const char *why; /**< MISSING: word for machines, "dont_know" */
    sel_str text;    /**< TEXT; MISSING: the reason for people */
    sel_str note;    /**< for people, beside the value */
    sel_str link;    /**< "#section", or an address with http:, https: or mailto: */
} sel_cell;

typedef struct sel_table {
    sel_arena *arena;
    const char *id; /**< snake_case: what --table and "tables" of JSON name */
    sel_str title;
    sel_column *columns;
    uint32_t column_count;
    uint32_t column_room;
    sel_cell *cells; /**< row by row, column_count each */
    uint32_t row_count;
    uint32_t row_room;
    uint32_t filled; /**< cells of the newest row that were given */
} sel_table;

/** Whether people read any of its columns (or it has none yet); else it is for files alone. */
bool sel_table_for_people(const sel_table *table);

/** Whether files hold any of its columns (or it has none yet); else it is for people alone. */
bool sel_table_for_machines(const sel_table *table);

/** Append a column; not after the first row. */
void sel_table_column(sel_table *table, sel_column column);

/** Begin a row of empty cells. */
void sel_table_row(sel_table *table);

/** Cell of a row; both counted from 0 and inside the table. */
const sel_cell *sel_table_cell(const sel_table *table, uint32_t row, uint32_t column);

/* The next cell of the newest row. Texts are borrowed and must live as long as the table. */

void sel_cell_empty(sel_table *table);
void sel_cell_text(sel_table *table, sel_str text);
void sel_cell_integer(sel_table *table, int64_t value);
void sel_cell_real(sel_table *table, double value);
/** value is a proportion: 0.25 for 25 %. */
void sel_cell_percent(sel_table *table, double value);
void sel_cell_money(sel_table *table, int64_t hundredths);
void sel_cell_date(sel_table *table, sel_day day);
/** No value, known only to lie between low and high. Columns of whole units take whole numbers
 *  (exact up to 2^53). */
void sel_cell_interval(sel_table *table, double low, double high);
/** why: word for machines that lives as long as the table, may be NULL; text: for people. */
void sel_cell_missing(sel_table *table, const char *why, sel_str text);

/* More about the cell just added. */

/** Bounds of its value. */
void sel_cell_between(sel_table *table, double low, double high);
/** Low bound only: "19 or more". */
void sel_cell_at_least(sel_table *table, double low);
/** High bound only. */
void sel_cell_at_most(sel_table *table, double high);
void sel_cell_note(sel_table *table, sel_str note);
void sel_cell_link(sel_table *table, sel_str link);

#endif
