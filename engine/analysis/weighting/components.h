/** components.h - principal components of the criteria that vary, of their correlations. Private to
 * weighting. */
#ifndef SEL_ANALYSIS_WEIGHTING_COMPONENTS_H
#define SEL_ANALYSIS_WEIGHTING_COMPONENTS_H

#include "analysis/decision_matrix.h"
#include "base/arena.h"
#include "base/status.h"

/** Components, the one that explains most first. The sign of each is such that its vector's sum is
 *  not negative: more of it is better on the whole. */
typedef struct sel_components {
    uint32_t count;            /**< components, and criteria that vary */
    const uint32_t *criterion; /**< per varying criterion: its number in the matrix */
    const double *variances;   /**< eigenvalues, falling, >= 0; they sum to count */
    const double *vectors;     /**< element of criterion j of component f at [f * count + j]; unit
                                    length */
} sel_components;

/** Components of matrix in arena, costs turned round. SEL_BAD_INPUT as sel_columns_of; SEL_NUMERIC
 *  when GSL fails. */
SEL_CHECKED
sel_status sel_components_of(const sel_decision_matrix *matrix, int threads, sel_arena *arena,
                             sel_components *components, sel_error *err);

/** SEL_NUMERIC unless each of the first `used` components explains more than the next one by more
 *  than rounding: components that explain the same are not determined, any mixture would do. */
SEL_CHECKED
sel_status sel_components_distinct(const sel_components *components, uint32_t used, sel_error *err);

#endif
