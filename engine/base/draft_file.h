/** draft_file.h - a file that appears whole or not at all.
 *
 * What is written goes to a draft beside it, "PATH.part-" and a number that no
 * file has yet, which takes its place at the end: whoever reads PATH sees the
 * file that was there before, or the new one. A program that is killed may leave
 * a draft behind; it is never written to again. */
#ifndef SEL_BASE_DRAFT_FILE_H
#define SEL_BASE_DRAFT_FILE_H

#include "base/status.h"

#include <stdbool.h>
#include <stdio.h>

/** A file being written; a handle. */
typedef struct sel_draft_file sel_draft_file;

/** Whether a file written to path would take the place of other: the same name, or the same file by
 *  another one. */
bool sel_draft_file_replaces(const char *path, const char *other);

/** Begin. SEL_IO when nothing can be written there, or PATH is something else than a file. *file is
 *  NULL on failure. */
SEL_CHECKED
sel_status sel_draft_file_open(const char *path, sel_draft_file **file, sel_error *err);

/** Where to write; it stays the handle's. */
FILE *sel_draft_file_stream(sel_draft_file *file);

/** Name of the draft, for libraries that open files themselves. */
const char *sel_draft_file_name(const sel_draft_file *file);

/** End and give the handle back (NULL is allowed: it was never begun). outcome SEL_OK: the file
 *  appears, or SEL_IO. Any other: the draft goes and outcome is returned; err, which tells it
 *  already, gets the file's name when it was the writing that failed. */
SEL_CHECKED
sel_status sel_draft_file_end(sel_draft_file *file, sel_status outcome, sel_error *err);

#endif
