/** rank_reversal.h - whether the order of the others changes when one alternative is dropped.
 *
 * Belton & Gear 1983, "On a short-coming of Saaty's method of analytic
 * hierarchies". Normalisations by the least, most or sum of the alternatives, ideal points and
 * outranking make an order depend on who else is in it. Here every alternative is dropped once and
 * the order of the rest is computed anew, exactly, by the method itself.
 *
 * Two of the others have changed when one was ahead and now is not: reversed when it is behind,
 * otherwise only tied; or when they were tied and are not any more. */
#ifndef SEL_ANALYSIS_SENSITIVITY_RANK_REVERSAL_H
#define SEL_ANALYSIS_SENSITIVITY_RANK_REVERSAL_H

#include "analysis/aggregation/aggregation.h"

/** Alternatives at most, for all pairs are compared for each of them, and pairs that are listed
 *  for each one dropped. */
enum { SEL_REVERSAL_ROWS_MOST = 1000, SEL_REVERSAL_PAIRS_MOST = 100 };

/** Two alternatives whose order changed; ahead < behind in rank before, or tied. */
typedef struct sel_changed_pair {
    uint32_t ahead; /**< row; of tied ones the lower row */
    uint32_t behind;
    bool tied_before;
    bool tied_after;
} sel_changed_pair;

typedef struct sel_dropped {
    uint32_t alternative;          /**< row that was dropped */
    uint64_t changed;              /**< pairs of others, reversed ones too */
    uint64_t reversed;             /**< strictly one way before and the other way after */
    bool first_changes;            /**< another set of alternatives has rank 1, the one dropped not
                                        counted; false when only it had rank 1 */
    const sel_changed_pair *pairs; /**< by row of ahead, then behind: the first
                                        SEL_REVERSAL_PAIRS_MOST */
    uint32_t pair_count;
    bool refused; /**< the method has no meaning for the rest: nothing else is filled but … */
    const char *reason; /**< … why, in its own words */
} sel_dropped;

typedef struct sel_rank_reversal {
    const sel_aggregation *method;
    const sel_dropped *dropped; /**< one per row, in their order */
    uint32_t count;             /**< rows; 0 for fewer than three: two others make one pair */
    uint32_t changing;          /**< dropped alternatives for which a pair changed */
    uint32_t reversing;         /**< for which a pair was reversed */
} sel_rank_reversal;

/** Drop each alternative. options as for sel_aggregate, whose threads share the alternatives among
 *  them. SEL_UNSUPPORTED above SEL_REVERSAL_ROWS_MOST; otherwise what sel_aggregate says of all
 *  alternatives together. */
SEL_CHECKED
sel_status sel_rank_reversal_of(const sel_aggregation *method, const sel_decision_matrix *matrix,
                                const sel_aggregation_options *options, sel_arena *arena,
                                sel_rank_reversal *reversal, sel_error *err);

#endif
