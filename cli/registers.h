/** registers.h - the options that say how registers are to be read, and the lists of what was found
 *  in them; the same for `import` and `check`. */
#ifndef CLI_REGISTERS_H
#define CLI_REGISTERS_H

#include "options.h"

/** What was said. Start with zero. */
typedef struct cli_registers {
    sel_import_options said;
    const char *findings; /**< file for every finding; NULL: not wanted */
    const char *repair;   /**< file for the repair list; NULL: not wanted */
    int strict;
    int keep_all;
    sel_progress progress;
} cli_registers;

/** Rows that registers_specs adds, the end row apart. */
enum { REGISTERS_ROWS = 6 };

/** Put the options behind the first `own` rows of specs. */
void registers_specs(cli_registers *registers, cli_option *specs, size_t own);

/** Ready the options and begin the lists. */
int registers_begin(cli_desk *desk, cli_registers *registers);

/** Write the lists; outcome is that of the command so far, and is returned unless writing fails. */
int registers_end(cli_desk *desk, cli_registers *registers, int outcome);

/** Read one register and print what happened; store NULL: check only. import is NULL, and failure
 *  says why, when it could not be read. */
int registers_take(cli_desk *desk, sel_store *store, const cli_registers *registers,
                   sel_import_line *line);

/** Of more than one file print a line each. outcome is that of the files, and is returned unless
 *  printing fails. */
int registers_summary(cli_desk *desk, const sel_import_line *lines, int count, int outcome);

#endif
