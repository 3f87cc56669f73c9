/** share_count.h - how often something happened, over all draws and in each of the 16 sets.
 *
 * Whole numbers only, so that the spread over the sets has no rounding but that
 * of its last root. */
#ifndef SEL_ANALYSIS_SHARE_COUNT_H
#define SEL_ANALYSIS_SHARE_COUNT_H

#include "analysis/robustness/weight_draws.h"

#include <math.h>

typedef struct sel_share_count {
    uint32_t now; /**< in the set that is being counted */
    uint32_t all; /**< in the sets before it */
    uint64_t squares;
} sel_share_count;

/** The set that is being counted is complete. */
static inline void sel_share_close(sel_share_count *count)
{
    count->all += count->now;
    count->squares += (uint64_t)count->now * count->now;
    count->now = 0;
}

/** Share of all draws, after the last set was closed; `most` is the count of a share of 1. */
static inline double sel_share_of(const sel_share_count *count, uint64_t most)
{
    return (double)count->all / (double)most;
}

/** Standard deviation of the share over the sets. */
static inline double sel_share_spread(const sel_share_count *count, uint64_t most)
{
    uint64_t square = (uint64_t)count->all * count->all;
    double variance =
        (double)(SEL_SHIFTS * count->squares - square) / (double)(SEL_SHIFTS * (SEL_SHIFTS - 1));
    return sqrt(variance) * SEL_SHIFTS / (double)most;
}

#endif
