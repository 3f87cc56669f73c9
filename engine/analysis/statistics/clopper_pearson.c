#include "analysis/statistics/clopper_pearson.h"

#include <assert.h>
#include <gsl/gsl_cdf.h>
#include <math.h>

/* Quantile .025 of Beta(met, known - met + 1): it lies below met/known. */
static double lower_end(uint64_t met, uint64_t known)
{
    if (met == 0)
        return 0;
    double a = (double)met;
    double b = (double)(known - met + 1);
    double low = 0;
    double high = a / (double)known;
    for (double middle; (middle = (low + high) / 2) > low && middle < high;) {
        if (gsl_cdf_beta_P(middle, a, b) < .025)
            low = middle;
        else
            high = middle;
    }
    return high;
}

bool sel_clopper_pearson(uint64_t met, uint64_t known, double *low, double *high)
{
    assert(met <= known);
    *low = 0;
    *high = 1;
    if (known == 0 || known > SEL_CLOPPER_PEARSON_MOST)
        return false;
    *low = lower_end(met, known);
    *high = 1 - lower_end(known - met, known);
    return true;
}
