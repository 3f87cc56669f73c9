#include "analysis/sensitivity/ranking_runs.h"

#include "analysis/normalisation/rows.h"
#include "analysis/robustness/counter_random.h"
#include "analysis/robustness/weight_stick.h"

#include <string.h>

/* One thread's values: what a run finds as the last one left it is not made again. */
typedef struct run_state {
    double *values;      /* as the matrix's, moved */
    uint64_t *worlds;    /* per criterion: the world its values are of; 0: central */
    double *scaled;      /* per choice of normalisation, as the matrix's */
    uint64_t *scaled_of; /* per choice and criterion: the world it was scaled in */
    bool *scaled_yet;    /* per choice and criterion */
    sel_additive_terms *additive;
    double *numbers; /* coordinates the drawn weights are of; 0 at first */
    double *drawn;   /* per criterion with weight */
    double *weights; /* per criterion, of this run */
} run_state;

static size_t cells_of(const sel_ranking_runs *runs)
{
    return (size_t)runs->study->matrix.rows * runs->study->matrix.criteria;
}

void *sel_ranking_runs_start(const void *data, sel_arena *arena)
{
    const sel_ranking_runs *runs = data;
    size_t cells = cells_of(runs);
    uint32_t criteria = runs->study->matrix.criteria;
    size_t columns = (size_t)runs->choice_count * criteria;
    run_state *state = sel_arena_array(arena, 1, sizeof *state);
    *state = (run_state){
        .values = sel_arena_array(arena, cells, sizeof(double)),
        .worlds = sel_arena_array(arena, criteria, sizeof(uint64_t)),
        .scaled = sel_arena_array(arena, runs->choice_count * cells, sizeof(double)),
        .scaled_of = sel_arena_array(arena, columns, sizeof(uint64_t)),
        .scaled_yet = sel_arena_array(arena, columns, sizeof(bool)),
        .additive = sel_additive_terms_make(&runs->additive, arena),
        .numbers = sel_arena_array(arena, runs->weighted_count, sizeof(double)),
        .drawn = sel_arena_array(arena, runs->weighted_count, sizeof(double)),
        .weights = sel_arena_array(arena, criteria, sizeof(double)),
    };
    memcpy(state->values, runs->study->matrix.values, cells * sizeof(double));
    for (uint32_t j = 0; j < runs->weighted_count; j++)
        state->drawn[j] = runs->study->weights[runs->weighted[j]];
    return state;
}

static uint32_t choice_of(const double *point, int coordinate, uint32_t count)
{
    if (coordinate == SEL_NO_COORDINATE)
        return 0;
    uint32_t choice = (uint32_t)(point[coordinate] * count);
    return choice < count ? choice : count - 1;
}

static void move_values(const sel_ranking_runs *runs, const double *point, run_state *state)
{
    const sel_decision_matrix *matrix = &runs->study->matrix;
    for (uint32_t j = 0; j < matrix->criteria; j++) {
        if (runs->data[j] == SEL_NO_COORDINATE)
            continue;
        uint64_t world;
        memcpy(&world, &point[runs->data[j]], sizeof world);
        if (world == state->worlds[j])
            continue;
        state->worlds[j] = world;
        uint64_t stream = sel_random_stream(world, SEL_RANDOM_DATA, j);
        size_t first = (size_t)j * matrix->rows;
        const double *low = runs->study->low + first;
        const double *high = runs->study->high + first;
        for (uint32_t i = 0; i < matrix->rows; i++)
            state->values[first + i] = low[i] + (high[i] - low[i]) * sel_random_uniform(stream, i);
    }
}

static void draw_weights(const sel_ranking_runs *runs, const double *point, run_state *state)
{
    size_t bytes = (runs->weighted_count - 1) * sizeof *point;
    if (runs->weights == SEL_NO_COORDINATE ||
        memcmp(state->numbers, point + runs->weights, bytes) == 0)
        return;
    memcpy(state->numbers, point + runs->weights, bytes);
    sel_weight_stick_break(runs->stick, runs->weighted_count, state->numbers, state->drawn);
}

/* The drawn weights without the criterion left out: choice 0 is none. */
static sel_status set_weights(const sel_ranking_runs *runs, const double *point, run_state *state,
                              sel_error *err)
{
    draw_weights(runs, point, state);
    uint32_t out = choice_of(point, runs->left_out, runs->weighted_count + 1);
    double sum = 0;
    for (uint32_t j = 0; j < runs->weighted_count; j++)
        sum += j + 1 == out ? 0 : state->drawn[j];
    if (!(sum > 0))
        return sel_fail(err, SEL_NUMERIC,
                        "criterion %u has all the weight in a draw and cannot be left out",
                        runs->weighted[out - 1] + 1);
    for (uint32_t j = 0; j < runs->weighted_count; j++)
        state->weights[runs->weighted[j]] = j + 1 == out ? 0 : state->drawn[j] / sum;
    return SEL_OK;
}

