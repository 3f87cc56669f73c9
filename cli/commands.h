/** commands.h - every command of the program, in the order of the overview.
 *
 * To add one: a row here, cmd_<name>.c beside it (in CMakeLists.txt), words
 * "command.<name>" and "usage.<name>" in questionnaires/words/en.csv, a case
 * folder in tests/cli/<name>/. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "desk.h"

/* X(name, group): group is a word id of the overview. */
#define COMMAND_LIST(X)                                                                            \
    X(demo, "group.begin")                                                                         \
    X(init, "group.begin")                                                                         \
    X(questionnaire, "group.collect")                                                              \
    X(check, "group.collect")                                                                      \
    X(submit, "group.collect")                                                                     \
    X(import, "group.collect")                                                                     \
    X(organisation, "group.collect")                                                               \
    X(round, "group.collect")                                                                      \
    X(needs, "group.analyse")                                                                      \
    X(score, "group.analyse")                                                                      \
    X(overlap, "group.analyse")                                                                    \
    X(rank, "group.analyse")                                                                       \
    X(match, "group.analyse")                                                                      \
    X(model, "group.analyse")                                                                      \
    X(explain, "group.analyse")                                                                    \
    X(report, "group.share")                                                                       \
    X(export, "group.share")                                                                       \
    X(list, "group.share")                                                                         \
    X(help, "group.help")                                                                          \
    X(version, "group.help")

/** Run a command: argv[0] is its name. Returns an exit code (desk.h). */
typedef int command_run(cli_desk *desk, int argc, const char **argv);

typedef struct cli_command {
    const char *name;
    const char *group;
    command_run *run;
} cli_command;

/** All commands; *count of them. */
const cli_command *commands(size_t *count);

/** The command called name, or NULL. */
const cli_command *command_find(const char *name);

/** What to show when no command is given: where you stand and what to do next. */
int first_screen(cli_desk *desk);

#define X(name, group) command_run cmd_##name;
COMMAND_LIST(X)
#undef X

#endif
