#include "analysis/weighting/best_worst.h"

#include "analysis/weighting/methods.h"

#include <math.h>

/* With all weights divided by ξ the conditions become
 *
 *     |B − a_j·x_j| <= 1,   |x_j − b_j·W| <= 1,   |B − a_W·W| <= 1
 *
 * and the least ξ is 1 by the largest sum of B, W and all x_j. For given B and W each x_j is best
 * at the smaller of its upper bounds, (B + 1)/a_j and b_j·W + 1; one exists when
 *
 *     c_j·W − d_j <= B <= c_j·W + d_j     c_j = a_j·b_j, d_j = a_j + 1; a_W and 1 for best and
 * worst
 *
 * The sum grows with B and with W, so that W is as large as these strips let it be, W = the least
 * (d_i + d_k)/(c_k − c_i) over c_i < c_k, and B the lowest upper edge there. When all c are the
 * same nothing contradicts: ξ = 0 and the weights are proportional to b. */
typedef struct strip {
    double slope;
    double width;
} strip;

static strip strip_of(const sel_best_worst *of, uint32_t j)
{
    double a = of->best_to_others[j];
    if (j == of->best || j == of->worst)
        return (strip){of->best_to_others[of->worst], 1};
    return (strip){a * of->others_to_worst[j], a + 1};
}

/* Largest W, or infinity. */
static double largest_worst(const sel_best_worst *of)
{
    double largest = INFINITY;
    for (uint32_t i = 0; i < of->criteria; i++)
        for (uint32_t k = 0; k < of->criteria; k++) {
            strip low = strip_of(of, i);
            strip high = strip_of(of, k);
            if (low.slope < high.slope)
                largest = fmin(largest, (low.width + high.width) / (high.slope - low.slope));
        }
    return largest;
}

/* Fill the weights, divided by ξ; their sum. */
static double fill(const sel_best_worst *of, double worst, double *weights)
{
    double best = INFINITY;
    for (uint32_t j = 0; j < of->criteria; j++) {
        strip edge = strip_of(of, j);
        best = fmin(best, edge.slope * worst + edge.width);
    }
    double sum = 0;
    for (uint32_t j = 0; j < of->criteria; j++) {
        double by_best = (best + 1) / of->best_to_others[j];
        double by_worst = of->others_to_worst[j] * worst + 1;
        weights[j] = j == of->best ? best : j == of->worst ? worst : fmin(by_best, by_worst);
        sum += weights[j];
    }
    return sum;
}

static sel_status compute(const sel_weighting_input *input, sel_arena *arena,
                          sel_weighting_outcome *outcome, sel_error *err)
{
    (void)arena;
    const sel_best_worst *of = input->best_worst;
    sel_status status = sel_best_worst_check(of, err);
    if (status != SEL_OK)
        return status;
    double worst = largest_worst(of);
    if (isinf(worst)) {
        for (uint32_t j = 0; j < of->criteria; j++)
            outcome->weights[j] = of->others_to_worst[j];
        sel_weighting_tell(outcome, "xi", 0);
    } else {
        sel_weighting_tell(outcome, "xi", 1 / fill(of, worst, outcome->weights));
    }
    return sel_weights_scale(outcome->weights, of->criteria, "no comparison", err);
}

const sel_weighting sel_best_worst_linear = {
    .name = "best-worst-linear",
    .variant = "least largest difference |w_B - a w_j|, |w_j - b w_W|; the weights are unique",
    .source = "Rezaei 2016",
    .need = SEL_WEIGHTING_BEST_WORST,
    .compute = compute,
};
