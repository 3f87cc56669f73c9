/** rank_options.h - options of `rank` about somebody's own table, and the numbers of its draws. */
#ifndef CLI_RANK_OPTIONS_H
#define CLI_RANK_OPTIONS_H

#include "options.h"

enum { RANK_OPTION_ROWS = 19 };

/** An option that may be repeated. */
typedef struct cli_repeated {
    const char *list[OPTION_REPEATS];
    int count;
} cli_repeated;

/** What the options say; NULL: not given. */
typedef struct cli_rank_options {
    sel_matrix_wish matrix; /**< texts; rank_options_read fills the rest */
    cli_repeated costs;
    cli_repeated parameters;
    cli_repeated goalposts;
    cli_repeated constraints;
    int sensitivity;
    const char *coverage;
    const char *sets;
    const char *draws;
    const char *seed;
} cli_rank_options;

/** Rows of options from specs[from] on; RANK_OPTION_ROWS of them. */
void rank_options_specs(cli_rank_options *options, cli_option *specs, int from);

/** Turn texts into numbers and lists; EXIT_USAGE after saying what is wrong. */
int rank_options_read(cli_rank_options *options);

/** EXIT_USAGE, and which was said, when an option that is about a table was given without one. */
int rank_options_need_no_table(const cli_rank_options *options);

#endif
