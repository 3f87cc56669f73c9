#include "analysis/robustness/draw_ranks.h"

#include "analysis/aggregation/ranks.h"
#include "analysis/normalisation/column.h"
#include "analysis/ranking/ranking.h"
#include "analysis/robustness/counter_random.h"

#include <math.h>

static size_t size_of(const sel_uncertain_matrix *matrix)
{
    return (size_t)matrix->rows * matrix->criteria;
}

/* Values of criterion j of the problem among those of a whole matrix. */
static size_t column_at(const sel_draw_source *source, uint32_t j)
{
    return (size_t)(source->problem.numbers[j] - 1) * source->problem.rows;
}

static sel_status check_bounds(const sel_uncertain_matrix *matrix, sel_error *err)
{
    if (matrix->criteria == 0 || matrix->criteria > SEL_CRITERIA_MAX)
        return sel_fail(err, SEL_BAD_INPUT, "%u criteria, not 1 to %d", matrix->criteria,
                        SEL_CRITERIA_MAX);
    for (size_t at = 0; at < size_of(matrix); at++)
        if (!(fabs(matrix->low[at]) <= SEL_CRITERION_VALUE_MOST &&
              fabs(matrix->high[at]) <= SEL_CRITERION_VALUE_MOST &&
              matrix->low[at] <= matrix->high[at]))
            return sel_fail(
                err, SEL_BAD_INPUT, "alternative %zu has a value from %g to %g for criterion %zu",
                at % matrix->rows + 1, matrix->low[at], matrix->high[at], at / matrix->rows + 1);
    return SEL_OK;
}

static const double *find_middle(const sel_uncertain_matrix *matrix, sel_arena *arena)
{
    double *middle = sel_arena_array(arena, size_of(matrix), sizeof *middle);
    for (size_t at = 0; at < size_of(matrix); at++)
        middle[at] = matrix->low[at] == matrix->high[at]
                         ? matrix->low[at]
                         : matrix->low[at] / 2 + matrix->high[at] / 2;
    return middle;
}

/* Numbers of a value are named by its alternative and by its place among the criteria that have
 * weight, so that one without leaves no trace. */
static void find_moving(sel_draw_source *source, sel_arena *arena)
{
    const sel_uncertain_matrix *matrix = source->matrix;
    uint32_t rows = matrix->rows;
    sel_moving_value *list = sel_arena_array(arena, size_of(matrix), sizeof *list);
    uint32_t count = 0;
    for (uint32_t j = 0; j < source->problem.criteria; j++) {
        source->moving_from[j] = count;
        const double *low = matrix->low + column_at(source, j);
        const double *high = matrix->high + column_at(source, j);
        for (uint32_t i = 0; i < rows; i++) {
            if (low[i] == high[i])
                continue;
            uint64_t key = matrix->keys == NULL ? i : matrix->keys[i];
            uint64_t alternative = sel_random_stream(source->options->seed, SEL_RANDOM_DATA, key);
            list[count++] =
                (sel_moving_value){i, low[i], high[i] - low[i], sel_random_word(alternative, j)};
        }
    }
    source->moving_from[source->problem.criteria] = count;
    source->moving = list;
}

/* What keeps a criterion from being normalised, found out again only when it is to be told. */
static sel_status explain(const sel_aggregation_problem *problem, uint32_t j,
                          const sel_plain_column *plain, double *room, sel_error *err)
{
    sel_scaled_column scaled;
    sel_error fault = {0};
    sel_status status = problem->normalisation->scale(plain, room, &scaled, &fault);
    return sel_fail(err, status, "criterion %u: %s", problem->numbers[j], fault.message);
}

/* Normalise one criterion and count its terms. */
static sel_status count_terms(const sel_draw_source *source, uint32_t j, const double *values,
                              double *room, double *terms, sel_error *err)
{
    const sel_aggregation_problem *problem = &source->problem;
    sel_plain_column plain = problem->columns[j];
    plain.values = values;
    double *written = problem->normalisation->writes ? room : NULL;
    sel_scaled_column scaled;
    sel_status status = problem->normalisation->scale(&plain, written, &scaled, NULL);
    if (status != SEL_OK)
        return explain(problem, j, &plain, written, err);
    return source->options->method->terms(problem, j, scaled, terms + (size_t)j * problem->rows,
                                          err);
}

static sel_status count_middle(sel_draw_source *source, sel_arena *arena, sel_error *err)
{
    const sel_aggregation_problem *problem = &source->problem;
    double *room = sel_arena_array(arena, problem->rows, sizeof *room);
    double *terms =
        sel_arena_array(arena, (size_t)problem->rows * problem->criteria, sizeof *terms);
    sel_status status = SEL_OK;
    for (uint32_t j = 0; status == SEL_OK && j < problem->criteria; j++)
        status = count_terms(source, j, problem->columns[j].values, room, terms, err);
    source->terms = terms;
    return status;
}

sel_status sel_draw_source_make(const sel_uncertain_matrix *matrix,
                                const sel_acceptability_options *options, sel_arena *arena,
                                sel_draw_source *source, sel_error *err)
{
    sel_status status = check_bounds(matrix, err);
    if (status != SEL_OK)
        return status;
    *source = (sel_draw_source){
        .matrix = matrix, .options = options, .middle = find_middle(matrix, arena)};
    const sel_decision_matrix middle = {source->middle, matrix->rows, matrix->criteria,
                                        matrix->cost};
    status = sel_aggregation_problem_make(options->method, &middle, &options->aggregation,
                                          &source->problem, err);
    if (status != SEL_OK)
        return status;
    find_moving(source, arena);
    return options->method->additive == NULL ? SEL_OK : count_middle(source, arena, err);
}

