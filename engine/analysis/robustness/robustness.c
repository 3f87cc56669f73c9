#include "analysis/robustness/robustness.h"

#include "analysis/ranking/rank_order.h"
#include "analysis/robustness/beta_quantile.h"
#include "analysis/robustness/counter_random.h"
#include "analysis/robustness/rank_tails.h"
#include "analysis/robustness/weight_draws.h"
#include "domain/model.h"

#include <math.h>
#include <omp.h>

/* A value that is known only within bounds. */
typedef struct moving {
    size_t at; /* place in the table's columns */
    double low;
    double width;
    uint64_t stream;
} moving;

/* What one thread writes while it ranks one draw. */
typedef struct workspace {
    double *terms;       /* the table's, with the moved ones overwritten */
    double *moved;       /* per moving value: value, then term */
    double *scores;      /* per row */
    uint64_t *keys;      /* per row */
    uint64_t *more_keys; /* per row */
} workspace;

/* One study of N draws. */
typedef struct trial {
    const sel_rank_table *table;
    uint32_t draws;
    uint32_t places; /* places that are counted */
    uint32_t kept;   /* places whose ranks are kept: one more when there is a next one */
    uint32_t block;  /* draws ranked before they are counted */
    int threads;
    workspace *spaces;    /* per thread */
    double *weights;      /* per draw and criterion */
    uint32_t *ranks;      /* kept × block: all draws of a place together */
    const moving *moving; /* values to move */
    size_t moving_count;
} trial;

/* What a round counts; NULL where it does not. Shares are counted per place and shift. */
typedef struct tally {
    sel_rank_tails *tails;
    uint32_t *wins;   /* 2 for ahead of the next place, 1 for level with it */
    uint32_t *firsts; /* among the first three */
} tally;

static void move_data(const trial *of, uint32_t draw, const workspace *space)
{
    for (size_t i = 0; i < of->moving_count; i++) {
        const moving *value = &of->moving[i];
        space->moved[i] = value->low + value->width * sel_random_uniform(value->stream, draw);
    }
    of->table->method->terms(space->moved, of->moving_count, of->table->floor, space->moved);
    for (size_t i = 0; i < of->moving_count; i++)
        space->terms[of->moving[i].at] = space->moved[i];
}

/* Ranks of the kept places in draw `first + i`, the i-th of its block. */
static void rank_draw(const trial *of, uint32_t first, uint32_t i, bool data,
                      const workspace *space)
{
    const sel_rank_table *table = of->table;
    if (data)
        move_data(of, first + i, space);
    sel_rank_table_scores(table, data ? space->terms : table->terms,
                          of->weights + (size_t)(first + i) * table->criteria, space->scores);
    for (uint32_t row = 0; row < table->rows; row++)
        space->keys[row] = sel_order_key(sel_score_units(space->scores[row]), row);
    const uint64_t *sorted = sel_keyed_rows_sort(space->keys, space->more_keys, table->rows);
    uint32_t rank = 1;
    for (uint32_t at = 0; at < table->rows; at++) {
        if (at > 0 && !sel_order_tied(sorted[at - 1], sorted[at]))
            rank = at + 1;
        if (sel_order_row(sorted[at]) < of->kept)
            of->ranks[(size_t)sel_order_row(sorted[at]) * of->block + i] = rank;
    }
}

static void count_place(const trial *of, const tally *counts, uint32_t place, uint32_t shift)
{
    const uint32_t *ranks = of->ranks + (size_t)place * of->block;
    size_t at = (size_t)place * SEL_SHIFTS + shift;
    if (counts->tails != NULL)
        sel_rank_tails_add(&counts->tails[place], ranks, of->block);
    if (counts->wins != NULL && place + 1 < of->kept) {
        const uint32_t *next = ranks + of->block;
        uint32_t wins = 0;
        for (uint32_t i = 0; i < of->block; i++)
            wins += (uint32_t)(ranks[i] < next[i]) + (uint32_t)(ranks[i] <= next[i]);
        counts->wins[at] += wins;
    }
    if (counts->firsts != NULL) {
        uint32_t firsts = 0;
        for (uint32_t i = 0; i < of->block; i++)
            firsts += (uint32_t)(ranks[i] <= 3);
        counts->firsts[at] += firsts;
    }
}

/* Rank all draws, a block at a time: first the draws of the block are shared among the threads,
 * then the places. No counter has two writers, so nothing depends on the number of threads. */
