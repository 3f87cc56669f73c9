#include "work/incoming.h"

#include "work/instruments.h"

/* Faults in the XML of a part carry their place; others have to name the file. */
static sel_status name_file(const sel_incoming *incoming, sel_status status, sel_error *err)
{
    if (status != SEL_BAD_INPUT || err->line > 0)
        return status;
    const sel_error why = *err;
    return sel_fail(err, status, "'%.*s' cannot be read as a workbook: %s",
                    SEL_STR_ARG(sel_bytes_name(incoming->bytes)), why.message);
}

static sel_status open_workbook(sel_incoming *incoming, const sel_reference *reference,
                                const sel_response_options *said, sel_error *err)
{
    sel_status status = sel_xlsx_open(incoming->bytes, &incoming->workbook, err);
    if (status == SEL_OK)
        status = sel_answer_sheet_find(incoming->workbook, reference, &incoming->answers, err);
    if (status == SEL_REFUSED) {
        *err = (sel_error){0};
        status = SEL_OK;
    }
    incoming->guess = incoming->answers.guess;
    if (said != NULL)
        incoming->guess.options = *said;
    incoming->foreign = status == SEL_OK && incoming->guess.form == SEL_FORM_NONE;
    return name_file(incoming, status, err);
}

sel_status sel_incoming_open(sel_bytes *bytes, const sel_reference *reference,
                             const sel_questionnaire *questionnaire,
                             const sel_response_options *said, sel_incoming *incoming,
                             sel_error *err)
{
    *incoming = (sel_incoming){.bytes = bytes};
    if (sel_xlsx_suspected(sel_bytes_peek(bytes)))
        return open_workbook(incoming, reference, said, err);
    incoming->guess = sel_response_recognise(bytes, reference, questionnaire, said);
    return SEL_OK;
}

bool sel_incoming_is_guide(const sel_bytes *bytes, char questionnaire[64])
{
    enum { ID_ROOM = 64 };
    sel_str rest = sel_bytes_peek(bytes);
    sel_str line = {0};
    for (int filled = 0; filled < 2;) {
        if (!sel_str_next(&rest, '\n', &line))
            return false;
        line = sel_str_trim(line);
        filled += line.len > 0;
    }
    if (sel_str_starts(line, SEL_STR("\"")))
        line = sel_str_part(line, 1, line.len);
    size_t length = sel_instrument_id_length(line);
    if (length == 0 || length >= ID_ROOM ||
        !sel_str_starts(sel_str_part(line, length, line.len), SEL_STR(", ")))
        return false;
    snprintf(questionnaire, ID_ROOM, "%.*s", (int)length, line.ptr);
    return true;
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
    sel_status status = sel_response_read_rows(&rows, &incoming->guess, questionnaire, reference,
                                               sink, issues, counts, err);
    return name_file(incoming, status, err);
}
