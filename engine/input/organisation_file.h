/** organisation_file.h - the table of organisations in questionnaires/codelists.
 *
 * organisations.csv says who there is, organisation_aliases.csv what else they are called ("ref:"
 * before a further identifier), organisation_placeholders.csv which names are nobody's. A name or
 * identifier that would have two owners is an error with its place. */
#ifndef SEL_INPUT_ORGANISATION_FILE_H
#define SEL_INPUT_ORGANISATION_FILE_H

#include "domain/organisation.h"

/** Load the three files of folder; texts go to arena. Close also after a failure. */
SEL_CHECKED
sel_status sel_organisations_open(const char *folder, sel_arena *arena,
                                  sel_organisations *organisations, sel_error *err);

/** Release what is not in the arena; a zeroed table is allowed. */
void sel_organisations_close(sel_organisations *organisations);

#endif
