#include "analysis/weighting/columns.h"

#include "analysis/weighting/blocks.h"

#include <math.h>

/* Smallest and largest value and sum of some rows of a column. What is not a number is in the sum
 * only. */
typedef struct extent {
    double low;
    double high;
    double sum;
} extent;

static extent join(extent a, extent b)
{
    return (extent){b.low < a.low ? b.low : a.low, b.high > a.high ? b.high : a.high,
                    a.sum + b.sum};
}

/* Lane l takes the values l, l + LANES, …, so that many are looked at at once. */
static extent extent_of(const double *values, uint32_t count)
{
    enum { LANES = 32 };
    double low[LANES];
    double high[LANES];
    double sum[LANES];
    uint32_t whole = count - count % LANES;
    for (uint32_t lane = 0; lane < LANES; lane++) {
        low[lane] = high[lane] = values[0];
        sum[lane] = 0;
    }
    for (uint32_t i = 0; i < whole; i += LANES) {
        const double *own = values + i;
#pragma omp simd
        for (uint32_t lane = 0; lane < LANES; lane++) {
            low[lane] = own[lane] < low[lane] ? own[lane] : low[lane];
            high[lane] = own[lane] > high[lane] ? own[lane] : high[lane];
            sum[lane] += own[lane];
        }
    }
    extent all = {low[0], high[0], sum[0]};
    for (uint32_t lane = 1; lane < LANES; lane++)
        all = join(all, (extent){low[lane], high[lane], sum[lane]});
    for (uint32_t i = whole; i < count; i++)
        all = join(all, (extent){values[i], values[i], values[i]});
    return all;
}

static sel_status first_fault(const sel_decision_matrix *matrix, uint32_t j, sel_error *err)
{
    const double *values = matrix->values + (size_t)j * matrix->rows;
    for (uint32_t i = 0; i < matrix->rows; i++)
        if (!isfinite(values[i]))
            return sel_fail(err, SEL_BAD_INPUT, "alternative %u, criterion %u: %g is not a number",
                            i + 1, j + 1, values[i]);
    return sel_fail(err, SEL_BAD_INPUT, "the values of criterion %u are too large to be added up",
                    j + 1);
}

static sel_status settle(const sel_decision_matrix *matrix, const extent *extents, uint32_t blocks,
                         sel_column *columns, sel_error *err)
{
    bool constant = true;
    for (uint32_t j = 0; j < matrix->criteria; j++) {
        const extent *own = extents + (size_t)j * blocks;
        extent all = own[0];
        for (uint32_t block = 1; block < blocks; block++)
            all = join(all, own[block]);
        if (!isfinite(all.sum))
            return first_fault(matrix, j, err);
        columns[j] = (sel_column){all.low, all.high, all.sum / matrix->rows};
        double range = all.high - all.low;
        if (range > 0 && !(isfinite(range) && isfinite(1 / range)))
            return sel_fail(err, SEL_BAD_INPUT,
                            "the values of criterion %u, %g to %g, cannot be brought to 0 to 1",
                            j + 1, all.low, all.high);
        constant = constant && sel_column_constant(&columns[j]);
    }
    if (constant)
        return sel_fail(err, SEL_BAD_INPUT,
                        "every criterion is constant: none tells the alternatives apart");
    return SEL_OK;
}

sel_status sel_columns_of(const sel_decision_matrix *matrix, int threads, sel_column *columns,
                          sel_error *err)
{
    if (matrix->rows < 2)
        return sel_fail(err, SEL_BAD_INPUT,
                        "%u alternatives: weights by values need two that differ", matrix->rows);
    sel_row_blocks blocks = sel_row_blocks_of(matrix->rows, threads);
    uint32_t pieces = blocks.count * matrix->criteria;
    sel_arena *scratch = sel_arena_create();
    extent *extents = sel_arena_array(scratch, pieces, sizeof *extents);
#pragma omp parallel for schedule(static) num_threads(blocks.threads)
    for (uint32_t piece = 0; piece < pieces; piece++) {
        uint32_t block = piece % blocks.count;
        uint32_t from = block * blocks.size;
        size_t column = (size_t)(piece / blocks.count) * matrix->rows;
        extents[piece] =
            extent_of(matrix->values + column + from, sel_row_block_end(&blocks, block) - from);
    }
    sel_status status = settle(matrix, extents, blocks.count, columns, err);
    sel_arena_destroy(scratch);
    return status;
}
