/** weighted_range.h - the weighted mean of things whose weights and values are ranges. */
#ifndef SEL_ANALYSIS_PRINCIPLE_WEIGHTED_RANGE_H
#define SEL_ANALYSIS_PRINCIPLE_WEIGHTED_RANGE_H

#include "analysis/principle.h"

/** One thing: a weight >= 0 and a value in [0, 1], low <= value <= high. */
typedef struct sel_weighted_range {
    double weight_low;
    double weight_high;
    double low;
    double value;
    double high;
} sel_weighted_range;

/** Mean of the values, weighted by the middle of each weight; the bounds are the smallest and the
 *  largest mean that any weights and values within their ranges give. Some weight_high must be
 *  above 0. The list is put in another order. */
sel_indicator_value sel_weighted_mean(sel_weighted_range *list, uint32_t count);

#endif