static void run(const trial *of, bool data, const tally *counts)
{
    for (uint32_t first = 0; first < of->draws; first += of->block) {
        uint32_t shift = first / (of->draws / SEL_SHIFTS);
#pragma omp parallel num_threads(of->threads)
        {
            const workspace *space = &of->spaces[omp_get_thread_num()];
#pragma omp for schedule(static)
            for (uint32_t i = 0; i < of->block; i++)
                rank_draw(of, first, i, data, space);
#pragma omp for schedule(static)
            for (uint32_t place = 0; place < of->places; place++)
                count_place(of, counts, place, shift);
        }
    }
}

/* Numbers of a value are named by its alternative and its column, so that a criterion without
 * weight leaves no trace. */
static size_t find_moving(const sel_rank_table *table, uint64_t seed, moving *list)
{
    size_t count = 0;
    for (uint32_t j = 0; j < table->criteria; j++)
        for (uint32_t i = 0; i < table->rows; i++) {
            size_t at = (size_t)j * table->rows + i;
            if (table->low[at] == table->high[at])
                continue;
            uint64_t name = (uint64_t)table->alternative[i] * SEL_CRITERIA_MAX + j;
            list[count++] = (moving){at, table->low[at], table->high[at] - table->low[at],
                                     sel_random_stream(seed, SEL_RANDOM_DATA, name)};
        }
    return count;
}

/* Draws ranked together: at least some for every thread, at most one shift, and about as many
 * ranks as a processor's second cache holds. */
enum { BLOCK_LEAST = 16, BLOCK_RANKS = 65536 };

static uint32_t block_size(uint32_t draws, uint32_t kept)
{
    uint32_t block = BLOCK_LEAST;
    while (block * 2 <= draws / SEL_SHIFTS && (uint64_t)block * 2 * kept <= BLOCK_RANKS)
        block *= 2;
    return block;
}

/* More threads than this only take memory. */
enum { THREADS_MOST = 256 };

static trial prepare(const sel_rank_table *table, const sel_ranking_options *options,
                     const sel_ranking *ranking, sel_arena *arena)
{
    trial of = {.table = table, .draws = ranking->draws, .places = ranking->with_intervals};
    size_t size = (size_t)table->rows * table->criteria;
    of.kept = of.places < table->rows ? of.places + 1 : of.places;
    of.block = block_size(of.draws, of.kept);
    of.threads = options->threads > 0 ? options->threads : omp_get_max_threads();
    if (of.threads > THREADS_MOST)
        of.threads = THREADS_MOST;
    of.weights = sel_arena_array(arena, (size_t)of.draws * table->criteria, sizeof *of.weights);
    of.ranks = sel_arena_array(arena, (size_t)of.block * of.kept, sizeof *of.ranks);
    moving *list = sel_arena_array(arena, size, sizeof *list);
    of.moving = list;
    of.moving_count = find_moving(table, options->seed, list);
    of.spaces = sel_arena_array(arena, (size_t)of.threads, sizeof *of.spaces);
    for (int i = 0; i < of.threads; i++) {
        workspace *space = &of.spaces[i];
        space->terms = sel_arena_array(arena, size, sizeof *space->terms);
        memcpy(space->terms, table->terms, size * sizeof *space->terms);
        space->moved = sel_arena_array(arena, of.moving_count, sizeof *space->moved);
        space->scores = sel_arena_array(arena, table->rows, sizeof *space->scores);
        space->keys = sel_arena_array(arena, table->rows, sizeof *space->keys);
        space->more_keys = sel_arena_array(arena, table->rows, sizeof *space->more_keys);
    }
    return of;
}

/* Draw weights: Dirichlet(κ·w̄), or Dirichlet(1) when κ is 0. */
static sel_status draw_weights(const trial *of, double concentration, uint64_t seed, sel_error *err)
{
    double alpha[SEL_CRITERIA_MAX];
    for (uint32_t j = 0; j < of->table->criteria; j++) {
        double weight = of->table->weights[j];
        alpha[j] = concentration > 0 ? concentration * weight : 1;
        if (alpha[j] < SEL_BETA_LEAST)
            return sel_fail(err, SEL_NUMERIC,
                            "weight %g of criterion %u is too small to be moved: leave "
                            "the criterion out or give it more",
                            weight, of->table->criterion[j] + 1);
    }
    return sel_weight_draws_make(&(sel_weight_design){.alpha = alpha,
                                                      .criteria = of->table->criteria,
                                                      .draws = of->draws,
                                                      .seed = seed,
                                                      .threads = of->threads},
                                 of->weights, err);
}

