/** perron.h - the principal eigenvector of a matrix of positive numbers.
 *
 * Perron 1907: such a matrix has one positive eigenvector and its eigenvalue λ
 * is the largest in size, so that multiplying any positive vector by the matrix
 * again and again leads to it. After each step
 *
 *     min_i (Av)_i / v_i  <=  λ  <=  max_i (Av)_i / v_i
 *
 * (Collatz 1942), so that the end is known, not guessed: it is reached when the
 * two differ by rounding only. */
#ifndef SEL_ANALYSIS_WEIGHTING_PERRON_H
#define SEL_ANALYSIS_WEIGHTING_PERRON_H

#include "base/status.h"

#include <stdint.h>

/** Steps after which judgements are said to contradict each other beyond use. */
enum { SEL_PERRON_STEPS_MOST = 100000 };

/** Principal eigenvector of the count × count matrix whose element of row i and column j is
 *  columns[j * count + i] > 0: vector has where to start, all > 0, and receives the eigenvector,
 *  summing to 1. spare has room for count numbers. SEL_NUMERIC when the steps do not suffice. */
SEL_CHECKED
sel_status sel_perron(const double *columns, uint32_t count, double *vector, double *spare,
                      double *eigenvalue, sel_error *err);

#endif
