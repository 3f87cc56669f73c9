/* A field ranked by the weighting, normalisation and aggregation of the model. */
#include "work/field_values.h"

#include "work/matrix_names.h"

sel_status sel_field_allows(const sel_context *context, sel_choice_of choice, sel_error *err)
{
    const sel_model *model = &context->model;
    if (sel_model_ranks_requests(model) && choice.request != SEL_NONE)
        return sel_fail(err, SEL_USAGE, "model '%.*s' ranks requests: leave out --request",
                        SEL_STR_ARG(model->id));
    const struct {
        uint32_t chosen;
        const char *option;
    } limits[] = {{0, NULL},
                  {choice.request, "--request ID"},
                  {choice.recipient, "--recipient CODE"},
                  {choice.donor, "--donor NAME"}};
    for (size_t i = 1; i < sizeof limits / sizeof limits[0]; i++)
        if (sel_str_is(model->alternatives, sel_model_alternatives[i]) &&
            limits[i].chosen == SEL_NONE)
            return sel_fail(err, SEL_USAGE, "model '%.*s' ranks %s: give %s",
                            SEL_STR_ARG(model->id), sel_model_alternatives[i], limits[i].option);
    return SEL_OK;
}

/* --- the setting --- */

static void add_parameter(sel_matrix_setting *setting, const char *name, const double *values)
{
    setting->parameters[setting->parameter_count++] =
        (sel_matrix_parameter){sel_str_of(name), values};
}

/* Those of the model's aggregation, and its floor for any other that has one. */
static void take_parameters(const sel_field_values *of, sel_matrix_setting *setting)
{
    const sel_aggregation *method = of->methods.aggregation;
    sel_model_parameters *values = sel_arena_array(of->arena, 1, sizeof *values);
    sel_aggregation_options options = {.weights = NULL};
    bool floor = false;
    sel_model_parameters_of(of->model, values, &options);
    for (uint32_t k = 0; k < method->parameter_count; k++) {
        add_parameter(setting, method->parameters[k].name, values->values[k]);
        floor = floor || strcmp(method->parameters[k].name, "floor") == 0;
    }
    double *floors = sel_arena_array(of->arena, of->model->criterion_count, sizeof *floors);
    for (uint32_t j = 0; j < of->model->criterion_count; j++)
        floors[j] = of->model->floor;
    if (!floor)
        add_parameter(setting, "floor", floors);
}

/* Principles and measures lie from 0 to 1. */
static const sel_value_range *ranges_of(const sel_field_values *of, bool additive)
{
    sel_value_range *ranges =
        sel_arena_array(of->arena, of->model->criterion_count, sizeof *ranges);
    for (uint32_t j = 0; j < of->model->criterion_count; j++) {
        bool cost = !additive && of->cost[j];
        ranges[j] = (sel_value_range){.worst = cost ? 1 : 0, .best = cost ? 0 : 1};
    }
    return ranges;
}

static sel_decision_table names_of(const sel_field_values *of, const sel_filled_matrix *filled)
{
    uint32_t criteria = of->model->criterion_count;
    sel_str *names = sel_arena_array(of->arena, criteria, sizeof *names);
    bool *known = sel_arena_array(of->arena, sel_field_cells(of), sizeof *known);
    for (uint32_t j = 0; j < criteria; j++)
        names[j] = of->model->criteria[j].id;
    sel_decision_table table = {.source = of->model->id,
                                .criteria = names,
                                .criterion_count = criteria,
                                .rows = of->chosen->names,
                                .row_count = of->chosen->count,
                                .values = filled->matrix.values,
                                .known = known};
    for (size_t at = 0; at < sel_field_cells(of); at++) {
        known[at] = filled->bounds.low[at] == filled->bounds.high[at];
        table.missing += known[at] ? 0 : 1;
    }
    return table;
}

static void set(const sel_field_values *of, const sel_field_comparison *compared,
                sel_field_order *order)
{
    sel_matrix_setting *setting = &order->setting;
    const sel_normalisation *as_is = sel_normalisation_find(SEL_STR("as-is"));
    const sel_normalisation *named = sel_normalisation_find(of->model->normalisation);
    *setting = (sel_matrix_setting){
        .table = names_of(of, &order->result.filled),
        .titles = of->chosen->titles,
        .cost =
            order->additive ? sel_arena_array(of->arena, of->model->criterion_count, 1) : of->cost,
        .method = of->methods.aggregation,
        .normalisation = order->additive && named != NULL ? as_is : named,
        .units = of->in_units ? as_is : NULL,
        .ranges = ranges_of(of, order->additive),
        .weighting = of->methods.weighting,
        .constraints = of->constraints,
        .draws = of->model->draws,
        .seed = of->model->seed,
    };
    if (!order->additive && named != NULL && named->goalposts) {
        setting->goal_low = of->goal_low;
        setting->goal_high = of->goal_high;
    }
    take_parameters(of, setting);
    if (compared != NULL) {
        memcpy(setting->compared, compared->methods, sizeof setting->compared);
        setting->compared_count = compared->count;
    }
}

