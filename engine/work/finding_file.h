/** finding_file.h - every finding of registers as a line of a CSV file, as it is met.
 *
 * For as many as there are: nothing is held. Columns: file, record, code, severity, field (element
 * or column as the publisher writes it), line, cell, written, what (is wrong), done (with the
 * record), ask (what is needed), suggestion; sentences in the context's language. Texts that a
 * spreadsheet would run as a formula are made harmless. */
#ifndef SEL_WORK_FINDING_FILE_H
#define SEL_WORK_FINDING_FILE_H

#include "base/issues.h"
#include "work/context.h"

/** A file being written; a handle. */
typedef struct sel_finding_file sel_finding_file;

/** Begin a file that appears when it is closed. SEL_IO; *file is NULL on failure. */
SEL_CHECKED
sel_status sel_finding_file_open(const sel_context *context, const char *path,
                                 sel_finding_file **file, sel_error *err);

/** field: element or header of the column the finding is about. */
void sel_finding_file_add(sel_finding_file *file, const sel_issue *issue, sel_str field);

/** End (NULL is allowed). SEL_IO when it could not be written. */
SEL_CHECKED
sel_status sel_finding_file_close(sel_finding_file *file, sel_error *err);

#endif
