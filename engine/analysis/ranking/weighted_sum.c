#include "analysis/ranking/methods.h"

/* Score = Σ w_j v_j. A low value is made up for by a high one, in proportion to the weights. */

static void terms(const double *values, size_t count, double floor, double *out)
{
    (void)floor;
    memmove(out, values, count * sizeof *out);
}

static double expected(double low, double high, double floor)
{
    (void)floor;
    return (low + high) / 2;
}

static void scores(double *sums, size_t count)
{
    (void)sums;
    (void)count;
}

const sel_ranking_method sel_weighted_sum = {
    .name = "weighted-sum",
    .variant = "sum of weight x value, values 0 to 1 as they are, weights sum to 1, no floor; a "
               "value known within bounds counts its middle; "
               "contributions are weight x value and sum to the score; scores rounded to 1e-9, "
               "ties share the best rank",
    .source = "Fishburn 1967",
    .terms = terms,
    .expected = expected,
    .scores = scores,
};
