/** replies.h - reply pages as files in a folder: NAME.html and NAME.txt for each. */
#ifndef CLI_REPLIES_H
#define CLI_REPLIES_H

#include "desk.h"

/** Write the pages of one file that was checked or submitted, as said, to folder, which is made
 * when it is missing; a page of the same name is replaced. Says how many were written. */
int replies_write(cli_desk *desk, const char *folder, const char *path,
                  const sel_intake_options *said, const sel_intake *intake);

#endif
