/** annotated.h - the copy of a file of answers with what was found beside each row. */
#ifndef CLI_ANNOTATED_H
#define CLI_ANNOTATED_H

#include "desk.h"

/** Write the copy of the file that was checked or submitted as said, in the language of its sheet,
 *  to `to`: whole or not at all. A file that could not be taken for answers gets none. */
int annotate_write(cli_desk *desk, const char *to, const char *path, const sel_intake_options *said,
                   const sel_intake *intake);

#endif
