/** imputation.h - ranks when missing values are drawn from what was observed, many times over.
 *
 * Multiple imputation (Rubin 1987, "Multiple imputation for nonresponse in
 * surveys", ch. 4) by hot deck: a missing value is one of the values observed for
 * the criterion. So that sets differ as much as what is unknown makes them, each
 * set first draws as many donors as there are, with replacement, and the missing
 * values from these (approximate Bayesian bootstrap, Rubin & Schenker 1986).
 *
 * It takes values to be missing at random: not missing because they are bad. Where
 * that is not so, score_bounds.h says what can be said. Only by option, and a
 * result says how many cells were drawn, how often and from which seed.
 *
 * Every draw depends on the seed, the set, the criterion and the alternative's key:
 * neither threads nor, with keys, the order of alternatives leave a trace. */
#ifndef SEL_ANALYSIS_IMPUTATION_H
#define SEL_ANALYSIS_IMPUTATION_H

#include "analysis/aggregation/aggregation.h"
#include "analysis/gaps/incomplete.h"

/** Bounds of the number of sets, and sets × rows at most: 12 bytes each. */
enum { SEL_IMPUTATION_LEAST = 2, SEL_IMPUTATION_SETS = 10000, SEL_IMPUTATION_MOST = 10000000 };

/** One alternative over all sets. */
typedef struct sel_imputed {
    double score;         /**< mean over the sets */
    uint32_t rank_low;    /**< smallest rank with a share of sets up to it of .05 or more */
    uint32_t rank_median; /**< … .50 */
    uint32_t rank_high;   /**< … .95 */
} sel_imputed;

typedef struct sel_imputation {
    const sel_imputed *alternatives; /**< per row */
    uint32_t sets;
    uint64_t cells; /**< drawn in each set: missing, of criteria with weight */
    uint64_t seed;
} sel_imputation;

/** Impute and aggregate `sets` times, into arena; method and options as in sel_aggregate.
 *  SEL_BAD_INPUT as there, for sets out of bounds, seed 0, and a criterion with weight that no one
 *  has a value for; SEL_UNSUPPORTED beyond SEL_IMPUTATION_MOST. */
SEL_CHECKED
sel_status sel_imputation_of(const sel_aggregation *method, const sel_incomplete_matrix *incomplete,
                             const sel_aggregation_options *options, uint32_t sets, uint64_t seed,
                             sel_arena *arena, sel_imputation *imputation, sel_error *err);

#endif
