/** score_bounds.h - score and rank of each alternative in the worst and the best case of what is
 * missing.
 *
 * Worst case of an alternative: its missing values at the worst of their range,
 * those of all others at the best; best case the other way round. Both are tables
 * that could be true, so that both scores and ranks are attained. Scores of
 * methods that rise with an alternative's own values and fall with those of
 * others, and do not change scale, lie between them for every way to fill the
 * cells: weighted sum and product with goalposts, values as they are or min-max,
 * and PROMETHEE; ranks do too, except for PROMETHEE. Where filled cells move the
 * scale (vector, sum, z-score, TOPSIS) a mixture of the two cases may lie outside:
 * attained, not proven to be the extremes. */
#ifndef SEL_ANALYSIS_SCORE_BOUNDS_H
#define SEL_ANALYSIS_SCORE_BOUNDS_H

#include "analysis/explanation/missing.h"

/** Alternatives with missing cells at most, where each needs two tables of its own. */
enum { SEL_BOUNDS_TABLES = 2000 };

typedef struct sel_score_bounds {
    double low; /**< score in the worst case; <= high, except where the scale moves */
    double high;
    uint32_t rank_low;  /**< rank in the best case, from 1 */
    uint32_t rank_high; /**< rank in the worst case */
} sel_score_bounds;

/** Whether no way to fill the cells gives a score outside the bounds. */
bool sel_score_bounds_proven(const sel_incomplete *incomplete);

/** The same of ranks: where scores do not touch each other. In PROMETHEE they do: when another
 *  alternative gets worse a third may fall by more than this one rises. */
bool sel_rank_bounds_proven(const sel_incomplete *incomplete);

/** Write bounds of all rows. SEL_BAD_INPUT as in sel_aggregate, and for a criterion with weight
 * that has neither a value nor a range; SEL_UNSUPPORTED beyond SEL_BOUNDS_TABLES. Where a missing
 * value touches no one else's score (weighted sum or product, fixed scale) two aggregations do for
 * all and there is no limit. */
SEL_CHECKED
sel_status sel_score_bounds_of(const sel_incomplete *incomplete, sel_score_bounds *bounds,
                               sel_error *err);

#endif
