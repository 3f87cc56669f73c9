/** best_worst.h - weights from comparisons with the best and with the worst criterion only.
 *
 * a_j says how many times as important the best criterion B is as j, b_j how
 * many times as important j is as the worst W. Weights fit when
 *
 *     ratios:  |w_B/w_j − a_j| <= ξ,   |w_j/w_W − b_j| <= ξ     (Rezaei 2015)
 *     linear:  |w_B − a_j·w_j| <= ξ,   |w_j − b_j·w_W| <= ξ     (Rezaei 2016)
 *
 * with the least ξ that any weights allow; 0: nothing contradicts. Both are
 * solved exactly, without a solver: see best_worst_ratios.c and
 * best_worst_linear.c. */
#ifndef SEL_ANALYSIS_WEIGHTING_BEST_WORST_H
#define SEL_ANALYSIS_WEIGHTING_BEST_WORST_H

#include "base/status.h"

#include <stdint.h>

/** Comparisons by one person or group, each from 1 to a_W; borrowed. */
typedef struct sel_best_worst {
    const double *best_to_others;  /**< a, per criterion; 1 for the best */
    const double *others_to_worst; /**< b, per criterion; 1 for the worst */
    uint32_t criteria;             /**< from 2 */
    uint32_t best;                 /**< number of the best criterion, from 0 */
    uint32_t worst;                /**< another one */
} sel_best_worst;

/** SEL_BAD_INPUT, naming the criterion from 1: fewer than two criteria, a comparison below 1 or
 *  above that of best with worst or not a number, one with itself that is not 1, or best with worst
 *  said in two ways. */
SEL_CHECKED sel_status sel_best_worst_check(const sel_best_worst *comparisons, sel_error *err);

#endif
