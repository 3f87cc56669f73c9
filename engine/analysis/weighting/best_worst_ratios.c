#include "analysis/weighting/best_worst.h"

#include "analysis/weighting/methods.h"

#include <math.h>

/* With r = w_B/w_W and u_j = w_j/w_W the conditions say
 *
 *     |r − a_W| <= ξ,   r/(a_j + ξ) <= u_j <= r/(a_j − ξ),   b_j − ξ <= u_j <= b_j + ξ
 *
 * so that some u_j exists when (a_j − ξ)(b_j − ξ) <= r <= (a_j + ξ)(b_j + ξ). ξ suffices when all
 * these ranges of r meet, that is when each two do; the least ξ for two of them is the root of an
 * equation of first or second degree, and the largest of these roots is ξ. There two ranges only
 * touch, so that r is one number; the u_j are free between their bounds, and for more than three
 * criteria the weights are not unique. */
typedef struct solution {
    const sel_best_worst *of;
    double xi;
    double r;
} solution;

/* Whether criterion j has a condition of its own. */
static bool stands_between(const sel_best_worst *of, uint32_t j)
{
    return j != of->best && j != of->worst;
}

/* Least ξ that lets range of j meet that of best and worst. */
static double least_beside_ends(const sel_best_worst *of, uint32_t j)
{
    double sum = of->best_to_others[j] + of->others_to_worst[j];
    double product = of->best_to_others[j] * of->others_to_worst[j];
    double ends = of->best_to_others[of->worst];
    double gap = product - ends;
    double half = (sum + 1) / 2;
    /* Above: ξ² − (a + b + 1)ξ + gap = 0; below: ξ² + (a + b + 1)ξ + gap = 0. The smallest positive
     * root, without cancellation. */
    return fabs(gap) / (half + sqrt(half * half - gap));
}

/* Least ξ that lets the ranges of j and k meet, the product of k being the larger. */
static double least_beside(const sel_best_worst *of, uint32_t j, uint32_t k)
{
    double sum = of->best_to_others[j] + of->others_to_worst[j] + of->best_to_others[k] +
                 of->others_to_worst[k];
    return (of->best_to_others[k] * of->others_to_worst[k] -
            of->best_to_others[j] * of->others_to_worst[j]) /
           sum;
}

static double least_xi(const sel_best_worst *of)
{
    double xi = 0;
    for (uint32_t j = 0; j < of->criteria; j++) {
        if (!stands_between(of, j))
            continue;
        xi = fmax(xi, least_beside_ends(of, j));
        for (uint32_t k = 0; k < of->criteria; k++)
            if (stands_between(of, k))
                xi = fmax(xi, least_beside(of, j, k));
    }
    return xi;
}

static solution solve(const sel_best_worst *of)
{
    double xi = least_xi(of);
    double ends = of->best_to_others[of->worst];
    double low = ends - xi;
    double high = ends + xi;
    for (uint32_t j = 0; j < of->criteria; j++) {
        double a = of->best_to_others[j];
        double b = of->others_to_worst[j];
        if (!stands_between(of, j))
            continue;
        high = fmin(high, (a + xi) * (b + xi));
        if (a > xi && b > xi)
            low = fmax(low, (a - xi) * (b - xi));
    }
    return (solution){of, xi, (low + high) / 2}; /* low and high differ by rounding only */
}

/* Bounds of u_j; r itself for the best and 1 for the worst. */
static void bounds_of(const solution *at, uint32_t j, double *low, double *high)
{
    double a = at->of->best_to_others[j];
    double b = at->of->others_to_worst[j];
    if (!stands_between(at->of, j)) {
        *low = *high = j == at->of->best ? at->r : 1;
        return;
    }
    *low = fmax(b - at->xi, at->r / (a + at->xi));
    *high = a > at->xi ? fmin(b + at->xi, at->r / (a - at->xi)) : b + at->xi;
    if (*low > *high)
        *low = *high = (*low + *high) / 2;
}

/* Least and largest value of each weight w_j = u_j/Σu. */
static void find_ranges(const solution *at, double *least, double *most)
{
    double low_sum = 0;
    double high_sum = 0;
    double low;
    double high;
    for (uint32_t j = 0; j < at->of->criteria; j++) {
        bounds_of(at, j, &low, &high);
        low_sum += low;
        high_sum += high;
    }
    for (uint32_t j = 0; j < at->of->criteria; j++) {
        bounds_of(at, j, &low, &high);
        least[j] = low / (low + (high_sum - high));
        most[j] = high / (high + (low_sum - low));
    }
}

static sel_status compute(const sel_weighting_input *input, sel_arena *arena,
                          sel_weighting_outcome *outcome, sel_error *err)
{
    const sel_best_worst *of = input->best_worst;
    sel_status status = sel_best_worst_check(of, err);
    if (status != SEL_OK)
        return status;
    solution at = solve(of);
    double *least = sel_arena_array(arena, of->criteria, sizeof *least);
    double *most = sel_arena_array(arena, of->criteria, sizeof *most);
    find_ranges(&at, least, most);
    double half_width = 0;
    for (uint32_t j = 0; j < of->criteria; j++) {
        outcome->weights[j] = (least[j] + most[j]) / 2;
        half_width = fmax(half_width, (most[j] - least[j]) / 2);
    }
    /* ξ of the worst comparisons there can be, a_j = b_j = a_W: (a − ξ)² = a + ξ. */
    double ends = of->best_to_others[of->worst];
    double largest = ((1 + 2 * ends) - sqrt(1 + 8 * ends)) / 2;
    sel_weighting_tell(outcome, "xi", at.xi);
    sel_weighting_tell(outcome, "consistency_ratio", largest > 0 ? at.xi / largest : 0);
    sel_weighting_tell(outcome, "half_width", half_width);
    return sel_weights_scale(outcome->weights, of->criteria, "no comparison", err);
}

const sel_weighting sel_best_worst_ratios = {
    .name = "best-worst",
    .variant = "least largest difference of ratios |w_B/w_j - a|, |w_j/w_W - b|; where several "
               "weights do, the middle of each one's range, divided by their sum",
    .source = "Rezaei 2015, 2016",
    .need = SEL_WEIGHTING_BEST_WORST,
    .compute = compute,
};
