#include "commands.h"
#include "messages.h"
#include "options.h"

static int finish(cli_desk *desk, sel_status status, const sel_error *err, const sel_report *report)
{
    return status == SEL_OK ? desk_print(desk, report) : say_error(err);
}

static int list(cli_desk *desk, bool methods)
{
    sel_error err = {0};
    sel_status status = SEL_OK;
    sel_report report = {.arena = desk->arena, .id = methods ? "methods" : "models"};
    if (methods)
        sel_methods_tell(desk->context, &report);
    else
        status = sel_models_tell(desk->context, &report, &err);
    return finish(desk, status, &err, &report);
}

static int show(cli_desk *desk, const char *name)
{
    sel_error err = {0};
    sel_report report = {.arena = desk->arena, .id = "model"};
    sel_status status = sel_model_tell(desk->context, name, &report, &err);
    int outcome = finish(desk, status, &err, &report);
    if (status == SEL_BAD_INPUT)
        say_hint(desk, "see every fault with 'selaras model check %s'", name);
    if (status == SEL_NOT_FOUND)
        say_hint(desk, "see the models there are with 'selaras model list'");
    return outcome;
}

static int check(cli_desk *desk, const char *name)
{
    sel_error err = {0};
    bool refused = false;
    sel_report report = {.arena = desk->arena, .id = "check"};
    sel_status status = sel_model_check_tell(desk->context, name, &report, &refused, &err);
    int outcome = finish(desk, status, &err, &report);
    return outcome != EXIT_DONE ? outcome : refused ? EXIT_REFUSED : EXIT_DONE;
}

static int refuse_request(const char *verb, int names, bool methods)
{
    bool is_list = strcmp(verb, "list") == 0;
    bool names_one = strcmp(verb, "show") == 0 || strcmp(verb, "check") == 0;
    if (!is_list && !names_one)
        return say_usage("'model' takes list, show or check, not '%s'", verb);
    if (is_list && names != 0)
        return say_usage("'model list' takes no name; see 'model show ID'");
    if (names_one && names != 1)
        return say_usage("give one model: 'model %s ID' or a file", verb);
    if (names_one && methods)
        return say_usage("--all goes with 'model list'");
    return EXIT_DONE;
}

int cmd_model(cli_desk *desk, int argc, const char **argv)
{
    int methods = 0;
    const cli_option specs[] = {{"all", NULL, NULL, &methods, "option.all-methods"}, {0}};
    cli_operands what;
    int outcome = options_parse(desk, specs, argc, argv, 1, 2, &what);
    if (outcome != EXIT_DONE)
        return outcome;
    const char *verb = what.list[0];
    outcome = refuse_request(verb, what.count - 1, methods != 0);
    if (outcome == EXIT_DONE)
        outcome = desk_context(desk);
    if (outcome != EXIT_DONE)
        return outcome;
    if (strcmp(verb, "list") == 0)
        return list(desk, methods != 0);
    return strcmp(verb, "show") == 0 ? show(desk, what.list[1]) : check(desk, what.list[1]);
}
