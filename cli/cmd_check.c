#include "commands.h"
#include "messages.h"
#include "options.h"
#include "replies.h"

static int print_answers(cli_desk *desk, const char *path, const sel_intake *intake,
                         const char *replies, sel_report *report)
{
    sel_intake_tell(desk->context, intake, false, report);
    int outcome = desk_print(desk, report);
    if (outcome == EXIT_DONE && replies != NULL)
        outcome = replies_write(desk, replies, path, intake);
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
    return desk_print(desk, report);
}

static int check_file(cli_desk *desk, const char *path, const sel_import_options *options,
                      const sel_intake_options *said, const char *replies)
{
    sel_error err = {0};
    sel_intake intake;
    sel_progress progress = desk_progress(desk, "answers");
    sel_status status =
        sel_intake_file(desk->context, NULL, path, said, &progress, desk->arena, &intake, &err);
    bool is_register = intake.kind == SEL_FILE_IATI || intake.kind == SEL_FILE_REGISTER_CSV;
    if (status != SEL_OK && !is_register)
        return say_error(&err);
    sel_report report = {
        .arena = desk->arena,
        .id = "check",
        .title = sel_say(desk->arena, &desk->context->words, "check.title", "file", path, NULL)};
    return is_register ? print_register(desk, path, options, &report)
                       : print_answers(desk, path, &intake, replies, &report);
}

int cmd_check(cli_desk *desk, int argc, const char **argv)
{
    sel_progress progress = desk_progress(desk, "records");
    sel_import_options options = {.progress = &progress};
    sel_intake_options said = {0};
    const char *replies = NULL;
    const cli_option specs[] = {
        {"type", "TYPE", &options.type, NULL, "option.type"},
        {"default-country", "CODE", &options.default_country, NULL, "option.default-country"},
        {"questionnaire", "PATH", &said.questionnaire, NULL, "option.questionnaire"},
        {"encoding", "NAME", &said.encoding, NULL, "option.encoding"},
        {"delimiter", "SIGN", &said.delimiter, NULL, "option.delimiter"},
        {"decimal", "SIGN", &said.decimal, NULL, "option.decimal"},
        {"date-order", "ORDER", &said.date_order, NULL, "option.date-order"},
        {"labels", "L", &said.labels, NULL, "option.labels"},
        {"reply", "DIR", &replies, NULL, "option.reply"},
        {0}};
    cli_operands files;
    int outcome = options_parse(desk, specs, argc, argv, 1, -1, &files);
    if (outcome == EXIT_DONE)
        outcome = desk_context(desk);
    int worst = outcome;
    for (int i = 0; outcome == EXIT_DONE && i < files.count; i++) {
        int one = check_file(desk, files.list[i], &options, &said, replies);
        worst = one > worst ? one : worst;
    }
    return worst;
}
