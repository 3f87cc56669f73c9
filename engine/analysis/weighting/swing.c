#include "analysis/weighting/methods.h"

#include <math.h>

static const double most = 100;

static sel_status compute(const sel_weighting_input *input, sel_arena *arena,
                          sel_weighting_outcome *outcome, sel_error *err)
{
    (void)arena;
    double largest = 0;
    for (uint32_t j = 0; j < input->criteria; j++) {
        double points = input->points[j];
        if (!(points >= 0 && points <= most))
            return sel_fail(err, SEL_BAD_INPUT,
                            "the swing of criterion %u has %g points, not 0 to 100", j + 1, points);
        largest = fmax(largest, points);
        outcome->weights[j] = points;
    }
    if (largest < most)
        return sel_fail(err, SEL_BAD_INPUT,
                        "the largest swing has %g points: the one worth most has 100", largest);
    return sel_weights_scale(outcome->weights, input->criteria, "all points are 0", err);
}

const sel_weighting sel_swing_weights = {
    .name = "swing",
    .variant = "points of the swing from worst to best, 100 for the one worth most, divided by "
               "their sum",
    .source = "von Winterfeldt & Edwards 1986",
    .need = SEL_WEIGHTING_POINTS,
    .compute = compute,
};
