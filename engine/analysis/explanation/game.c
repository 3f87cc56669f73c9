#include "analysis/explanation/game.h"

#include "analysis/explanation/altered.h"
#include "analysis/normalisation/column.h"

#include <omp.h>

static const double *column_of(const sel_decision_matrix *matrix, uint32_t criterion)
{
    return matrix->values + (size_t)criterion * matrix->rows;
}

static double baseline_of(const sel_decision_matrix *matrix, uint32_t criterion,
                          sel_baseline baseline)
{
    const double *values = column_of(matrix, criterion);
    sel_column_range range = sel_column_range_of(values, matrix->rows);
    if (baseline == SEL_BASELINE_MEAN)
        return sel_column_sum(values, matrix->rows) / matrix->rows;
    return matrix->cost != NULL && matrix->cost[criterion] ? range.most : range.least;
}

/* The value itself where nothing differs: a mean off by rounding would make a difference. */
static double missed_value(const sel_decision_matrix *matrix, uint32_t criterion, uint32_t row,
                           sel_baseline baseline)
{
    const double *values = column_of(matrix, criterion);
    if (sel_column_range_of(values, matrix->rows).constant)
        return values[row];
    return baseline_of(matrix, criterion, baseline);
}

static sel_status find_players(const sel_shapley_options *options, sel_game *game, sel_error *err)
{
    uint32_t criteria = game->scoring->matrix->criteria;
    uint32_t bit_of[SEL_CRITERIA_MAX];
    game->players = options->group == NULL ? criteria : options->groups;
    if (game->players == 0 || game->players > SEL_CRITERIA_MAX)
        return sel_fail(err, SEL_BAD_INPUT, "%u groups of criteria, not 1 to %d", game->players,
                        SEL_CRITERIA_MAX);
    for (uint32_t p = 0; p < game->players; p++)
        bit_of[p] = SEL_CRITERIA_MAX;
    for (uint32_t j = 0; j < criteria; j++) {
        uint32_t player = options->group == NULL ? j : options->group[j];
        if (player >= game->players)
            return sel_fail(err, SEL_BAD_INPUT, "criterion %u is in group %u of %u", j + 1,
                            player + 1, game->players);
        bool counts = game->scoring->options->weights[j] > 0;
        if (counts && bit_of[player] == SEL_CRITERIA_MAX) {
            bit_of[player] = game->bits;
            game->player[game->bits++] = player;
        }
        game->bit[j] = counts ? bit_of[player] : SEL_CRITERIA_MAX;
    }
    return SEL_OK;
}

sel_status sel_game_make(const sel_scoring *scoring, uint32_t row,
                         const sel_shapley_options *options, sel_game *game, sel_error *err)
{
    *game = (sel_game){.scoring = scoring, .row = row};
    sel_arena *scratch = sel_arena_create();
    sel_aggregation_outcome outcome;
    sel_status status = sel_scoring_check(scoring, row, scratch, &outcome, err);
    if (status == SEL_OK) {
        game->score = outcome.scores[row];
        status = find_players(options, game, err);
    }
    for (uint32_t j = 0; status == SEL_OK && j < scoring->matrix->criteria; j++)
        game->baseline[j] = missed_value(scoring->matrix, j, row, options->baseline);
    sel_arena_destroy(scratch);
    return status;
}

static sel_status play(const sel_game *game, sel_altered *altered, uint64_t coalition,
                       double *worth, sel_error *err)
{
    const sel_decision_matrix *matrix = game->scoring->matrix;
    for (uint32_t j = 0; j < matrix->criteria; j++) {
        bool absent = game->bit[j] < SEL_CRITERIA_MAX && (coalition >> game->bit[j] & 1) == 0;
        sel_altered_set(altered, j, absent ? game->baseline[j] : column_of(matrix, j)[game->row]);
    }
    sel_aggregation_outcome outcome;
    sel_status status = sel_altered_aggregate(altered, &outcome, err);
    if (status == SEL_OK)
        *worth = outcome.scores[game->row];
    return status;
}

sel_status sel_game_play(const sel_game *game, const uint64_t *coalitions, uint32_t count,
                         double *worths, sel_error *err)
{
    int wanted = game->scoring->options->threads;
    int threads = wanted > 0 ? wanted : omp_get_max_threads();
    uint32_t failed = count;
    sel_error first = {.status = SEL_OK};
#pragma omp parallel num_threads(threads)
    {
        sel_altered altered = sel_altered_begin(game->scoring, game->row, 1);
#pragma omp for schedule(dynamic)
        for (uint32_t k = 0; k < count; k++) {
            sel_error fault = {.status = SEL_OK};
            sel_status status = play(game, &altered, coalitions[k], &worths[k], &fault);
#pragma omp critical(sel_game_failure)
            if (status != SEL_OK && k < failed) {
                failed = k;
                first = fault;
            }
        }
        sel_altered_end(&altered);
    }
    if (failed < count)
        return sel_fail(err, first.status, "%s", first.message);
    return SEL_OK;
}
