/** weight_region.h - weightings that keep what is agreed about them: an order, bounds, or both.
 *
 *     { w : Σ w = 1, low <= w <= high, w[more] >= w[less] for each order }
 *
 * What the statements imply for single weights is worked out first: a criterion
 * weighs at least what each one below it must, at most what each one above it
 * may. Weights between these implied bounds, all at the same share of the way
 * from the lower to the upper, keep every order, so that the region is empty
 * only when the implied bounds cross or their sums do not enclose 1. */
#ifndef SEL_ANALYSIS_WEIGHT_REGION_H
#define SEL_ANALYSIS_WEIGHT_REGION_H

#include "base/status.h"
#include "domain/model.h"

#include <stdbool.h>

/** Criterion `more` weighs at least as much as criterion `less`; numbers from 0. */
typedef struct sel_weight_order {
    uint32_t more;
    uint32_t less;
} sel_weight_order;

/** Everything is borrowed. */
typedef struct sel_weight_constraints {
    const sel_weight_order *orders;
    uint32_t order_count;
    const double *low;  /**< per criterion, 0 to 1; NULL: 0 */
    const double *high; /**< per criterion, low to 1; NULL: 1 */
} sel_weight_constraints;

/** What is wrong with constraints. */
typedef enum sel_region_fault_kind {
    SEL_REGION_SOUND,
    SEL_REGION_MISSTATED, /**< a bound or a number is out of range */
    SEL_REGION_CROSSED,   /**< `criterion` would weigh at least low and at most high, below low */
    SEL_REGION_SUM,       /**< the weights would sum to at least low, above 1, or at most high */
    SEL_REGION_CIRCLE,    /**< other orders imply the reverse of `order` */
    SEL_REGION_NO_ROOM,   /**< only one weighting keeps them, or one for some criteria */
    SEL_REGION_ORDER_BROKEN, /**< by stated weights: `order` */
    SEL_REGION_BOUND_BROKEN, /**< the weight of `criterion` is not from low to high */
} sel_region_fault_kind;

typedef struct sel_region_fault {
    sel_region_fault_kind kind;
    uint32_t criterion; /**< from 0 */
    uint32_t order;     /**< of the constraints, from 0 */
    double low;
    double high;
} sel_region_fault;

/** Constraints on q criteria, with what they imply. */
typedef struct sel_weight_region {
    const sel_weight_constraints *constraints;
    uint32_t criteria;            /**< 2 to SEL_CRITERIA_MAX */
    sel_region_fault fault;       /**< why there is none, when making it failed */
    double low[SEL_CRITERIA_MAX]; /**< implied bounds */
    double high[SEL_CRITERIA_MAX];
    double inside[SEL_CRITERIA_MAX]; /**< a weighting that keeps all with room to spare, except
                                          where low = high */
} sel_weight_region;

/** Region of 2 or more criteria. SEL_BAD_INPUT, with the criteria named by their number from 1,
 * when a bound or a number is out of range, when no weighting keeps the constraints, or when they
 * leave no room: criteria in a circle of orders, or bounds that sum to 1. */
SEL_CHECKED
sel_status sel_weight_region_make(const sel_weight_constraints *constraints, uint32_t criteria,
                                  sel_weight_region *region, sel_error *err);

/** Whether there is a region, and whether it has the stated weights (to within 1e-9); NULL: they
 * are not known yet. Criteria of weight 0 stay at 0, so that what is left to the others must have
 * room too. 1 criterion or more: a single one weighs 1. SEL_BAD_INPUT as sel_weight_region_make;
 * fault, which may be NULL, says why. */
SEL_CHECKED
sel_status sel_weight_constraints_check(const sel_weight_constraints *constraints,
                                        const double *weights, uint32_t criteria,
                                        sel_region_fault *fault, sel_error *err);

/** Whether the constraints leave one weight only to a criterion: low = high. */
bool sel_weight_region_fixed(const sel_weight_region *region, uint32_t criterion);

/** Set bit k of above[j], for each criterion j, where k weighs at least as much as j by some path
 * of orders between criteria that are not fixed; above is zeroed. */
void sel_weight_region_above(const sel_weight_region *region, uint64_t *above);

/** Whether weights keep all constraints, each to within `slack` >= 0. */
bool sel_weight_region_has(const sel_weight_region *region, const double *weights, double slack);

#endif
