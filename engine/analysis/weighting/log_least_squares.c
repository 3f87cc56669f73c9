#include "analysis/weighting/log_least_squares.h"

#include <float.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <math.h>

/* Sum of the logarithms of what i was judged to be beside others. */
static double row_sum(const sel_judgement_matrix *matrix, uint32_t i)
{
    double sum = 0;
    for (uint32_t j = 0; j < matrix->criteria; j++)
        if (j != i && sel_judgement_known(matrix, i, j))
            sum += log(matrix->ratios[(size_t)i * matrix->criteria + j]);
    return sum;
}

/* The Laplacian of the graph of judged pairs, with 1 added everywhere: that makes it positive
 * definite and the logarithms sum to 0, as the right side does. */
static void fill_system(const sel_judgement_matrix *matrix, gsl_matrix *system)
{
    for (uint32_t i = 0; i < matrix->criteria; i++) {
        double partners = 0;
        for (uint32_t j = 0; j < matrix->criteria; j++) {
            bool judged = j != i && sel_judgement_known(matrix, i, j);
            gsl_matrix_set(system, i, j, judged ? 0 : 1);
            partners += judged;
        }
        gsl_matrix_set(system, i, i, 1 + partners);
    }
}

static sel_status solve(const sel_judgement_matrix *matrix, double *logarithms, sel_error *err)
{
    size_t count = matrix->criteria;
    gsl_matrix *system = gsl_matrix_alloc(count, count);
    if (system == NULL)
        return sel_fail(err, SEL_NUMERIC, "no room for a system of %zu equations", count);
    fill_system(matrix, system);
    gsl_vector_view solution = gsl_vector_view_array(logarithms, count);
    int status = gsl_linalg_cholesky_decomp1(system);
    if (status == GSL_SUCCESS)
        status = gsl_linalg_cholesky_svx(system, &solution.vector);
    gsl_matrix_free(system);
    if (status != GSL_SUCCESS)
        return sel_fail(err, SEL_NUMERIC, "least squares failed: %s", gsl_strerror(status));
    return SEL_OK;
}

sel_status sel_log_least_squares(const sel_judgement_matrix *matrix, double *weights,
                                 sel_error *err)
{
    uint32_t count = matrix->criteria;
    for (uint32_t i = 0; i < count; i++)
        weights[i] = row_sum(matrix, i);
    if (sel_judgements_complete(matrix)) {
        for (uint32_t i = 0; i < count; i++)
            weights[i] /= count;
    } else {
        sel_status status = solve(matrix, weights, err);
        if (status != SEL_OK)
            return status;
    }
    double highest = -INFINITY;
    for (uint32_t i = 0; i < count; i++)
        highest = fmax(highest, weights[i]);
    double sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        weights[i] = exp(weights[i] - highest);
        sum += weights[i];
        if (weights[i] < DBL_MIN)
            return sel_fail(err, SEL_NUMERIC, "criterion %u counts too little beside the others",
                            i + 1);
    }
    for (uint32_t i = 0; i < count; i++)
        weights[i] /= sum;
    return SEL_OK;
}
