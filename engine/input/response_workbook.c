#include "input/response_workbook.h"

static sel_status read_sheet(void *from, sel_csv_take *take, void *to, sel_issues *issues,
                             sel_error *err)
{
    const sel_answer_sheet *answers = from;
    return sel_xlsx_read(answers->workbook, answers->sheet, take, to, issues, err);
}

sel_row_source sel_answer_sheet_rows(sel_answer_sheet *answers, sel_str name)
{
    return (sel_row_source){read_sheet, answers, name};
}

sel_status sel_answer_sheet_find(sel_xlsx *workbook, const sel_reference *reference,
                                 sel_answer_sheet *answers, sel_error *err)
{
    *answers = (sel_answer_sheet){.workbook = workbook};
    const sel_row_source rows = sel_answer_sheet_rows(answers, (sel_str){0});
    uint32_t count = sel_xlsx_sheet_count(workbook);
    for (uint32_t i = 0; i < count; i++) {
        answers->sheet = i;
        sel_status status = sel_response_recognise_rows(&rows, reference, &answers->guess, err);
        if (status != SEL_OK || answers->guess.form != SEL_FORM_NONE)
            return status;
    }
    return SEL_OK;
}
