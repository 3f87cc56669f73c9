#include "commands.h"
#include "messages.h"
#include "options.h"

int cmd_list(cli_desk *desk, int argc, const char **argv)
{
    cli_operands what;
    int outcome = options_parse(desk, NULL, argc, argv, 1, 1, &what);
    if (outcome == EXIT_DONE)
        outcome = desk_store(desk, false);
    if (outcome != EXIT_DONE)
        return outcome;
    sel_error err = {0};
    sel_str word = sel_str_printf(desk->arena, "list.%s", what.list[0]);
    sel_report report = {.arena = desk->arena,
                         .id = "list",
                         .title = sel_words_find(&desk->context->words, word.ptr)};
    if (sel_review_list(desk->context, desk->store, what.list[0], &report, &err) != SEL_OK)
        return say_error(&err);
    return desk_print(desk, &report);
}
