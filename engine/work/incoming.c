#include "work/incoming.h"

static sel_status open_workbook(sel_incoming *incoming, const sel_reference *reference,
                                sel_error *err)
{
    sel_status status = sel_xlsx_open(incoming->bytes, &incoming->workbook, err);
    if (status == SEL_OK)
        status = sel_answer_sheet_find(incoming->workbook, reference, &incoming->answers, err);
    if (status == SEL_REFUSED) {
        *err = (sel_error){0};
        status = SEL_OK;
    }
    incoming->guess = incoming->answers.guess;
    incoming->foreign = status == SEL_OK && incoming->guess.form == SEL_FORM_NONE;
    return status;
}

sel_status sel_incoming_open(sel_bytes *bytes, const sel_reference *reference,
                             const sel_questionnaire *questionnaire, sel_incoming *incoming,
                             sel_error *err)
{
    *incoming = (sel_incoming){.bytes = bytes};
    if (sel_xlsx_suspected(sel_bytes_peek(bytes)))
        return open_workbook(incoming, reference, err);
    incoming->guess = sel_response_recognise(bytes, reference, questionnaire);
    return SEL_OK;
}

void sel_incoming_close(sel_incoming *incoming)
{
    sel_xlsx_close(incoming->workbook);
    *incoming = (sel_incoming){0};
}

sel_str sel_incoming_sheet(const sel_incoming *incoming)
{
    return incoming->workbook == NULL || incoming->foreign
               ? (sel_str){0}
               : sel_xlsx_sheet_name(incoming->workbook, incoming->answers.sheet);
}

sel_status sel_incoming_read(sel_incoming *incoming, const sel_questionnaire *questionnaire,
                             const sel_reference *reference, sel_response_sink sink,
                             sel_progress *progress, sel_issues *issues,
                             sel_response_counts *counts, sel_error *err)
{
    if (incoming->workbook == NULL)
        return sel_response_read(incoming->bytes, &incoming->guess, questionnaire, reference, sink,
                                 progress, issues, counts, err);
    const sel_row_source rows =
        sel_answer_sheet_rows(&incoming->answers, sel_bytes_name(incoming->bytes));
    return sel_response_read_rows(&rows, &incoming->guess, questionnaire, reference, sink, progress,
                                  issues, counts, err);
}
