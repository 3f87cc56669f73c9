/** wordings.h - who bears a wording, and whether somebody is the only one. Private to the
 *  comparison of questionnaires. */
#ifndef SEL_DOMAIN_WORDINGS_H
#define SEL_DOMAIN_WORDINGS_H

#include "base/index.h"

/** What sel_wordings_match says of a wording that several bear. */
#define SEL_SEVERAL (SEL_NONE - 1)

/** Wordings of one side; open and close it. */
typedef struct sel_wordings {
    sel_index *index;
    sel_arena *arena;
    uint32_t *bearers; /**< by number of the wording; SEL_SEVERAL for more than one */
    uint32_t room;
} sel_wordings;

/** The list of bearers lives in arena. */
sel_wordings sel_wordings_open(sel_arena *arena);

void sel_wordings_close(sel_wordings *wordings);

/** bearer (below SEL_SEVERAL) bears the wording; an empty one is no wording. */
void sel_wordings_add(sel_wordings *wordings, sel_str wording, uint32_t bearer);

/** The one bearer among `others` of a wording that at most one of `ours` bears; SEL_NONE: nobody
 *  there bears it; SEL_SEVERAL: several do on either side. */
uint32_t sel_wordings_match(const sel_wordings *ours, const sel_wordings *others, sel_str wording);

#endif
