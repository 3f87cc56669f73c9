#include "analysis/aggregation/problem.h"

#include "analysis/normalisation/column.h"

#include <math.h>
#include <omp.h>

/* Alternatives that are done before other threads have woken up. */
enum { FEW = 256 };

sel_status sel_weights_check(const double *weights, uint32_t criteria, sel_error *err)
{
    double sum = 0;
    for (uint32_t j = 0; j < criteria; j++) {
        if (!(weights[j] >= 0 && weights[j] <= 1 + 1e-9))
            return sel_fail(err, SEL_BAD_INPUT, "weight %u is %g, not between 0 and 1", j + 1,
                            weights[j]);
        sum += weights[j];
    }
    if (!(fabs(sum - 1) <= 1e-9))
        return sel_fail(err, SEL_BAD_INPUT, "weights sum to %.12g, not 1", sum);
    return SEL_OK;
}

static uint32_t count_wrong(const double *values, uint32_t rows)
{
    uint32_t wrong = 0;
#pragma omp simd reduction(+ : wrong)
    for (uint32_t i = 0; i < rows; i++)
        wrong += fabs(values[i]) <= SEL_CRITERION_VALUE_MOST ? 0 : 1;
    return wrong;
}

/* Values of a column that are looked at twice, while they are near. */
enum { NEAR = 2048 };

static uint32_t look_at(const double *values, uint32_t rows, sel_column_range *range)
{
    uint32_t wrong = 0;
    for (uint32_t first = 0; first < rows; first += NEAR) {
        uint32_t count = rows - first < NEAR ? rows - first : NEAR;
        wrong += count_wrong(values + first, count);
        sel_column_range own = sel_column_range_of(values + first, count);
        *range = first == 0 ? own : sel_column_range_join(*range, own);
    }
    return wrong;
}

/* A column that has any value out of range is looked at again for the first. */
static sel_status check_columns(const sel_decision_matrix *matrix, int threads,
                                sel_column_range *ranges, sel_error *err)
{
    uint32_t wrong[SEL_CRITERIA_MAX];
    uint32_t rows = matrix->rows;
#pragma omp parallel for schedule(dynamic) num_threads(threads)
    for (uint32_t j = 0; j < matrix->criteria; j++)
        wrong[j] = look_at(matrix->values + (size_t)j * rows, rows, &ranges[j]);
    for (uint32_t j = 0; j < matrix->criteria; j++)
        for (uint32_t i = 0; wrong[j] > 0 && i < rows; i++) {
            double value = matrix->values[(size_t)j * rows + i];
            if (!(fabs(value) <= SEL_CRITERION_VALUE_MOST))
                return sel_fail(err, SEL_BAD_INPUT,
                                "alternative %u has the value %g for criterion %u", i + 1, value,
                                j + 1);
        }
    return SEL_OK;
}

static sel_status check_values(const sel_decision_matrix *matrix, int threads,
                               sel_column_range *ranges, sel_error *err)
{
    if (matrix->rows == 0)
        return sel_fail(err, SEL_BAD_INPUT, "no alternatives");
    if (matrix->rows > INT32_MAX)
        return sel_fail(err, SEL_UNSUPPORTED, "%u alternatives, more than %d", matrix->rows,
                        INT32_MAX);
    if (matrix->criteria == 0 || matrix->criteria > SEL_CRITERIA_MAX)
        return sel_fail(err, SEL_BAD_INPUT, "%u criteria, not 1 to %d", matrix->criteria,
                        SEL_CRITERIA_MAX);
    return check_columns(matrix, threads, ranges, err);
}

static sel_status check_parameters(const sel_aggregation *method, uint32_t criteria,
                                   const double *const *given, sel_error *err)
{
    for (uint32_t k = 0; k < method->parameter_count; k++) {
        const sel_aggregation_parameter *parameter = &method->parameters[k];
        uint32_t count = parameter->per_criterion ? criteria : 1;
        for (uint32_t j = 0; given[k] != NULL && j < count; j++)
            if (!(given[k][j] >= parameter->least && given[k][j] <= parameter->most))
                return sel_fail(err, SEL_BAD_INPUT, "parameter %s is %g, not from %g to %g",
                                parameter->name, given[k][j], parameter->least, parameter->most);
    }
    return SEL_OK;
}

