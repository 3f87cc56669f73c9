/** methods.h - the weighting methods, one file each; weighting.c holds the table. Private to
 * weighting. */
#ifndef SEL_ANALYSIS_WEIGHTING_METHODS_H
#define SEL_ANALYSIS_WEIGHTING_METHODS_H

#include "analysis/weighting/weighting.h"

extern const sel_weighting sel_stated_weights;
extern const sel_weighting sel_equal_weights;
extern const sel_weighting sel_rank_order_centroid;
extern const sel_weighting sel_swing_weights;
extern const sel_weighting sel_ahp_eigenvector;
extern const sel_weighting sel_ahp_geometric_mean;
extern const sel_weighting sel_best_worst_ratios;
extern const sel_weighting sel_best_worst_linear;
extern const sel_weighting sel_entropy_weights;
extern const sel_weighting sel_critic_weights;
extern const sel_weighting sel_standard_deviation_weights;
extern const sel_weighting sel_first_component_weights;
extern const sel_weighting sel_rotated_component_weights;

/** Divide weights by their sum. SEL_NUMERIC, with what the method said of itself, when the sum is
 *  not above 0 or not finite. */
SEL_CHECKED
sel_status sel_weights_scale(double *weights, uint32_t count, const char *nothing, sel_error *err);

/** Add a figure; value is finite. */
void sel_weighting_tell(sel_weighting_outcome *outcome, const char *name, double value);

#endif
