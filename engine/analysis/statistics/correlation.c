#include "analysis/statistics/correlation.h"

#include "base/arena.h"

#include <assert.h>
#include <math.h>

/* 128 bits; the type is an extension of gcc and clang. Units are at most 10⁹ and rows below 2³², so
 * that n·Σx² stays below 2¹²⁴. */
__extension__ typedef __int128 wide;

/* A table by columns, in units. */
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

static sel_correlation correlate(const columns *all, uint32_t a, uint32_t b)
{
    const int32_t *x = all->units + (size_t)a * all->rows;
    const int32_t *y = all->units + (size_t)b * all->rows;
    const bool *x_known = all->known + (size_t)a * all->rows;
    const bool *y_known = all->known + (size_t)b * all->rows;
    uint32_t n = 0;
    wide sum_x = 0;
    wide sum_y = 0;
    wide sum_xx = 0;
    wide sum_yy = 0;
    wide sum_xy = 0;
    for (uint32_t i = 0; i < all->rows; i++) {
        if (!x_known[i] || !y_known[i])
            continue;
        n += 1;
        sum_x += x[i];
        sum_y += y[i];
        sum_xx += (int64_t)x[i] * x[i];
        sum_yy += (int64_t)y[i] * y[i];
        sum_xy += (int64_t)x[i] * y[i];
    }
    double spread_x = (double)(n * sum_xx - sum_x * sum_x);
    double spread_y = (double)(n * sum_yy - sum_y * sum_y);
    double together = (double)(n * sum_xy - sum_x * sum_y);
    if (n < SEL_CORRELATION_LEAST || spread_x <= 0 || spread_y <= 0)
        return (sel_correlation){.rows = n};
    double r = together / sqrt(spread_x * spread_y);
    return (sel_correlation){true, fmax(-1, fmin(1, r)), n};
}

void sel_correlations_of(const sel_value_table *table, sel_correlation *matrix)
{
    sel_arena *scratch = sel_arena_create();
    columns all = lay_out(table, scratch);
    for (uint32_t a = 0; a < table->columns; a++)
        for (uint32_t b = a; b < table->columns; b++) {
            sel_correlation found = correlate(&all, a, b);
            matrix[(size_t)a * table->columns + b] = found;
            matrix[(size_t)b * table->columns + a] = found;
        }
    sel_arena_destroy(scratch);
}