static sel_rank_tails *start_tails(const trial *of, sel_arena *arena)
{
    sel_rank_tails *tails = sel_arena_array(arena, of->places, sizeof *tails);
    for (uint32_t place = 0; place < of->places; place++)
        tails[place] = sel_rank_tails_start(of->draws, of->table->rows, arena);
    return tails;
}

/* Share of the draws that a place's counts stand for, when a draw can count up to `most`; widens
 * *spread to the standard deviation of that share over the shifts. */
static double share(const trial *of, const uint32_t *counts, uint32_t place, uint32_t most,
                    double *spread)
{
    const uint32_t *shifts = counts + (size_t)place * SEL_SHIFTS;
    double per_shift = (double)most * of->draws / SEL_SHIFTS;
    uint64_t total = 0;
    for (int i = 0; i < SEL_SHIFTS; i++)
        total += shifts[i];
    double mean = (double)total / SEL_SHIFTS;
    double squares = 0;
    for (int i = 0; i < SEL_SHIFTS; i++)
        squares += (shifts[i] - mean) * (shifts[i] - mean);
    *spread = fmax(*spread, sqrt(squares / (SEL_SHIFTS - 1)) / per_shift);
    return (double)total / (per_shift * SEL_SHIFTS);
}

static void fill_weights_only(const trial *of, const tally *counts, sel_ranked *places)
{
    for (uint32_t i = 0; i < of->places; i++) {
        places[i].weights_low = sel_rank_tails_low(&counts->tails[i]);
        places[i].weights_high = sel_rank_tails_high(&counts->tails[i]);
    }
}

static void fill_weights_and_data(const trial *of, const tally *counts, sel_ranked *places,
                                  double *spread)
{
    for (uint32_t i = 0; i < of->places; i++) {
        places[i].rank_low = sel_rank_tails_low(&counts->tails[i]);
        places[i].rank_median = sel_rank_tails_median(&counts->tails[i]);
        places[i].rank_high = sel_rank_tails_high(&counts->tails[i]);
        if (i + 1 == of->table->rows) {
            places[i].beats_next = 0.5;
            continue;
        }
        double wins = share(of, counts->wins, i, 2, spread);
        places[i].beats_next = wins;
        places[i].tied_with_next = fmin(wins, 1 - wins) >= 0.10;
    }
}

static void fill_firsts(const trial *of, const tally *counts, sel_ranked *places, double *spread)
{
    for (uint32_t i = 0; i < of->places; i++)
        places[i].first_three = share(of, counts->firsts, i, 1, spread);
}

/* The rounds around the model's weights; without data to move one round serves for both. */
static void run_model_weights(const trial *of, sel_arena *arena, sel_ranked *places, double *spread)
{
    size_t size = (size_t)of->places * SEL_SHIFTS;
    tally counts = {.tails = start_tails(of, arena),
                    .wins = sel_arena_array(arena, size, sizeof *counts.wins)};
    run(of, false, &counts);
    fill_weights_only(of, &counts, places);
    if (of->moving_count > 0) {
        counts = (tally){.tails = start_tails(of, arena),
                         .wins = sel_arena_array(arena, size, sizeof *counts.wins)};
        run(of, true, &counts);
    }
    fill_weights_and_data(of, &counts, places, spread);
}

static void run_all_weightings(const trial *of, sel_arena *arena, sel_ranked *places,
                               double *spread)
{
    size_t size = (size_t)of->places * SEL_SHIFTS;
    tally counts = {.firsts = sel_arena_array(arena, size, sizeof *counts.firsts)};
    run(of, false, &counts);
    fill_firsts(of, &counts, places, spread);
}

sel_status sel_robustness_compute(const sel_rank_table *table, const sel_ranking_options *options,
                                  sel_ranked *places, sel_ranking *ranking, sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    trial of = prepare(table, options, ranking, arena);
    ranking->concentration = table->criteria == 1         ? 0
                             : options->concentration > 0 ? options->concentration
                                                          : 16.0 * (table->criteria - 1) - 1;
    ranking->sobol = sel_weight_draws_sobol(table->criteria);
    ranking->spread = 0;
    sel_status status = draw_weights(&of, ranking->concentration, options->seed, err);
    if (status == SEL_OK) {
        run_model_weights(&of, arena, places, &ranking->spread);
        status = draw_weights(&of, 0, options->seed, err);
    }
    if (status == SEL_OK)
        run_all_weightings(&of, arena, places, &ranking->spread);
    sel_arena_destroy(arena);
    return status;
}
