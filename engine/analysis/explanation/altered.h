/** altered.h - a table in which one alternative has other values than it does. Private to
 * explanation.
 *
 * A copy of the table, so that each thread has its own. */
#ifndef SEL_ANALYSIS_ALTERED_H
#define SEL_ANALYSIS_ALTERED_H

#include "analysis/explanation/scoring.h"

typedef struct sel_altered {
    const sel_scoring *scoring;
    double *values; /**< of the copy */
    uint32_t row;
    int threads; /**< for each aggregation; <= 0: as OpenMP decides; 1 for a small table */
    sel_arena *scratch;
} sel_altered;

/** Copy the table; sel_altered_end gives everything back. */
sel_altered sel_altered_begin(const sel_scoring *scoring, uint32_t row, int threads);
void sel_altered_end(sel_altered *altered);

/** Give the alternative another value. */
static inline void sel_altered_set(const sel_altered *altered, uint32_t criterion, double value)
{
    altered->values[(size_t)criterion * altered->scoring->matrix->rows + altered->row] = value;
}

/** Aggregate the table as it stands; the outcome lasts until the next call. Errors as in
 *  sel_aggregate, its message marked as one about an altered table. */
SEL_CHECKED
sel_status sel_altered_aggregate(sel_altered *altered, sel_aggregation_outcome *outcome,
                                 sel_error *err);

/** Aggregate the table as it is; SEL_BAD_INPUT for a row out of range, otherwise as sel_aggregate.
 *  What the explanations check their input with. */
SEL_CHECKED
sel_status sel_scoring_check(const sel_scoring *scoring, uint32_t row, sel_arena *arena,
                             sel_aggregation_outcome *outcome, sel_error *err);

#endif
