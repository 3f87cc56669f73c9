/** sheet_guide.h - what a hand-out says beside its cells. Private to report/.
 *
 * Hints come from the questions: one that is the same in every row of a block
 * explains the column, else it explains the row. */
#ifndef SEL_REPORT_SHEET_GUIDE_H
#define SEL_REPORT_SHEET_GUIDE_H

#include "domain/sheet.h"
#include "report/report.h"

/** Where the sheet is filled in. */
typedef enum sel_medium { SEL_ON_SCREEN, SEL_ON_PAPER } sel_medium;

/** How to fill in the sheet and send it back, in order. */
sel_lines sel_guide_steps(const sel_words *words, sel_medium medium, sel_arena *arena);

/** What a column of answers of a block means; empty when its questions differ or say nothing. */
sel_str sel_guide_column(const sel_sheet_block *block, uint32_t column);

/** What a row means that no column says: the first hint of its answers that differs by row. */
sel_str sel_guide_row(const sel_sheet_block *block, uint32_t row);

/** What may stand in a cell: "None · Some · Much", "1-60", "year-month-day"; empty for texts and
 *  long lists. */
sel_str sel_guide_allowed(const sel_sheet_cell *cell, const sel_words *words, sel_arena *arena);

/** "state-needs, version 2026112101". */
sel_str sel_guide_edition(const sel_sheet *sheet, const sel_words *words, sel_arena *arena);

#endif
