#include "analysis/weighting/components.h"
#include "analysis/weighting/methods.h"

static sel_status compute(const sel_weighting_input *input, sel_arena *arena,
                          sel_weighting_outcome *outcome, sel_error *err)
{
    sel_components components = {0};
    sel_status status = sel_components_of(input->matrix, input->threads, arena, &components, err);
    if (status == SEL_OK)
        status = sel_components_distinct(&components, 1, err);
    if (status != SEL_OK)
        return status;
    for (uint32_t j = 0; j < components.count; j++)
        outcome->weights[components.criterion[j]] = components.vectors[j] * components.vectors[j];
    sel_weighting_tell(outcome, "explained", components.variances[0] / components.count);
    return sel_weights_scale(outcome->weights, input->criteria, "no component", err);
}

const sel_weighting sel_first_component_weights = {
    .name = "pca",
    .variant = "squared loadings of the first principal component of the correlations; 0 for a "
               "constant criterion",
    .source = "Hotelling 1933; OECD & JRC 2008",
    .need = SEL_WEIGHTING_MATRIX,
    .compute = compute,
};
