#include "analysis/weighting/components.h"

#include "analysis/weighting/columns.h"

#include <gsl/gsl_eigen.h>
#include <gsl/gsl_errno.h>
#include <math.h>

/* Correlations of the criteria that vary, count × count. */
static double *correlate(const sel_decision_matrix *matrix, int threads, const sel_column *columns,
                         sel_components *found, sel_arena *arena)
{
    uint32_t all = matrix->criteria;
    double *covariances = sel_arena_array(arena, (size_t)all * all, sizeof *covariances);
    sel_columns_covariances(matrix, threads, columns, covariances);
    uint32_t *criterion = sel_arena_array(arena, all, sizeof *criterion);
    for (uint32_t j = 0; j < all; j++)
        if (!sel_column_constant(&columns[j]))
            criterion[found->count++] = j;
    found->criterion = criterion;
    double *correlations =
        sel_arena_array(arena, (size_t)found->count * found->count, sizeof *correlations);
    for (uint32_t a = 0; a < found->count; a++)
        for (uint32_t b = 0; b < found->count; b++) {
            size_t i = criterion[a];
            size_t k = criterion[b];
            double spread = sqrt(covariances[i * all + i]) * sqrt(covariances[k * all + k]);
            correlations[(size_t)a * found->count + b] =
                a == b ? 1 : fmax(-1, fmin(1, covariances[i * all + k] / spread));
        }
    return correlations;
}

/* Copy a component out of GSL's matrix of columns, with the sign that makes its sum >= 0. */
static void take_vector(const gsl_matrix *vectors, uint32_t component, double *vector)
{
    double sum = 0;
    for (size_t j = 0; j < vectors->size1; j++) {
        vector[j] = gsl_matrix_get(vectors, j, component);
        sum += vector[j];
    }
    for (size_t j = 0; j < vectors->size1 && sum < 0; j++)
        vector[j] = -vector[j];
}

static int decompose(double *correlations, const sel_components *found, double *variances,
                     double *vectors)
{
    size_t count = found->count;
    gsl_eigen_symmv_workspace *workspace = gsl_eigen_symmv_alloc(count);
    gsl_matrix *columns = gsl_matrix_alloc(count, count);
    int status = workspace == NULL || columns == NULL ? GSL_ENOMEM : GSL_SUCCESS;
    if (status == GSL_SUCCESS) {
        gsl_matrix_view matrix = gsl_matrix_view_array(correlations, count, count);
        gsl_vector_view values = gsl_vector_view_array(variances, count);
        status = gsl_eigen_symmv(&matrix.matrix, &values.vector, columns, workspace);
        if (status == GSL_SUCCESS)
            status = gsl_eigen_symmv_sort(&values.vector, columns, GSL_EIGEN_SORT_VAL_DESC);
    }
    for (uint32_t f = 0; f < count && status == GSL_SUCCESS; f++) {
        variances[f] = fmax(0, variances[f]); /* below 0 by rounding only */
        take_vector(columns, f, vectors + f * count);
    }
    if (columns != NULL)
        gsl_matrix_free(columns);
    if (workspace != NULL)
        gsl_eigen_symmv_free(workspace);
    return status;
}

sel_status sel_components_of(const sel_decision_matrix *matrix, int threads, sel_arena *arena,
                             sel_components *components, sel_error *err)
{
    sel_column *columns = sel_arena_array(arena, matrix->criteria, sizeof *columns);
    sel_status status = sel_columns_of(matrix, threads, columns, err);
    if (status != SEL_OK)
        return status;
    sel_components found = {0};
    double *correlations = correlate(matrix, threads, columns, &found, arena);
    double *variances = sel_arena_array(arena, found.count, sizeof *variances);
    double *vectors = sel_arena_array(arena, (size_t)found.count * found.count, sizeof *vectors);
    int failed = decompose(correlations, &found, variances, vectors);
    if (failed != GSL_SUCCESS)
        return sel_fail(err, SEL_NUMERIC, "principal components failed: %s", gsl_strerror(failed));
    found.variances = variances;
    found.vectors = vectors;
    *components = found;
    return SEL_OK;
}

sel_status sel_components_distinct(const sel_components *components, uint32_t used, sel_error *err)
{
    const double rounding = 1e-9;
    const double *variances = components->variances;
    for (uint32_t f = 0; f < used && f + 1 < components->count; f++)
        if (!(variances[f] - variances[f + 1] > rounding * variances[0]))
            return sel_fail(err, SEL_NUMERIC,
                            "components %u and %u explain the same, so that neither is determined",
                            f + 1, f + 2);
    return SEL_OK;
}
