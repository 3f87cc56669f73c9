/** index_moments.h - the sums that indices are made of, and their bootstrap. Private to
 * sensitivity.
 *
 * With m and V of a sample,
 *
 *     N V    S_i  = Σ b (ab_i − a) − m Σ (ab_i − a)
 *     2 N V  ST_i = Σ (a − ab_i)²
 *     2 N m       = Σ (a + b)
 *     2 N (V + m²) = Σ (a² + b²)
 *
 * so that a sample of base points, some of them more than once, is a weighted sum of the terms of
 * its points. Values count from the mean of all, so that little is lost in V. */
#ifndef SEL_ANALYSIS_SENSITIVITY_INDEX_MOMENTS_H
#define SEL_ANALYSIS_SENSITIVITY_INDEX_MOMENTS_H

#include "analysis/sensitivity/sobol_indices.h"

/** The terms of one output. */
typedef struct sel_index_moments {
    uint32_t base_points;
    uint32_t factors;
    uint32_t columns;    /**< terms per base point: 2 + 3 × factors */
    const double *terms; /**< base point after base point */
    double origin;       /**< mean of all values, which the terms count from */
    double least;        /**< a variance up to here is rounding */
} sel_index_moments;

/** Terms in arena of one output whose values at a base point (A, AB_1 … AB_k, B) are `stride`
 *  apart, and those of the next base point behind k + 2 strides. */
sel_index_moments sel_index_moments_of(const double *values, size_t stride, uint32_t base_points,
                                       uint32_t factors, sel_arena *arena);

/** Fill the output: indices of all base points once, with intervals by plan; in arena. */
void sel_index_moments_fill(const sel_index_moments *moments, const sel_indices_plan *plan,
                            sel_arena *arena, sel_output_indices *output);

#endif