static sel_status weigh(const sel_field_values *of, sel_matrix_result *result, sel_error *err)
{
    const sel_filled_matrix plain = sel_field_table(of, NULL);
    const sel_weighting_input input = {.criteria = plain.matrix.criteria, .matrix = &plain.matrix};
    const sel_weight_constraints *constraints = of->constraints;
    if (of->methods.weighting->need == SEL_WEIGHTING_MATRIX) {
        sel_status status =
            sel_weighting_compute(of->methods.weighting, &input, of->arena, &result->weights, err);
        return status == SEL_OK && constraints != NULL
                   ? sel_weight_constraints_check(constraints, result->weights.weights,
                                                  input.criteria, NULL, err)
                   : status;
    }
    result->weights.weights =
        sel_arena_array(of->arena, of->model->criterion_count, sizeof *result->weights.weights);
    for (uint32_t j = 0; j < of->model->criterion_count; j++)
        result->weights.weights[j] = of->model->criteria[j].weight;
    return SEL_OK;
}

/* --- additive, of values from 0 to 1 --- */

static double *row_by_row(const sel_field_values *of, const double *columns)
{
    uint32_t criteria = of->model->criterion_count;
    double *values = sel_arena_array(of->arena, sel_field_cells(of), sizeof *values);
    for (uint32_t j = 0; j < criteria; j++)
        for (uint32_t i = 0; i < of->chosen->count; i++)
            values[(size_t)i * criteria + j] = columns[(size_t)j * of->chosen->count + i];
    return values;
}

/* Scores, ranks and bounds, alternative by alternative, and the mean contributions. */
static void take_ranking(const sel_field_values *of, sel_field_order *order)
{
    uint32_t rows = order->ranking.count;
    double *scores = sel_arena_array(of->arena, rows, sizeof *scores);
    sel_score_bounds *bounds = sel_arena_array(of->arena, rows, sizeof *bounds);
    uint32_t *ranks = sel_arena_array(of->arena, rows, sizeof *ranks);
    for (uint32_t place = 0; place < rows; place++) {
        const sel_ranked *ranked = &order->ranking.order[place];
        uint32_t row = ranked->alternative;
        scores[row] = ranked->score;
        bounds[row] = (sel_score_bounds){.low = ranked->score_low, .high = ranked->score_high};
        ranks[row] = ranked->rank;
        for (uint32_t j = 0; j < of->model->criterion_count; j++)
            order->mean_parts[j] += ranked->contributions[j] / rows;
    }
    order->result.outcome = (sel_aggregation_outcome){.scores = scores, .ranks = ranks};
    order->result.bounds = bounds;
    order->result.intervals = sel_order_intervals_of_ranking(&order->ranking, of->arena);
    order->result.order = order->result.intervals.order;
}

/* Intervals over all weightings that keep the constraints; the order stays. */
static sel_status draw_within(const sel_field_values *of, sel_field_order *order, sel_error *err)
{
    const sel_matrix_setting *setting = &order->setting;
    const sel_aggregation_options options =
        sel_matrix_options(setting, setting->method, order->result.weights.weights);
    return sel_order_intervals_of(
        setting->method, &order->result.filled, &options,
        &(sel_order_draws){setting->draws, setting->seed, setting->constraints}, of->arena,
        &order->result.intervals, err);
}

static sel_status rank_additive(const sel_field_values *of, sel_field_order *order, sel_error *err)
{
    const sel_model *model = of->model;
    const sel_alternatives alternatives = {row_by_row(of, of->units.low),
                                           row_by_row(of, of->units.high), of->chosen->count,
                                           model->criterion_count};
    const sel_ranking_options options = {.method = of->methods.aggregation->additive,
                                         .weights = order->result.weights.weights,
                                         .floor = model->floor,
                                         .concentration = model->concentration,
                                         .draws = of->constraints == NULL ? model->draws
                                                                          : SEL_DRAWS_LEAST,
                                         .seed = model->seed};
    sel_status status =
        sel_ranking_compute(&alternatives, &options, of->arena, &order->ranking, err);
    if (status != SEL_OK)
        return status;
    take_ranking(of, order);
    return of->constraints == NULL ? SEL_OK : draw_within(of, order, err);
}

/* --- any other --- */

