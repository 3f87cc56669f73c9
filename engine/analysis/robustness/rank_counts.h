/** rank_counts.h - what is counted of the ranks in one round of draws. Private to robustness. */
#ifndef SEL_ANALYSIS_RANK_COUNTS_H
#define SEL_ANALYSIS_RANK_COUNTS_H

#include "analysis/robustness/acceptability.h"
#include "analysis/robustness/rank_tails.h"
#include "analysis/robustness/share_count.h"

/** How much is counted. */
typedef struct sel_rank_extent {
    uint32_t draws;    /**< N */
    uint32_t count;    /**< alternatives */
    uint32_t followed; /**< places whose ranks are counted */
    uint32_t kept;     /**< ranks whose shares are kept */
    uint32_t criteria; /**< that have weight */
    bool pairs;        /**< each place against each, otherwise against the next one */
} sel_rank_extent;

/** The ranks of `length` draws of one set: rank of place p in draw i at [p × stride + i], and the
 *  weights of draw i at [i × criteria]. One more place than followed when there is a next one. */
typedef struct sel_rank_block {
    const uint32_t *ranks;
    const double *weights;
    uint32_t stride;
    uint32_t length;
    bool closes; /**< the last block of its set */
} sel_rank_block;

typedef struct sel_rank_counts {
    sel_rank_extent extent;
    sel_rank_tails *tails;
    sel_share_count *ranks;       /**< followed × kept */
    sel_share_count *first_three; /**< per place */
    sel_share_count *wins;        /**< 2 for ahead, 1 for level: place × place above the diagonal,
                                       or per place against the next */
    uint64_t *rank_sums;          /**< per place */
    double *weight_sums;          /**< place × criteria: over the draws in which it is first */
} sel_rank_counts;

/** Nothing counted yet; memory in arena. */
sel_rank_counts sel_rank_counts_start(const sel_rank_extent *extent, sel_arena *arena);

/** Count one place in a block. Places are counted apart, so that each may have its own thread;
 *  blocks in the order of draws. */
void sel_rank_counts_add(const sel_rank_counts *counts, const sel_rank_block *block,
                         uint32_t place);

/** The mean weighting of the draws in which a place is first, per criterion that has weight; false
 *  when it never is. */
bool sel_rank_counts_central(const sel_rank_counts *counts, uint32_t place, double *central);

/** Fill all of a place but its confidence and central weights, and widen *spread to its largest
 *  spread; its arrays are in arena. */
void sel_rank_counts_fill(const sel_rank_counts *counts, uint32_t place, sel_arena *arena,
                          sel_acceptance *acceptance, double *spread);

#endif
