/** correlation.h - which columns of a table rise and fall together, with values missing here and
 *  there.
 *
 *     r = (n·Σxy − Σx·Σy) / √((n·Σx² − (Σx)²)(n·Σy² − (Σy)²))
 *
 * Pearson 1895, for each pair of columns over the rows in which both are known
 * (pairwise complete cases), with their number: pairs may rest on different
 * rows, so the matrix need not be positive definite and is for reading only.
 * Values count in whole units of 10⁻⁹ and sums are exact: the order of rows
 * changes nothing, and a column that does not vary is recognised as such. */
#ifndef SEL_ANALYSIS_CORRELATION_H
#define SEL_ANALYSIS_CORRELATION_H

#include <stdbool.h>
#include <stdint.h>

/** Row-major; a value that is not known is not looked at. */
typedef struct sel_value_table {
    const double *values; /**< [-1, 1] where known */
    const bool *known;
    uint32_t rows;
    uint32_t columns;
} sel_value_table;

/** Fewer rows have r = ±1 by arithmetic alone. */
enum { SEL_CORRELATION_LEAST = 3 };

typedef struct sel_correlation {
    bool available; /**< SEL_CORRELATION_LEAST rows, and both columns vary in them */
    double r;       /**< [-1, 1] when available, else 0 */
    uint32_t rows;  /**< in which both are known */
} sel_correlation;

/** columns × columns correlations, symmetric. No columns: nothing is written. */
void sel_correlations_of(const sel_value_table *table, sel_correlation *matrix);

#endif
