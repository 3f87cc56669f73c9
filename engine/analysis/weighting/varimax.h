/** varimax.h - components turned so that each criterion belongs to few of them.
 *
 * Kaiser 1958: maximise Σ_f (Σ_j z_jf⁴/n − (Σ_j z_jf²/n)²), z = ℓ/h with h_j² = Σ_f ℓ_jf², by
 * turning two components at a time, always in the same order, until no turn is left. The sum of
 * squares of a criterion stays. */
#ifndef SEL_ANALYSIS_WEIGHTING_VARIMAX_H
#define SEL_ANALYSIS_WEIGHTING_VARIMAX_H

#include "base/status.h"

#include <stdint.h>

/** Turn, in place, the loadings of criteria on components: that of criterion j on component f at
 *  [f * criteria + j]. SEL_NUMERIC when turning does not come to an end. */
SEL_CHECKED
sel_status sel_varimax(double *loadings, uint32_t criteria, uint32_t components, sel_error *err);

#endif