static sel_status choose_normalisation(const sel_aggregation *method,
                                       const sel_aggregation_options *options,
                                       const sel_normalisation **chosen, sel_error *err)
{
    *chosen = method->normalisation;
    if (options->normalisation == NULL || options->normalisation == *chosen)
        return SEL_OK;
    if (method->normalisation_fixed)
        return sel_fail(err, SEL_BAD_INPUT, "%s has a normalisation of its own", method->name);
    if (options->normalisation->goalposts &&
        (options->goal_low == NULL || options->goal_high == NULL))
        return sel_fail(err, SEL_BAD_INPUT, "no goalposts are stated");
    *chosen = options->normalisation;
    return SEL_OK;
}

static void take_criterion(const sel_aggregation *method, const sel_decision_matrix *matrix,
                           const sel_aggregation_options *options, uint32_t j,
                           sel_column_range range, sel_aggregation_problem *problem)
{
    uint32_t at = problem->criteria++;
    bool goalposts = problem->normalisation->goalposts;
    problem->columns[at] = (sel_plain_column){
        .values = matrix->values + (size_t)j * matrix->rows,
        .rows = matrix->rows,
        .cost = matrix->cost != NULL && matrix->cost[j],
        .goal_low = goalposts ? options->goal_low[j] : 0,
        .goal_high = goalposts ? options->goal_high[j] : 0,
        .ranged = matrix->values + (size_t)j * matrix->rows,
        .range = range,
    };
    problem->weights[at] = options->weights[j];
    problem->numbers[at] = j + 1;
    for (uint32_t k = 0; k < method->parameter_count; k++) {
        const double *given = options->parameters[k];
        uint32_t from = method->parameters[k].per_criterion ? j : 0;
        problem->parameters[k][at] = given == NULL ? method->parameters[k].standard : given[from];
    }
}

sel_status sel_aggregation_problem_make(const sel_aggregation *method,
                                        const sel_decision_matrix *matrix,
                                        const sel_aggregation_options *options,
                                        sel_aggregation_problem *problem, sel_error *err)
{
    *problem = (sel_aggregation_problem){
        .rows = matrix->rows,
        .threads = options->threads > 0 ? options->threads : omp_get_max_threads(),
    };
    if (matrix->rows <= FEW)
        problem->threads = 1;
    sel_column_range ranges[SEL_CRITERIA_MAX];
    sel_status status = check_values(matrix, problem->threads, ranges, err);
    if (status == SEL_OK)
        status = sel_weights_check(options->weights, matrix->criteria, err);
    if (status == SEL_OK)
        status = check_parameters(method, matrix->criteria, options->parameters, err);
    if (status == SEL_OK)
        status = choose_normalisation(method, options, &problem->normalisation, err);
    for (uint32_t j = 0; status == SEL_OK && j < matrix->criteria; j++)
        if (options->weights[j] > 0)
            take_criterion(method, matrix, options, j, ranges[j], problem);
    return status;
}

sel_column_range sel_aggregation_range(const sel_aggregation_problem *problem, uint32_t criterion,
                                       const sel_scaled_column *scaled)
{
    const sel_plain_column *plain = &problem->columns[criterion];
    return scaled->values == plain->ranged ? plain->range
                                           : sel_column_range_of(scaled->values, problem->rows);
}

sel_status sel_aggregation_scale(const sel_aggregation_problem *problem, sel_arena *arena,
                                 sel_scaled_column *scaled, sel_error *err)
{
    sel_status statuses[SEL_CRITERIA_MAX] = {SEL_OK};
    sel_error faults[SEL_CRITERIA_MAX] = {{.status = SEL_OK}};
    double *rooms[SEL_CRITERIA_MAX] = {NULL};
    for (uint32_t j = 0; problem->normalisation->writes && j < problem->criteria; j++)
        rooms[j] = sel_arena_array(arena, problem->rows, sizeof **rooms);
#pragma omp parallel for schedule(dynamic) num_threads(problem->threads)
    for (uint32_t j = 0; j < problem->criteria; j++)
        statuses[j] =
            problem->normalisation->scale(&problem->columns[j], rooms[j], &scaled[j], &faults[j]);
    for (uint32_t j = 0; j < problem->criteria; j++)
        if (statuses[j] != SEL_OK)
            return sel_fail(err, statuses[j], "criterion %u: %s", problem->numbers[j],
                            faults[j].message);
    return SEL_OK;
}
