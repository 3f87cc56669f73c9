#include "analysis/ranking/methods.h"

#include <math.h>

/* Score = Π max(floor, v_j)^w_j. Low values weigh heavily: one principle that is not kept cannot be
 * made up for by the others. The floor keeps a single zero from hiding all other differences. */

static void terms(const double *values, size_t count, double floor, double *out)
{
    const double least = log(floor);
    for (size_t i = 0; i < count; i++)
        out[i] = values[i] > floor ? log(values[i]) : least;
}

/* Mean of ln x for x even on [from, to], 0 < from <= to: the integral x ln x − x, or, where its
 * ends would cancel, its series about the middle m with h = (to − from) / m: ln m − h²/24 −
 * O(h⁴/320). */
static double mean_log(double from, double to)
{
    double middle = (from + to) / 2;
    double h = (to - from) / middle;
    if (h < 1e-3)
        return log(middle) - h * h / 24;
    return (to * log(to) - from * log(from)) / (to - from) - 1;
}

/* Mean of ln max(floor, v) for v even on [low, high]: the part under the floor counts ln floor. */
static double expected(double low, double high, double floor)
{
    if (high <= floor)
        return log(floor);
    if (low >= floor)
        return mean_log(low, high);
    double under = (floor - low) / (high - low);
    return under * log(floor) + (1 - under) * mean_log(floor, high);
}

static void scores(double *sums, size_t count)
{
    for (size_t i = 0; i < count; i++)
        sums[i] = exp(sums[i]);
}

const sel_ranking_method sel_weighted_product = {
    .name = "weighted-product",
    .variant =
        "product of max(floor, value)^weight, values 0 to 1 as they are, weights sum to 1; a "
        "value known within bounds counts the mean of its logarithm; "
        "contributions are weight x ln max(floor, value) and sum to the logarithm of the "
        "score; scores rounded to 1e-9, ties share the best rank",
    .source = "Bridgman 1922; Miller and Starr 1969",
    .terms = terms,
    .expected = expected,
    .scores = scores,
};
