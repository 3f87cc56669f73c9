/* A field ranked by the weighting, normalisation and aggregation of the model. */
#include "work/field.h"

#include "work/model_methods.h"

sel_status sel_field_allows(const sel_context *context, sel_choice_of choice, sel_error *err)
{
    const sel_model *model = &context->model;
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

/* A field on its way through the methods: columns of criteria, one value per programme. */
typedef struct judged {
    const sel_model *model;
    const sel_field *chosen;
    double *middle; /* [criterion * count + programme] */
    bool cost[SEL_CRITERIA_MAX];
    double goal_low[SEL_CRITERIA_MAX];
    double goal_high[SEL_CRITERIA_MAX];
    double weights[SEL_CRITERIA_MAX];
} judged;

static void lay_out(const sel_model *model, const sel_field *chosen, sel_arena *arena, judged *of)
{
    uint32_t criteria = model->criterion_count;
    of->model = model;
    of->chosen = chosen;
    of->middle = sel_arena_array(arena, (size_t)chosen->count * criteria, sizeof(double));
    for (uint32_t j = 0; j < criteria; j++) {
        const sel_criterion *at = &model->criteria[j];
        of->cost[j] = sel_str_is(at->direction, SEL_COST);
        of->goal_low[j] = at->goalposts[0];
        of->goal_high[j] = at->goalposts[1];
        of->weights[j] = at->weight;
        for (uint32_t i = 0; i < chosen->count; i++)
            of->middle[(size_t)j * chosen->count + i] =
                (chosen->low[i * criteria + j] + chosen->high[i * criteria + j]) / 2;
    }
}

static sel_decision_matrix matrix_of(const judged *of)
{
    return (sel_decision_matrix){.values = of->middle,
                                 .rows = of->chosen->count,
                                 .criteria = of->model->criterion_count,
                                 .cost = of->cost};
}

static sel_status find_weights(judged *of, const sel_weighting *weighting, sel_arena *arena,
                               sel_error *err)
{
    if (weighting->need != SEL_WEIGHTING_MATRIX)
        return SEL_OK;
    sel_weighting_outcome outcome;
    const sel_decision_matrix matrix = matrix_of(of);
    const sel_weighting_input input = {.criteria = matrix.criteria, .matrix = &matrix};
    sel_status status = sel_weighting_compute(weighting, &input, arena, &outcome, err);
    for (uint32_t j = 0; status == SEL_OK && j < matrix.criteria; j++)
        of->weights[j] = outcome.weights[j];
    return status;
}

/* --- additive, of values from 0 to 1 --- */

static double between_posts(double value, double low, double high)
{
    double scaled = (value - low) / (high - low);
    return scaled < 0 ? 0 : scaled > 1 ? 1 : scaled;
}

/* Values between goalposts of 0 and 1 are what they were, to the last bit. */
static sel_alternatives scaled(const judged *of, const sel_model_methods *methods, sel_arena *arena)
{
    const sel_field *chosen = of->chosen;
    uint32_t criteria = of->model->criterion_count;
    sel_alternatives all = {chosen->low, chosen->high, chosen->count, criteria};
    if (!methods->normalisation->goalposts)
        return all;
    size_t cells = (size_t)chosen->count * criteria;
    double *low = sel_arena_array(arena, cells, sizeof *low);
    double *high = sel_arena_array(arena, cells, sizeof *high);
    for (size_t i = 0; i < cells; i++) {
        size_t j = i % criteria;
        double worst = between_posts(chosen->low[i], of->goal_low[j], of->goal_high[j]);
        double best = between_posts(chosen->high[i], of->goal_low[j], of->goal_high[j]);
        low[i] = of->cost[j] ? 1 - best : worst;
        high[i] = of->cost[j] ? 1 - worst : best;
    }
    all.low = low;
    all.high = high;
    return all;
}

static sel_status rank_additive(const judged *of, const sel_model_methods *methods,
                                sel_arena *arena, sel_ranking *ranking, sel_error *err)
{
    const sel_model *model = of->model;
    sel_alternatives alternatives = scaled(of, methods, arena);
    sel_ranking_options options = {.method = methods->aggregation->additive,
                                   .weights = of->weights,
                                   .floor = model->floor,
                                   .concentration = model->concentration,
                                   .draws = model->draws,
                                   .seed = model->seed};
    return sel_ranking_compute(&alternatives, &options, arena, ranking, err);
}

/* --- any other --- */

typedef struct aggregating {
    judged *of;
    const sel_aggregation *method;
    sel_model_parameters parameters;
    sel_aggregation_options options;
} aggregating;

static sel_status aggregate(const aggregating *a, sel_arena *arena,
                            sel_aggregation_outcome *outcome, sel_error *err)
{
    const sel_decision_matrix matrix = matrix_of(a->of);
    return sel_aggregate(a->method, &matrix, &a->options, arena, outcome, err);
}

/* Give programme i its own values: at 0 the worst, at 1 the best, at .5 the middle. */
static void place(const judged *of, uint32_t i, double at)
{
    uint32_t criteria = of->model->criterion_count;
    for (uint32_t j = 0; j < criteria; j++) {
        double low = of->chosen->low[i * criteria + j];
        double high = of->chosen->high[i * criteria + j];
        double share = of->cost[j] ? 1 - at : at;
        double *value = &of->middle[(size_t)j * of->chosen->count + i];
        *value = share == 0 ? low : share == 1 ? high : (low + high) / 2;
    }
}

static sel_status score_at(const aggregating *a, uint32_t i, double at, double *score,
                           sel_error *err)
{
    sel_arena *scratch = sel_arena_create();
    sel_aggregation_outcome outcome;
    place(a->of, i, at);
    sel_status status = aggregate(a, scratch, &outcome, err);
    if (status == SEL_OK)
        *score = outcome.scores[i];
    place(a->of, i, .5);
    sel_arena_destroy(scratch);
    return status;
}

static bool is_open(const judged *of, uint32_t i)
{
    uint32_t criteria = of->model->criterion_count;
    for (uint32_t j = 0; j < criteria; j++)
        if (of->weights[j] > 0 &&
            of->chosen->low[i * criteria + j] < of->chosen->high[i * criteria + j])
            return true;
    return false;
}

static sel_status bound_scores(const aggregating *a, sel_ranked *order, sel_error *err)
{
    sel_status status = SEL_OK;
    for (uint32_t k = 0; status == SEL_OK && k < a->of->chosen->count; k++) {
        sel_ranked *at = &order[k];
        at->score_low = at->score_high = at->score;
        if (!is_open(a->of, at->alternative))
            continue;
        if (a->of->chosen->count > SEL_FIELD_MOVED_MOST)
            return sel_fail(err, SEL_UNSUPPORTED,
                            "by '%s' at most %d programmes are ranked when not everything is known",
                            a->method->name, SEL_FIELD_MOVED_MOST);
        status = score_at(a, at->alternative, 0, &at->score_low, err);
        if (status == SEL_OK)
            status = score_at(a, at->alternative, 1, &at->score_high, err);
    }
    return status;
}

/* Rows by rank, ties in their own order: a count of each rank gives every row its place. */
static sel_ranked *put_in_order(const sel_aggregation_outcome *outcome, uint32_t count,
                                sel_arena *arena)
{
    sel_ranked *order = sel_arena_array(arena, count, sizeof *order);
    uint32_t *taken = sel_arena_array(arena, count, sizeof *taken);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t rank = outcome->ranks[i];
        order[rank - 1 + taken[rank - 1]++] = (sel_ranked){
            .alternative = i, .score = outcome->scores[i], .rank = rank, .swap_to = -1};
    }
    return order;
}

