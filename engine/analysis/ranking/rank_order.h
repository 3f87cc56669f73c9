/** rank_order.h - scores compared as whole numbers, sorted with their rows.
 *
 * A score in [0, 1] counts in units of 1e-9: two scores that round to the same
 * unit are a tie. Row and score travel in one 64-bit key, so that one sort
 * gives the order with ties in the order of the rows. */
#ifndef SEL_ANALYSIS_RANK_ORDER_H
#define SEL_ANALYSIS_RANK_ORDER_H

#include "analysis/keyed_rows.h"

#include <stdint.h>

/** Units of a score; 30 bits hold all of [0, 1.07]. */
static inline uint32_t sel_score_units(double score)
{
    return (uint32_t)(score * 1e9 + 0.5);
}

static inline double sel_score_of_units(uint32_t units)
{
    return units / 1e9;
}

/** Sorts before every key of a lower score, and of the same score with a higher row. */
static inline uint64_t sel_order_key(uint32_t units, uint32_t row)
{
    return (uint64_t)(0x3FFFFFFF - units) << 32 | row;
}

static inline uint32_t sel_order_row(uint64_t key)
{
    return (uint32_t)key;
}

/** Whether two keys have the same score. */
static inline int sel_order_tied(uint64_t a, uint64_t b)
{
    return a >> 32 == b >> 32;
}

#endif
