/** columns.h - what weights by values need to know of the columns of a decision matrix. Private to
 * weighting.
 *
 * Sums are taken over blocks of rows whose size depends on the number of rows
 * alone, and in each block in a fixed order, so that the number of threads and
 * the width of the machine's vectors leave no trace. */
#ifndef SEL_ANALYSIS_WEIGHTING_COLUMNS_H
#define SEL_ANALYSIS_WEIGHTING_COLUMNS_H

#include "analysis/decision_matrix.h"
#include "base/arena.h"
#include "base/status.h"

typedef struct sel_column {
    double low;
    double high;
    double mean;
} sel_column;

/** Fill a column per criterion. SEL_BAD_INPUT, with row and criterion from 1: fewer than two
 *  alternatives, a value that is not finite, values too far apart or too many and too large to be
 *  added up, and every column constant: then no criterion tells alternatives apart. threads <= 0:
 *  as OpenMP decides. */
SEL_CHECKED
sel_status sel_columns_of(const sel_decision_matrix *matrix, int threads, sel_column *columns,
                          sel_error *err);

static inline bool sel_column_constant(const sel_column *column)
{
    return column->low == column->high;
}

/** Variances of the values brought to 0 … 1 by (x − low)/(high − low), of the alternatives as a
 *  whole population; 0 for a constant column. */
void sel_columns_variances(const sel_decision_matrix *matrix, int threads,
                           const sel_column *columns, double *variances);

/** Covariances likewise, criteria × criteria, symmetric; a cost counts as 1 − value. */
void sel_columns_covariances(const sel_decision_matrix *matrix, int threads,
                             const sel_column *columns, double *covariances);

#endif
