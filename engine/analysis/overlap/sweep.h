/** sweep.h - all pairs that meet somewhere in time, found place by place.
 *
 * engine/decisions/0006-overlap-candidates.md says why it works and what it
 * costs. Exact: no pair at the threshold is missed, none is counted twice. */
#ifndef SEL_ANALYSIS_OVERLAP_SWEEP_H
#define SEL_ANALYSIS_OVERLAP_SWEEP_H

#include "analysis/overlap/overlap_table.h"
#include "analysis/overlap/strongest.h"

/** Numbers of pairs as in sel_overlap. */
typedef struct sel_sweep_counts {
    uint64_t certain;
    uint64_t possible;
    uint64_t within_donor;
    uint64_t no_donor;
    uint64_t outside;
    uint64_t compared;
} sel_sweep_counts;

/** What the sweep found. */
typedef struct sel_sweep {
    sel_sweep_counts counts;
    sel_strongest strongest; /**< the caller destroys it */
    uint32_t *most_ppm;      /**< per programme: largest K */
} sel_sweep;

/** Sweep all places. most_ppm lives in arena. */
sel_sweep sel_sweep_places(const sel_overlap_table *table, const sel_overlap_options *options,
                           sel_arena *arena);

#endif
