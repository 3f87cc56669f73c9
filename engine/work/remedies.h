/** remedies.h - what was done about each problem of a register, and what its publisher can do.
 *
 * One row per code that a reader of registers reports; tests/architecture/remedies.cmake holds the
 * table against the sources. A new code needs its sentence (issue.<CODE>) and a row here. */
#ifndef SEL_WORK_REMEDIES_H
#define SEL_WORK_REMEDIES_H

#include "base/issues.h"
#include "work/context.h"

typedef struct sel_remedy {
    const char *code;
    bool of_file;     /**< about the file or one of its columns, not about a record */
    const char *done; /**< word id of what was done with it */
    const char *ask;  /**< word id of what we need instead; NULL: nothing is asked for */
} sel_remedy;

/** The row of a code; NULL when it is no code of a register. */
const sel_remedy *sel_remedy_find(const char *code);

/** What was done, in the context's language; empty for a code without a row. */
sel_str sel_remedy_done(const sel_context *context, const char *code);

/** What is asked for; empty when nothing is. */
sel_str sel_remedy_ask(const sel_context *context, const char *code);

/** "Error", "Warning" or "Note" in the context's language. */
sel_str sel_severity_word(const sel_context *context, sel_severity severity);

/** The same for machines: "fault", "warning", "note". */
const char *sel_severity_name(sel_severity severity);

#endif
