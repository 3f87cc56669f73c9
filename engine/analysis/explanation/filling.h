/** filling.h - a table whose missing cells are filled in with what they may be. Private to
 * explanation. */
#ifndef SEL_ANALYSIS_FILLING_H
#define SEL_ANALYSIS_FILLING_H

#include "analysis/explanation/missing.h"

typedef struct sel_filling {
    const sel_incomplete *incomplete;
    sel_value_range *ranges; /**< per criterion */
    double *values;          /**< copy; missing cells are 0 until they are filled */
} sel_filling;

/** Whether the value of a cell is known. */
static inline bool sel_known(const sel_incomplete *incomplete, uint32_t row, uint32_t criterion)
{
    return incomplete->known[(size_t)criterion * incomplete->scoring.matrix->rows + row];
}

/** Copy the known values into arena and find the ranges. SEL_BAD_INPUT for a criterion with weight
 *  that has neither a value nor a range, and a range that is not finite. */
SEL_CHECKED
sel_status sel_filling_make(const sel_incomplete *incomplete, sel_arena *arena,
                            sel_filling *filling, sel_error *err);

/** Fill the missing cells of a row with the best or the worst of their ranges. */
void sel_filling_fill(const sel_filling *filling, uint32_t row, bool best);

/** Aggregate the filled table; errors as in sel_aggregate. */
SEL_CHECKED
sel_status sel_filling_aggregate(const sel_filling *filling, sel_arena *arena,
                                 sel_aggregation_outcome *outcome, sel_error *err);

#endif
