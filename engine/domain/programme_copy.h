/** programme_copy.h - a record that outlives its reader's. */
#ifndef SEL_DOMAIN_PROGRAMME_COPY_H
#define SEL_DOMAIN_PROGRAMME_COPY_H

#include "domain/programme.h"

/** Copy a record with all its texts and lists to arena. Names of fields and rules stay borrowed:
 *  they are static. Returns about how many bytes the copy takes. */
size_t sel_programme_copy(const sel_programme *from, sel_arena *arena, sel_programme *to);

#endif
