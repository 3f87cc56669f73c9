/** codelist_file.h - the code lists in questionnaires/codelists, read into the domain's tables.
 *
 * Code lists are content of ours, reviewed like code: any fault in them is an
 * error with its place, not a list of issues. */
#ifndef SEL_INPUT_CODELIST_FILE_H
#define SEL_INPUT_CODELIST_FILE_H

#include "base/status.h"
#include "domain/reference.h"

/** Load all code lists of folder (…/questionnaires/codelists) into reference, with the taxonomy
 *  "cyber"; texts go to arena. Call sel_reference_close when done, also after a failure. */
SEL_CHECKED
sel_status sel_reference_open(const char *folder, sel_arena *arena, sel_reference *reference,
                              sel_error *err);

/** Put another taxonomy in place of the one loaded, with what tags records for it. Numbers of
 *  capabilities and the tagger got before are void, also after a failure. SEL_NOT_FOUND: folder has
 *  no such taxonomy; the message lists those there are. */
SEL_CHECKED
sel_status sel_reference_use(const char *folder, const char *taxonomy, sel_arena *arena,
                             sel_reference *reference, sel_error *err);

/** Take rates of exchange from a CSV file with the columns currency, period (YYYY, YYYY-MM or
 *  YYYY-MM-DD), per_usd (units for one US dollar), source. A currency that the file names is taken
 *  from it alone; the others keep the rates they had. */
SEL_CHECKED
sel_status sel_reference_rates(const char *path, sel_arena *arena, sel_reference *reference,
                               sel_error *err);

/** Release what is not in the arena; a zeroed reference is allowed. */
void sel_reference_close(sel_reference *reference);

#endif
