#include "annotated.h"

#include "messages.h"

static sel_status write_csv(const sel_context *reader, const char *to, const char *path,
                            const sel_intake_options *said, const sel_intake *intake,
                            sel_annotation *done, sel_error *err)
{
    sel_draft_file *file = NULL;
    sel_status status = sel_draft_file_open(to, &file, err);
    if (status != SEL_OK)
        return status;
    sel_stream stream = sel_stream_file(sel_draft_file_stream(file));
    status = sel_annotate_csv(reader, intake, path, said, stream, done, err);
    return sel_draft_file_end(file, status, err);
}

static bool ends_in_xlsx(const char *path)
{
    sel_handout_format format;
    return sel_handout_format_of(path, &format) && format == SEL_HANDOUT_XLSX;
}

static void say_written(const cli_desk *desk, const char *to, const sel_intake *intake,
                        const sel_annotation *done)
{
    say_hint(desk, "annotated copy in '%s': rows with something beside them: %llu", to,
             (unsigned long long)done->noted);
    if (done->to_utf8)
        say_hint(desk, "it is in UTF-8: %s does not have all letters of what was found",
                 intake->encoding.name);
    if (intake->places_met > intake->place_count)
        say_hint(desk, "it holds the first %u of the things found", intake->place_count);
}

int annotate_write(cli_desk *desk, const char *to, const char *path, const sel_intake_options *said,
                   const sel_intake *intake)
{
    if (intake->guess.form == SEL_FORM_NONE) {
        say_hint(desk, "no annotated copy: the file holds no answers");
        return EXIT_DONE;
    }
    bool workbook = sel_annotate_is_workbook(intake);
    if (workbook != ends_in_xlsx(to))
        return say_usage("the copy of a %s should end in %s, not '%s'",
                         workbook ? "workbook" : "CSV", workbook ? ".xlsx" : ".csv", to);
    sel_error err = {0};
    sel_annotation done = {0};
    sel_context *reader = NULL;
    sel_language language = desk->context->language;
    sel_status status = sel_reply_language(desk->context, path, said, &language, &err);
    if (status == SEL_OK)
        status = desk_reader(desk, language, &reader, &err);
    if (status == SEL_OK)
        status = workbook ? sel_annotate_workbook(reader, intake, path, said, to, &done, &err)
                          : write_csv(reader, to, path, said, intake, &done, &err);
    sel_context_close(reader);
    if (status != SEL_OK)
        return say_error(&err);
    say_written(desk, to, intake, &done);
    return EXIT_DONE;
}
