/** consensus.h - one order from the orders that several methods give.
 *
 *     Borda 1781     for each order, the share of the others that an alternative
 *                    is ahead of, those it ties with counted half; the mean over
 *                    orders, 0 to 1
 *     Copeland 1951  the share of the others that it beats in more orders than
 *                    they beat it, less the share that so beats it, −1 to 1
 *
 * Ranks are as sel_aggregate gives them: from 1, equal ones share the best. */
#ifndef SEL_ANALYSIS_AGGREGATION_CONSENSUS_H
#define SEL_ANALYSIS_AGGREGATION_CONSENSUS_H

#include "base/arena.h"
#include "base/status.h"

#include <stdint.h>

typedef struct sel_orders {
    const uint32_t *const *ranks; /**< one array of rows for each order; borrowed */
    uint32_t count;               /**< >= 1 */
    uint32_t rows;                /**< >= 1 */
} sel_orders;

/** Alternatives at most for Copeland, which compares pairs. */
enum { SEL_COPELAND_MOST = 20000 };

typedef struct sel_consensus {
    const char *name;    /**< stable: "borda" */
    const char *variant; /**< in one line of English */
    const char *source;  /**< author, year */
    sel_status (*compute)(const sel_orders *orders, double *scores, sel_error *err);
} sel_consensus;

/** Both rows, by name. */
const sel_consensus *const *sel_consensuses(uint32_t *count);

/** Write scores, higher is better, and their ranks. SEL_BAD_INPUT without orders or alternatives or
 *  for a rank that is not from 1 to rows; SEL_UNSUPPORTED beyond SEL_COPELAND_MOST. */
SEL_CHECKED
sel_status sel_consensus_of(const sel_consensus *way, const sel_orders *orders, double *scores,
                            uint32_t *ranks, sel_error *err);

#endif
