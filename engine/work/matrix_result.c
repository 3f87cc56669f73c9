#include "work/matrix_result.h"

#include "work/matrix_names.h"

static sel_status weigh(const sel_matrix_setting *setting, const sel_weighting_input *input,
                        sel_arena *arena, sel_matrix_result *result, sel_error *err)
{
    sel_weighting_input with_values = *input;
    sel_incomplete_matrix incomplete = sel_matrix_incomplete(setting, arena);
    sel_decision_matrix complete;
    if (setting->weighting->need == SEL_WEIGHTING_MATRIX) {
        complete = sel_matrix_complete_rows(&incomplete, arena);
        with_values.matrix = &complete;
        result->weighed_rows = complete.rows;
    }
    sel_error fault = {0};
    sel_status status =
        sel_weighting_compute(setting->weighting, &with_values, arena, &result->weights, &fault);
    if (status == SEL_OK && setting->constraints != NULL)
        status = sel_weight_constraints_check(setting->constraints, result->weights.weights,
                                              input->criteria, NULL, &fault);
    bool all_rows = result->weighed_rows == setting->table.row_count;
    return status == SEL_OK
               ? SEL_OK
               : sel_method_fail(setting->weighting->name, &fault, &setting->table, all_rows, err);
}

static sel_status aggregate(const sel_matrix_setting *setting, const sel_aggregation *method,
                            const sel_matrix_result *result, sel_arena *arena,
                            sel_aggregation_outcome *outcome, sel_error *err)
{
    sel_aggregation_options options = sel_matrix_options(setting, method, result->weights.weights);
    sel_error fault = {0};
    sel_status status =
        sel_aggregate(method, &result->filled.matrix, &options, arena, outcome, &fault);
    return status == SEL_OK ? SEL_OK
                            : sel_method_fail(method->name, &fault, &setting->table, true, err);
}

const uint32_t *sel_matrix_order(const uint32_t *ranks, uint32_t rows, sel_arena *arena)
{
    uint32_t *order = sel_arena_array(arena, rows, sizeof *order);
    uint32_t *next = sel_arena_array(arena, rows, sizeof *next);
    for (uint32_t i = 0; i < rows; i++)
        order[ranks[i] - 1 + next[ranks[i] - 1]++] = i;
    return order;
}

static sel_status bound(const sel_matrix_setting *setting, sel_arena *arena,
                        sel_matrix_result *result, sel_error *err)
{
    sel_aggregation_options options =
        sel_matrix_options(setting, setting->method, result->weights.weights);
    const sel_uncertain_matrix *gaps = &result->filled.bounds;
    sel_score_bounds *bounds = sel_arena_array(arena, gaps->rows, sizeof *bounds);
    sel_error fault = {0};
    sel_status status =
        sel_score_bounds_of(setting->method, gaps, &options, &result->outcome, bounds, &fault);
    result->bounds = bounds;
    if (status == SEL_OK)
        status = sel_matrix_gaps_impute(setting, options.weights, arena, &result->gaps, &fault);
    result->proof = sel_score_bounds_proof(setting->method, gaps, &options);
    if (status == SEL_OK)
        status = sel_order_intervals_of(
            setting->method, &result->filled, &options,
            &(sel_order_draws){setting->draws, setting->seed, setting->constraints}, arena,
            &result->intervals, &fault);
    return status == SEL_OK
               ? SEL_OK
               : sel_method_fail(setting->method->name, &fault, &setting->table, true, err);
}

sel_status sel_matrix_find_consensus(const sel_matrix_setting *setting, sel_arena *arena,
                                     sel_matrix_result *result, sel_error *err)
{
    const uint32_t *ranks[SEL_MATRIX_COMPARED_MAX];
    if (setting->compared_count == 0 || setting->table.row_count > SEL_COPELAND_MOST)
        return SEL_OK;
    for (uint32_t k = 0; k < setting->compared_count; k++)
        ranks[k] = result->compared[k].ranks;
    sel_orders orders = {ranks, setting->compared_count, setting->table.row_count};
    uint32_t count;
    const sel_consensus *const *ways = sel_consensuses(&count);
    sel_status status = SEL_OK;
    for (uint32_t w = 0; status == SEL_OK && w < SEL_MATRIX_CONSENSUSES; w++) {
        double *scores = sel_arena_array(arena, orders.rows, sizeof *scores);
        uint32_t *found = sel_arena_array(arena, orders.rows, sizeof *found);
        status = sel_consensus_of(ways[w], &orders, scores, found, err);
        result->consensus[w] = found;
    }
    return status;
}

static sel_status compare(const sel_matrix_setting *setting, sel_arena *arena,
                          sel_matrix_result *result, sel_error *err)
{
    sel_status status = SEL_OK;
    for (uint32_t k = 0; status == SEL_OK && k < setting->compared_count; k++)
        status = aggregate(setting, setting->compared[k], result, arena, &result->compared[k], err);
    if (status == SEL_OK)
        status = sel_matrix_find_consensus(setting, arena, result, err);
    return status;
}

/* Order, bounds and comparisons of what is ranked. */
static sel_status rank(const sel_matrix_setting *setting, sel_arena *arena,
                       sel_matrix_result *result, sel_error *err)
{
    sel_incomplete_matrix incomplete = sel_matrix_incomplete(setting, arena);
    sel_error fault = {0};
    sel_status status = sel_matrix_fill(&incomplete, result->weights.weights, setting->goal_low,
                                        setting->goal_high, arena, &result->filled, &fault);
    if (status != SEL_OK)
        return sel_method_fail("ranked alternatives", &fault, &setting->table, true, err);
    status = aggregate(setting, setting->method, result, arena, &result->outcome, err);
    if (status == SEL_OK)
        status = bound(setting, arena, result, err);
    if (status == SEL_OK)
        status = compare(setting, arena, result, err);
    if (status == SEL_OK)
        result->order =
            result->intervals.lack == SEL_INTERVALS_FOUND
                ? result->intervals.order
                : sel_matrix_order(result->outcome.ranks, setting->table.row_count, arena);
    return status;
}

sel_status sel_matrix_result_of(const sel_matrix_setting *setting, const sel_weighting_input *input,
                                sel_arena *arena, sel_matrix_result *result, sel_error *err)
{
    *result = (sel_matrix_result){.setting = *setting};
    sel_status status = weigh(setting, input, arena, result, err);
    if (status == SEL_OK)
        status = sel_matrix_gaps_settle(&result->setting, result->weights.weights, arena,
                                        &result->gaps, err);
    if (status == SEL_OK)
        status = rank(&result->setting, arena, result, err);
    if (status != SEL_OK)
        sel_error_place(err, sel_str_copy(arena, setting->table.source).ptr, 0, 0);
    return status;
}
