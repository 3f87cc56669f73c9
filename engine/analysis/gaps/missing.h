/** missing.h - who lacks what in a decision matrix, and what can be ranked without guessing.
 *
 * A missing value is never 0 and never left out for one alternative alone. There
 * are four answers, each a function of its own:
 *
 *     apart        alternatives of which too little is known are listed, not ranked
 *     common list  one order over the criteria that all ranked alternatives have
 *     bounds       the score between worst and best case (score_bounds.h)
 *     imputation   draws from observed values, when asked for (imputation.h)
 *
 * Criteria of weight 0 do not count, here and there. */
#ifndef SEL_ANALYSIS_MISSING_H
#define SEL_ANALYSIS_MISSING_H

#include "analysis/gaps/incomplete.h"

/** Share of weight below which a common list says nothing about neighbours. */
#define SEL_COMMON_LEAST .5

/** Cells count only where the criterion has weight. */
typedef struct sel_missing {
    const double *coverage;   /**< per alternative: share of weight that is known, 0 to 1 */
    const uint32_t *cells_of; /**< per alternative: missing cells */
    const uint32_t *lacking;  /**< per criterion: alternatives without a value */
    uint64_t cells;           /**< missing in all */
    const uint32_t *ranked;   /**< rows with coverage of the limit or more, ascending */
    uint32_t ranked_count;
    const uint32_t *apart; /**< the other rows, ascending */
    uint32_t apart_count;
    const bool *common;  /**< per criterion: has weight, and all ranked ones have it */
    double common_share; /**< share of weight of the common list */
    bool neighbours;     /**< the common list has SEL_COMMON_LEAST or more: statements about
                              neighbours in its order are allowed */
} sel_missing;

/** Look what is missing; weights as in sel_aggregation_options, limit the least coverage, 0 to 1
 *  (both met to 1e-9). SEL_BAD_INPUT for a limit out of range and weights that sel_aggregate
 *  refuses. Nobody ranked is not an error: ranked_count is 0, common_share 0. */
SEL_CHECKED
sel_status sel_missing_look(const sel_incomplete_matrix *incomplete, const double *weights,
                            double limit, sel_arena *arena, sel_missing *missing, sel_error *err);

/** Write the weights of the common list in their proportions, all others 0: one per criterion, what
 *  sel_aggregate makes the order over the common list with. SEL_REFUSED when nobody is ranked or no
 *  criterion is common. */
SEL_CHECKED
sel_status sel_missing_common_weights(const sel_missing *missing, const double *weights,
                                      uint32_t criteria, double *common, sel_error *err);

#endif
