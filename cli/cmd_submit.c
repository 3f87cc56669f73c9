#include "commands.h"
#include "messages.h"
#include "options.h"
#include "replies.h"

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

static int submit_file(cli_desk *desk, const char *path, const sel_intake_options *said,
                       const char *replies)
{
    sel_error err = {0};
    sel_intake intake;
    sel_progress progress = desk_progress(desk, "answers");
    if (sel_intake_file(desk->context, desk->store, path, said, &progress, desk->arena, &intake,
                        &err) != SEL_OK)
        return say_error(&err);
    sel_report report = {
        .arena = desk->arena,
        .id = "submit",
        .title = sel_say(desk->arena, &desk->context->words, "submit.title", "file", path, NULL)};
    sel_intake_tell(desk->context, &intake, true, &report);
    int outcome = tell_scores(desk, &intake, &report);
    int printed = desk_print(desk, &report);
    if (printed == EXIT_DONE && replies != NULL)
        printed = replies_write(desk, replies, path, &intake);
    if (outcome != EXIT_DONE || printed != EXIT_DONE)
        return outcome != EXIT_DONE ? outcome : printed;
    return intake.refused ? EXIT_REFUSED : EXIT_DONE;
}

int cmd_submit(cli_desk *desk, int argc, const char **argv)
{
    sel_intake_options said = {0};
    const char *replies = NULL;
    const cli_option specs[] = {
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
        outcome = desk_store(desk, true);
    int worst = outcome;
    for (int i = 0; outcome == EXIT_DONE && i < files.count; i++) {
        int one = submit_file(desk, files.list[i], &said, replies);
        worst = one > worst ? one : worst;
    }
    return worst;
}
