#include "analysis/weighting/weighting.h"

#include "analysis/weighting/methods.h"

#include <assert.h>
#include <math.h>

static const sel_weighting *const methods[] = {
    &sel_stated_weights,
    &sel_equal_weights,
    &sel_rank_order_centroid,
    &sel_swing_weights,
    &sel_ahp_eigenvector,
    &sel_ahp_geometric_mean,
    &sel_best_worst_ratios,
    &sel_best_worst_linear,
    &sel_entropy_weights,
    &sel_critic_weights,
    &sel_standard_deviation_weights,
    &sel_first_component_weights,
    &sel_rotated_component_weights,
};

const sel_weighting *const *sel_weightings(uint32_t *count)
{
    *count = sizeof methods / sizeof methods[0];
    return methods;
}

const sel_weighting *sel_weighting_find(sel_str name)
{
    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++)
        if (sel_str_is(name, methods[i]->name))
            return methods[i];
    return NULL;
}

sel_status sel_weights_scale(double *weights, uint32_t count, const char *nothing, sel_error *err)
{
    double sum = 0;
    for (uint32_t j = 0; j < count; j++)
        sum += weights[j];
    if (!(sum > 0 && isfinite(sum)))
        return sel_fail(err, SEL_NUMERIC, "no weights: %s", nothing);
    for (uint32_t j = 0; j < count; j++)
        weights[j] /= sum;
    return SEL_OK;
}

void sel_weighting_tell(sel_weighting_outcome *outcome, const char *name, double value)
{
    assert(outcome->figure_count < SEL_WEIGHTING_FIGURES_MAX && isfinite(value));
    outcome->figures[outcome->figure_count++] = (sel_weighting_figure){name, value};
}

bool sel_weighting_figure_find(const sel_weighting_outcome *outcome, const char *name,
                               double *value)
{
    for (uint32_t i = 0; i < outcome->figure_count; i++)
        if (strcmp(outcome->figures[i].name, name) == 0) {
            *value = outcome->figures[i].value;
            return true;
        }
    return false;
}

/* Whether what the method needs is there, and for how many criteria it is. */
static bool has_need(sel_weighting_need need, const sel_weighting_input *input, uint32_t *criteria)
{
    *criteria = input->criteria;
    switch (need) {
    case SEL_WEIGHTING_NOTHING:
        return true;
    case SEL_WEIGHTING_NUMBERS:
        return input->numbers != NULL;
    case SEL_WEIGHTING_POINTS:
        return input->points != NULL;
    case SEL_WEIGHTING_ORDER:
        return input->places != NULL;
    case SEL_WEIGHTING_JUDGEMENTS:
        *criteria = input->judgements == NULL ? 0 : input->judgements->criteria;
        return input->judgements != NULL;
    case SEL_WEIGHTING_BEST_WORST:
        *criteria = input->best_worst == NULL ? 0 : input->best_worst->criteria;
        return input->best_worst != NULL;
    case SEL_WEIGHTING_MATRIX:
        *criteria = input->matrix == NULL ? 0 : input->matrix->criteria;
        return input->matrix != NULL;
    }
    return false;
}

static const char *need_text(sel_weighting_need need)
{
    static const char *const texts[] = {
        [SEL_WEIGHTING_NOTHING] = "nothing",
        [SEL_WEIGHTING_NUMBERS] = "a stated weight for each criterion",
        [SEL_WEIGHTING_POINTS] = "the points of each criterion's swing",
        [SEL_WEIGHTING_ORDER] = "the place of each criterion in an order of importance",
        [SEL_WEIGHTING_JUDGEMENTS] = "comparisons of pairs of criteria",
        [SEL_WEIGHTING_BEST_WORST] = "comparisons with the best and the worst criterion",
        [SEL_WEIGHTING_MATRIX] = "the values of the alternatives",
    };
    return texts[need];
}

sel_status sel_weighting_compute(const sel_weighting *method, const sel_weighting_input *input,
                                 sel_arena *arena, sel_weighting_outcome *outcome, sel_error *err)
{
    uint32_t criteria = 0;
    if (input->criteria == 0 || input->criteria > SEL_WEIGHTED_CRITERIA_MAX)
        return sel_fail(err, SEL_BAD_INPUT, "%u criteria, not 1 to %d", input->criteria,
                        SEL_WEIGHTED_CRITERIA_MAX);
    if (!has_need(method->need, input, &criteria))
        return sel_fail(err, SEL_BAD_INPUT, "weights by %s need %s", method->name,
                        need_text(method->need));
    if (criteria != input->criteria)
        return sel_fail(err, SEL_BAD_INPUT, "%s for %u criteria, not %u", need_text(method->need),
                        criteria, input->criteria);
    sel_weighting_outcome found = {.weights = sel_arena_array(arena, criteria, sizeof(double))};
    sel_status status = method->compute(input, arena, &found, err);
    if (status == SEL_OK)
        *outcome = found;
    return status;
}
