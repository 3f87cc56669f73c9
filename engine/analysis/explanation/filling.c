#include "analysis/explanation/filling.h"

#include "analysis/explanation/scale.h"
#include "analysis/normalisation/column.h"
#include "analysis/order.h"

#include <math.h>

static void copy_known(const sel_incomplete *incomplete, double *values)
{
    const sel_decision_matrix *matrix = incomplete->scoring.matrix;
    size_t cells = (size_t)matrix->rows * matrix->criteria;
    for (size_t at = 0; at < cells; at++)
        values[at] = incomplete->known[at] ? matrix->values[at] : 0;
}

/* Range of the known values; false when there is none. */
static bool known_range(const sel_incomplete *incomplete, uint32_t criterion,
                        sel_value_range *range)
{
    const sel_decision_matrix *matrix = incomplete->scoring.matrix;
    const double *values = matrix->values + (size_t)criterion * matrix->rows;
    double least = INFINITY;
    double most = -INFINITY;
    for (uint32_t i = 0; i < matrix->rows; i++)
        if (sel_known(incomplete, i, criterion)) {
            least = fmin(least, values[i]);
            most = fmax(most, values[i]);
        }
    bool cost = matrix->cost != NULL && matrix->cost[criterion];
    *range = cost ? (sel_value_range){most, least} : (sel_value_range){least, most};
    return least <= most;
}

static sel_status find_range(const sel_incomplete *incomplete, uint32_t criterion,
                             sel_value_range *range, sel_error *err)
{
    const sel_scoring *scoring = &incomplete->scoring;
    if (!(scoring->options->weights[criterion] > 0))
        return SEL_OK;
    if (incomplete->ranges != NULL)
        *range = incomplete->ranges[criterion];
    else if (sel_scale_used(scoring)->goalposts && scoring->options->goal_low != NULL &&
             scoring->options->goal_high != NULL)
        *range = sel_value_range_of(scoring, criterion);
    else if (!known_range(incomplete, criterion, range))
        return sel_fail(err, SEL_BAD_INPUT, "criterion %u: no alternative has a value",
                        criterion + 1);
    if (!(fabs(range->worst) <= SEL_CRITERION_VALUE_MOST &&
          fabs(range->best) <= SEL_CRITERION_VALUE_MOST))
        return sel_fail(err, SEL_BAD_INPUT, "criterion %u: its values range from %g to %g",
                        criterion + 1, range->worst, range->best);
    return SEL_OK;
}

sel_status sel_filling_make(const sel_incomplete *incomplete, sel_arena *arena,
                            sel_filling *filling, sel_error *err)
{
    const sel_decision_matrix *matrix = incomplete->scoring.matrix;
    size_t cells = (size_t)matrix->rows * matrix->criteria;
    filling->incomplete = incomplete;
    filling->ranges = sel_arena_array(arena, matrix->criteria, sizeof *filling->ranges);
    filling->values = sel_arena_array(arena, cells, sizeof *filling->values);
    copy_known(incomplete, filling->values);
    sel_status status = SEL_OK;
    for (uint32_t j = 0; j < matrix->criteria && status == SEL_OK; j++)
        status = find_range(incomplete, j, &filling->ranges[j], err);
    return status;
}

void sel_filling_fill(const sel_filling *filling, uint32_t row, bool best)
{
    const sel_decision_matrix *matrix = filling->incomplete->scoring.matrix;
    for (uint32_t j = 0; j < matrix->criteria; j++)
        if (!sel_known(filling->incomplete, row, j))
            filling->values[(size_t)j * matrix->rows + row] =
                best ? filling->ranges[j].best : filling->ranges[j].worst;
}

sel_status sel_filling_aggregate(const sel_filling *filling, sel_arena *arena,
                                 sel_aggregation_outcome *outcome, sel_error *err)
{
    const sel_scoring *scoring = &filling->incomplete->scoring;
    sel_decision_matrix matrix = *scoring->matrix;
    matrix.values = filling->values;
    sel_aggregation_options options = *scoring->options;
    if ((size_t)matrix.rows * matrix.criteria < SEL_WORTH_THREADS)
        options.threads = 1;
    return sel_aggregate(scoring->method, &matrix, &options, arena, outcome, err);
}
