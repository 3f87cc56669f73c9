/** rank_tails.h - the ranks between which an alternative stays in 90 % of the draws.
 *
 * The 5 % rank is the smallest rank whose cumulative share reaches .05: the
 * ceil(.05 N)-th smallest of the N ranks; the 95 % rank likewise. Only as many
 * of the smallest and largest ranks as that takes are kept (bounded heaps), so
 * the answer is exact without a table of ranks by alternatives. */
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

/** Both tails of one alternative's ranks. */
typedef struct sel_rank_tails {
    sel_smallest low;
    sel_smallest high; /**< of complements, so that its top is the wanted one from the top */
} sel_rank_tails;

/** Empty tails for N > 0 draws, in arena. */
sel_rank_tails sel_rank_tails_start(uint32_t draws, sel_arena *arena);

void sel_rank_tails_add(sel_rank_tails *tails, uint32_t rank);

/** The 5 % and 95 % ranks, after all N draws were added. */
uint32_t sel_rank_tails_low(const sel_rank_tails *tails);
uint32_t sel_rank_tails_high(const sel_rank_tails *tails);

#endif
