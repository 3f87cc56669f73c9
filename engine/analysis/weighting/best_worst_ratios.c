#include "analysis/weighting/best_worst.h"

#include "analysis/weighting/methods.h"

#include <math.h>

/* With r = w_B/w_W and u_j = w_j/w_W the conditions say
 *
 *     |r − a_W| <= ξ,   r/(a_j + ξ) <= u_j <= r/(a_j − ξ),   b_j − ξ <= u_j <= b_j + ξ
 *
 * so that some u_j exists when (a_j − ξ)(b_j − ξ) <= r <= (a_j + ξ)(b_j + ξ). ξ suffices when all
 * these ranges of r meet, that is when each two do; the least ξ for two of them is the root of an
 * equation of first or second degree, and the largest of these roots is ξ. For more than three
 * criteria the weights are not unique: w_j reaches from its least to its largest value while r runs
 * over its range; between points where a bound of some u changes, w_j is a quotient of straight
 * lines in r, hence monotone, and only these points need be looked at. */
typedef struct ranges {
    const sel_best_worst *of;
    double xi;
    double low; /* of r */
    double high;
} ranges;

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

static ranges ranges_of(const sel_best_worst *of)
{
    double xi = least_xi(of);
    double ends = of->best_to_others[of->worst];
    ranges all = {.of = of, .xi = xi, .low = ends - xi, .high = ends + xi};
    for (uint32_t j = 0; j < of->criteria; j++) {
        double a = of->best_to_others[j];
        double b = of->others_to_worst[j];
        if (!stands_between(of, j))
            continue;
        all.high = fmin(all.high, (a + xi) * (b + xi));
        if (a > xi && b > xi)
            all.low = fmax(all.low, (a - xi) * (b - xi));
    }
    /* Two ranges that only touch may miss each other by rounding. */
    if (all.low > all.high)
        all.low = all.high = (all.low + all.high) / 2;
    return all;
}

/* Bounds of u_j at r; r itself for the best and 1 for the worst. */
static void bounds_at(const ranges *all, uint32_t j, double r, double *low, double *high)
{
    double a = all->of->best_to_others[j];
    double b = all->of->others_to_worst[j];
    if (!stands_between(all->of, j)) {
        *low = *high = j == all->of->best ? r : 1;
        return;
    }
    *low = fmax(b - all->xi, r / (a + all->xi));
    *high = a > all->xi ? fmin(b + all->xi, r / (a - all->xi)) : b + all->xi;
    if (*low > *high)
        *low = *high = (*low + *high) / 2;
}

/* Widen the range of every weight by what it can be at r. */
static void widen(const ranges *all, double r, double *least, double *most)
{
    uint32_t count = all->of->criteria;
    double low_sum = 0;
    double high_sum = 0;
    double low;
    double high;
    if (!(r >= all->low && r <= all->high))
        return;
    for (uint32_t j = 0; j < count; j++) {
        bounds_at(all, j, r, &low, &high);
        low_sum += low;
        high_sum += high;
    }
    for (uint32_t j = 0; j < count; j++) {
        bounds_at(all, j, r, &low, &high);
        least[j] = fmin(least[j], low / (low + (high_sum - high)));
        most[j] = fmax(most[j], high / (high + (low_sum - low)));
    }
}

static void widen_everywhere(const ranges *all, double *least, double *most)
{
    for (uint32_t j = 0; j < all->of->criteria; j++) {
        least[j] = 1;
        most[j] = 0;
    }
    widen(all, all->low, least, most);
    widen(all, all->high, least, most);
    for (uint32_t j = 0; j < all->of->criteria; j++) {
        double a = all->of->best_to_others[j];
        double b = all->of->others_to_worst[j];
        widen(all, (b - all->xi) * (a + all->xi), least, most);
        widen(all, (b + all->xi) * (a - all->xi), least, most);
    }
}

static sel_status compute(const sel_weighting_input *input, sel_arena *arena,
                          sel_weighting_outcome *outcome, sel_error *err)
{
    const sel_best_worst *of = input->best_worst;
    sel_status status = sel_best_worst_check(of, err);
    if (status != SEL_OK)
        return status;
    ranges all = ranges_of(of);
    double *least = sel_arena_array(arena, of->criteria, sizeof *least);
    double *most = sel_arena_array(arena, of->criteria, sizeof *most);
    widen_everywhere(&all, least, most);
    double half_width = 0;
    for (uint32_t j = 0; j < of->criteria; j++) {
        outcome->weights[j] = (least[j] + most[j]) / 2;
        half_width = fmax(half_width, (most[j] - least[j]) / 2);
    }
    /* ξ of the worst comparisons there can be, a_j = b_j = a_W: (a − ξ)² = a + ξ. */
    double ends = of->best_to_others[of->worst];
    double largest = ((1 + 2 * ends) - sqrt(1 + 8 * ends)) / 2;
    sel_weighting_tell(outcome, "xi", all.xi);
    sel_weighting_tell(outcome, "consistency_ratio", largest > 0 ? all.xi / largest : 0);
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
