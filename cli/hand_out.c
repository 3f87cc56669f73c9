#include "hand_out.h"

#include "messages.h"

#include <errno.h>

static int write_file(sel_str text, const char *path)
{
    sel_error err = {0};
    sel_draft_file *file = NULL;
    sel_status status = sel_draft_file_open(path, &file, &err);
    if (status == SEL_OK) {
        bool written = fwrite(text.ptr, 1, text.len, sel_draft_file_stream(file)) == text.len;
        if (!written)
            status = sel_fail(&err, SEL_IO, "could not write: %s", strerror(errno));
        status = sel_draft_file_end(file, status, &err);
    }
    return status == SEL_OK ? EXIT_DONE : say_error(&err);
}

static int write_text(sel_str text, const char *path)
{
    if (path != NULL)
        return write_file(text, path);
    /* main says why */
    return fwrite(text.ptr, 1, text.len, stdout) == text.len ? EXIT_DONE : EXIT_FAILED;
}

static int write_template(cli_desk *desk, const sel_sheet *sheet, sel_handout_format format,
                          const char *path)
{
    sel_error err = {0};
    if (format == SEL_HANDOUT_XLSX) {
        bool done = sel_handout_workbook(desk->context, sheet, path, &err) == SEL_OK;
        return done ? EXIT_DONE : say_error(&err);
    }
    sel_text text = {.arena = desk->arena};
    if (sel_handout_text(desk->context, sheet, format, &text, &err) != SEL_OK)
        return say_error(&err);
    return write_text(sel_text_str(&text), path);
}

/* Nothing that somebody answered before gets lost unseen. */
static void say_left(const cli_desk *desk, const sel_prefill *prefill)
{
    enum { NAMED = 20 };
    say_hint(desk, "answers filled in: %u", prefill->filled);
    if (prefill->sealed > 0)
        say_hint(desk, "left empty because they are sealed: %u", prefill->sealed);
    if (prefill->left_count == 0)
        return;
    sel_text names = {.arena = desk->arena};
    for (uint32_t i = 0; i < prefill->left_count && i < NAMED; i++)
        sel_text_printf(&names, "%s%.*s", i == 0 ? "" : ", ", SEL_STR_ARG(prefill->left[i]));
    say_hint(desk, "answers without a place on this sheet, or asked otherwise now: %u (%s%s)",
             prefill->left_count, names.bytes, prefill->left_count > NAMED ? ", …" : "");
}

static int fill_in(cli_desk *desk, const char *id, const sel_prefill_call *before, sel_sheet *sheet)
{
    sel_error err = {0};
    sel_prefill prefill;
    int outcome = desk_store(desk, false);
    if (outcome != EXIT_DONE)
        return outcome;
    if (sel_prefill_sheet(desk->context, desk->store, id, before, sheet, desk->arena, &prefill,
                          &err) != SEL_OK)
        return say_error(&err);
    say_left(desk, &prefill);
    return EXIT_DONE;
}

int hand_out(cli_desk *desk, const char *id, const char *part, const sel_prefill_call *before,
             const char *path)
{
    sel_error err = {0};
    sel_sheet *sheet = NULL;
    sel_handout_format format = SEL_HANDOUT_CSV;
    if (path != NULL && !sel_handout_format_of(path, &format))
        return say_usage("'%s' should end in .csv, .xlsx or .html: that says what is written",
                         path);
    if (sel_handout_lay_out(desk->context, id, part, desk->arena, &sheet, &err) != SEL_OK)
        return say_error(&err);
    int outcome = before == NULL ? EXIT_DONE : fill_in(desk, id, before, sheet);
    if (outcome == EXIT_DONE)
        outcome = write_template(desk, sheet, format, path);
    if (outcome == EXIT_DONE && sheet->draft)
        say_hint(desk, "selaras: the wording in '%s' is a draft that nobody has reviewed yet",
                 sel_language_code(desk->context->language));
    return outcome;
}

int give_codebook(cli_desk *desk, const char *id, const char *path)
{
    sel_error err = {0};
    sel_report report = {.arena = desk->arena,
                         .id = "codebook",
                         .title = sel_words_find(&desk->context->words, "codebook.heading")};
    if (sel_codebook_tell(desk->context, id, &report, &err) != SEL_OK)
        return say_error(&err);
    return path == NULL ? desk_print(desk, &report) : desk_save(desk, &report, path);
}

int export_xlsform(cli_desk *desk, const char *id, const char *path)
{
    sel_error err = {0};
    sel_handout_format format;
    bool workbook =
        path != NULL && sel_handout_format_of(path, &format) && format == SEL_HANDOUT_XLSX;
    if (!workbook)
        return say_usage("say where the form goes: --output FILE.xlsx");
    bool done = sel_handout_xlsform(desk->context, id, path, &err) == SEL_OK;
    return done ? EXIT_DONE : say_error(&err);
}
