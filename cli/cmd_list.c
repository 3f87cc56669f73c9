#include "commands.h"
#include "messages.h"
#include "options.h"

/* What an assessment lists names states beside what they lack. */
static int prepare(cli_desk *desk, sel_list_basis basis)
{
    if (basis == SEL_LIST_OF_PROGRAM)
        return desk_context(desk);
    if (basis == SEL_LIST_OF_ASSESSMENT && desk->audience != NULL &&
        strcmp(desk->audience, "secretariat") != 0)
        return say_usage("this list is for the secretariat only: nothing is withheld in it");
    return desk_store(desk, false);
}

int cmd_list(cli_desk *desk, int argc, const char **argv)
{
    cli_operands what;
    sel_error err = {0};
    sel_list_basis basis;
    sel_days as_of = {0};
    int outcome = options_parse(desk, NULL, argc, argv, 1, 1, &what);
    if (outcome != EXIT_DONE)
        return outcome;
    if (sel_list_basis_of(what.list[0], &basis, &err) != SEL_OK)
        return say_error(&err);
    outcome = desk_as_of(desk, &as_of);
    if (outcome == EXIT_DONE)
        outcome = prepare(desk, basis);
    if (outcome != EXIT_DONE)
        return outcome;
    sel_report report = {.arena = desk->arena, .id = "list"};
    if (sel_tell_list(desk->context, desk->store, what.list[0], as_of, &report, &err) != SEL_OK)
        return say_error(&err);
    return desk_print(desk, &report);
}