/* Bounds try values that nobody stated, and take the work of all alternatives for each open one:
 * what a method says of either is told with what can be done. */
static sel_status bound(const sel_matrix_setting *setting, const sel_aggregation_options *options,
                        const sel_matrix_result *result, sel_score_bounds *bounds, sel_error *err)
{
    sel_error fault = {0};
    sel_status status = sel_score_bounds_of(setting->method, &result->filled.bounds, options,
                                            &result->outcome, bounds, &fault);
    if (status == SEL_OK)
        return status;
    if (status == SEL_UNSUPPORTED)
        return sel_fail(
            err, status,
            "%.300s: rank fewer, with --request, --recipient or --donor, or by weighted-sum",
            fault.message);
    return sel_fail(err, status,
                    "%.300s, and what is not known may count so: take another --method",
                    fault.message);
}

static sel_status rank_by_aggregate(const sel_field_values *of, sel_field_order *order,
                                    sel_error *err)
{
    const sel_matrix_setting *setting = &order->setting;
    sel_matrix_result *result = &order->result;
    const sel_aggregation_options options =
        sel_matrix_options(setting, setting->method, result->weights.weights);
    sel_status status = sel_aggregate(setting->method, &result->filled.matrix, &options, of->arena,
                                      &result->outcome, err);
    sel_score_bounds *bounds = sel_arena_array(of->arena, of->chosen->count, sizeof *bounds);
    if (status == SEL_OK)
        status = bound(setting, &options, result, bounds, err);
    result->bounds = bounds;
    result->proof = sel_score_bounds_proof(setting->method, &result->filled.bounds, &options);
    if (status == SEL_OK)
        status = sel_order_intervals_of(
            setting->method, &result->filled, &options,
            &(sel_order_draws){setting->draws, setting->seed, setting->constraints}, of->arena,
            &result->intervals, err);
    if (status == SEL_OK)
        result->order = result->intervals.lack == SEL_INTERVALS_FOUND
                            ? result->intervals.order
                            : sel_matrix_order(result->outcome.ranks, of->chosen->count, of->arena);
    return status;
}

/* --- beside other methods --- */

static sel_aggregation_options options_for(const sel_field_values *of, const sel_field_order *order,
                                           const sel_aggregation *method)
{
    sel_aggregation_options options =
        sel_matrix_options(&order->setting, method, order->result.weights.weights);
    const sel_normalisation *named = sel_normalisation_find(of->model->normalisation);
    if (sel_field_adds_up(of, method) || named == NULL)
        return options;
    options.normalisation = method->normalisation_fixed ? method->normalisation : named;
    options.goal_low = of->goal_low;
    options.goal_high = of->goal_high;
    return options;
}

static sel_status compare(const sel_field_values *of, sel_field_order *order, sel_error *err)
{
    const sel_matrix_setting *setting = &order->setting;
    sel_matrix_result *result = &order->result;
    for (uint32_t k = 0; k < setting->compared_count; k++) {
        const sel_aggregation *method = setting->compared[k];
        result->compared[k] = result->outcome;
        if (method == setting->method)
            continue;
        const sel_filled_matrix table = sel_field_table(of, method);
        const sel_aggregation_options options = options_for(of, order, method);
        sel_error fault = {0};
        sel_status status =
            sel_aggregate(method, &table.matrix, &options, of->arena, &result->compared[k], &fault);
        if (status != SEL_OK)
            return sel_method_fail(method->name, &fault, &setting->table, true, err);
    }
    return sel_matrix_find_consensus(setting, of->arena, result, err);
}

sel_status sel_field_rank(const sel_context *context, const sel_field *chosen,
                          const sel_field_comparison *compared, sel_arena *arena,
                          sel_field_order *order, sel_error *err)
{
    const sel_field_values of = sel_field_values_of(&context->model, chosen, arena);
    const sel_aggregation *method = of.methods.aggregation;
    *order = (sel_field_order){.additive = sel_field_adds_up(&of, method),
                               .variant = method->variant,
                               .normalisation = of.methods.normalisation};
    if (order->additive)
        order->variant = method->additive->variant;
    order->result.filled = sel_field_table(&of, method);
    set(&of, compared, order);
    sel_error fault = {0};
    const char *asked = of.methods.weighting->name;
    sel_status status = weigh(&of, &order->result, &fault);
    if (status == SEL_OK) {
        asked = method->name;
        status = order->additive ? rank_additive(&of, order, &fault)
                                 : rank_by_aggregate(&of, order, &fault);
    }
    return status == SEL_OK ? compare(&of, order, err)
                            : sel_method_fail(asked, &fault, &order->setting.table, true, err);
}
