/** methods.h - the ranking methods, one file each; the table of aggregations refers to them. */
#ifndef SEL_ANALYSIS_RANKING_METHODS_H
#define SEL_ANALYSIS_RANKING_METHODS_H

#include "analysis/ranking/ranking.h"

extern const sel_ranking_method sel_weighted_product;
extern const sel_ranking_method sel_weighted_sum;

#endif
