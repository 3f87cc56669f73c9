/** openings.h - what programmes leave open at places: support without usable dates may lie in the
 * window with all its effort, and support without a donor may be of one more donor. */
#ifndef SEL_ANALYSIS_PRINCIPLE_OPENINGS_H
#define SEL_ANALYSIS_PRINCIPLE_OPENINGS_H

#include "domain/study.h"

/** At one place, effort·days within the window at most (supply.h). */
typedef struct sel_opening {
    uint64_t undated; /**< of active programmes without dates */
    uint64_t all;     /**< of these, and of dated ones without a donor */
} sel_opening;

/** At every place: list[recipient × capabilities + capability]. */
typedef struct sel_openings {
    sel_opening *list;
    uint32_t capabilities;
} sel_openings;

/** Nothing is open yet, for all recipients and capabilities of a study. */
sel_openings sel_openings_none(const sel_study *study, sel_arena *arena);

/** Add what one programme leaves open; one that is not active leaves nothing. */
void sel_openings_add(sel_openings *openings, const sel_study *study,
                      const sel_study_programme *programme);

sel_opening sel_opening_at(const sel_openings *openings, uint32_t recipient, uint32_t capability);

#endif
