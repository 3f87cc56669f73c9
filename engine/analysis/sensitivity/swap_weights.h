/** swap_weights.h - the smallest change of one weight that swaps two neighbours, for any method.
 *
 * Criterion j gets weight x instead of w_j and the others keep their
 * proportions, w_i (1 − x) / (1 − w_j): a segment from leaving j out to j alone.
 * A pair swaps at the x nearest to w_j beyond which the one behind is strictly ahead.
 *
 * Additive methods have it in closed form, for the lead is linear in x
 * (ranking/reasons.h). For the others the segment is walked from w_j outwards in
 * SEL_SWAP_STEPS steps of 1/SEL_SWAP_STEPS, and the first step in which the order
 * changes is halved until x is exact to rounding: two changes of order within one step cancel and
 * are not seen. At 0 and 1 a method that refuses them, or cannot tell alternatives apart, ends the
 * segment before. */
#ifndef SEL_ANALYSIS_SENSITIVITY_SWAP_WEIGHTS_H
#define SEL_ANALYSIS_SENSITIVITY_SWAP_WEIGHTS_H

#include "analysis/aggregation/aggregation.h"

enum { SEL_SWAP_STEPS = 128 };

/** Two neighbours in an order. */
typedef struct sel_swap {
    uint32_t ahead;     /**< row */
    uint32_t behind;    /**< row that comes next; of ties the lower row is first */
    bool tied;          /**< they share a rank: nothing to swap, the rest says nothing */
    bool found;         /**< false: no change of one weight swaps them */
    uint32_t criterion; /**< whose weight changes least; of equal changes the first one */
    double from;        /**< its weight now */
    double to;          /**< and where the two change places, [0, 1] */
} sel_swap;

typedef struct sel_swaps {
    const sel_swap *pairs; /**< best first */
    uint32_t count;        /**< rows − 1 at most, pairs wanted at most */
    bool closed_form;      /**< false: by steps and halving */
} sel_swaps;

/** Swaps of the first `wanted` pairs of neighbours. Errors as in sel_aggregate. */
SEL_CHECKED
sel_status sel_swaps_of(const sel_aggregation *method, const sel_decision_matrix *matrix,
                        const sel_aggregation_options *options, uint32_t wanted, sel_arena *arena,
                        sel_swaps *swaps, sel_error *err);

#endif
