/** order_intervals.h - between which ranks alternatives lie when weights and unknown values move.
 *
 * A value that is not known lies anywhere between the worst and the best of its
 * criterion. Methods whose terms add up (sel_aggregation.additive) over normalised
 * values in [0, 1] by the draws of ranking.h, which are many and fast; any other by
 * those of acceptability.h, each an aggregation of its own. */
#ifndef SEL_ANALYSIS_ORDER_INTERVALS_H
#define SEL_ANALYSIS_ORDER_INTERVALS_H

#include "analysis/aggregation/incomplete.h"
#include "analysis/ranking/ranking.h"

/** Why there are none. */
typedef enum sel_intervals_lack {
    SEL_INTERVALS_FOUND,
    SEL_INTERVALS_NOT_DRAWN, /**< a weight is too small to be moved */
    SEL_INTERVALS_REFUSED,   /**< the method has no meaning for some of the draws */
    SEL_INTERVALS_TOO_MANY,  /**< alternatives, for a method that is not additive: more than
                                  SEL_INTERVALS_AGGREGATED */
} sel_intervals_lack;

/** Alternatives up to which whole aggregations are drawn. */
enum { SEL_INTERVALS_AGGREGATED = 1000 };

/** One alternative. Ranks are from 1; those of an alternative that was not drawn are 0. */
typedef struct sel_order_interval {
    uint32_t rank_low;    /**< 5-95 % of the draws of weights and of what is not known */
    uint32_t rank_median; /**< 0 also where ranks are too many to be counted each */
    uint32_t rank_high;
    uint32_t weights_low; /**< 5-95 % of the draws of weights alone */
    uint32_t weights_high;
    double first_three;  /**< share of all weightings that put it in the first three */
    double beats_next;   /**< P(ahead of the next in `order`) + ½P(tie); .5 for the last */
    bool tied_with_next; /**< cannot be told apart from it, see sel_ranked */
} sel_order_interval;

typedef struct sel_order_intervals {
    sel_intervals_lack lack;
    const sel_order_interval *of; /**< per alternative; NULL with a lack */
    const uint32_t *order;        /**< alternatives, best first */
    uint32_t drawn;               /**< of these the first so many were drawn */
    uint32_t draws;               /**< used */
    double spread;                /**< largest over 16 shifts, see sel_ranking */
    double concentration;
    bool sobol;
} sel_order_intervals;

/** Those that a ranking found. */
sel_order_intervals sel_order_intervals_of_ranking(const sel_ranking *ranking, sel_arena *arena);

/** Find them in arena. draws and seed as in sel_ranking_options: SEL_BAD_INPUT when they are out of
 *  range. */
SEL_CHECKED
sel_status sel_order_intervals_of(const sel_aggregation *method, const sel_filled_matrix *filled,
                                  const sel_aggregation_options *options, uint32_t draws,
                                  uint64_t seed, sel_arena *arena, sel_order_intervals *intervals,
                                  sel_error *err);

#endif
