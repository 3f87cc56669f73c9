/** clopper_pearson.h - exact interval of a proportion: never covers less than it says, so it is
 * wider than Wilson's and meant for tests and for few items.
 *
 *     low  = quantile .025 of Beta(met, known − met + 1)
 *     high = quantile .975 of Beta(met + 1, known − met)
 *
 * Clopper & Pearson 1934, "The use of confidence or fiducial limits illustrated
 * in the case of the binomial". The quantile is found by halving on
 * gsl_cdf_beta_P: GSL 2.7.1's gsl_cdf_beta_Pinv answers NaN for some counts
 * below 400 already. */
#ifndef SEL_ANALYSIS_CLOPPER_PEARSON_H
#define SEL_ANALYSIS_CLOPPER_PEARSON_H

#include <stdbool.h>
#include <stdint.h>

/** GSL's distribution function converges up to here; beyond it Wilson's interval agrees to 1e-5. */
enum { SEL_CLOPPER_PEARSON_MOST = 1000000 };

/** 95 % interval of met of known items, met <= known; 0 met gives low 0, all met high 1. known 0 or
 *  above SEL_CLOPPER_PEARSON_MOST: false and [0, 1]. */
bool sel_clopper_pearson(uint64_t met, uint64_t known, double *low, double *high);

#endif
