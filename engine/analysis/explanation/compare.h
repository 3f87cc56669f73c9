/** compare.h - the orders that several methods give, set against each other.
 *
 * How far two orders agree is Kendall's τ_b (kendall.h); an alternative moves by
 * the difference between its worst and its best rank over the methods. Beside
 * them stand the orders of Borda and Copeland (aggregation/consensus.h), which
 * weigh every method alike and are no better founded than the methods are. */
#ifndef SEL_ANALYSIS_COMPARE_H
#define SEL_ANALYSIS_COMPARE_H

#include "analysis/aggregation/consensus.h"

#include <stdbool.h>

/** Agreement of orders a < b. */
typedef struct sel_order_pair {
    uint32_t a;
    uint32_t b;
    double tau_b; /**< −1 to 1 */
    bool known;   /**< false: one alternative, or all of them tied on one side: no τ_b */
} sel_order_pair;

/** One alternative over all orders. */
typedef struct sel_mover {
    uint32_t row;
    uint32_t best;     /**< smallest rank */
    uint32_t worst;    /**< largest rank */
    uint32_t best_in;  /**< first order that gives it the smallest … */
    uint32_t worst_in; /**< … and the largest rank */
} sel_mover;

typedef struct sel_comparison {
    const sel_order_pair *pairs; /**< a by a, then b by b */
    uint32_t pair_count;         /**< orders (orders − 1) / 2 */
    const sel_mover *movers; /**< all alternatives, that which moves most first; equal moves by best
                                  rank, then by row */
    const uint32_t *borda;   /**< ranks */
    const uint32_t *copeland; /**< ranks; NULL beyond SEL_COPELAND_MOST alternatives */
    uint32_t agreed_first; /**< row that every order has alone at rank 1; rows when there is none */
} sel_comparison;

/** Compare at least two orders, into arena. SEL_BAD_INPUT for fewer, no alternatives, and a rank
 *  that is not from 1 to rows. */
SEL_CHECKED
sel_status sel_compare_orders(const sel_orders *orders, sel_arena *arena,
                              sel_comparison *comparison, sel_error *err);

#endif
