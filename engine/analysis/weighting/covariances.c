#include "analysis/weighting/columns.h"

#include "analysis/weighting/blocks.h"

#include <string.h>

/* Sums of products by the corrected two-pass rule (Chan, Golub & LeVeque 1983): values lose their
 * mean, are divided by their range, and what is left of the mean by rounding is taken out at the
 * end. A column of ones beside the criteria counts rows and adds up what is left. */

/* Two numbers that are added and multiplied at once; the type is an extension of gcc and clang. */
typedef double pair __attribute__((vector_size(16)));

static inline pair pair_at(const double *values)
{
    pair two;
    memcpy(&two, values, sizeof two);
    return two;
}

/* Σ a·b over SEL_TILE_ROWS rows, in eight lanes. */
static double product_of(const double *a, const double *b)
{
    pair first = {0};
    pair second = {0};
    pair third = {0};
    pair fourth = {0};
    for (uint32_t i = 0; i < SEL_TILE_ROWS; i += 8) {
        first += pair_at(a + i) * pair_at(b + i);
        second += pair_at(a + i + 2) * pair_at(b + i + 2);
        third += pair_at(a + i + 4) * pair_at(b + i + 4);
        fourth += pair_at(a + i + 6) * pair_at(b + i + 6);
    }
    pair sum = (first + second) + (third + fourth);
    return sum[0] + sum[1];
}

/* All that a block is summed from. */
typedef struct summing {
    const sel_decision_matrix *matrix;
    const sel_column *columns;
    sel_row_blocks blocks;
    bool squares_only; /* no products of two criteria */
} summing;

/* Place of criteria a <= b in the upper triangle of a block's sums; the ones come last. */
static size_t place(const summing *of, uint32_t a, uint32_t b)
{
    size_t width = of->matrix->criteria + (size_t)1;
    return a * width - (size_t)a * (a + (size_t)1) / 2 + b;
}

static size_t places(const summing *of)
{
    return place(of, of->matrix->criteria, of->matrix->criteria) + 1;
}

/* Values of a tile as they are summed; rows that it lacks stay 0 and add nothing. */
static void lay_out(const summing *of, uint32_t from, uint32_t count, double *tile)
{
    const sel_decision_matrix *matrix = of->matrix;
    memset(tile, 0, sizeof *tile * (matrix->criteria + (size_t)1) * SEL_TILE_ROWS);
    for (uint32_t j = 0; j < matrix->criteria; j++) {
        const sel_column *column = &of->columns[j];
        const double *values = matrix->values + (size_t)j * matrix->rows + from;
        double *laid = tile + (size_t)j * SEL_TILE_ROWS;
        if (sel_column_constant(column))
            continue;
        double factor = 1 / (column->high - column->low);
        if (matrix->cost != NULL && matrix->cost[j])
            factor = -factor;
        double mean = column->mean;
#pragma omp simd
        for (uint32_t i = 0; i < count; i++)
            laid[i] = (values[i] - mean) * factor;
    }
    for (uint32_t i = 0; i < count; i++)
        tile[(size_t)matrix->criteria * SEL_TILE_ROWS + i] = 1;
}

static void add_tile(const summing *of, const double *tile, double *sums)
{
    uint32_t ones = of->matrix->criteria;
    for (uint32_t a = 0; a <= ones; a++) {
        const double *left = tile + (size_t)a * SEL_TILE_ROWS;
        for (uint32_t b = of->squares_only && a < ones ? ones : a; b <= ones; b++)
            sums[place(of, a, b)] += product_of(left, tile + (size_t)b * SEL_TILE_ROWS);
        if (of->squares_only && a < ones)
            sums[place(of, a, a)] += product_of(left, left);
    }
}

/* Sums of products of all blocks, block after block. */
static double *sum_blocks(const summing *of, sel_arena *arena)
{
    size_t width = places(of);
    double *sums = sel_arena_array(arena, width * of->blocks.count, sizeof *sums);
#pragma omp parallel num_threads(of->blocks.threads)
    {
        sel_arena *scratch = sel_arena_create();
        double *tile = sel_arena_array(scratch, (of->matrix->criteria + (size_t)1) * SEL_TILE_ROWS,
                                       sizeof *tile);
#pragma omp for schedule(static)
        for (uint32_t block = 0; block < of->blocks.count; block++) {
            uint32_t end = sel_row_block_end(&of->blocks, block);
            for (uint32_t from = block * of->blocks.size; from < end; from += SEL_TILE_ROWS) {
                uint32_t count = end - from < SEL_TILE_ROWS ? end - from : SEL_TILE_ROWS;
                lay_out(of, from, count, tile);
                add_tile(of, tile, sums + block * width);
            }
        }
        sel_arena_destroy(scratch);
    }
    for (uint32_t block = 1; block < of->blocks.count; block++)
        for (size_t i = 0; i < width; i++)
            sums[i] += sums[block * width + i];
    return sums;
}

static double covariance(const summing *of, const double *sums, uint32_t a, uint32_t b)
{
    double rows = of->matrix->rows;
    uint32_t ones = of->matrix->criteria;
    double left_over = sums[place(of, a, ones)] * sums[place(of, b, ones)] / rows;
    return (sums[place(of, a, b)] - left_over) / rows;
}

static summing begin(const sel_decision_matrix *matrix, int threads, const sel_column *columns,
                     bool squares_only)
{
    return (summing){.matrix = matrix,
                     .columns = columns,
                     .blocks = sel_row_blocks_of(matrix->rows, threads),
                     .squares_only = squares_only};
}

void sel_columns_variances(const sel_decision_matrix *matrix, int threads,
                           const sel_column *columns, double *variances)
{
    summing of = begin(matrix, threads, columns, true);
    sel_arena *scratch = sel_arena_create();
    const double *sums = sum_blocks(&of, scratch);
    for (uint32_t j = 0; j < matrix->criteria; j++)
        variances[j] = covariance(&of, sums, j, j);
    sel_arena_destroy(scratch);
}

void sel_columns_covariances(const sel_decision_matrix *matrix, int threads,
                             const sel_column *columns, double *covariances)
{
    summing of = begin(matrix, threads, columns, false);
    sel_arena *scratch = sel_arena_create();
    const double *sums = sum_blocks(&of, scratch);
    for (uint32_t a = 0; a < matrix->criteria; a++)
        for (uint32_t b = a; b < matrix->criteria; b++) {
            double found = covariance(&of, sums, a, b);
            covariances[(size_t)a * matrix->criteria + b] = found;
            covariances[(size_t)b * matrix->criteria + a] = found;
        }
    sel_arena_destroy(scratch);
}
