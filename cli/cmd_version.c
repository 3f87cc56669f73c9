#include "commands.h"
#include "options.h"

int cmd_version(cli_desk *desk, int argc, const char **argv)
{
    cli_operands none;
    int outcome = options_parse(desk, NULL, argc, argv, 0, 0, &none);
    if (outcome == EXIT_DONE)
        printf("selaras %s\n", sel_version());
    return outcome;
}
