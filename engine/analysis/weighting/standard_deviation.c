#include "analysis/weighting/columns.h"
#include "analysis/weighting/methods.h"

#include <math.h>

static sel_status compute(const sel_weighting_input *input, sel_arena *arena,
                          sel_weighting_outcome *outcome, sel_error *err)
{
    sel_column *columns = sel_arena_array(arena, input->criteria, sizeof *columns);
    sel_status status = sel_columns_of(input->matrix, input->threads, columns, err);
    if (status != SEL_OK)
        return status;
    sel_columns_variances(input->matrix, input->threads, columns, outcome->weights);
    for (uint32_t j = 0; j < input->criteria; j++)
        outcome->weights[j] = sqrt(fmax(0, outcome->weights[j]));
    return sel_weights_scale(outcome->weights, input->criteria, "no criterion varies", err);
}

const sel_weighting sel_standard_deviation_weights = {
    .name = "standard-deviation",
    .variant = "standard deviation of the values brought to 0 to 1 by least and largest; 0 for a "
               "constant criterion",
    .source = "Diakoulaki, Mavrotas & Papayannakis 1995",
    .need = SEL_WEIGHTING_MATRIX,
    .compute = compute,
};
