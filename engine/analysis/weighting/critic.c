#include "analysis/weighting/columns.h"
#include "analysis/weighting/methods.h"

#include <math.h>

/* Below this, 1 − r is rounding and not a difference between two criteria. */
static const double same_order = 1e-12;

/* Information of criterion j, σ_j·Σ_k (1 − r_jk), over criteria that vary. */
static double information(const double *covariances, uint32_t count, uint32_t j)
{
    double own = covariances[(size_t)j * count + j];
    double conflict = 0;
    if (!(own > 0))
        return 0;
    for (uint32_t k = 0; k < count; k++) {
        double other = covariances[(size_t)k * count + k];
        if (k == j || !(other > 0))
            continue;
        double away = 1 - covariances[(size_t)j * count + k] / (sqrt(own) * sqrt(other));
        conflict += away > same_order ? away : 0;
    }
    return sqrt(own) * conflict;
}

static sel_status compute(const sel_weighting_input *input, sel_arena *arena,
                          sel_weighting_outcome *outcome, sel_error *err)
{
    uint32_t count = input->criteria;
    sel_column *columns = sel_arena_array(arena, count, sizeof *columns);
    sel_status status = sel_columns_of(input->matrix, input->threads, columns, err);
    if (status != SEL_OK)
        return status;
    sel_arena *scratch = sel_arena_create();
    double *covariances = sel_arena_array(scratch, (size_t)count * count, sizeof *covariances);
    sel_columns_covariances(input->matrix, input->threads, columns, covariances);
    uint32_t varying = 0;
    uint32_t last = 0;
    for (uint32_t j = 0; j < count; j++) {
        outcome->weights[j] = information(covariances, count, j);
        if (!sel_column_constant(&columns[j])) {
            varying += 1;
            last = j;
        }
    }
    if (varying == 1)
        outcome->weights[last] = 1;
    sel_arena_destroy(scratch);
    return sel_weights_scale(outcome->weights, count,
                             "all criteria that vary rise and fall together, none adds to another",
                             err);
}

const sel_weighting sel_critic_weights = {
    .name = "critic",
    .variant = "values brought to 0 to 1 by least and largest, costs turned round; Pearson's "
               "correlation; a constant criterion has 0 and counts for no other",
    .source = "Diakoulaki, Mavrotas & Papayannakis 1995",
    .need = SEL_WEIGHTING_MATRIX,
    .compute = compute,
};
