/** cell_format.h - numbers in the cells of a workbook, written as people see them.
 *
 * A workbook keeps dates and percentages as plain numbers; only the format of
 * the cell tells them apart (ECMA-376 part 1, 18.8.30 and 18.17.4.1). */
#ifndef SEL_INPUT_CELL_FORMAT_H
#define SEL_INPUT_CELL_FORMAT_H

#include "base/str.h"

/** What a format makes of a number. */
typedef enum sel_cell_format {
    SEL_CELL_NUMBER,
    SEL_CELL_PERCENT,
    SEL_CELL_DAY,   /**< a day, perhaps with a time */
    SEL_CELL_MONTH, /**< month and year are shown, the day is not */
    SEL_CELL_YEAR,  /**< only the year is shown */
    SEL_CELL_TIME,  /**< time of day or duration */
} sel_cell_format;

/** What a built-in format stands for, with those of East Asian and Thai programs. Unknown numbers
 *  are SEL_CELL_NUMBER. */
sel_cell_format sel_cell_format_builtin(uint32_t id);

/** What a format code ("dd/mm/yyyy;@", "[$-409]mmm\ yy", "0.0%") stands for: its first section,
 *  without quoted text, escapes and brackets. */
sel_cell_format sel_cell_format_read(sel_str code);

/** Text of a number as it is written in the file ("45000.5"): at most 15 significant digits, as
 *  spreadsheet programs show; a day as ISO 8601 ("2023-03-15", with "T12:00:00" when it has a
 *  time), a month "2023-03", a year "2023", a time "12:00:00" when it is under one day, a
 * percentage with its sign. Day 60 of the 1900 system, which never was, gives "1900-02-29". Serial
 * numbers that are no day up to the year 9999 and what is not a number stay as they are. from_1904:
 * days are counted from 1904-01-01. The result is NUL-terminated, in arena. */
sel_str sel_cell_number_text(sel_str written, sel_cell_format format, bool from_1904,
                             sel_arena *arena);

#endif
