/** response_workbook.h - answers in a sheet of the workbook we handed out. */
#ifndef SEL_INPUT_RESPONSE_WORKBOOK_H
#define SEL_INPUT_RESPONSE_WORKBOOK_H

#include "input/response_file.h"
#include "input/xlsx.h"

/** The answer sheet of a workbook; the workbook stays with the caller. */
typedef struct sel_answer_sheet {
    sel_xlsx *workbook;
    uint32_t sheet;
    sel_response_guess guess; /**< SEL_FORM_NONE when no sheet of the workbook is ours */
} sel_answer_sheet;

/** Find the first sheet that begins as the tall sheet does. */
SEL_CHECKED
sel_status sel_answer_sheet_find(sel_xlsx *workbook, const sel_reference *reference,
                                 sel_answer_sheet *answers, sel_error *err);

/** Rows of the sheet found, for sel_response_read_rows; name is that of the file. */
sel_row_source sel_answer_sheet_rows(sel_answer_sheet *answers, sel_str name);

#endif
