/** log_least_squares.h - weights whose ratios are nearest to the judgements.
 *
 *     min over w of  Σ over judged pairs (ln a(i, j) − ln w_i + ln w_j)²
 *
 * With every pair judged these are the geometric means of the rows (Crawford &
 * Williams 1985); with pairs missing they solve one linear system, and only
 * once when the pairs connect all criteria (Bozóki, Fülöp & Rónyai 2010). */
#ifndef SEL_ANALYSIS_WEIGHTING_LOG_LEAST_SQUARES_H
#define SEL_ANALYSIS_WEIGHTING_LOG_LEAST_SQUARES_H

#include "analysis/weighting/judgements.h"

/** Weights, summing to 1, of judgements that connect all criteria, each above 0. SEL_NUMERIC:
 *  one would be below what a double holds, or GSL fails. */
SEL_CHECKED
sel_status sel_log_least_squares(const sel_judgement_matrix *matrix, double *weights,
                                 sel_error *err);

#endif
