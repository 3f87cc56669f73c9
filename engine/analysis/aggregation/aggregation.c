#include "analysis/aggregation/aggregation.h"

#include "analysis/aggregation/problem.h"
#include "analysis/aggregation/ranks.h"
#include "analysis/aggregation/rows.h"

static const sel_aggregation *const rows[] = {
    &sel_aggregation_copras,           &sel_aggregation_electre_1,    &sel_aggregation_multimoora,
    &sel_aggregation_promethee,        &sel_aggregation_topsis,       &sel_aggregation_vikor,
    &sel_aggregation_weighted_product, &sel_aggregation_weighted_sum,
};

enum { ROWS = sizeof rows / sizeof rows[0] };

const sel_aggregation *const *sel_aggregations(uint32_t *count)
{
    *count = ROWS;
    return rows;
}

const sel_aggregation *sel_aggregation_find(sel_str name)
{
    for (int i = 0; i < ROWS; i++)
        if (sel_str_is(name, rows[i]->name))
            return rows[i];
    return NULL;
}

sel_status sel_aggregate(const sel_aggregation *method, const sel_decision_matrix *matrix,
                         const sel_aggregation_options *options, sel_arena *arena,
                         sel_aggregation_outcome *outcome, sel_error *err)
{
    sel_aggregation_problem problem;
    sel_status status = sel_aggregation_problem_make(method, matrix, options, &problem, err);
    sel_aggregation_outcome result = {0};
    if (status == SEL_OK)
        status = method->compute(&problem, arena, &result, err);
    if (status != SEL_OK)
        return status;
    uint32_t *ranks = sel_arena_array(arena, problem.rows, sizeof *ranks);
    sel_ranks_of(result.scores, problem.rows, problem.threads, ranks);
    result.ranks = ranks;
    *outcome = result;
    return SEL_OK;
}

double *sel_aggregation_column_add(const sel_aggregation_problem *problem, const char *name,
                                   sel_arena *arena, sel_aggregation_outcome *outcome)
{
    double *values = sel_arena_array(arena, problem->rows, sizeof *values);
    outcome->columns[outcome->column_count++] = (sel_aggregation_column){name, values};
    return values;
}

const double *sel_aggregation_column_find(const sel_aggregation_outcome *outcome, const char *name)
{
    for (uint32_t k = 0; k < outcome->column_count; k++)
        if (strcmp(outcome->columns[k].name, name) == 0)
            return outcome->columns[k].values;
    return NULL;
}
