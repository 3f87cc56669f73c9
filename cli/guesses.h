/** guesses.h - options of `import` about guessed capabilities: write them to be confirmed, take
 * answers in, make them anew. */
#ifndef CLI_GUESSES_H
#define CLI_GUESSES_H

#include "desk.h"

/** What the options say. */
typedef struct cli_guesses {
    const char *confirm; /**< file to write, or NULL */
    const char *by;      /**< office that answers, or NULL */
    int retag;
} cli_guesses;

/** Take a file of answers in and print what it did. */
int guesses_take(cli_desk *desk, const cli_guesses *guesses, const char *path, bool strict);

/** Do what --retag and --confirm ask for, in this order, after files were taken in. register_name
 *  NULL: of all registers. */
int guesses_end(cli_desk *desk, const cli_guesses *guesses, const char *register_name);

#endif
