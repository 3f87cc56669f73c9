/** options.h - options declared once per command; parsing and help come from the same rows (popt).
 *
 * Options are texts or flags; numbers are read with base/number. Global options
 * may stand before or after the command. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "desk.h"

/** How often an option that may be repeated is taken. */
enum { OPTION_REPEATS = 256 };

/** One option of a command; end the list with a row without a name. With both text and flag it may
 *  be repeated: text has room for OPTION_REPEATS values, flag becomes their number. */
typedef struct cli_option {
    const char *name;  /**< long name without dashes */
    const char *value; /**< what the value is called in help; NULL: a flag */
    const char **text; /**< where the value goes */
    int *flag;         /**< where a flag goes (set to 1) */
    const char *help;  /**< word id */
} cli_option;

/** What is left after the options. */
typedef struct cli_operands {
    const char **list; /**< borrowed from argv */
    int count;
} cli_operands;

/** Parse argv of a command (argv[0] its name). least and most bound the operands (most < 0: no
 *  bound). Returns EXIT_DONE to go on; EXIT_USAGE after saying what was not understood; -1 when
 *  help was asked for and shown. */
int options_parse(cli_desk *desk, const cli_option *specs, int argc, const char **argv, int least,
                  int most, cli_operands *operands);

/** Say how a command is used that was given too few operands; EXIT_USAGE. */
int options_too_few(cli_desk *desk, const char *command);

/** Where the command stands in argv: the first argument that is neither a global option nor its
 *  value; argc when there is none. */
int options_command_place(int argc, const char **argv);

/** Show what a command does and its options. */
void options_show(cli_desk *desk, const char *command, const cli_option *specs);

#endif
