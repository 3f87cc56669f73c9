/** programme_diff.h - what one version of a record says otherwise than another. */
#ifndef SEL_DOMAIN_PROGRAMME_DIFF_H
#define SEL_DOMAIN_PROGRAMME_DIFF_H

#include "domain/programme.h"

/** A field of two versions, in words and codes. Empty: nothing is said. */
typedef struct sel_programme_change {
    const char *field; /**< name as in the register's own CSV where it has one, static */
    sel_str before;
    sel_str after;
} sel_programme_change;

typedef struct sel_programme_changes {
    const sel_programme_change *list; /**< in the order of the record's fields */
    uint32_t count;
} sel_programme_changes;

/** Compare the contents of two versions; texts are in arena. What differs only in how it was found
 *  out (the words behind a guess) or where it stands in its file is no change. A disclosure is
 *  compared when both say one. */
sel_programme_changes sel_programme_diff(const sel_programme *before, const sel_programme *after,
                                         sel_arena *arena);

#endif