static sel_status rank_by_aggregate(judged *of, const sel_model_methods *methods, sel_arena *arena,
                                    sel_ranking *ranking, sel_error *err)
{
    aggregating a = {.of = of, .method = methods->aggregation};
    a.options = (sel_aggregation_options){
        .weights = of->weights, .goal_low = of->goal_low, .goal_high = of->goal_high};
    sel_model_parameters_of(of->model, &a.parameters, &a.options);
    sel_aggregation_outcome outcome;
    sel_status status = aggregate(&a, arena, &outcome, err);
    if (status != SEL_OK)
        return status;
    sel_ranked *order = put_in_order(&outcome, of->chosen->count, arena);
    *ranking = (sel_ranking){.order = order, .count = of->chosen->count, .seed = of->model->seed};
    return bound_scores(&a, order, err);
}

sel_status sel_field_rank(const sel_context *context, const sel_field *chosen, sel_arena *arena,
                          sel_ranking *ranking, sel_field_method *method, sel_error *err)
{
    const sel_model *model = &context->model;
    const sel_model_methods methods = sel_model_methods_of(model);
    judged *of = sel_arena_array(arena, 1, sizeof *of);
    lay_out(model, chosen, arena, of);
    bool additive = sel_model_is_additive(model);
    *method = (sel_field_method){.aggregation = methods.aggregation,
                                 .normalisation = methods.normalisation,
                                 .variant = additive ? methods.aggregation->additive->variant
                                                     : methods.aggregation->variant,
                                 .additive = additive,
                                 .weighting = methods.weighting,
                                 .weights = of->weights};
    sel_status status = find_weights(of, methods.weighting, arena, err);
    if (status != SEL_OK)
        return status;
    return additive ? rank_additive(of, &methods, arena, ranking, err)
                    : rank_by_aggregate(of, &methods, arena, ranking, err);
}
