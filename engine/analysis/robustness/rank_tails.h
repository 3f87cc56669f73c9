/** rank_tails.h - the ranks between which an alternative stays in 90 % of the draws.
 *
 * The 5 % rank is the smallest rank whose cumulative share reaches .05: the
 * ceil(.05 N)-th smallest of the N ranks; the 95 % rank likewise. Exact, in the
 * smaller of two ways: a count per rank, or only as many of the smallest and
 * largest ranks as the answer takes (bounded heaps), so that 100,000
 * alternatives need no table of ranks by alternatives. Up to 1,024 ranks are
 * counted each. */
#ifndef SEL_ANALYSIS_RANK_TAILS_H
#define SEL_ANALYSIS_RANK_TAILS_H

#include "base/arena.h"

#include <stdint.h>

/** The smallest `room` values of those added. */
typedef struct sel_smallest {
    uint32_t *heap; /**< largest on top */
    uint32_t room;  /**< > 0 */
    uint32_t count;
} sel_smallest;

/** Ranks of one alternative so far. */
typedef struct sel_rank_tails {
    uint32_t draws;
    uint32_t ranks;
    uint32_t *counts;        /**< draws at rank i + 1, or NULL */
    uint16_t *narrow_counts; /**< the same where N fits, or NULL; neither: low and high are used */
    sel_smallest low;        /**< ranks */
    sel_smallest high;       /**< their complements, so that the smallest are the highest ranks */
} sel_rank_tails;

/** Nothing added yet; N draws > 0, ranks from 1 to `ranks`; memory in arena. */
sel_rank_tails sel_rank_tails_start(uint32_t draws, uint32_t ranks, sel_arena *arena);

/** Add the ranks of count draws. */
void sel_rank_tails_add(sel_rank_tails *tails, const uint32_t *ranks, uint32_t count);

/** The 5 % and 95 % ranks, after all N draws were added. */
uint32_t sel_rank_tails_low(const sel_rank_tails *tails);
uint32_t sel_rank_tails_high(const sel_rank_tails *tails);

/** The smallest rank that half of the draws reach; 0 when ranks were not counted each. */
uint32_t sel_rank_tails_median(const sel_rank_tails *tails);

#endif
