/** sweep.h - all pairs that meet somewhere in time, found place by place.
 *
 * engine/decisions/0006-overlap-candidates.md says why it works and what it
 * costs. Exact: no pair at the threshold is missed, none is counted twice. */
#ifndef SEL_ANALYSIS_OVERLAP_SWEEP_H
#define SEL_ANALYSIS_OVERLAP_SWEEP_H

#include "analysis/overlap/plan.h"
#include "analysis/overlap/strongest.h"

/** Numbers of pairs of one list. */
typedef struct sel_sweep_tally {
    uint64_t certain;
    uint64_t possible;
    uint64_t by_reading[SEL_READ_TALK_FIRST + 1];
} sel_sweep_tally;

/** What the sweep found. */
typedef struct sel_sweep {
    sel_overlap_counts all; /**< nothing by class */
    sel_overlap_counts chosen;
    uint64_t compared_in_part; /**< meetings compared at places that are compared in part */
    sel_sweep_tally tallies[SEL_OVERLAP_LISTS]; /**< of what is chosen */
    sel_strongest lists[SEL_OVERLAP_LISTS];     /**< sel_sweep_destroy frees them */
    uint32_t *least_ppm;                        /**< per programme: largest K at the low end */
    uint32_t *most_ppm;                         /**< and at the high end */
} sel_sweep;

/** Sweep all places as planned. least_ppm and most_ppm live in arena. */
sel_sweep sel_sweep_places(const sel_overlap_table *table, const sel_sweep_plan *plan,
                           const sel_overlap_options *options, sel_arena *arena);

/** Free the lists. */
void sel_sweep_destroy(sel_sweep *sweep);

#endif
