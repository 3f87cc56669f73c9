/** rows.h - the methods, one file each; aggregation.c holds the table. Private. */
#ifndef SEL_ANALYSIS_AGGREGATION_ROWS_H
#define SEL_ANALYSIS_AGGREGATION_ROWS_H

#include "analysis/aggregation/aggregation.h"

extern const sel_aggregation sel_aggregation_copras;
extern const sel_aggregation sel_aggregation_electre_1;
extern const sel_aggregation sel_aggregation_multimoora;
extern const sel_aggregation sel_aggregation_promethee;
extern const sel_aggregation sel_aggregation_topsis;
extern const sel_aggregation sel_aggregation_vikor;
extern const sel_aggregation sel_aggregation_weighted_product;
extern const sel_aggregation sel_aggregation_weighted_sum;

#endif
