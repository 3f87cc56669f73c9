#include "analysis/aggregation/incomplete.h"

#include <math.h>

/* Worst and best known value of criterion j; false when there is none. */
static bool known_range(const sel_incomplete_matrix *incomplete, uint32_t j, double *worst,
                        double *best)
{
    const sel_decision_matrix *matrix = &incomplete->matrix;
    size_t from = (size_t)j * matrix->rows;
    double least = 0;
    double most = 0;
    bool any = false;
    for (uint32_t i = 0; i < matrix->rows; i++) {
        if (!incomplete->known[from + i])
            continue;
        double value = matrix->values[from + i];
        least = any && least < value ? least : value;
        most = any && most > value ? most : value;
        any = true;
    }
    bool cost = matrix->cost != NULL && matrix->cost[j];
    *worst = cost ? most : least;
    *best = cost ? least : most;
    return any;
}

/* Three tables laid out alike. */
typedef struct filling_in {
    double *low;
    double *middle;
    double *high;
} filling_in;

static void fill_column(const sel_incomplete_matrix *incomplete, uint32_t j, double worst,
                        double best, const filling_in *into)
{
    uint32_t rows = incomplete->matrix.rows;
    for (size_t at = (size_t)j * rows; at < (size_t)(j + 1) * rows; at++) {
        bool known = incomplete->known[at];
        double value = incomplete->matrix.values[at];
        into->low[at] = known ? value : fmin(worst, best);
        into->middle[at] = known ? value : worst / 2 + best / 2;
        into->high[at] = known ? value : fmax(worst, best);
    }
}

sel_status sel_matrix_fill(const sel_incomplete_matrix *incomplete, const double *goal_low,
                           const double *goal_high, sel_arena *arena, sel_filled_matrix *filled,
                           sel_error *err)
{
    const sel_decision_matrix *matrix = &incomplete->matrix;
    size_t cells = (size_t)matrix->rows * matrix->criteria;
    const filling_in into = {sel_arena_array(arena, cells, sizeof(double)),
                             sel_arena_array(arena, cells, sizeof(double)),
                             sel_arena_array(arena, cells, sizeof(double))};
    double *worst = sel_arena_array(arena, matrix->criteria, sizeof *worst);
    double *best = sel_arena_array(arena, matrix->criteria, sizeof *best);
    for (uint32_t j = 0; j < matrix->criteria; j++) {
        if (!known_range(incomplete, j, &worst[j], &best[j]))
            return sel_fail(err, SEL_BAD_INPUT, "nothing is known of criterion %u", j + 1);
        bool cost = matrix->cost != NULL && matrix->cost[j];
        if (goal_low != NULL) {
            worst[j] = cost ? goal_high[j] : goal_low[j];
            best[j] = cost ? goal_low[j] : goal_high[j];
        }
        fill_column(incomplete, j, worst[j], best[j], &into);
    }
    *filled = (sel_filled_matrix){.matrix = *matrix,
                                  .bounds = {.low = into.low,
                                             .high = into.high,
                                             .rows = matrix->rows,
                                             .criteria = matrix->criteria,
                                             .cost = matrix->cost},
                                  .worst = worst,
                                  .best = best};
    filled->matrix.values = into.middle;
    return SEL_OK;
}

static bool row_complete(const bool *known, uint32_t rows, uint32_t criteria, uint32_t i)
{
    for (uint32_t j = 0; j < criteria; j++)
        if (!known[(size_t)j * rows + i])
            return false;
    return true;
}

sel_decision_matrix sel_matrix_complete_rows(const sel_incomplete_matrix *incomplete,
                                             sel_arena *arena)
{
    sel_decision_matrix complete = incomplete->matrix;
    uint32_t rows = complete.rows;
    uint32_t *kept = sel_arena_array(arena, rows, sizeof *kept);
    complete.rows = 0;
    for (uint32_t i = 0; i < rows; i++)
        if (row_complete(incomplete->known, rows, complete.criteria, i))
            kept[complete.rows++] = i;
    if (complete.rows == rows)
        return complete;
    double *values =
        sel_arena_array(arena, (size_t)complete.rows * complete.criteria, sizeof *values);
    for (uint32_t j = 0; j < complete.criteria; j++)
        for (uint32_t i = 0; i < complete.rows; i++)
            values[(size_t)j * complete.rows + i] =
                incomplete->matrix.values[(size_t)j * rows + kept[i]];
    complete.values = values;
    return complete;
}

static bool row_settled(const sel_uncertain_matrix *bounds, uint32_t i)
{
    for (uint32_t j = 0; j < bounds->criteria; j++)
        if (bounds->low[(size_t)j * bounds->rows + i] < bounds->high[(size_t)j * bounds->rows + i])
            return false;
    return true;
}

