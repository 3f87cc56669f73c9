#include "work/handouts.h"

#include "input/definition_sheets.h"
#include "input/response_sheet.h"
#include "report/write_sheet.h"
#include "report/write_workbook.h"
#include "work/instruments.h"

static bool ends_in(const char *path, const char *ending)
{
    size_t length = strlen(path);
    size_t tail = strlen(ending);
    return length > tail &&
           sel_str_equal_ascii(sel_str_of(path + length - tail), sel_str_of(ending));
}

bool sel_handout_format_of(const char *path, sel_handout_format *format)
{
    static const struct {
        const char *ending;
        sel_handout_format format;
    } known[] = {
        {".csv", SEL_HANDOUT_CSV}, {".xlsx", SEL_HANDOUT_XLSX}, {".html", SEL_HANDOUT_HTML}};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (ends_in(path, known[i].ending)) {
            *format = known[i].format;
            return true;
        }
    return false;
}

static sel_status check_language(const sel_context *context, const sel_questionnaire *questionnaire,
                                 sel_error *err)
{
    if (sel_questionnaire_language_state(questionnaire, context->language).len == 0)
        return sel_fail(err, SEL_NOT_FOUND, "questionnaire '%.*s' is not in '%s' yet",
                        SEL_STR_ARG(questionnaire->id), sel_language_code(context->language));
    return SEL_OK;
}

/* Parts in the order in which they are asked: "A, B, C". */
static sel_str parts_of(const sel_questionnaire *questionnaire, sel_arena *arena)
{
    sel_text text = {.arena = arena};
    for (uint32_t i = 0; i < questionnaire->item_count; i++) {
        sel_str part = questionnaire->items[i].part;
        bool first = part.len > 0 && sel_sheet_plan_has_part(questionnaire, part);
        for (uint32_t k = 0; k < i && first; k++)
            first = !sel_str_equal(questionnaire->items[k].part, part);
        if (first)
            sel_text_printf(&text, "%s%.*s", text.len == 0 ? "" : ", ", SEL_STR_ARG(part));
    }
    return sel_text_str(&text);
}

static sel_status check_part(const sel_questionnaire *questionnaire, sel_str part, sel_arena *arena,
                             sel_error *err)
{
    if (part.len == 0 || sel_sheet_plan_has_part(questionnaire, part))
        return SEL_OK;
    return sel_fail(err, SEL_USAGE,
                    "'%.*s' has no part '%.*s'; it has %.*s, and without --part all of them are "
                    "on the sheet",
                    SEL_STR_ARG(questionnaire->id), SEL_STR_ARG(part),
                    SEL_STR_ARG(parts_of(questionnaire, arena)));
}

sel_status sel_handout_lay_out(const sel_context *context, const char *id, const char *part,
                               sel_arena *arena, sel_sheet **sheet, sel_error *err)
{
    sel_questionnaire questionnaire = {0};
    sel_status status = sel_instrument_open(context, id, arena, &questionnaire, err);
    if (status == SEL_OK)
        status = check_language(context, &questionnaire, err);
    if (status == SEL_OK)
        status = check_part(&questionnaire, sel_str_of(part), arena, err);
    if (status == SEL_OK)
        *sheet = sel_sheet_lay_out(&questionnaire, &context->reference, context->language,
                                   sel_str_of(part), arena);
    sel_questionnaire_close(&questionnaire);
    return status;
}

sel_status sel_handout_text(const sel_context *context, const sel_sheet *sheet,
                            sel_handout_format format, sel_text *out, sel_error *err)
{
    if (format == SEL_HANDOUT_HTML)
        return sel_write_sheet_page(sheet, &context->words, sel_stream_memory(out), err);
    if (format == SEL_HANDOUT_XLSX)
        return sel_fail(err, SEL_USAGE, "a workbook is written to a file only");
    sel_response_sheet_write(sheet, out);
    return SEL_OK;
}

sel_status sel_handout_workbook(const sel_context *context, const sel_sheet *sheet,
                                const char *path, sel_error *err)
{
    return sel_write_sheet_workbook(sheet, &context->words, path, err);
}

/* --- XLSForm --- */

/* A sheet of the definition as it was read: the header, then its rows. */
static sel_grid grid_of(const sel_definition_sheet *sheet, sel_arena *arena)
{
    uint32_t count = sheet->width == 0 ? 0 : sheet->row_count + 1;
    sel_grid_row *rows = sel_arena_array(arena, (size_t)count + 1, sizeof *rows);
    if (count > 0)
        rows[0] = (sel_grid_row){sheet->header.cells, sheet->width};
    for (uint32_t i = 1; i < count; i++)
        rows[i] = (sel_grid_row){sheet->rows[i - 1].cells, sheet->width};
    return (sel_grid){sel_definition_sheet_name(sheet->id), rows, count};
}

static sel_status write_xlsform(const char *folder, sel_str title, const char *path,
                                sel_arena *arena, sel_error *err)
{
    sel_definition_sheets sheets;
    sel_issues issues = {.arena = arena};
    sel_status status = sel_definition_sheets_open(folder, arena, &sheets, &issues, err);
    if (status != SEL_OK)
        return status;
    if (!sel_issues_allow(&issues)) /* rows that do not fit were left out */
        return sel_fail(err, SEL_REFUSED, "'%s' has faults; see 'selaras questionnaire check'",
                        folder);
    sel_grid grids[SEL_SHEET_COUNT];
    for (int i = 0; i < SEL_SHEET_COUNT; i++)
        grids[i] = grid_of(&sheets.in[i], arena);
    return sel_write_grid_workbook(grids, SEL_SHEET_COUNT, title, path, err);
}

sel_status sel_handout_xlsform(const sel_context *context, const char *id, const char *path,
                               sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    sel_questionnaire questionnaire = {0};
    sel_status status = sel_instrument_open(context, id, arena, &questionnaire, err);
    const char *folder = NULL;
    if (status == SEL_OK)
        status = sel_instrument_folder(context, id, arena, &folder, err);
    if (status == SEL_OK)
        status =
            write_xlsform(folder, sel_names_in(&questionnaire.titles, SEL_EN), path, arena, err);
    sel_questionnaire_close(&questionnaire);
    sel_arena_destroy(arena);
    return status;
}
