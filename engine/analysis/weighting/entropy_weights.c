#include "analysis/weighting/blocks.h"
#include "analysis/weighting/columns.h"
#include "analysis/weighting/methods.h"
#include "analysis/weighting/unevenness.h"

#include <math.h>

/* What the entropy of each criterion lacks, times ln n: that factor is the same for all. */
static void sum_up(const sel_decision_matrix *matrix, int threads, const sel_column *columns,
                   double *weights)
{
    sel_row_blocks blocks = sel_row_blocks_of(matrix->rows, threads);
    uint32_t pieces = blocks.count * matrix->criteria;
    sel_arena *scratch = sel_arena_create();
    double *sums = sel_arena_array(scratch, pieces, sizeof *sums);
#pragma omp parallel for schedule(static) num_threads(blocks.threads)
    for (uint32_t piece = 0; piece < pieces; piece++) {
        uint32_t j = piece / blocks.count;
        uint32_t block = piece % blocks.count;
        uint32_t from = block * blocks.size;
        if (!sel_column_constant(&columns[j]))
            sums[piece] = sel_unevenness(matrix->values + (size_t)j * matrix->rows + from,
                                         sel_row_block_end(&blocks, block) - from, columns[j].mean);
    }
    for (uint32_t piece = 0; piece < pieces; piece++)
        weights[piece / blocks.count] += sums[piece] / matrix->rows;
    sel_arena_destroy(scratch);
}

static sel_status compute(const sel_weighting_input *input, sel_arena *arena,
                          sel_weighting_outcome *outcome, sel_error *err)
{
    sel_column *columns = sel_arena_array(arena, input->criteria, sizeof *columns);
    sel_status status = sel_columns_of(input->matrix, input->threads, columns, err);
    if (status != SEL_OK)
        return status;
    for (uint32_t j = 0; j < input->criteria; j++) {
        if (columns[j].low < 0)
            return sel_fail(err, SEL_BAD_INPUT,
                            "criterion %u has %g: entropy is of shares, and no share is below 0",
                            j + 1, columns[j].low);
        if (columns[j].high > 0 && !isfinite(1 / columns[j].mean))
            return sel_fail(err, SEL_BAD_INPUT, "the values of criterion %u are too small", j + 1);
    }
    sum_up(input->matrix, input->threads, columns, outcome->weights);
    return sel_weights_scale(outcome->weights, input->criteria, "no criterion varies", err);
}

const sel_weighting sel_entropy_weights = {
    .name = "entropy",
    .variant = "1 - entropy of the shares in each criterion's sum, 0 ln 0 = 0; costs as they are; "
               "0 for a constant criterion",
    .source = "Shannon 1948; Zeleny 1982",
    .need = SEL_WEIGHTING_MATRIX,
    .compute = compute,
};
