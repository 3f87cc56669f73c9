#include "analysis/weighting/perron.h"

#include <float.h>
#include <math.h>
#include <stddef.h>

/* product = matrix × vector, a column at a time: each element's sum has one order whatever the
 * width of the machine's vectors. */
static void multiply(const double *columns, uint32_t count, const double *restrict vector,
                     double *restrict product)
{
    for (uint32_t i = 0; i < count; i++)
        product[i] = 0;
    for (uint32_t j = 0; j < count; j++) {
        const double *column = columns + (size_t)j * count;
        double factor = vector[j];
#pragma omp simd
        for (uint32_t i = 0; i < count; i++)
            product[i] += column[i] * factor;
    }
}

static void scale(double *vector, const double *from, uint32_t count)
{
    double sum = 0;
    for (uint32_t i = 0; i < count; i++)
        sum += from[i];
    for (uint32_t i = 0; i < count; i++)
        vector[i] = from[i] / sum;
}

sel_status sel_perron(const double *columns, uint32_t count, double *vector, double *spare,
                      double *eigenvalue, sel_error *err)
{
    /* A quotient is right to (count + 1)/2 units in the last place, the vector to half a one. */
    const double rounding = 2 * DBL_EPSILON * (count + 2);
    scale(vector, vector, count);
    for (uint32_t step = 0; step < SEL_PERRON_STEPS_MOST; step++) {
        multiply(columns, count, vector, spare);
        double low = INFINITY;
        double high = 0;
        for (uint32_t i = 0; i < count; i++) {
            double quotient = spare[i] / vector[i];
            low = fmin(low, quotient);
            high = fmax(high, quotient);
        }
        scale(vector, spare, count);
        if (high - low <= rounding * high) {
            *eigenvalue = (low + high) / 2;
            return SEL_OK;
        }
    }
    return sel_fail(err, SEL_NUMERIC,
                    "the judgements contradict each other too much: no principal "
                    "eigenvector after %d steps",
                    SEL_PERRON_STEPS_MOST);
}
