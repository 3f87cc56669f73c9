/** donor_pairs.h - how alike the portfolios of two donors are (fragmentation.h). Private to it. */
#ifndef SEL_ANALYSIS_DONOR_PAIRS_H
#define SEL_ANALYSIS_DONOR_PAIRS_H

#include "analysis/fragmentation.h"

/** Shares in the order of donors: those of donor d are at list[first[d]] to list[first[d + 1] − 1]
 *  as positions in shares, ascending. Shares without a known donor are left out. */
typedef struct sel_shares_by_donor {
    const sel_donor_shares *shares;
    const uint32_t *first;
    const uint32_t *list;
    const uint64_t *totals; /**< per donor */
    uint32_t donors;
} sel_shares_by_donor;

/** All pairs with a place in common. What is said of all of them rests on shares rounded up to
 *  2⁻³², and may be a ppm more than the exact similarity of the list. */
typedef struct sel_donor_pairs {
    const sel_donor_pair *list; /**< the most similar */
    uint32_t listed;
    uint64_t in_common;
    uint64_t alike_ppm_sum;    /**< Σ similarity over all pairs */
    const uint32_t *alike_ppm; /**< per donor: similarity with the one most similar to it */
} sel_donor_pairs;

/** Compute into arena; top: most pairs listed. */
sel_donor_pairs sel_donor_pairs_of(const sel_shares_by_donor *by_donor, uint32_t top,
                                   sel_arena *arena);

#endif
