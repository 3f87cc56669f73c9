/** outputs.h - files that a command writes must not take the place of those that it reads. */
#ifndef CLI_OUTPUTS_H
#define CLI_OUTPUTS_H

#include "options.h"

/** Files that a command was told to write; NULL: not wanted. */
typedef struct cli_outputs {
    const char *const *list;
    int count;
} cli_outputs;

/** EXIT_DONE when no output is the store, a file that is read (the operands and `also`, which may
 *  be NULL), or another output; else EXIT_USAGE, and which was said. */
int outputs_apart(const cli_desk *desk, cli_outputs outputs, const cli_operands *read,
                  const char *also);

#endif
