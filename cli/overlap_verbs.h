/** overlap_verbs.h - what `overlap` does besides listing, each in a file of its own.
 *
 * A verb is the first operand. It is run with argv as the command was, without the verb, and
 * declares its own options. To add one: a row in cmd_overlap.c, its function here. */
#ifndef CLI_OVERLAP_VERBS_H
#define CLI_OVERLAP_VERBS_H

#include "commands.h"

/** The listing itself; also what `overlap` does without a verb. */
command_run overlap_list;

/** Keep that a pair was shown to an office. */
command_run overlap_shown;

/** Keep what an office says to a pair. */
command_run overlap_reply;

/** Pairs of records that may tell one programme, and what was decided about them. */
command_run overlap_review;

/** Keep what an office decides two records are to each other. */
command_run overlap_decide;

#endif
