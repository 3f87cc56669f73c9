/** order_intervals.h - between which ranks alternatives lie when weights and unknown values move.
 *
 * Of methods whose terms add up (sel_aggregation.additive), by the draws of
 * ranking.h over the normalised values, which must lie in [0, 1]; a value that
 * is not known lies anywhere between the worst and the best of its criterion. */
#ifndef SEL_ANALYSIS_ORDER_INTERVALS_H
#define SEL_ANALYSIS_ORDER_INTERVALS_H

#include "analysis/aggregation/incomplete.h"

/** Why there are none. */
typedef enum sel_intervals_lack {
    SEL_INTERVALS_FOUND,
    SEL_INTERVALS_NOT_ADDITIVE, /**< the method is not one of weighted terms */
    SEL_INTERVALS_NOT_UNIT,     /**< normalised values do not lie in [0, 1] */
    SEL_INTERVALS_NOT_DRAWN,    /**< a weight is too small to be moved */
} sel_intervals_lack;

typedef struct sel_order_intervals {
    sel_intervals_lack lack;
    const uint32_t *rank_low; /**< per alternative: 5 % of the draws lie below; 0: not drawn */
    const uint32_t *rank_high;
    const double *first_three; /**< share of all weightings that put it in the first three */
    uint32_t draws;            /**< used */
    double spread;             /**< largest over 16 shifts, see sel_ranking */
    double concentration;
    bool sobol;
} sel_order_intervals;

/** Find them in arena. draws and seed as in sel_ranking_options: SEL_BAD_INPUT when they are out of
 *  range. */
SEL_CHECKED
sel_status sel_order_intervals_of(const sel_aggregation *method, const sel_filled_matrix *filled,
                                  const sel_aggregation_options *options, uint32_t draws,
                                  uint64_t seed, sel_arena *arena, sel_order_intervals *intervals,
                                  sel_error *err);

#endif
