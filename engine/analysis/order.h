/** order.h - ascending order of 64-bit keys, for qsort: what is sorted by goes into the high bits,
 *  what breaks ties into the low ones. */
#ifndef SEL_ANALYSIS_ORDER_H
#define SEL_ANALYSIS_ORDER_H

#include <stdint.h>

/** Below so many things a loop is done before other threads would have begun. */
enum { SEL_WORTH_THREADS = 4096 };

static inline int sel_order_keys(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

#endif
