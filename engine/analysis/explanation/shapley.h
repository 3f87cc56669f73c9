/** shapley.h - exact Shapley values of the score of one alternative.
 *
 * Shapley 1953, "A value for n-person games"; for explaining a number by its
 * inputs Štrumbelj & Kononenko 2014, "Explaining prediction models and individual
 * predictions with feature contributions". Players are criteria, or groups of
 * criteria such as principles. For a coalition S of the q players
 *
 *     v(S)   the score that the alternative has when the criteria of S keep its own
 *            values and the others are at the baseline, everyone else unchanged
 *     φ_j    Σ over S without j of |S|! (q − |S| − 1)! / q! · (v(S ∪ j) − v(S))
 *
 * Σ φ = v(all) − v(none): the score less the baseline's score. A criterion of
 * weight 0 gets 0; two players that do the same in every coalition get the same.
 *
 * Each v(S) is what sel_aggregate gives for the altered table, normalised anew:
 * a number that can be had, and checked, by ranking that table. Where the
 * normalisation or the method compares alternatives, the altered values move the
 * scale as they would in truth. */
#ifndef SEL_ANALYSIS_SHAPLEY_H
#define SEL_ANALYSIS_SHAPLEY_H

#include "analysis/explanation/scoring.h"

/** Players at most, and rows × coalitions at most: about 2 400 alternatives for 12 players. */
enum { SEL_SHAPLEY_PLAYERS = 12, SEL_SHAPLEY_MOST = 10000000 };

/** What a criterion counts that is out of the coalition. */
typedef enum sel_baseline {
    SEL_BASELINE_MEAN,  /**< mean of the values of all alternatives, this one included, in the unit
                             of the criterion: why it is not an average one */
    SEL_BASELINE_WORST, /**< least value of all alternatives, largest for a cost */
} sel_baseline;

/** Stable name: "mean", "worst". */
const char *sel_baseline_name(sel_baseline baseline);

typedef struct sel_shapley_options {
    sel_baseline baseline;
    const uint32_t *group; /**< per criterion: its player, from 0; NULL: each criterion is one */
    uint32_t groups;       /**< players when group is given */
} sel_shapley_options;

typedef struct sel_shapley {
    const double
        *values; /**< per player, in the unit of the score; sum to score − baseline_score */
    uint32_t players;
    double score;          /**< v(all): the score of the alternative */
    double baseline_score; /**< v(none) */
    sel_baseline baseline;
} sel_shapley;

/** Shapley values for a row of the matrix, into arena. Errors as in sel_aggregate, whose message
 *  then speaks of an altered table; SEL_BAD_INPUT for a row or a group out of range;
 *  SEL_UNSUPPORTED for more than SEL_SHAPLEY_PLAYERS players with weight (group them) or beyond
 *  SEL_SHAPLEY_MOST. 2^players aggregations, on all threads. */
SEL_CHECKED
sel_status sel_shapley_of(const sel_scoring *scoring, uint32_t row,
                          const sel_shapley_options *options, sel_arena *arena, sel_shapley *result,
                          sel_error *err);

#endif
