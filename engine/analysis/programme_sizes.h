/** programme_sizes.h - how much support each programme gives a recipient, or takes from a donor.
 *
 * Possible support in the window, effort·days, as in donor_shares.h. */
#ifndef SEL_ANALYSIS_PROGRAMME_SIZES_H
#define SEL_ANALYSIS_PROGRAMME_SIZES_H

#include "domain/study.h"

/** What programmes give or take, per owner. */
typedef struct sel_sizes {
    const uint32_t *first; /**< owner n has first[n + 1] − first[n] programmes */
    const double *medians; /**< per owner: the size in the middle; 0 without programmes */
} sel_sizes;

/** What each programme gives each recipient: owners are recipient numbers. */
sel_sizes sel_sizes_by_recipient(const sel_study *study, const bool *counted, sel_arena *arena);

/** Each donor's parts of its programmes: owners are organisation numbers. */
sel_sizes sel_sizes_by_donor(const sel_study *study, const bool *counted, sel_arena *arena);

#endif
