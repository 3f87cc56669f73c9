/** outputs.h - files that a command writes must not take the place of those that it reads, and what
 *  cannot be written is told before anything is taken in. */
#ifndef CLI_OUTPUTS_H
#define CLI_OUTPUTS_H

#include "options.h"

/** Files that a command was told to write; NULL: not wanted. */
typedef struct cli_outputs {
    const char *const *list;
    int count;
} cli_outputs;

/** EXIT_DONE when each output can be written and none is the store, a file that is read (the
 *  operands and `also`, which may be NULL), or another output; else the exit code, and which was
 *  said. */
int outputs_check(const cli_desk *desk, cli_outputs outputs, const cli_operands *read,
                  const char *also);

#endif
