#include "analysis/statistics/wilson.h"

#include <assert.h>
#include <math.h>

bool sel_wilson_share(double share, double n, double *low, double *high)
{
    const double z = 1.959963984540054;
    assert(share >= 0 && share <= 1);
    *low = 0;
    *high = 1;
    if (!(n > 0))
        return false;
    double scale = 1 + z * z / n;
    double centre = (share + z * z / (2 * n)) / scale;
    double half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / scale;
    /* At 0 and 1 the end is exact; rounding must not move it. */
    if (share > 0)
        *low = fmax(0, centre - half);
    if (share < 1)
        *high = fmin(1, centre + half);
    return true;
}

bool sel_wilson(uint64_t met, uint64_t known, double *low, double *high)
{
    assert(met <= known);
    double n = (double)known;
    return sel_wilson_share(known == 0 ? 0 : (double)met / n, n, low, high);
}
