/** cell_text.h - values of cells as text, for people and for machines. Private to report/. */
#ifndef SEL_REPORT_CELL_TEXT_H
#define SEL_REPORT_CELL_TEXT_H

#include "base/number.h"
#include "report/table.h"

/** How people's numbers look. */
typedef struct sel_number_style {
    const char *dash;     /**< between the ends of an interval: "-" */
    sel_str decimal_sign; /**< "." or "," */
} sel_number_style;

/** A cell in words. No line break falls inside a number: its blanks are no-break spaces. */
typedef struct sel_cell_words {
    sel_str value; /**< "12", "75 %", "1 234 500", "2026-11-20", the reason of a missing one; "≥ 19"
                        when the value is the only bound; empty when there is none */
    sel_str range; /**< "1-3", "-2 … 3", "≥ 19"; one number when both ends look the same; empty when
                        there are no bounds or value says them */
} sel_cell_words;

sel_cell_words sel_cell_people(sel_arena *arena, const sel_number_style *style,
                               const sel_column *column, const sel_cell *cell);

/** Number of people's kind for an axis of type INTEGER, REAL or PERCENT, with its unit. */
sel_str sel_axis_text(sel_arena *arena, const sel_number_style *style, sel_column_type type,
                      int decimals, double value);

/** The value of a cell of kind INTEGER, REAL or DATE for machines: dot decimals, at most 12
 *  significant digits, ISO dates, money in units; returns text. */
const char *sel_value_machine(const sel_column *column, const sel_cell *cell,
                              char text[SEL_NUMBER_ROOM]);

/** A bound of a cell of column, likewise. */
const char *sel_bound_machine(const sel_column *column, double bound, char text[SEL_NUMBER_ROOM]);

/** Where the values of a column stand; never SEL_ALIGN_BY_TYPE. */
sel_alignment sel_column_alignment(const sel_column *column);

#endif
