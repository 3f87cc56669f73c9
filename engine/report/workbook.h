/** workbook.h - a workbook being written, and what its writers share. Private to report/.
 *
 * On libxlsxwriter. The same calls give the same bytes: creation time and zip
 * times are fixed. Cells hold texts, numbers and days; there are no formulas. The
 * first failing call is remembered and told at the end. */
#ifndef SEL_REPORT_WORKBOOK_H
#define SEL_REPORT_WORKBOOK_H

#include "base/draft_file.h"
#include "base/text.h"
#include "domain/questionnaire.h"

#include <xlsxwriter.h>

/** Limit of the format for what pops up beside a cell, in characters. */
enum { SEL_PROMPT_TEXT_MAX = 255 };

typedef struct sel_workbook {
    sel_arena *arena;
    lxw_workbook *book;
    const char *path;
    sel_draft_file *draft; /**< NULL: nothing can be written there */
    lxw_error fault;       /**< of the first call that failed */
    sel_error refusal;     /**< why, when draft is NULL */
} sel_workbook;

/** Begin a workbook that will appear at path (borrowed), whole or not at all. title stands in its
 *  properties. */
sel_workbook sel_workbook_start(const char *path, sel_str title, sel_arena *arena);

/** A new sheet; NULL (and a fault) when the name cannot be one. */
lxw_worksheet *sel_workbook_sheet(sel_workbook *workbook, const char *name);

/** Remember a failure. */
void sel_workbook_check(sel_workbook *workbook, lxw_error outcome);

/** A text, or a blank cell when it is empty; format may be NULL. */
void sel_workbook_text(sel_workbook *workbook, lxw_worksheet *sheet, uint32_t row, uint32_t column,
                       sel_str text, lxw_format *format);

/** What was answered to a question of this type: a number or a day as such, as somebody would type
 *  it, everything else (and what is no number or day) as text. */
void sel_workbook_answer(sel_workbook *workbook, lxw_worksheet *sheet, uint32_t row,
                         uint32_t column, sel_item_type type, sel_str text, lxw_format *format);

/** text cleaned, at most limit characters, NUL-terminated: "…" stands for what was cut. */
char *sel_workbook_short(sel_workbook *workbook, sel_str text, size_t limit);

/** Write the file and release everything. SEL_IO when it cannot be written. */
SEL_CHECKED
sel_status sel_workbook_end(sel_workbook *workbook, sel_error *err);

#endif
