/** ranking.h - order alternatives by several criteria, and say how far the order can be trusted.
 *
 * A ranking method is the additive part of a const row in the table of
 * aggregations (so results can name it). Every ranking comes with rank
 * intervals: weights moved (Dirichlet around the model's weights through shifted
 * Sobol points), and data within their bounds. */
#ifndef SEL_ANALYSIS_RANKING_H
#define SEL_ANALYSIS_RANKING_H

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

#include <stdint.h>

/** Values per alternative and criterion, row-major, in [0, 1], higher is better; borrowed.
 *  low <= high; equal when the value is known. No NaN. */
typedef struct sel_alternatives {
    const double *low;
    const double *high;
    uint32_t count;
    uint32_t criteria; /**< 1 to SEL_CRITERIA_MAX */
} sel_alternatives;

/** A way to turn values and weights into one score per alternative, higher is better: the score
 *  grows with Σ weight × term, so that contributions are exact. */
typedef struct sel_ranking_method {
    const char *name;    /**< stable: "weighted-product" */
    const char *variant; /**< normalisation, floor, tie rule in one line of English */
    const char *source;  /**< author, year */
    /** What each of count values counts per unit of weight; terms may be values itself. */
    void (*terms)(const double *values, size_t count, double floor, double *terms);
    /** Mean of the term of a value spread evenly from low to high: what a criterion counts that is
     *  known only to lie there, so that an unknown value is worth what it is on average. */
    double (*expected)(double low, double high, double floor);
    /** Turn each sum of weight × term into its score in [0, 1], in place; strictly increasing. */
    void (*scores)(double *sums, size_t count);
} sel_ranking_method;

/** Additive part of the aggregation of a name (aggregation.h has the table of all), or NULL when
 *  there is none of that name or it is not additive. */
const sel_ranking_method *sel_ranking_method_find(sel_str name);

typedef struct sel_ranking_options {
    const sel_ranking_method *method;
    const double *weights; /**< per criterion, >= 0, summing to 1 (±1e-9) */
    double floor;          /**< smallest value a criterion counts with, 0 < floor < 1 */
    double concentration;  /**< κ; 0: 16(q − 1) − 1, q = criteria with a weight above 0 */
    uint32_t draws;        /**< largest N, a power of two from SEL_DRAWS_LEAST to
                                SEL_DRAWS_MOST; sel_ranking_draws lowers it */
    uint64_t seed;         /**< not 0 */
    int threads;           /**< <= 0: as OpenMP decides; results do not depend on it */
} sel_ranking_options;

/** Place of one alternative in the order. Ranks are from 1; ties take the best shared rank. */
typedef struct sel_ranked {
    uint32_t alternative; /**< row of sel_alternatives */
    double score;         /**< with what is not known at its expected term, rounded to 1e-9 */
    double score_low;     /**< with every criterion at its low bound */
    double score_high;
    uint32_t rank;
    uint32_t rank_low;    /**< 5-95 %, weights and data moved */
    uint32_t rank_median; /**< the smallest rank that half of these draws reach; 0 where ranks are
                               too many to be counted each (rank_tails.h) */
    uint32_t rank_high;
    uint32_t weights_low; /**< 5-95 %, only weights moved */
    uint32_t weights_high;
    double first_three;  /**< share of all possible weightings (Dirichlet(1)), data at their means,
                              that put it in the first 3 */
    double beats_next;   /**< P(better than the next) + ½P(tie), weights and data moved; .5 for
                              the last */
    bool tied_with_next; /**< cannot be told apart from the next one: the smaller of beats_next
                              and 1 − beats_next is .10 or more */
    const double *contributions; /**< per criterion; sum to score (additive) or to its logarithm
                                      relative to 1 (product); see the method's variant */
    double swap_from;            /**< weight of swap_criterion now, and … */
    double swap_to; /**< … at which this and the next change places when the other weights keep
                         their proportions: the smallest such change; < 0: none does, or the two
                         share a rank */
    uint32_t swap_criterion;
} sel_ranked;

typedef struct sel_ranking {
    const sel_ranked *order; /**< best first; ties in the order of the rows */
    uint32_t count;
    uint32_t with_intervals; /**< places with intervals and probabilities; after them rank_low,
                                  rank_median, rank_high, weights_low, weights_high are 0 and
                                first_three, beats_next, tied_with_next say nothing */
    uint32_t draws;          /**< N used */
    double spread;        /**< largest standard deviation, over the 16 shifts, of a first_three or
                               beats_next; their own standard error is a quarter of it */
    double concentration; /**< κ used; 0 when only one criterion has weight: no weight moves */
    bool sobol;           /**< false: pseudo-random (more than 39 free dimensions) */
    uint64_t seed;
} sel_ranking;

/** Alternatives above which only the first SEL_INTERVAL_PLACES get intervals. */
enum { SEL_ALTERNATIVES_FULL = 100000, SEL_INTERVAL_PLACES = 1000 };

/** N for a number of alternatives: wanted while N × alternatives <= 1e8, else the largest power of
 *  two that keeps it, at least SEL_DRAWS_LEAST. */
uint32_t sel_ranking_draws(uint32_t wanted, uint32_t alternatives);

/** Rank into arena. SEL_BAD_INPUT for weights, values or options out of range, SEL_NUMERIC when a
 *  weight is too small to be moved (κ·w < 1e-6) or GSL fails. No alternatives is an empty order. */
SEL_CHECKED
sel_status sel_ranking_compute(const sel_alternatives *alternatives,
                               const sel_ranking_options *options, sel_arena *arena,
                               sel_ranking *ranking, sel_error *err);

#endif
