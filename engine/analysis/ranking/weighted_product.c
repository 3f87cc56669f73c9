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

/* Integral of ln x: x ln x − x. */
static double integral(double x)
{
    return x * log(x) - x;
}

/* Mean of ln max(floor, v) for v even on [low, high]: the part under the floor counts ln floor. */
static double expected(double low, double high, double floor)
{
    double from = low > floor ? low : floor;
    if (high <= from || high - low < 1e-9)
        return log(high > floor ? high : floor);
    return ((from - low) * log(floor) + integral(high) - integral(from)) / (high - low);
}

static void scores(double *sums, size_t count)
{
    for (size_t i = 0; i < count; i++)
        sums[i] = exp(sums[i]);
}

const sel_ranking_method sel_weighted_product = {
    .name = "weighted-product",
    .variant = "product of max(floor, value)^weight, values 0 to 1 as they are, weights sum to 1; "
               "contributions are weight x ln max(floor, value) and sum to the logarithm of the "
               "score; scores rounded to 1e-9, ties share the best rank",
    .source = "Bridgman 1922; Miller and Starr 1969",
    .terms = terms,
    .expected = expected,
    .scores = scores,
};
