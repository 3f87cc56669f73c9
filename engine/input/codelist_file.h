/** codelist_file.h - the code lists in questionnaires/codelists, read into the domain's tables.
 *
 * Code lists are content of ours, reviewed like code: any fault in them is an
 * error with its place, not a list of issues. */
#ifndef SEL_INPUT_CODELIST_FILE_H
#define SEL_INPUT_CODELIST_FILE_H

#include "base/status.h"
#include "domain/reference.h"

/** Load all code lists of folder (…/questionnaires/codelists) into reference; texts go to arena.
 *  Call sel_reference_close when done, also after a failure. */
SEL_CHECKED
sel_status sel_reference_open(const char *folder, sel_arena *arena, sel_reference *reference,
                              sel_error *err);

/** Release what is not in the arena; a zeroed reference is allowed. */
void sel_reference_close(sel_reference *reference);

#endif
