#include "analysis/explanation/contributions.h"

#include "analysis/explanation/game.h"
#include "analysis/explanation/scale.h"
#include "analysis/ranking/methods.h"

#include <math.h>
#include <string.h>

const char *sel_contribution_kind_name(sel_contribution_kind kind)
{
    static const char *const names[] = {"parts", "log-parts", "shapley"};
    return names[kind];
}

sel_contribution_kind sel_contribution_kind_of(const sel_aggregation *method)
{
    if (method->additive == &sel_weighted_sum)
        return SEL_CONTRIBUTION_PARTS;
    return method->additive == &sel_weighted_product ? SEL_CONTRIBUTION_LOG_PARTS
                                                     : SEL_CONTRIBUTION_SHAPLEY;
}

/* What the terms of an additive score sum to. */
static sel_status sum_of(double score, sel_contribution_kind kind, double *sum, sel_error *err)
{
    if (kind == SEL_CONTRIBUTION_LOG_PARTS && !(score > 0))
        return sel_fail(err, SEL_NUMERIC, "a product of %g has no logarithm", score);
    *sum = kind == SEL_CONTRIBUTION_LOG_PARTS ? log(score) : score;
    return SEL_OK;
}

/* Value of a criterion for a member of a coalition, or for one outside. */
static double value_in(const sel_game *game, uint64_t coalition, uint32_t criterion)
{
    const sel_decision_matrix *matrix = game->scoring->matrix;
    uint32_t bit = game->bit[criterion];
    bool absent = bit < SEL_CRITERIA_MAX && (coalition >> bit & 1) == 0;
    return absent ? game->baseline[criterion]
                  : matrix->values[(size_t)criterion * matrix->rows + game->row];
}

/* Worths on the scale of the table, all at once: for each coalition one more alternative joins. Its
 * values lie within those of the table, so that no one else's score changes. */
static sel_status play_guests(const sel_game *game, const uint64_t *coalitions, uint32_t count,
                              double *worths, sel_error *err)
{
    const sel_scoring *scoring = game->scoring;
    uint32_t hosts = scoring->matrix->rows;
    if (hosts > UINT32_MAX - count)
        return sel_fail(err, SEL_UNSUPPORTED, "%u alternatives are too many", hosts);
    sel_arena *scratch = sel_arena_create();
    sel_decision_matrix matrix = *scoring->matrix;
    matrix.rows = hosts + count;
    double *values =
        sel_arena_array(scratch, (size_t)matrix.rows * matrix.criteria, sizeof *values);
    for (uint32_t j = 0; j < matrix.criteria; j++) {
        double *column = values + (size_t)j * matrix.rows;
        memcpy(column, scoring->matrix->values + (size_t)j * hosts, hosts * sizeof *column);
        for (uint32_t k = 0; k < count; k++)
            column[hosts + k] = value_in(game, coalitions[k], j);
    }
    matrix.values = values;
    sel_aggregation_outcome outcome;
    sel_status status =
        sel_aggregate(scoring->method, &matrix, scoring->options, scratch, &outcome, err);
    if (status == SEL_OK)
        memcpy(worths, outcome.scores + hosts, count * sizeof *worths);
    sel_arena_destroy(scratch);
    return status;
}

/* Terms do not touch each other: a player brings what is gone when it alone is at the baseline.
 * Coalitions: all, all but one for each bit, none. */
static sel_status find_parts(const sel_game *game, sel_contribution_kind kind, double *values,
                             double *baseline_score, sel_error *err)
{
    uint64_t coalitions[SEL_CRITERIA_MAX + 2] = {UINT64_MAX};
    double worths[SEL_CRITERIA_MAX + 2] = {0};
    for (uint32_t b = 0; b < game->bits; b++)
        coalitions[b + 1] = ~(UINT64_C(1) << b);
    sel_status status = sel_scale_stays(game->scoring)
                            ? play_guests(game, coalitions, game->bits + 2, worths, err)
                            : sel_game_play(game, coalitions, game->bits + 2, worths, err);
    double whole = 0;
    if (status == SEL_OK)
        status = sum_of(worths[0], kind, &whole, err);
    for (uint32_t b = 0; status == SEL_OK && b < game->bits; b++) {
        double rest = 0;
        status = sum_of(worths[b + 1], kind, &rest, err);
        values[game->player[b]] = whole - rest;
    }
    if (status == SEL_OK)
        *baseline_score = worths[game->bits + 1];
    return status;
}

sel_status sel_contributions_of(const sel_scoring *scoring, uint32_t row,
                                const sel_shapley_options *options, sel_arena *arena,
                                sel_contributions *result, sel_error *err)
{
    sel_contribution_kind kind = sel_contribution_kind_of(scoring->method);
    if (kind == SEL_CONTRIBUTION_SHAPLEY) {
        *result = (sel_contributions){.kind = kind};
        return sel_shapley_of(scoring, row, options, arena, &result->of, err);
    }
    sel_game game;
    sel_status status = sel_game_make(scoring, row, options, &game, err);
    if (status != SEL_OK)
        return status;
    double *values = sel_arena_array(arena, game.players, sizeof *values);
    double baseline_score = 0;
    status = find_parts(&game, kind, values, &baseline_score, err);
    if (status == SEL_OK)
        *result = (sel_contributions){
            kind, {values, game.players, game.score, baseline_score, options->baseline}};
    return status;
}
