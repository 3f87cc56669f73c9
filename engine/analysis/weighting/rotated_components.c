#include "analysis/weighting/components.h"
#include "analysis/weighting/methods.h"
#include "analysis/weighting/varimax.h"

#include <math.h>

/* After the weights of the Technology Achievement Index (OECD & JRC 2008, step 6): a criterion
 * belongs to the component on which it has its highest loading, and counts with the square of that
 * loading, which is its share of the component times the component's share of all. Where no loading
 * of a criterion is positive the largest square counts. */

/* Components that each explain more than a tenth, and further ones until three fifths are. */
static uint32_t retained(const sel_components *of)
{
    const double each_least = 0.1;
    const double together_least = 0.6;
    double together = 0;
    uint32_t used = 0;
    while (used < of->count) {
        double share = of->variances[used] / of->count;
        if (share <= each_least && together > together_least)
            break;
        together += share;
        used++;
    }
    return used;
}

/* Turning can leave a component upside down: more of it shall be better on the whole. With one
 * component the sign decides nothing. */
static sel_status set_signs(double *loadings, uint32_t count, uint32_t used, sel_error *err)
{
    const double rounding = 1e-9;
    for (uint32_t f = 0; f < used; f++) {
        double *own = loadings + (size_t)f * count;
        double sum = 0;
        for (uint32_t j = 0; j < count; j++)
            sum += own[j];
        if (used > 1 && fabs(sum) <= rounding)
            return sel_fail(err, SEL_NUMERIC,
                            "component %u sets criteria against each other evenly, so that it has "
                            "no direction",
                            f + 1);
        for (uint32_t j = 0; j < count && sum < 0; j++)
            own[j] = -own[j];
    }
    return SEL_OK;
}

static double weight_of(const double *loadings, uint32_t count, uint32_t used, uint32_t j)
{
    double highest = -INFINITY;
    double lowest = INFINITY;
    for (uint32_t f = 0; f < used; f++) {
        highest = fmax(highest, loadings[(size_t)f * count + j]);
        lowest = fmin(lowest, loadings[(size_t)f * count + j]);
    }
    return highest > 0 ? highest * highest : lowest * lowest;
}

static sel_status compute(const sel_weighting_input *input, sel_arena *arena,
                          sel_weighting_outcome *outcome, sel_error *err)
{
    sel_components of = {0};
    sel_status status = sel_components_of(input->matrix, input->threads, arena, &of, err);
    if (status != SEL_OK)
        return status;
    uint32_t used = retained(&of);
    status = sel_components_distinct(&of, used, err);
    if (status != SEL_OK)
        return status;
    double explained = 0;
    double *loadings = sel_arena_array(arena, (size_t)used * of.count, sizeof *loadings);
    for (uint32_t f = 0; f < used; f++) {
        for (uint32_t j = 0; j < of.count; j++)
            loadings[(size_t)f * of.count + j] =
                of.vectors[(size_t)f * of.count + j] * sqrt(of.variances[f]);
        explained += of.variances[f] / of.count;
    }
    status = sel_varimax(loadings, of.count, used, err);
    if (status == SEL_OK)
        status = set_signs(loadings, of.count, used, err);
    if (status != SEL_OK)
        return status;
    for (uint32_t j = 0; j < of.count; j++)
        outcome->weights[of.criterion[j]] = weight_of(loadings, of.count, used, j);
    sel_weighting_tell(outcome, "components", used);
    sel_weighting_tell(outcome, "explained", explained);
    return sel_weights_scale(outcome->weights, input->criteria, "no component", err);
}

const sel_weighting sel_rotated_component_weights = {
    .name = "pca-rotated",
    .variant = "components above a tenth of the variance (and up to three fifths), varimax with "
               "Kaiser's normalisation, square of each criterion's highest loading; 0 for a "
               "constant criterion",
    .source = "Nicoletti, Scarpetta & Boylaud 2000; OECD & JRC 2008",
    .need = SEL_WEIGHTING_MATRIX,
    .compute = compute,
};
