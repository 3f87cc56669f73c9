/** messages.h - what goes to stderr: what failed first, no blame, what to do next. */
#ifndef CLI_MESSAGES_H
#define CLI_MESSAGES_H

#include "desk.h"

/** Say a failure with its place and return the exit code for it. */
int say_error(const sel_error *err);

/** Say a usage fault, in printf form, and return EXIT_USAGE. */
int say_usage(const char *format, ...) SEL_PRINTF(1, 2);

/** A remark for a person; silent with --quiet. */
void say_hint(const cli_desk *desk, const char *format, ...) SEL_PRINTF(2, 3);

/** The entry of names nearest to word, or NULL: for "did you mean". */
const char *nearest_of(const char *word, const char *const *names, size_t count);

#endif
