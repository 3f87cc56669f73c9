#include "analysis/explanation/shapley.h"

#include "analysis/explanation/game.h"

const char *sel_baseline_name(sel_baseline baseline)
{
    return baseline == SEL_BASELINE_MEAN ? "mean" : "worst";
}

static sel_status check_size(const sel_game *game, sel_error *err)
{
    if (game->bits > SEL_SHAPLEY_PLAYERS)
        return sel_fail(err, SEL_UNSUPPORTED,
                        "%u criteria with weight are more than the %d of exact Shapley values",
                        game->bits, SEL_SHAPLEY_PLAYERS);
    uint32_t rows = game->scoring->matrix->rows;
    if ((uint64_t)rows << game->bits > SEL_SHAPLEY_MOST)
        return sel_fail(err, SEL_UNSUPPORTED,
                        "%u alternatives in 2^%u tables are more than %d rows", rows, game->bits,
                        SEL_SHAPLEY_MOST);
    return SEL_OK;
}

/* shares[s] = s! (q − s − 1)! / q!, for coalitions of s of the q players. */
static void find_shares(uint32_t q, double *shares)
{
    shares[0] = 1.0 / q;
    for (uint32_t s = 1; s < q; s++)
        shares[s] = shares[s - 1] * s / (q - s);
}

static uint32_t size_of(uint32_t coalition)
{
    uint32_t size = 0;
    for (; coalition != 0; coalition &= coalition - 1)
        size += 1;
    return size;
}

static double value_of(const double *worths, uint32_t players, uint32_t bit, const double *shares)
{
    double value = 0;
    uint32_t own = UINT32_C(1) << bit;
    for (uint32_t others = 0; others < UINT32_C(1) << players; others++)
        if ((others & own) == 0)
            value += shares[size_of(others)] * (worths[others | own] - worths[others]);
    return value;
}

sel_status sel_shapley_of(const sel_scoring *scoring, uint32_t row,
                          const sel_shapley_options *options, sel_arena *arena, sel_shapley *result,
                          sel_error *err)
{
    sel_game game;
    sel_status status = sel_game_make(scoring, row, options, &game, err);
    if (status == SEL_OK)
        status = check_size(&game, err);
    if (status != SEL_OK)
        return status;
    sel_arena *scratch = sel_arena_create();
    uint32_t count = UINT32_C(1) << game.bits;
    uint64_t *coalitions = sel_arena_array(scratch, count, sizeof *coalitions);
    double *worths = sel_arena_array(scratch, count, sizeof *worths);
    for (uint32_t k = 0; k < count; k++)
        coalitions[k] = k;
    status = sel_game_play(&game, coalitions, count, worths, err);
    if (status == SEL_OK) {
        double shares[SEL_SHAPLEY_PLAYERS];
        find_shares(game.bits, shares);
        double *values = sel_arena_array(arena, game.players, sizeof *values);
        for (uint32_t b = 0; b < game.bits; b++)
            values[game.player[b]] = value_of(worths, game.bits, b, shares);
        *result = (sel_shapley){values, game.players, game.score, worths[0], options->baseline};
    }
    sel_arena_destroy(scratch);
    return status;
}
