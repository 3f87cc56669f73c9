/** missing.h - a decision matrix with cells that no one has filled in: who lacks what, and what can
 * be ranked without guessing.
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

#include "analysis/explanation/move_up.h"

/** Share of weight below which a common list says nothing about neighbours. */
#define SEL_COMMON_LEAST .5

/** A scoring of which some values are missing. */
typedef struct sel_incomplete {
    sel_scoring scoring;           /**< missing cells of its matrix are not read */
    const bool *known;             /**< per cell, laid out like the values */
    const sel_value_range *ranges; /**< per criterion: what a missing value may be; NULL: goalposts
                                        when the method counts by them, otherwise worst to best
                                        known value */
    const uint64_t *keys;          /**< per alternative, all different, such as a hash of its name:
                                        what its random numbers go by; NULL: its row */
} sel_incomplete;

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

/** Look what is missing; limit is the least coverage, 0 to 1 (met to 1e-9). SEL_BAD_INPUT for a
 *  limit out of range, weights that sel_aggregate refuses, and a criterion with weight that no one
 *  has a value for. Nobody ranked is not an error: ranked_count is 0, common_share 0. */
SEL_CHECKED
sel_status sel_missing_look(const sel_incomplete *incomplete, double limit, sel_arena *arena,
                            sel_missing *missing, sel_error *err);

/** The same scoring over some of its rows, copied into arena. */
sel_incomplete sel_missing_take(const sel_incomplete *incomplete, const uint32_t *rows,
                                uint32_t count, sel_arena *arena);

/** Aggregate the ranked alternatives over the common list, weights in their proportions; element i
 *  of the outcome is row ranked[i]. Errors as in sel_aggregate; SEL_REFUSED when nobody is ranked
 *  or no criterion is common. */
SEL_CHECKED
sel_status sel_missing_rank_common(const sel_incomplete *incomplete, const sel_missing *missing,
                                   sel_arena *arena, sel_aggregation_outcome *outcome,
                                   sel_error *err);

#endif
