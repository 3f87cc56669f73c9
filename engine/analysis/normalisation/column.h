/** column.h - what the values of one criterion come to, whatever order they stand in.
 *
 * Sums add whole numbers: each value counts in units of 2⁻⁶¹ of a power of two
 * above the largest, cut off behind them, and 128 bits hold the total. So neither the order
 * of alternatives nor the number of threads changes the last bit; a value loses
 * less than 2⁻⁶⁰ of the largest, where a double may lose 2⁻⁵³. */
#ifndef SEL_ANALYSIS_NORMALISATION_COLUMN_H
#define SEL_ANALYSIS_NORMALISATION_COLUMN_H

#include <stdbool.h>
#include <stdint.h>

/** Largest absolute value a criterion may have: its square and sums of it stay finite. */
#define SEL_CRITERION_VALUE_MOST 1e100

typedef struct sel_column_range {
    double least;
    double most;
    bool constant; /**< most − least is at most 1e-12 of the largest absolute value: what differs
                        is rounding, and must not be stretched into a difference */
} sel_column_range;

/** rows >= 1; values finite, here and below. */
sel_column_range sel_column_range_of(const double *values, uint32_t rows);

/** Range of the values of both; neither is empty. */
sel_column_range sel_column_range_join(sel_column_range a, sel_column_range b);

double sel_column_sum(const double *values, uint32_t rows);

/** √Σ(value − origin)². */
double sel_column_norm(const double *values, uint32_t rows, double origin);

/** The same where the range is known. */
double sel_column_sum_within(const double *values, uint32_t rows, sel_column_range range);
double sel_column_norm_within(const double *values, uint32_t rows, double origin,
                              sel_column_range range);

#endif
