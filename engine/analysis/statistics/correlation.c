#include "analysis/statistics/correlation.h"

#include "base/arena.h"

#include <assert.h>
#include <math.h>

/* 128 bits; the type is an extension of gcc and clang. Units are at most 10⁹ and rows below 2³², so
 * that n·Σx² stays below 2¹²⁴. */
__extension__ typedef __int128 wide;

/* A table by columns, in units; 0 where not known. */
typedef struct columns {
    int32_t *units;
    bool *known;
    uint32_t rows;
} columns;

static columns lay_out(const sel_value_table *table, sel_arena *arena)
{
    size_t cells = (size_t)table->rows * table->columns;
    columns all = {.units = sel_arena_array(arena, cells, sizeof *all.units),
                   .known = sel_arena_array(arena, cells, sizeof *all.known),
                   .rows = table->rows};
    for (uint32_t row = 0; row < table->rows; row++)
        for (uint32_t column = 0; column < table->columns; column++) {
            size_t from = (size_t)row * table->columns + column;
            size_t to = (size_t)column * table->rows + row;
            all.known[to] = table->known[from];
            if (!table->known[from])
                continue;
            assert(table->values[from] >= -1 && table->values[from] <= 1);
            all.units[to] = (int32_t)lround(table->values[from] * 1e9);
        }
    return all;
}

/* Sums over the rows in which both columns are known. */
typedef struct sums {
    int64_t n;
    int64_t x;
    int64_t y;
    wide xx;
    wide yy;
    wide xy;
} sums;

/* Without branches: what is known here and there is unforeseeable. */
static sums add_up(const columns *all, size_t a, size_t b)
{
    const int32_t *xs = all->units + a * all->rows;
    const int32_t *ys = all->units + b * all->rows;
    const bool *x_known = all->known + a * all->rows;
    const bool *y_known = all->known + b * all->rows;
    sums of = {0};
    for (uint32_t i = 0; i < all->rows; i++) {
        int64_t x = (int64_t)xs[i] * y_known[i];
        int64_t y = (int64_t)ys[i] * x_known[i];
        of.n += x_known[i] & y_known[i];
        of.x += x;
        of.y += y;
        of.xx += x * x;
        of.yy += y * y;
        of.xy += x * y;
    }
    return of;
}

static sel_correlation correlate(const columns *all, uint32_t a, uint32_t b)
{
    sums of = add_up(all, a, b);
    double spread_x = (double)(of.n * of.xx - (wide)of.x * of.x);
    double spread_y = (double)(of.n * of.yy - (wide)of.y * of.y);
    double together = (double)(of.n * of.xy - (wide)of.x * of.y);
    if (of.n < SEL_CORRELATION_LEAST || spread_x <= 0 || spread_y <= 0)
        return (sel_correlation){.rows = (uint32_t)of.n};
    double r = together / sqrt(spread_x * spread_y);
    return (sel_correlation){true, fmax(-1, fmin(1, r)), (uint32_t)of.n};
}

void sel_correlations_of(const sel_value_table *table, sel_correlation *matrix)
{
    sel_arena *scratch = sel_arena_create();
    columns all = lay_out(table, scratch);
#pragma omp parallel for schedule(dynamic)
    for (uint32_t a = 0; a < table->columns; a++)
        for (uint32_t b = a; b < table->columns; b++) {
            sel_correlation found = correlate(&all, a, b);
            matrix[(size_t)a * table->columns + b] = found;
            matrix[(size_t)b * table->columns + a] = found;
        }
    sel_arena_destroy(scratch);
}
