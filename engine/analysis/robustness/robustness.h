/** robustness.h - how far an order can be trusted: rank intervals when weights and data move.
 *
 * Stochastic multicriteria acceptability analysis (Lahdelma & Salminen 2001)
 * with weights around the model's own. Three rounds of N draws: weights;
 * weights and data; all weightings alike. Values between their bounds are
 * uniform and independent, a number per (alternative, criterion, draw). Only
 * whole numbers are counted, so the result is the same for any number of
 * threads. */
#ifndef SEL_ANALYSIS_ROBUSTNESS_H
#define SEL_ANALYSIS_ROBUSTNESS_H

#include "analysis/ranking/rank_table.h"

/** Fill the intervals and probabilities of places (one per row of table, in order) and what
 *  ranking says about the draws. ranking->draws and ranking->with_intervals are set already. */
SEL_CHECKED
sel_status sel_robustness_compute(const sel_rank_table *table, const sel_ranking_options *options,
                                  sel_ranked *places, sel_ranking *ranking, sel_error *err);

#endif
