#include "commands.h"
#include "messages.h"
#include "options.h"

static int round_list(cli_desk *desk)
{
    sel_error err = {0};
    sel_report report = {.arena = desk->arena,
                         .id = "rounds",
                         .title = sel_words_find(&desk->context->words, "round.title")};
    if (sel_rounds_tell(desk->context, desk->store, &report, &err) != SEL_OK)
        return say_error(&err);
    return desk_print(desk, &report);
}

static int read_last_day(const char *text, sel_days *closes)
{
    if (text == NULL || (sel_date_read(sel_str_of(text), closes) == SEL_DATE_OK &&
                         closes->earliest == closes->latest))
        return EXIT_DONE;
    return say_usage("--closes takes a day as YYYY-MM-DD, not '%s'", text);
}

/* What the engine calls a usage fault is one of the command line here. */
static int say_failure(const sel_error *err)
{
    return err->status == SEL_USAGE ? say_usage("%s", err->message) : say_error(err);
}

static int round_change(cli_desk *desk, bool open, const sel_round_call *call)
{
    sel_error err = {0};
    sel_status status = open ? sel_rounds_open(desk->context, desk->store, call, &err)
                             : sel_rounds_close(desk->context, desk->store, call->name, &err);
    if (status == SEL_OK)
        return round_list(desk);
    int outcome = say_failure(&err);
    if (status == SEL_NOT_FOUND)
        say_hint(desk, "see the rounds there are with 'selaras round list'");
    return outcome;
}

int cmd_round(cli_desk *desk, int argc, const char **argv)
{
    sel_round_call call = {0};
    const char *closes = NULL;
    const cli_option specs[] = {{"expect", "CODES", &call.expect, NULL, "option.expect"},
                                {"closes", "DATE", &closes, NULL, "option.closes"},
                                {0}};
    cli_operands what;
    int outcome = options_parse(desk, specs, argc, argv, 1, 2, &what);
    if (outcome != EXIT_DONE)
        return outcome;
    bool list = strcmp(what.list[0], "list") == 0;
    bool open = strcmp(what.list[0], "open") == 0;
    if (!list && !open && strcmp(what.list[0], "close") != 0)
        return say_usage("'round' takes open, close or list, not '%s'", what.list[0]);
    if (list ? what.count != 1 : what.count != 2)
        return say_usage(list ? "'round list' takes no name"
                              : "give the round a name: 'round %s NAME'",
                         what.list[0]);
    if (!open && (call.expect != NULL || closes != NULL))
        return say_usage("--expect and --closes go with 'round open'");
    outcome = read_last_day(closes, &call.closes);
    if (outcome == EXIT_DONE)
        outcome = desk_store(desk, !list);
    if (outcome != EXIT_DONE)
        return outcome;
    if (list)
        return round_list(desk);
    call.name = sel_str_of(what.list[1]);
    return round_change(desk, open, &call);
}
