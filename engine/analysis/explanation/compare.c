#include "analysis/explanation/compare.h"

#include "analysis/statistics/kendall.h"

#include <stdlib.h>
#include <string.h>

static const int64_t *wide_ranks(const sel_orders *orders, sel_arena *arena)
{
    size_t rows = orders->rows;
    int64_t *wide = sel_arena_array(arena, rows * orders->count, sizeof *wide);
    for (uint32_t k = 0; k < orders->count; k++)
        for (uint32_t i = 0; i < orders->rows; i++)
            wide[k * rows + i] = orders->ranks[k][i];
    return wide;
}

static void find_pairs(const sel_orders *orders, sel_order_pair *pairs)
{
    sel_arena *scratch = sel_arena_create();
    const int64_t *wide = wide_ranks(orders, scratch);
    size_t rows = orders->rows;
    for (uint32_t a = 0; a < orders->count; a++)
        for (uint32_t b = a + 1; b < orders->count; b++) {
            sel_kendall kendall = {0};
            bool known = sel_kendall_of(wide + a * rows, wide + b * rows, orders->rows, &kendall);
            *pairs++ = (sel_order_pair){a, b, kendall.tau_b, known};
        }
    sel_arena_destroy(scratch);
}

static sel_mover mover_of(const sel_orders *orders, uint32_t row)
{
    uint32_t first = orders->ranks[0][row];
    sel_mover mover = {.row = row, .best = first, .worst = first};
    for (uint32_t k = 1; k < orders->count; k++) {
        uint32_t rank = orders->ranks[k][row];
        if (rank < mover.best) {
            mover.best = rank;
            mover.best_in = k;
        }
        if (rank > mover.worst) {
            mover.worst = rank;
            mover.worst_in = k;
        }
    }
    return mover;
}

static int by_move(const void *a, const void *b)
{
    const sel_mover *x = a;
    const sel_mover *y = b;
    uint32_t moves_x = x->worst - x->best;
    uint32_t moves_y = y->worst - y->best;
    if (moves_x != moves_y)
        return moves_x > moves_y ? -1 : 1;
    if (x->best != y->best)
        return x->best < y->best ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

/* Row that an order has alone at rank 1, or rows. */
static uint32_t first_of(const uint32_t *ranks, uint32_t rows)
{
    uint32_t first = rows;
    for (uint32_t i = 0; i < rows; i++)
        if (ranks[i] == 1) {
            if (first < rows)
                return rows;
            first = i;
        }
    return first;
}

static uint32_t agreed_first(const sel_orders *orders)
{
    uint32_t first = first_of(orders->ranks[0], orders->rows);
    for (uint32_t k = 1; k < orders->count && first < orders->rows; k++)
        if (first_of(orders->ranks[k], orders->rows) != first)
            first = orders->rows;
    return first;
}

/* The order of a consensus by name. */
static sel_status agree(const char *name, const sel_orders *orders, sel_arena *arena,
                        const uint32_t **ranks, sel_error *err)
{
    sel_arena *scratch = sel_arena_create();
    double *scores = sel_arena_array(scratch, orders->rows, sizeof *scores);
    uint32_t *found = sel_arena_array(arena, orders->rows, sizeof *found);
    uint32_t ways = 0;
    const sel_consensus *const *way = sel_consensuses(&ways);
    sel_status status = SEL_OK;
    for (uint32_t k = 0; k < ways && status == SEL_OK; k++)
        if (strcmp(way[k]->name, name) == 0)
            status = sel_consensus_of(way[k], orders, scores, found, err);
    sel_arena_destroy(scratch);
    *ranks = found;
    return status;
}

sel_status sel_compare_orders(const sel_orders *orders, sel_arena *arena,
                              sel_comparison *comparison, sel_error *err)
{
    if (orders->count < 2)
        return sel_fail(err, SEL_BAD_INPUT, "%u orders: nothing to compare", orders->count);
    sel_comparison found = {.pair_count = orders->count * (orders->count - 1) / 2};
    sel_status status = agree("borda", orders, arena, &found.borda, err);
    if (status == SEL_OK && orders->rows <= SEL_COPELAND_MOST)
        status = agree("copeland", orders, arena, &found.copeland, err);
    if (status != SEL_OK)
        return status;
    sel_order_pair *pairs = sel_arena_array(arena, found.pair_count, sizeof *pairs);
    sel_mover *movers = sel_arena_array(arena, orders->rows, sizeof *movers);
    find_pairs(orders, pairs);
    for (uint32_t i = 0; i < orders->rows; i++)
        movers[i] = mover_of(orders, i);
    qsort(movers, orders->rows, sizeof *movers, by_move);
    found.pairs = pairs;
    found.movers = movers;
    found.agreed_first = agreed_first(orders);
    *comparison = found;
    return SEL_OK;
}
