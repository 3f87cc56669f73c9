#include "analysis/weighting/methods.h"

static sel_status compute(const sel_weighting_input *input, sel_arena *arena,
                          sel_weighting_outcome *outcome, sel_error *err)
{
    (void)arena;
    (void)err;
    for (uint32_t j = 0; j < input->criteria; j++)
        outcome->weights[j] = 1.0 / input->criteria;
    return SEL_OK;
}

const sel_weighting sel_equal_weights = {
    .name = "equal",
    .variant = "the same for each criterion",
    .source = "Dawes & Corrigan 1974",
    .need = SEL_WEIGHTING_NOTHING,
    .compute = compute,
};
