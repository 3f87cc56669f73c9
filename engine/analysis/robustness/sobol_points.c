#include "analysis/robustness/sobol_points.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_qrng.h>

sel_status sel_sobol_points(uint32_t dimensions, uint32_t count, double *points, sel_error *err)
{
    if (dimensions == 0 || count == 0)
        return SEL_OK;
    if (dimensions > SEL_SOBOL_POINT_DIMENSIONS)
        return sel_fail(err, SEL_NUMERIC, "no Sobol points in %u dimensions", dimensions);
    gsl_qrng *sequence = gsl_qrng_alloc(gsl_qrng_sobol, dimensions);
    if (sequence == NULL)
        return sel_fail(err, SEL_NUMERIC, "no Sobol points in %u dimensions", dimensions);
    int status = GSL_SUCCESS;
    for (uint32_t j = 0; j < dimensions; j++)
        points[j] = 0;
    for (uint32_t i = 1; i < count && status == GSL_SUCCESS; i++)
        status = gsl_qrng_get(sequence, points + (size_t)i * dimensions);
    gsl_qrng_free(sequence);
    if (status != GSL_SUCCESS)
        return sel_fail(err, SEL_NUMERIC, "Sobol points failed: %s", gsl_strerror(status));
    return SEL_OK;
}
