#include "analysis/gaps/incomplete.h"

#include <math.h>

/* Worst and best known value of criterion j; 0 and false when there is none. */
static bool known_range(const sel_incomplete_matrix *incomplete, uint32_t j, double *worst,
                        double *best)
{
    const sel_decision_matrix *matrix = &incomplete->matrix;
    double least = 0;
    double most = 0;
    bool any = false;
    for (uint32_t i = 0; i < matrix->rows; i++) {
        if (!sel_is_known(incomplete, i, j))
            continue;
        double value = matrix->values[(size_t)j * matrix->rows + i];
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

sel_status sel_matrix_fill(const sel_incomplete_matrix *incomplete, const double *weights,
                           const double *goal_low, const double *goal_high, sel_arena *arena,
                           sel_filled_matrix *filled, sel_error *err)
{
    const sel_decision_matrix *matrix = &incomplete->matrix;
    size_t cells = (size_t)matrix->rows * matrix->criteria;
    const filling_in into = {sel_arena_array(arena, cells, sizeof(double)),
                             sel_arena_array(arena, cells, sizeof(double)),
                             sel_arena_array(arena, cells, sizeof(double))};
    double *worst = sel_arena_array(arena, matrix->criteria, sizeof *worst);
    double *best = sel_arena_array(arena, matrix->criteria, sizeof *best);
    for (uint32_t j = 0; j < matrix->criteria; j++) {
        bool counts = weights == NULL || weights[j] > 0;
        if (!known_range(incomplete, j, &worst[j], &best[j]) && counts)
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

static bool row_complete(const sel_incomplete_matrix *incomplete, uint32_t i)
{
    for (uint32_t j = 0; j < incomplete->matrix.criteria; j++)
        if (!sel_is_known(incomplete, i, j))
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
        if (row_complete(incomplete, i))
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
