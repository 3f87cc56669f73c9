/** ahp.h - weights from judgements of one or more persons (analytic hierarchy process), with how
 * consistent the judgements are and how far the persons differ.
 *
 * Figures of an outcome:
 *
 *     lambda_max               λ of the judgements (of the group's, by the geometric mean)
 *     consistency_index        (λ − n)/(n − 1); 0 for one or two criteria
 *     consistency_ratio        that by the random index named; left out above its table
 *     consistency_ratio_worst  the largest of any person; left out with one person
 *     disagreement             √ of the mean, over persons and pairs of criteria, of
 *                              (ln(w_i/w_j) of the person − ln(w_i/w_j) of the group)²:
 *                              0 when all have the same weights; .69 when ratios typically differ
 *                              by a factor of 2; left out with one person
 *     missing                  pairs nobody judged; left out when there are none
 *
 * λ of incomplete judgements is that of the completion with the least λ
 * (completion.h), whichever way the weights are found. The random index is of
 * complete judgements, so that their ratio says less than it seems to: fewer
 * judgements have less room to contradict each other. */
#ifndef SEL_ANALYSIS_WEIGHTING_AHP_H
#define SEL_ANALYSIS_WEIGHTING_AHP_H

#include "analysis/weighting/weighting.h"

/** How one matrix, whose judgements connect all criteria, becomes weights summing to 1; with λ of
 *  the matrix. */
typedef sel_status sel_priorities(const sel_judgement_matrix *matrix, double *weights,
                                  double *eigenvalue, sel_error *err);

/** Weights of all persons together, by the rule in judgements. SEL_BAD_INPUT: judgements that are
 *  wrong, or do not connect all criteria (those of the group by AIJ, those of each person by
 *  AIP). */
SEL_CHECKED
sel_status sel_ahp_compute(sel_priorities *priorities, const sel_judgements *judgements,
                           sel_weighting_outcome *outcome, sel_error *err);

#endif