static sel_status scale_column(const sel_ranking_runs *runs, uint32_t choice, uint32_t criterion,
                               run_state *state, sel_arena *scratch, sel_error *err)
{
    const sel_sensitivity_study *study = runs->study;
    const sel_normalisation *normalisation = runs->choices[choice];
    size_t at = (size_t)choice * study->matrix.criteria + criterion;
    if (state->scaled_yet[at] && state->scaled_of[at] == state->worlds[criterion])
        return SEL_OK;
    size_t first = (size_t)criterion * study->matrix.rows;
    const sel_plain_column plain = {
        .values = state->values + first,
        .rows = study->matrix.rows,
        .cost = study->matrix.cost != NULL && study->matrix.cost[criterion],
        .goal_low = normalisation->goalposts ? study->goal_low[criterion] : 0,
        .goal_high = normalisation->goalposts ? study->goal_high[criterion] : 0,
    };
    sel_scaled_column column;
    sel_status status = sel_normalise(normalisation, &plain, scratch, &column, err);
    if (status != SEL_OK)
        return status;
    double *to = state->scaled + choice * cells_of(runs) + first;
    for (uint32_t i = 0; i < plain.rows; i++)
        to[i] = sel_scaled(&column, i);
    state->scaled_yet[at] = true;
    state->scaled_of[at] = state->worlds[criterion];
    return SEL_OK;
}

sel_aggregation_options sel_ranking_runs_options(const sel_sensitivity_study *study,
                                                 uint32_t aggregation,
                                                 const sel_normalisation *normalisation)
{
    bool own = study->aggregations[aggregation]->normalisation_fixed;
    sel_aggregation_options options = {
        .weights = study->weights,
        .normalisation = own ? NULL : normalisation,
        .goal_low = study->goal_low,
        .goal_high = study->goal_high,
        .threads = 1,
    };
    for (uint32_t k = 0; k < SEL_AGGREGATION_PARAMETERS; k++)
        options.parameters[k] = study->parameters[aggregation][k];
    return options;
}

/* Ranks by the choices of a point. A method that takes any normalisation gets columns that are
 * scaled already, as they are; not so those taken as they are, which a method may turn round in a
 * way of its own where they are costs. */
static sel_status rank(const sel_ranking_runs *runs, const double *point, run_state *state,
                       sel_arena *scratch, const uint32_t **ranks, sel_error *err)
{
    const sel_sensitivity_study *study = runs->study;
    uint32_t chosen = choice_of(point, runs->aggregation, study->aggregation_count);
    uint32_t scaling = choice_of(point, runs->normalisation, runs->choice_count);
    const sel_additive_run run = {chosen, scaling, state->values, state->worlds, state->weights};
    if (sel_additive_runs_take(&runs->additive, &run))
        return sel_additive_runs_rank(&runs->additive, &run, state->additive, scratch, ranks, err);
    const sel_normalisation *normalisation = runs->choice_count > 0 ? runs->choices[scaling] : NULL;
    sel_aggregation_options options = sel_ranking_runs_options(study, chosen, normalisation);
    options.weights = state->weights;
    sel_decision_matrix matrix = study->matrix;
    matrix.values = state->values;
    sel_status status = SEL_OK;
    if (options.normalisation != NULL && options.normalisation != &sel_normalise_as_is) {
        for (uint32_t j = 0; status == SEL_OK && j < matrix.criteria; j++)
            if (state->weights[j] > 0)
                status = scale_column(runs, scaling, j, state, scratch, err);
        matrix.values = state->scaled + scaling * cells_of(runs);
        matrix.cost = NULL;
        options.normalisation = &sel_normalise_as_is;
    }
    sel_aggregation_outcome outcome;
    if (status == SEL_OK)
        status =
            sel_aggregate(study->aggregations[chosen], &matrix, &options, scratch, &outcome, err);
    if (status == SEL_OK)
        *ranks = outcome.ranks;
    return status;
}

sel_status sel_ranking_runs_evaluate(const void *data, void *state, sel_arena *scratch,
                                     const double *point, double *outputs, sel_error *err)
{
    const sel_ranking_runs *runs = data;
    const uint32_t *ranks = NULL;
    move_values(runs, point, state);
    sel_status status = set_weights(runs, point, state, err);
    if (status == SEL_OK)
        status = rank(runs, point, state, scratch, &ranks, err);
    if (status != SEL_OK)
        return status;
    for (uint32_t place = 0; place < runs->places; place++)
        outputs[place] = ranks[runs->alternatives[place]];
    uint64_t shift = 0;
    for (uint32_t i = 0; i < runs->study->matrix.rows; i++)
        shift += ranks[i] > runs->central_ranks[i] ? ranks[i] - runs->central_ranks[i]
                                                   : runs->central_ranks[i] - ranks[i];
    outputs[runs->places] = (double)shift / runs->study->matrix.rows;
    return SEL_OK;
}
