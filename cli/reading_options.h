/** reading_options.h - the options that say how a file of answers is to be read, and what goes back
 *  to its sender; the same for every command that reads answers. */
#ifndef CLI_READING_OPTIONS_H
#define CLI_READING_OPTIONS_H

#include "options.h"
#include "replies.h"

/** What was said. Start with zero. */
typedef struct cli_reading {
    sel_intake_options said;
    cli_letters letters;
} cli_reading;

/** Most rows that reading_specs adds, the end row included. */
enum { READING_ROWS = 12 };

/** Put the options behind the first `own` rows of specs, and the row that ends them. */
void reading_specs(cli_reading *reading, cli_option *specs, size_t own);

#endif
