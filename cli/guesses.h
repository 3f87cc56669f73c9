/** guesses.h - options of `import` about guessed capabilities: write them to be confirmed, take
 * answers in, make them anew. */
#ifndef CLI_GUESSES_H
#define CLI_GUESSES_H

#include "registers.h"

/** What the options say. */
typedef struct cli_guesses {
    const char *confirm; /**< file to write, or NULL */
    const char *by;      /**< office that answers, or NULL */
    int retag;
    const sel_import_options *said; /**< about registers: whose, how strictly, what to keep */
} cli_guesses;

/** Take a file of answers in and print what it did. */
int guesses_take(cli_desk *desk, const cli_guesses *guesses, const char *path);

/** Do what --retag and --confirm ask for, in this order, after files were taken in. */
int guesses_end(cli_desk *desk, const cli_guesses *guesses);

#endif