/* Bounds on their way, and the values that are changed for them and put back. */
typedef struct bounding {
    const sel_aggregation *method;
    const sel_filled_matrix *filled;
    const sel_aggregation_options *options;
    sel_arena *scratch;
    double *values;
    double *score_low;
    double *score_high;
    uint32_t *rank_best;
    uint32_t *rank_worst;
} bounding;

/* Put what alternative i does not tell at its best or its worst. */
static void put(bounding *b, uint32_t i, bool best)
{
    const sel_uncertain_matrix *bounds = &b->filled->bounds;
    for (uint32_t j = 0; j < bounds->criteria; j++) {
        size_t at = (size_t)j * bounds->rows + i;
        bool cost = bounds->cost != NULL && bounds->cost[j];
        b->values[at] = best != cost ? bounds->high[at] : bounds->low[at];
    }
}

static void put_back(bounding *b, uint32_t i)
{
    const sel_decision_matrix *matrix = &b->filled->matrix;
    for (uint32_t j = 0; j < matrix->criteria; j++)
        b->values[(size_t)j * matrix->rows + i] = matrix->values[(size_t)j * matrix->rows + i];
}

static sel_status try_end(bounding *b, uint32_t i, bool best, sel_error *err)
{
    sel_aggregation_outcome outcome;
    sel_decision_matrix changed = b->filled->matrix;
    changed.values = b->values;
    put(b, i, best);
    sel_status status = sel_aggregate(b->method, &changed, b->options, b->scratch, &outcome, err);
    if (status == SEL_OK) {
        double score = outcome.scores[i];
        uint32_t rank = outcome.ranks[i];
        b->score_low[i] = score < b->score_low[i] ? score : b->score_low[i];
        b->score_high[i] = score > b->score_high[i] ? score : b->score_high[i];
        b->rank_best[i] = rank < b->rank_best[i] ? rank : b->rank_best[i];
        b->rank_worst[i] = rank > b->rank_worst[i] ? rank : b->rank_worst[i];
    }
    put_back(b, i);
    sel_arena_reset(b->scratch);
    return status;
}

static void start_at(bounding *b, const sel_aggregation_outcome *outcome)
{
    uint32_t rows = b->filled->matrix.rows;
    memcpy(b->score_low, outcome->scores, rows * sizeof *b->score_low);
    memcpy(b->score_high, outcome->scores, rows * sizeof *b->score_high);
    memcpy(b->rank_best, outcome->ranks, rows * sizeof *b->rank_best);
    memcpy(b->rank_worst, outcome->ranks, rows * sizeof *b->rank_worst);
}

static sel_status check_work(const sel_filled_matrix *filled, uint32_t *incomplete, sel_error *err)
{
    uint32_t rows = filled->matrix.rows;
    *incomplete = 0;
    for (uint32_t i = 0; i < rows; i++)
        *incomplete += row_settled(&filled->bounds, i) ? 0 : 1;
    if ((uint64_t)*incomplete * rows > SEL_SILENCE_WORK_MOST)
        return sel_fail(err, SEL_UNSUPPORTED,
                        "%u of %u alternatives have values that are not known; their product may "
                        "be %d: fill them or leave the alternatives out",
                        *incomplete, rows, SEL_SILENCE_WORK_MOST);
    return SEL_OK;
}

sel_status sel_silence_bounds_of(const sel_aggregation *method, const sel_filled_matrix *filled,
                                 const sel_aggregation_options *options,
                                 const sel_aggregation_outcome *outcome, sel_arena *arena,
                                 sel_silence_bounds *bounds, sel_error *err)
{
    const sel_decision_matrix *matrix = &filled->matrix;
    size_t cells = (size_t)matrix->rows * matrix->criteria;
    uint32_t incomplete;
    sel_status status = check_work(filled, &incomplete, err);
    if (status != SEL_OK)
        return status;
    bounding b = {.method = method,
                  .filled = filled,
                  .options = options,
                  .scratch = sel_arena_create(),
                  .score_low = sel_arena_array(arena, matrix->rows, sizeof(double)),
                  .score_high = sel_arena_array(arena, matrix->rows, sizeof(double)),
                  .rank_best = sel_arena_array(arena, matrix->rows, sizeof(uint32_t)),
                  .rank_worst = sel_arena_array(arena, matrix->rows, sizeof(uint32_t))};
    start_at(&b, outcome);
    if (incomplete > 0) {
        b.values = sel_arena_array(arena, cells, sizeof *b.values);
        memcpy(b.values, matrix->values, cells * sizeof *b.values);
    }
    for (uint32_t i = 0; status == SEL_OK && incomplete > 0 && i < matrix->rows; i++) {
        if (row_settled(&filled->bounds, i))
            continue;
        status = try_end(&b, i, false, err);
        if (status == SEL_OK)
            status = try_end(&b, i, true, err);
    }
    sel_arena_destroy(b.scratch);
    *bounds = (sel_silence_bounds){b.score_low, b.score_high, b.rank_best, b.rank_worst};
    return status;
}
