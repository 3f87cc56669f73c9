#include "analysis/normalisation/column.h"

#include <math.h>

__extension__ typedef __int128 whole;

static sel_column_range range_from(double least, double most)
{
    double largest = fmax(fabs(least), fabs(most));
    return (sel_column_range){least, most, most - least <= largest * 1e-12};
}

/* Both halves at once: the comparisons of one do not wait for those of the other. */
sel_column_range sel_column_range_of(const double *values, uint32_t rows)
{
    uint32_t half = rows / 2;
    const double *others = values + half;
    double least = values[rows - 1];
    double most = least;
    double other_least = least;
    double other_most = least;
#pragma omp simd reduction(min : least, other_least) reduction(max : most, other_most)
    for (uint32_t i = 0; i < half; i++) {
        least = values[i] < least ? values[i] : least;
        most = values[i] > most ? values[i] : most;
        other_least = others[i] < other_least ? others[i] : other_least;
        other_most = others[i] > other_most ? others[i] : other_most;
    }
    return range_from(other_least < least ? other_least : least,
                      other_most > most ? other_most : most);
}

sel_column_range sel_column_range_join(sel_column_range a, sel_column_range b)
{
    return range_from(b.least < a.least ? b.least : a.least, b.most > a.most ? b.most : a.most);
}

static double largest_distance(sel_column_range range, double origin)
{
    return fmax(fabs(range.least - origin), fabs(range.most - origin));
}

double sel_column_sum_within(const double *values, uint32_t rows, sel_column_range range)
{
    int exponent = 0;
    frexp(largest_distance(range, 0), &exponent);
    double half = ldexp(1, -exponent / 2); /* in two steps: the whole may be beyond a double */
    double rest = ldexp(1, 61 - exponent + exponent / 2);
    whole sum = 0;
    for (uint32_t i = 0; i < rows; i++)
        sum += (int64_t)(values[i] * half * rest);
    return (double)sum / rest / half;
}

double sel_column_norm_within(const double *values, uint32_t rows, double origin,
                              sel_column_range range)
{
    double largest = largest_distance(range, origin);
    if (largest == 0)
        return 0;
    whole sum = 0;
    for (uint32_t i = 0; i < rows; i++) {
        double part = (values[i] - origin) / largest;
        sum += (int64_t)(part * part * 0x1p62);
    }
    return largest * sqrt((double)sum * 0x1p-62);
}

double sel_column_sum(const double *values, uint32_t rows)
{
    return sel_column_sum_within(values, rows, sel_column_range_of(values, rows));
}

double sel_column_norm(const double *values, uint32_t rows, double origin)
{
    return sel_column_norm_within(values, rows, origin, sel_column_range_of(values, rows));
}
