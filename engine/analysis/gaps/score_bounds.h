/** score_bounds.h - score and rank of each alternative in the worst and the best case of what is
 * not known.
 *
 * Worst case of an alternative: what is not known of it at its worst, of all others
 * at its best; best case the other way round. Both are tables that could be true,
 * so that both scores and ranks are attained. Scores of methods that rise with an
 * alternative's own values and fall with those of others, and do not change scale,
 * lie between them for every way to fill the gaps: weighted sum and product with
 * goalposts, values as they are or min-max, and PROMETHEE; ranks do too, except
 * for PROMETHEE. Where values that are not known move the scale (vector, sum,
 * z-score, TOPSIS; min-max when they may lie beyond all that are known) a mixture
 * of the two cases may lie outside: attained, not proven to be the extremes. */
#ifndef SEL_ANALYSIS_SCORE_BOUNDS_H
#define SEL_ANALYSIS_SCORE_BOUNDS_H

#include "analysis/aggregation/aggregation.h"

/** Alternatives not known in full times alternatives at most, where each of the former needs two
 *  tables of its own. */
enum { SEL_BOUNDS_WORK_MOST = 1000000 };

/** What is certain of the bounds. */
typedef enum sel_bounds_proof {
    SEL_BOUNDS_PROVEN,   /**< nothing within the gaps gives a score or rank outside */
    SEL_BOUNDS_OF_SCORE, /**< … a score; a rank is possible: in PROMETHEE, when another alternative
                              gets worse, a third may fall by more than this one rises */
    SEL_BOUNDS_ATTAINED, /**< both ends are attained; what lies between the two cases may go
                              beyond */
} sel_bounds_proof;

/** Stable name: "proven", "scores-proven", "attained". */
const char *sel_bounds_proof_name(sel_bounds_proof proof);

typedef struct sel_score_bounds {
    double low; /**< least of the two cases, and of the outcome between them */
    double high;
    uint32_t rank_low; /**< best of them, from 1 */
    uint32_t rank_high;
} sel_score_bounds;

/** What the method makes of the bounds of such a matrix; options as in sel_aggregate. */
sel_bounds_proof sel_score_bounds_proof(const sel_aggregation *method,
                                        const sel_uncertain_matrix *matrix,
                                        const sel_aggregation_options *options);

/** Write bounds of all rows. between: an outcome for values within the bounds, such as their
 *  middles, that the bounds are to hold; NULL: none. SEL_BAD_INPUT as in sel_aggregate;
 * SEL_UNSUPPORTED beyond SEL_BOUNDS_WORK_MOST. Where a value touches no one else's score (weighted
 * sum or product, fixed scale) two aggregations do for all and there is no limit. */
SEL_CHECKED
sel_status sel_score_bounds_of(const sel_aggregation *method, const sel_uncertain_matrix *matrix,
                               const sel_aggregation_options *options,
                               const sel_aggregation_outcome *between, sel_score_bounds *bounds,
                               sel_error *err);

#endif
