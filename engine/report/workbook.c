#include "report/workbook.h"

#include "report/clean.h"

#include "base/date.h"
#include "base/fold.h"
#include "base/number.h"

/* 1980-01-01, the day that the entries of the zip carry: nothing depends on when it was written. */
enum { FIXED_TIME = 315532800 };

sel_workbook sel_workbook_start(const char *path, sel_str title, sel_arena *arena)
{
    sel_workbook workbook = {.arena = arena, .path = path};
    /* The library tells stderr when it cannot open the file, and hides why: try first. */
    if (sel_draft_file_open(path, &workbook.draft, &workbook.refusal) != SEL_OK)
        return workbook;
    workbook.book = workbook_new(sel_draft_file_name(workbook.draft));
    if (workbook.book == NULL) {
        workbook.fault = LXW_ERROR_MEMORY_MALLOC_FAILED;
        return workbook;
    }
    lxw_doc_properties properties = {.title = sel_workbook_short(&workbook, title, 200),
                                     .created = FIXED_TIME};
    sel_workbook_check(&workbook, workbook_set_properties(workbook.book, &properties));
    return workbook;
}

lxw_worksheet *sel_workbook_sheet(sel_workbook *workbook, const char *name)
{
    if (workbook->book == NULL)
        return NULL;
    sel_workbook_check(workbook, workbook_validate_sheet_name(workbook->book, name));
    return workbook->fault == LXW_NO_ERROR ? workbook_add_worksheet(workbook->book, name) : NULL;
}

void sel_workbook_check(sel_workbook *workbook, lxw_error outcome)
{
    if (workbook->fault == LXW_NO_ERROR)
        workbook->fault = outcome;
}

void sel_workbook_text(sel_workbook *workbook, lxw_worksheet *sheet, uint32_t row, uint32_t column,
                       sel_str text, lxw_format *format)
{
    lxw_col_t at = (lxw_col_t)column;
    if (text.len == 0) {
        if (format != NULL)
            sel_workbook_check(workbook, worksheet_write_blank(sheet, row, at, format));
        return;
    }
    sel_str clean = sel_str_copy(workbook->arena, sel_clean_text(workbook->arena, text));
    sel_workbook_check(workbook, worksheet_write_string(sheet, row, at, clean.ptr, format));
}

static bool is_day(sel_str text, lxw_datetime *day)
{
    sel_days days;
    if (text.len != 10 || sel_date_read(text, &days) != SEL_DATE_OK || days.earliest != days.latest)
        return false;
    char plain[SEL_DATE_ROOM];
    sel_day_text(days.earliest, plain);
    *day = (lxw_datetime){.year = (int)strtol(plain, NULL, 10),
                          .month = (int)strtol(plain + 5, NULL, 10),
                          .day = (int)strtol(plain + 8, NULL, 10)};
    return true;
}

void sel_workbook_answer(sel_workbook *workbook, lxw_worksheet *sheet, uint32_t row,
                         uint32_t column, sel_item_type type, sel_str text, lxw_format *format)
{
    double number;
    lxw_datetime day;
    lxw_col_t at = (lxw_col_t)column;
    bool numeric = type == SEL_ITEM_INTEGER || type == SEL_ITEM_DECIMAL;
    if (numeric && sel_number_real(text, &number))
        sel_workbook_check(workbook, worksheet_write_number(sheet, row, at, number, format));
    else if (type == SEL_ITEM_DATE && is_day(text, &day))
        sel_workbook_check(workbook, worksheet_write_datetime(sheet, row, at, &day, format));
    else
        sel_workbook_text(workbook, sheet, row, column, text, format);
}

char *sel_workbook_short(sel_workbook *workbook, sel_str text, size_t limit)
{
    text = sel_clean_text(workbook->arena, text);
    size_t kept = 0; /* bytes of the first limit - 1 characters */
    size_t at = 0;
    for (size_t count = 0; at < text.len && count < limit; count++) {
        int32_t code;
        kept = at;
        at += sel_fold_step(sel_str_part(text, at, text.len), &code);
    }
    if (at == text.len)
        return sel_arena_copy(workbook->arena, text.len == 0 ? "" : text.ptr, text.len);
    sel_text cut = {.arena = workbook->arena};
    sel_text_add(&cut, sel_str_part(text, 0, kept));
    sel_text_add(&cut, SEL_STR("…"));
    return cut.bytes;
}

sel_status sel_workbook_end(sel_workbook *workbook, sel_error *err)
{
    if (workbook->draft == NULL) {
        *err = workbook->refusal;
        return err->status;
    }
    lxw_error closed = LXW_NO_ERROR;
    if (workbook->book != NULL)
        closed = workbook_close(workbook->book);
    workbook->book = NULL;
    sel_workbook_check(workbook, closed);
    sel_status status = SEL_OK;
    if (workbook->fault != LXW_NO_ERROR)
        status = sel_fail(err, SEL_IO, "cannot write '%.200s': %s", workbook->path,
                          lxw_strerror(workbook->fault));
    return sel_draft_file_end(workbook->draft, status, err);
}
