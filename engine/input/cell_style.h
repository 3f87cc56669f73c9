/** cell_style.h - how numbers and dates of one column are written.
 *
 * "1.234" is a thousand in Jakarta and one and a quarter in Sydney; 03/04 is
 * in March or in April. Other cells of the column may decide it; when they do
 * not, it stays open and the cell is a finding. Private to input. */
#ifndef SEL_INPUT_CELL_STYLE_H
#define SEL_INPUT_CELL_STYLE_H

#include "base/str.h"
#include "input/response_reading.h"

/** What was seen in a column; start from zero. */
typedef struct sel_cell_style {
    uint32_t points; /**< numbers that can only be read with a decimal point */
    uint32_t commas; /**< … only with a decimal comma */
    uint32_t day_first;
    uint32_t month_first;
    sel_decimal decimal;  /**< said by the user; UNKNOWN: by what was seen */
    sel_date_order dates; /**< the same */
    bool point_likely;    /**< programs wrote the numbers, which never part thousands */
} sel_cell_style;

/** Note a cell of a column of numbers, of dates. */
void sel_cell_style_number(sel_cell_style *style, sel_str text);
void sel_cell_style_date(sel_cell_style *style, sel_str text);

/** What the column settled on; UNKNOWN when nothing or both were seen. */
sel_decimal sel_cell_style_decimal(const sel_cell_style *style);
sel_date_order sel_cell_style_dates(const sel_cell_style *style);

typedef enum sel_number_outcome {
    SEL_NUMBER_PLAIN, /**< can be handed to base/number */
    SEL_NUMBER_BAD,
    SEL_NUMBER_AMBIGUOUS, /**< the separator could part thousands or decimals */
} sel_number_outcome;

/** Write text as base/number reads it, in arena: decimal point, no thousands. */
sel_number_outcome sel_cell_style_plain_number(const sel_cell_style *style, sel_str text,
                                               sel_arena *arena, sel_str *plain);

/** Write a date, perhaps with a time behind, as year-month-day where the column's order says how;
 *  other texts stay. */
sel_str sel_cell_style_plain_date(const sel_cell_style *style, sel_str text, sel_arena *arena);

#endif
