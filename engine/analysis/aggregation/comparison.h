/** comparison.h - how far the orders of two methods agree, and where they differ most. */
#ifndef SEL_ANALYSIS_COMPARISON_H
#define SEL_ANALYSIS_COMPARISON_H

#include <stdbool.h>
#include <stdint.h>

typedef struct sel_order_comparison {
    bool available;      /**< fewer than two alternatives, or all tied on one side: no tau_b */
    double tau_b;        /**< of the ranks (kendall.h); 0 when it is not available */
    uint32_t difference; /**< largest difference between the two ranks of an alternative */
    uint32_t farthest;   /**< first alternative with that difference */
    uint32_t agreeing;   /**< alternatives with the same rank on both sides */
} sel_order_comparison;

/** Compare the ranks of count > 0 alternatives, from 1, equal ones sharing the best. */
sel_order_comparison sel_orders_compare(const uint32_t *a, const uint32_t *b, uint32_t count);

#endif
