/* main.c - choose the command, run it, and make sure that what it printed was really written. */
#include "commands.h"
#include "messages.h"
#include "options.h"

#include <errno.h>

static const cli_command table[] = {
#define X(name, group) {#name, group, cmd_##name},
    COMMAND_LIST(X)
#undef X
};

enum { COMMANDS = sizeof table / sizeof table[0] };

const cli_command *commands(size_t *count)
{
    *count = COMMANDS;
    return table;
}

const cli_command *command_find(const char *name)
{
    for (size_t i = 0; i < COMMANDS; i++)
        if (strcmp(table[i].name, name) == 0)
            return &table[i];
    return NULL;
}

static int refuse_command(const char *name)
{
    const char *names[COMMANDS];
    for (size_t i = 0; i < COMMANDS; i++)
        names[i] = table[i].name;
    const char *nearest = nearest_of(name, names, COMMANDS);
    if (nearest != NULL)
        return say_usage("unknown command '%s'; did you mean '%s'?", name, nearest);
    return say_usage("unknown command '%s'; see 'selaras help'", name);
}

/* The command's name goes to the front, the other arguments keep their order. */
static int run(cli_desk *desk, int argc, const char **argv)
{
    int place = options_command_place(argc, argv);
    if (place == argc) {
        cli_operands none;
        argv[0] = "help";
        int outcome = options_parse(desk, NULL, argc, argv, 0, 0, &none);
        return outcome == EXIT_DONE ? first_screen(desk) : outcome == -1 ? EXIT_DONE : outcome;
    }
    const cli_command *wanted = command_find(argv[place]);
    if (wanted == NULL)
        return refuse_command(argv[place]);
    for (int i = place; i > 0; i--)
        argv[i] = argv[i - 1];
    argv[0] = NULL;
    argv[1] = wanted->name;
    int outcome = wanted->run(desk, argc - 1, argv + 1);
    return outcome == -1 ? EXIT_DONE : outcome;
}

static int finish_output(int outcome)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return outcome;
    fprintf(stderr, "selaras: cannot write the output: %s\n", strerror(errno));
    return EXIT_FAILED;
}

int main(int argc, char **argv)
{
    sel_error err = {0};
    if (sel_init(&err) != SEL_OK)
        return say_error(&err);
    cli_desk desk = {.program = argv[0],
                     .now = sel_time_now(getenv("SOURCE_DATE_EPOCH")),
                     .arena = sel_arena_create()};
    const char **arguments = sel_arena_array(desk.arena, (size_t)argc + 1, sizeof *arguments);
    for (int i = 0; i < argc; i++)
        arguments[i] = argv[i];
    int outcome = argc == 2 && strcmp(argv[1], "--version") == 0
                      ? cmd_version(&desk, 1, (const char *[]){"version", NULL})
                      : run(&desk, argc, arguments);
    desk_close(&desk);
    return finish_output(outcome);
}
