/** ranks.h - scores to ranks, the same way for every method.
 *
 * Rule: scores count in whole units of 1e-9 of the largest absolute score,
 * rounded; equal units are a tie and share the best rank. Differences below that
 * are rounding of the calculation, not of the data. When all scores are 0, all
 * tie. */
#ifndef SEL_ANALYSIS_AGGREGATION_RANKS_H
#define SEL_ANALYSIS_AGGREGATION_RANKS_H

#include <stdint.h>

/** Units of the largest absolute score. */
#define SEL_RANK_UNITS 1000000000

/** Write the units of count finite scores, −SEL_RANK_UNITS … SEL_RANK_UNITS, and return the score
 *  that one unit is worth (0 when all scores are 0). */
double sel_rank_units(const double *scores, uint32_t count, int32_t *units);

/** Ranks of units, from 1, highest first, by a radix sort of keys that carry their row. */
void sel_rank_order(const int32_t *units, uint32_t count, uint32_t *ranks);

/** The same in the caller's room: count keys each. */
void sel_rank_order_in(const int32_t *units, uint32_t count, uint64_t *keys, uint64_t *spare,
                       uint32_t *ranks);

/** Both: ranks of scores, by so many threads where there are many. */
void sel_ranks_of(const double *scores, uint32_t count, int threads, uint32_t *ranks);

/** The same in the caller's room: count keys each. */
void sel_ranks_in(const double *scores, uint32_t count, int threads, uint64_t *keys,
                  uint64_t *spare, uint32_t *ranks);

#endif
