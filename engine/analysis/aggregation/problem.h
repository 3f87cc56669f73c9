/** problem.h - what a method gets to compute on: checked, and without criteria of weight 0.
 * Private to aggregation, robustness and sensitivity. */
#ifndef SEL_ANALYSIS_AGGREGATION_PROBLEM_H
#define SEL_ANALYSIS_AGGREGATION_PROBLEM_H

#include "analysis/aggregation/aggregation.h"
#include "domain/model.h"

/** Alternatives that one thread takes at a time: their sums stay in the nearest cache. */
enum { SEL_AGGREGATION_BLOCK = 1024 };

struct sel_aggregation_problem {
    uint32_t rows;                              /**< >= 1 */
    uint32_t criteria;                          /**< 1 to SEL_CRITERIA_MAX, below too */
    sel_plain_column columns[SEL_CRITERIA_MAX]; /**< values of each criterion */
    double weights[SEL_CRITERIA_MAX];           /**< > 0, summing to 1 */
    uint32_t numbers[SEL_CRITERIA_MAX];         /**< in the caller's matrix, from 1 */
    double parameters[SEL_AGGREGATION_PARAMETERS][SEL_CRITERIA_MAX]; /**< one in all: in [0] */
    const sel_normalisation *normalisation;
    int threads; /**< >= 1 */
};

/** Fill a problem from what the caller gave; errors as in sel_aggregate. */
SEL_CHECKED
sel_status sel_aggregation_problem_make(const sel_aggregation *method,
                                        const sel_decision_matrix *matrix,
                                        const sel_aggregation_options *options,
                                        sel_aggregation_problem *problem, sel_error *err);

/** Scale every criterion by the problem's normalisation; scaled has room for all of them. */
SEL_CHECKED
sel_status sel_aggregation_scale(const sel_aggregation_problem *problem, sel_arena *arena,
                                 sel_scaled_column *scaled, sel_error *err);

/** Range of the values behind a scaled column of the problem. */
sel_column_range sel_aggregation_range(const sel_aggregation_problem *problem, uint32_t criterion,
                                       const sel_scaled_column *scaled);

/** New column of an outcome, zeroed. */
double *sel_aggregation_column_add(const sel_aggregation_problem *problem, const char *name,
                                   sel_arena *arena, sel_aggregation_outcome *outcome);

/** First alternative behind the block that begins at `first`. */
static inline uint32_t sel_aggregation_block_end(const sel_aggregation_problem *problem,
                                                 uint32_t first)
{
    uint32_t left = problem->rows - first;
    return first + (left < SEL_AGGREGATION_BLOCK ? left : SEL_AGGREGATION_BLOCK);
}

#endif
