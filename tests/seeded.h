/** seeded.h - numbers for tests and benches that are the same for the same seed. The state is the
 * caller's and may begin with any number. */
#ifndef SEL_TESTS_SEEDED_H
#define SEL_TESTS_SEEDED_H

#include <math.h>
#include <stdint.h>

/** SplitMix64 (Steele, Lea & Flood 2014). */
static inline uint64_t seeded_bits(uint64_t *state)
{
    uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/** In [0, 1), a multiple of 2⁻⁵³. */
static inline double seeded_unit(uint64_t *state)
{
    return (double)(seeded_bits(state) >> 11) * 0x1p-53;
}

/** 0 … limit − 1. */
static inline uint32_t seeded_below(uint64_t *state, uint32_t limit)
{
    return (uint32_t)(seeded_unit(state) * limit);
}

/** 0 … limit − 1, nearly Zipf: by inversion of the integral of 1/x on [1, limit + 1), so that a
 * large limit costs no more than a small one. */
static inline uint32_t seeded_zipf(uint64_t *state, uint32_t limit)
{
    uint32_t drawn = (uint32_t)exp(seeded_unit(state) * log(limit + 1.0)) - 1;
    return drawn < limit ? drawn : limit - 1;
}

/** Of mean 0 and deviation 1, by Box & Muller 1958. */
static inline double seeded_normal(uint64_t *state)
{
    double radius = sqrt(-2 * log(1 - seeded_unit(state)));
    return radius * cos(6.283185307179586 * seeded_unit(state));
}

#endif