/* Measured with 12 alternatives and 8 criteria: 30 (COPRAS) to 500 times (PROMETHEE). */
enum { AGGREGATION_WORK = 512 };

uint32_t sel_draw_work(const sel_draw_source *source)
{
    return source->terms == NULL ? AGGREGATION_WORK : 1;
}

bool sel_draw_moves(const sel_draw_source *source)
{
    return source->moving_from[source->problem.criteria] > 0;
}

sel_draw_space sel_draw_space_make(const sel_draw_source *source, sel_arena *arena)
{
    uint32_t rows = source->problem.rows;
    sel_draw_space space = {
        .room = sel_arena_array(arena, rows, sizeof *space.room),
        .scores = sel_arena_array(arena, rows, sizeof *space.scores),
        .units = sel_arena_array(arena, rows, sizeof *space.units),
        .keys = sel_arena_array(arena, rows, sizeof *space.keys),
        .spare = sel_arena_array(arena, rows, sizeof *space.spare),
        .ranks = sel_arena_array(arena, rows, sizeof *space.ranks),
        .values = sel_arena_array(arena, size_of(source->matrix), sizeof *space.values),
        .terms =
            sel_arena_array(arena, (size_t)rows * source->problem.criteria, sizeof *space.terms),
        .arena = sel_arena_create(),
    };
    size_t counted = (size_t)rows * source->problem.criteria;
    memcpy(space.values, source->middle, size_of(source->matrix) * sizeof *space.values);
    if (source->terms != NULL)
        memcpy(space.terms, source->terms, counted * sizeof *space.terms);
    return space;
}

sel_status sel_draw_move(const sel_draw_source *source, uint32_t draw, sel_draw_space *space,
                         sel_error *err)
{
    for (uint32_t j = 0; j < source->problem.criteria; j++) {
        double *values = space->values + column_at(source, j);
        uint32_t from = source->moving_from[j];
        uint32_t to = source->moving_from[j + 1];
        for (uint32_t k = from; k < to; k++) {
            const sel_moving_value *value = &source->moving[k];
            values[value->row] =
                value->low + value->width * sel_random_uniform(value->stream, draw);
        }
        if (source->terms == NULL || from == to)
            continue;
        sel_status status = count_terms(source, j, values, space->room, space->terms, err);
        if (status != SEL_OK)
            return status;
    }
    return SEL_OK;
}

/* Σ weight × term of each row into space->scores. */
static void weigh(const sel_draw_source *source, const double *weights, sel_draw_space *space)
{
    uint32_t rows = source->problem.rows;
    double *sums = space->scores;
    memset(sums, 0, rows * sizeof *sums);
    for (uint32_t j = 0; j < source->problem.criteria; j++) {
        const double *terms = space->terms + (size_t)j * rows;
        double weight = weights[j];
#pragma omp simd
        for (uint32_t i = 0; i < rows; i++)
            sums[i] += weight * terms[i];
    }
}

static void rank_sums(const sel_draw_source *source, sel_draw_space *space)
{
    uint32_t rows = source->problem.rows;
    source->options->method->additive->scores(space->scores, rows);
    sel_rank_units(space->scores, rows, space->units);
    sel_rank_order_in(space->units, rows, space->keys, space->spare, space->ranks);
}

/* A score grows with its sum, so that the least and the largest sum have the largest absolute score
 * between them, and the row is first when it counts as many units as the largest. */
static bool leads(const sel_draw_source *source, uint32_t row, const sel_draw_space *space)
{
    const double *sums = space->scores;
    double least = sums[0];
    double most = sums[0];
#pragma omp simd reduction(min : least) reduction(max : most)
    for (uint32_t i = 1; i < source->problem.rows; i++) {
        least = sums[i] < least ? sums[i] : least;
        most = sums[i] > most ? sums[i] : most;
    }
    double scores[] = {sums[row], most, least};
    int32_t units[3];
    source->options->method->additive->scores(scores, 3);
    sel_rank_units(scores, 3, units);
    return units[0] == units[1];
}

sel_status sel_draw_rank(const sel_draw_source *source, const double *weights,
                         sel_draw_space *space, sel_error *err)
{
    if (source->terms != NULL) {
        weigh(source, weights, space);
        rank_sums(source, space);
        return SEL_OK;
    }
    const sel_uncertain_matrix *matrix = source->matrix;
    double all[SEL_CRITERIA_MAX] = {0};
    for (uint32_t j = 0; j < source->problem.criteria; j++)
        all[source->problem.numbers[j] - 1] = weights[j];
    sel_aggregation_options options = source->options->aggregation;
    options.weights = all;
    options.threads = 1;
    const sel_decision_matrix moved = {space->values, matrix->rows, matrix->criteria, matrix->cost};
    sel_aggregation_outcome outcome;
    sel_arena_reset(space->arena);
    sel_status status =
        sel_aggregate(source->options->method, &moved, &options, space->arena, &outcome, err);
    if (status == SEL_OK)
        memcpy(space->ranks, outcome.ranks, matrix->rows * sizeof *space->ranks);
    return status;
}

sel_status sel_draw_first(const sel_draw_source *source, const double *weights, uint32_t row,
                          sel_draw_space *space, bool *first, sel_error *err)
{
    if (source->terms != NULL) {
        weigh(source, weights, space);
        *first = leads(source, row, space);
        return SEL_OK;
    }
    sel_status status = sel_draw_rank(source, weights, space, err);
    *first = status == SEL_OK && space->ranks[row] == 1;
    return status;
}
