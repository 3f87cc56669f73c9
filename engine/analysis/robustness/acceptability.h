/** acceptability.h - how far an order by any method can be trusted when weights and data move.
 *
 * SMAA-2 (Lahdelma & Salminen 2001, "SMAA-2: Stochastic multicriteria
 * acceptability analysis for group decision making", Operations Research 49) over
 * every row of aggregation.h: each draw aggregates one matrix with one weighting,
 * and what is counted are ranks.
 *
 *     rank acceptability  b(i, r)   share of draws that give alternative i rank r
 *     central weights     w(i)      mean weighting of the draws in which i is first
 *     confidence factor   p(i)      share of draws of the data in which i is first
 *                                   under w(i)
 *     pairwise winning    c(i, k)   share of draws with i ahead of k, ties by half
 *
 * Two families of weightings: around the stated weights w̄, Dirichlet(κ·w̄), or,
 * with constraints, all that keep them, each as likely; and all weightings there
 * are, Dirichlet(1). Each is drawn with the data at the middle of their bounds and
 * with the data moved: uniform between the bounds, independent, a number for each
 * (alternative, criterion, draw). A draw is normalised by its own data. Weight 0
 * stays 0.
 *
 * Draws fall into 16 independent sets of equal size (16 shifts of one Sobol set
 * where Sobol points are used); a spread is the standard deviation of a share
 * over these sets, and the share's own standard error a quarter of it. Only whole
 * numbers are counted, and central weights are summed in the order of draws: the
 * number of threads leaves no trace, and neither does the order of alternatives. */
#ifndef SEL_ANALYSIS_ACCEPTABILITY_H
#define SEL_ANALYSIS_ACCEPTABILITY_H

#include "analysis/aggregation/aggregation.h"
#include "analysis/robustness/weight_region.h"

/** Alternatives up to which every rank and every pair is kept, and ranks kept beyond. */
enum { SEL_ACCEPTABILITY_FULL = 100, SEL_ACCEPTABILITY_RANKS = 10 };

typedef struct sel_acceptability_options {
    const sel_aggregation *method;
    sel_aggregation_options aggregation;       /**< with the stated weights w̄ */
    const sel_weight_constraints *constraints; /**< NULL: none; w̄ must keep them */
    double concentration;                      /**< κ; 0: 16(q − 1) − 1, q = weights above 0 */
    uint32_t draws;   /**< largest N, a power of two from SEL_DRAWS_LEAST to SEL_DRAWS_MOST */
    uint64_t seed;    /**< not 0 */
    bool around_only; /**< leave out the rounds over all weightings: half of the work */
} sel_acceptability_options;

/** Where weightings come from. */
typedef enum sel_weight_source {
    SEL_WEIGHTS_FIXED,         /**< only one criterion has weight: nothing to draw */
    SEL_WEIGHTS_SOBOL,         /**< shifted Sobol points; orders by sorting */
    SEL_WEIGHTS_PSEUDO_RANDOM, /**< more than 39 free dimensions */
    SEL_WEIGHTS_REJECTION,     /**< pseudo-random; those that break a constraint are left out */
    SEL_WEIGHTS_HIT_AND_RUN,   /**< too few would be left: 16 random walks within the constraints */
} sel_weight_source;

/** One alternative in one round. Ranks are from 1; ties take the best shared rank. */
typedef struct sel_acceptance {
    uint32_t rank_low;    /**< smallest rank with cumulative acceptability >= .05 */
    uint32_t rank_median; /**< >= .50; 0 where ranks are too many to be counted each */
    uint32_t rank_high;   /**< >= .95 */
    double expected_rank;
    double first; /**< acceptability of rank 1 */
    double first_three;
    double beats_next;     /**< c(this, the next place); .5 for the last */
    bool tied_with_next;   /**< cannot be told apart from it: the smaller of beats_next and
                                1 − beats_next is .10 or more; false for the last */
    double confidence;     /**< 0 when it is never first */
    const double *ranks;   /**< b of rank r + 1 for the first ranks_kept ranks */
    const double *spreads; /**< of each of them */
    const double *central; /**< per criterion of the matrix; NULL when it is never first */
    const double *wins;    /**< c against each place, .5 against itself; NULL when not pairs */
} sel_acceptance;

typedef struct sel_acceptability_round {
    const sel_acceptance *places; /**< in the order of sel_acceptability, `followed` of them */
    double spread;                /**< largest of any share of the round */
    uint32_t draws;               /**< N */
    uint32_t confidence_draws;    /**< draws of the data behind each confidence factor: fewer than N
                                       where these times alternatives times those ever first would
                                       pass 1e8; 1 when data do not move */
    uint64_t tried;               /**< weightings looked at: more than N when some were left out */
    sel_weight_source source;
    bool data_moved; /**< false: this round is the one with the data in the middle */
} sel_acceptability_round;

typedef struct sel_acceptability {
    sel_aggregation_outcome outcome; /**< per row: stated weights, values in the middle */
    const uint32_t *order;           /**< rows, best first; ties by key */
    uint32_t count;                  /**< alternatives */
    uint32_t draws; /**< N of every round, by sel_ranking_draws; an alternative counts as 512 where
                       the method is not additive; fewer for a random walk */
    uint32_t followed;    /**< places with shares: all, beyond SEL_ALTERNATIVES_FULL the first
                               SEL_INTERVAL_PLACES */
    uint32_t ranks_kept;  /**< count up to SEL_ACCEPTABILITY_FULL, else SEL_ACCEPTABILITY_RANKS */
    bool pairs;           /**< wins are kept: count is at most SEL_ACCEPTABILITY_FULL */
    double concentration; /**< κ used; 0 when it was not: constraints, or one criterion */
    sel_acceptability_round weights; /**< around w̄, or within the constraints */
    sel_acceptability_round weights_and_data;
    sel_acceptability_round all_weightings; /**< with around_only both are all 0, places NULL */
    sel_acceptability_round all_weightings_and_data; /**< SMAA-2 as published */
} sel_acceptability;

/** Everything, into arena. SEL_BAD_INPUT for what sel_aggregate refuses in any draw (the first such
 *  draw is named), bounds that cross, options out of range, constraints that cannot be kept or
 *  that w̄ does not keep; SEL_NUMERIC when a weight is too small to be moved (κ·w < 1e-6) or GSL
 *  fails; SEL_UNSUPPORTED for constraints on too many criteria for a random walk. */
SEL_CHECKED
sel_status sel_acceptability_compute(const sel_uncertain_matrix *matrix,
                                     const sel_acceptability_options *options, sel_arena *arena,
                                     sel_acceptability *result, sel_error *err);

#endif
