#include "commands.h"
#include "messages.h"
#include "reading_options.h"

static int print_answers(cli_desk *desk, const char *path, const sel_intake *intake,
                         const cli_reading *reading, sel_report *report)
{
    sel_intake_tell(desk->context, intake, false, report);
    int outcome = desk_print(desk, report);
    if (outcome == EXIT_DONE)
        outcome = letters_write(desk, &reading->letters, path, &reading->said, intake);
    return outcome != EXIT_DONE ? outcome : intake->refused ? EXIT_REFUSED : EXIT_DONE;
}

static int print_register(cli_desk *desk, const char *path, const sel_import_options *options,
                          sel_report *report)
{
    sel_error err = {0};
    sel_import import;
    if (sel_import_file(desk->context, NULL, path, options, desk->arena, &import, &err) != SEL_OK)
        return say_error(&err);
    sel_import_tell(desk->context, &import, false, report);
    int outcome = desk_print(desk, report);
    return outcome == EXIT_DONE && import.mapping_faulty ? EXIT_REFUSED : outcome;
}

/* Whether the mapping that was named decides about a register, not about answers. */
static bool maps_register(const char *mapping)
{
    if (mapping == NULL)
        return false;
    sel_error ignored = {0};
    sel_bytes *bytes = NULL;
    bool yes = sel_bytes_open(mapping, &bytes, &ignored) == SEL_OK &&
               sel_register_mapping_suspected(sel_bytes_peek(bytes));
    sel_bytes_close(bytes);
    return yes;
}

static int check_file(cli_desk *desk, const char *path, const sel_import_options *options,
                      const cli_reading *reading)
{
    sel_error err = {0};
    sel_intake intake;
    sel_progress progress = desk_progress(desk, "answers");
    sel_report report = {
        .arena = desk->arena,
        .id = "check",
        .title = sel_say(desk->arena, &desk->context->words, "check.title", "file", path, NULL)};
    if (options->mapping != NULL)
        return print_register(desk, path, options, &report);
    sel_status status = sel_intake_file(desk->context, NULL, path, &reading->said, &progress,
                                        desk->arena, &intake, &err);
    bool is_register = intake.kind == SEL_FILE_IATI || intake.kind == SEL_FILE_REGISTER_CSV;
    if (status != SEL_OK && !is_register)
        return say_error(&err);
    return is_register ? print_register(desk, path, options, &report)
                       : print_answers(desk, path, &intake, reading, &report);
}

int cmd_check(cli_desk *desk, int argc, const char **argv)
{
    sel_progress progress = desk_progress(desk, "records");
    sel_import_options options = {.progress = &progress};
    cli_reading reading = {0};
    enum { OWN = 3 };
    cli_option specs[OWN + READING_ROWS] = {
        {"type", "TYPE", &options.type, NULL, "option.type"},
        {"default-country", "CODE", &options.default_country, NULL, "option.default-country"},
        {"questionnaire", "PATH", &reading.said.questionnaire, NULL, "option.questionnaire"},
    };
    reading_specs(&reading, specs, OWN);
    cli_operands files;
    int outcome = options_parse(desk, specs, argc, argv, 1, -1, &files);
    if (outcome == EXIT_DONE)
        outcome = letters_allowed(&reading.letters, files.count);
    if (outcome == EXIT_DONE)
        outcome = desk_context(desk);
    options.encoding = reading.said.encoding;
    if (maps_register(reading.said.mapping))
        options.mapping = reading.said.mapping;
    reading.said.every_place = reading.letters.copy != NULL;
    int worst = outcome;
    for (int i = 0; outcome == EXIT_DONE && i < files.count; i++) {
        int one = check_file(desk, files.list[i], &options, &reading);
        worst = one > worst ? one : worst;
    }
    return worst;
}
