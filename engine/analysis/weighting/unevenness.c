#include "analysis/weighting/unevenness.h"

#include <string.h>

/* Values that are looked at together; they are added up in four lanes. */
enum { TILE = 256 };

static inline uint64_t bits_of(double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

static inline double number_of(uint64_t bits)
{
    double number;
    memcpy(&number, &bits, sizeof number);
    return number;
}

/* u(t), t from −1 to 2¹⁰⁰⁰. Without branches: what rounding takes from 1 + t is put back into f,
 * and y·f − t is written so that it is t² where f = t. */
static inline double unevenness(double t)
{
    const uint64_t one = UINT64_C(0x3FF0000000000000);
    const uint64_t root = UINT64_C(0x3FE6A09E667F3BCD);  /* √½ */
    const uint64_t whole = UINT64_C(0x4330000000000000); /* 2⁵², whose last bit counts 1 */
    const double ln2 = 0x1.62e42fefa39efp-1;
    double y = 1 + t;
    double lost = t - (y - 1);
    uint64_t bits = bits_of(y);
    uint64_t power = (bits + (one - root)) >> 52; /* k + 1023 */
    double k = number_of(whole | power) - (0x1p52 + 1023);
    double f = number_of(bits - (power << 52) + one) - 1;
    f += lost * number_of((2046 - power) << 52); /* 2⁻ᵏ */
    double half = f * f / 2;
    double s = f / (2 + f);
    double z = s * s;
    double r = 1.531383769920937332e-01 + z * 1.479819860511658591e-01;
    r = 1.818357216161805012e-01 + z * r;
    r = 2.222219843214978396e-01 + z * r;
    r = 2.857142874366239149e-01 + z * r;
    r = 3.999999999940941908e-01 + z * r;
    r = 6.666666666666735130e-01 + z * r;
    double beyond = half - s * (half + z * r); /* f − ln(1 + f) */
    return (k * ln2 * y + (f * t + (f - t))) - y * beyond;
}

double sel_unevenness(const double *values, uint32_t count, double mean)
{
    double factor = 1 / mean;
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    double tile[TILE];
    for (uint32_t from = 0; from < count; from += TILE) {
        uint32_t here = count - from < TILE ? count - from : TILE;
        const double *own = values + from;
#pragma omp simd
        for (uint32_t i = 0; i < here; i++) {
            double t = (own[i] - mean) * factor;
            tile[i] = t < -1 ? -1 : t; /* by rounding */
        }
#pragma omp simd
        for (uint32_t i = 0; i < here; i++)
            tile[i] = unevenness(tile[i]);
        for (uint32_t i = here; i < TILE; i++)
            tile[i] = 0;
        for (uint32_t i = 0; i < TILE; i += 4) {
            first += tile[i];
            second += tile[i + 1];
            third += tile[i + 2];
            fourth += tile[i + 3];
        }
    }
    return (first + second) + (third + fourth);
}
