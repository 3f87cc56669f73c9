#include "commands.h"
#include "messages.h"
#include "outputs.h"
#include "reading_options.h"

/* The four principle lines of the responses just taken, when they are few enough to be shown: they
 * need the whole store in memory. `selaras score` tells them of any. */
static int tell_scores(cli_desk *desk, const sel_intake *intake, sel_report *report)
{
    if (!intake->stored || intake->receipt_count == 0 || intake->receipt_count > SEL_RECEIPTS_SHOWN)
        return EXIT_DONE;
    sel_error err = {0};
    sel_assessment assessment;
    sel_assess_options options = {0};
    sel_status status = sel_assess_open(desk->context, desk->store, &options, &assessment, &err);
    if (status == SEL_OK)
        sel_tell_receipt_scores(desk->context, &assessment, intake, report);
    sel_assess_close(&assessment);
    return status == SEL_OK ? EXIT_DONE : say_error(&err);
}

static int submit_file(cli_desk *desk, const char *path, const cli_reading *reading)
{
    sel_error err = {0};
    sel_intake intake;
    sel_progress progress = desk_progress(desk, "answers");
    if (sel_intake_file(desk->context, desk->store, path, &reading->said, &progress, desk->arena,
                        &intake, &err) != SEL_OK)
        return say_error(&err);
    sel_report report = {
        .arena = desk->arena,
        .id = "submit",
        .title = sel_say(desk->arena, &desk->context->words, "submit.title", "file", path, NULL)};
    sel_intake_tell(desk->context, &intake, true, &report);
    int outcome = tell_scores(desk, &intake, &report);
    int printed = desk_print(desk, &report);
    if (printed == EXIT_DONE)
        printed = letters_write(desk, &reading->letters, path, &reading->said, &intake);
    if (outcome != EXIT_DONE || printed != EXIT_DONE)
        return outcome != EXIT_DONE ? outcome : printed;
    return intake.refused ? EXIT_REFUSED : EXIT_DONE;
}

int cmd_submit(cli_desk *desk, int argc, const char **argv)
{
    cli_reading reading = {0};
    cli_option specs[READING_ROWS];
    reading_specs(&reading, specs, 0);
    cli_operands files;
    int outcome = options_parse(desk, specs, argc, argv, 1, -1, &files);
    if (outcome == EXIT_DONE)
        outcome = letters_allowed(&reading.letters, files.count);
    if (outcome == EXIT_DONE)
        outcome = outputs_apart(desk, (cli_outputs){&reading.letters.copy, 1}, &files,
                                reading.said.mapping);
    if (outcome == EXIT_DONE)
        outcome = desk_store(desk, true);
    reading.said.every_place = reading.letters.copy != NULL;
    int worst = outcome;
    for (int i = 0; outcome == EXIT_DONE && i < files.count; i++) {
        int one = submit_file(desk, files.list[i], &reading);
        worst = one > worst ? one : worst;
    }
    return worst;
}
