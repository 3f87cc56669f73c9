/** order_intervals.h - between which ranks alternatives lie when weights and unknown values move.
 *
 * A value that is not known lies anywhere between the worst and the best of its
 * criterion. Methods whose terms add up (sel_aggregation.additive) over normalised
 * values in [0, 1] by the draws of ranking.h, which are many and fast; any other by
 * those of acceptability.h, each an aggregation of its own.
 *
 * With constraints on weights every method goes by acceptability.h, over all
 * weightings that keep them, each as likely, instead of some around the stated
 * weights; "all weightings" are then these, too. */
#ifndef SEL_ANALYSIS_ORDER_INTERVALS_H
#define SEL_ANALYSIS_ORDER_INTERVALS_H

#include "analysis/aggregation/aggregation.h"
#include "analysis/gaps/incomplete.h"
#include "analysis/ranking/ranking.h"
#include "analysis/robustness/acceptability.h"

/** Why there are none. */
typedef enum sel_intervals_lack {
    SEL_INTERVALS_FOUND,
    SEL_INTERVALS_NOT_DRAWN,  /**< a weight is too small to be moved */
    SEL_INTERVALS_REFUSED,    /**< the method has no meaning for some of the draws */
    SEL_INTERVALS_TOO_MANY,   /**< alternatives, for a method that is not additive: more than
                                   SEL_INTERVALS_AGGREGATED */
    SEL_INTERVALS_TOO_NARROW, /**< less than 1 % of all weightings keep the constraints, and more
                                   criteria have weight than a random walk takes */
} sel_intervals_lack;

/** Alternatives up to which whole aggregations are drawn. */
enum { SEL_INTERVALS_AGGREGATED = 1000 };

/** What is drawn. */
typedef struct sel_order_draws {
    uint32_t draws; /**< as in sel_ranking_options */
    uint64_t seed;
    const sel_weight_constraints *constraints; /**< NULL: none */
} sel_order_draws;

/** One alternative. Ranks are from 1; those of an alternative that was not drawn are 0. */
typedef struct sel_order_interval {
    uint32_t rank_low;    /**< 5-95 % of the draws of weights and of what is not known */
    uint32_t rank_median; /**< 0 also where ranks are too many to be counted each */
    uint32_t rank_high;
    uint32_t weights_low; /**< 5-95 % of the draws of weights alone */
    uint32_t weights_high;
    double first_three;  /**< share of all weightings (with constraints: of all that keep them) that
                              put it in the first three */
    double beats_next;   /**< P(ahead of the next in `order`) + ½P(tie); .5 for the last */
    uint32_t next;       /**< the alternative after it in `order`; SEL_NONE: it is the last */
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
    bool constrained;         /**< over all weightings that keep constraints */
    uint64_t tried;           /**< then: weightings looked at for the draws */
    sel_weight_source source; /**< where weightings came from */
} sel_order_intervals;

/** Those that a ranking found. */
sel_order_intervals sel_order_intervals_of_ranking(const sel_ranking *ranking, sel_arena *arena);

/** Find them in arena. SEL_BAD_INPUT when draws or seed are out of range, when the constraints
 *  cannot be kept or the weights of options do not keep them (sel_weight_constraints_check). */
SEL_CHECKED
sel_status sel_order_intervals_of(const sel_aggregation *method, const sel_filled_matrix *filled,
                                  const sel_aggregation_options *options,
                                  const sel_order_draws *wanted, sel_arena *arena,
                                  sel_order_intervals *intervals, sel_error *err);

#endif
