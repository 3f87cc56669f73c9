#include "analysis/weighting/methods.h"

#include <math.h>

static sel_status compute(const sel_weighting_input *input, sel_arena *arena,
                          sel_weighting_outcome *outcome, sel_error *err)
{
    (void)arena;
    double sum = 0;
    for (uint32_t j = 0; j < input->criteria; j++) {
        double number = input->numbers[j];
        if (!(number >= 0 && isfinite(number)))
            return sel_fail(err, SEL_BAD_INPUT,
                            "the weight of criterion %u is %g, not a number from 0", j + 1, number);
        sum += number;
        outcome->weights[j] = number;
    }
    if (!(sum > 0))
        return sel_fail(err, SEL_BAD_INPUT, "all weights are 0: one has to be above 0");
    if (!isfinite(sum))
        return sel_fail(err, SEL_BAD_INPUT, "the weights are too large to be added up");
    return sel_weights_scale(outcome->weights, input->criteria, "all are 0", err);
}

const sel_weighting sel_stated_weights = {
    .name = "stated",
    .variant = "divided by their sum, whatever it is",
    .source = "whoever stated them",
    .need = SEL_WEIGHTING_NUMBERS,
    .compute = compute,
};
