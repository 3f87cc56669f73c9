#include "commands.h"
#include "messages.h"
#include "options.h"

int cmd_init(cli_desk *desk, int argc, const char **argv)
{
    const char *taxonomy = "cyber";
    const cli_option specs[] = {{"taxonomy", "NAME", &taxonomy, NULL, "option.taxonomy"}, {0}};
    cli_operands none;
    int outcome = options_parse(desk, specs, argc, argv, 0, 0, &none);
    if (outcome != EXIT_DONE)
        return outcome;
    outcome = desk_context(desk);
    if (outcome != EXIT_DONE)
        return outcome;
    sel_error err = {0};
    const char *path = desk_store_path(desk);
    if (sel_context_use(desk->context, sel_str_of(taxonomy), &err) != SEL_OK)
        return say_error(&err);
    if (sel_store_create(path, taxonomy, desk->now, &desk->store, &err) != SEL_OK)
        return desk_refuse_store(desk, &err);
    sel_str made = sel_say(desk->arena, &desk->context->words, "init.made", "file", path, NULL);
    printf("%.*s\n", SEL_STR_ARG(made));
    return EXIT_DONE;
}
