/** replies.h - what goes back to senders: reply pages as files in a folder, NAME.html and NAME.txt
 *  for each, and the annotated copy.
 *
 * The folder is made when it is missing; a page of the same name is replaced. Says how many were
 * written. */
#ifndef CLI_REPLIES_H
#define CLI_REPLIES_H

#include "desk.h"

/** What goes back to the sender of a file besides the report; NULL: not wanted. */
typedef struct cli_letters {
    const char *replies; /**< folder for reply pages */
    const char *copy;    /**< file for the annotated copy */
} cli_letters;

/** EXIT_USAGE when they are not possible for so many files. */
int letters_allowed(const cli_letters *letters, int files);

/** Write what is wanted of one file that was checked or submitted as said. */
int letters_write(cli_desk *desk, const cli_letters *letters, const char *path,
                  const sel_intake_options *said, const sel_intake *intake);

#endif
