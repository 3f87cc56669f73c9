/** counter_random.h - random numbers that depend only on where they are used.
 *
 * A number is a function of (seed, purpose, stream, counter): any thread can
 * make any of them in any order, and adding an alternative changes nothing for
 * the others. Output k of SplitMix64 (Steele, Lea & Flood 2014, "Fast
 * splittable pseudorandom number generators", OOPSLA, fig. 17, constants of
 * Stafford's variant 13); each stream starts at a place of its own. */
#ifndef SEL_ANALYSIS_COUNTER_RANDOM_H
#define SEL_ANALYSIS_COUNTER_RANDOM_H

#include <stdint.h>

/** What numbers are for: streams of different purposes have nothing in common. */
typedef enum sel_random_purpose {
    SEL_RANDOM_SHIFTS,  /**< shifts of the Sobol sets */
    SEL_RANDOM_WEIGHTS, /**< weights in more dimensions than Sobol points have */
    SEL_RANDOM_DATA,    /**< values within their bounds */
    SEL_RANDOM_ORDERS,  /**< orders of a permutation test */
    SEL_RANDOM_SAMPLES, /**< items of a bootstrap sample */
    SEL_RANDOM_REGION,  /**< weights within constraints */
    SEL_RANDOM_DESIGN,  /**< shift and further coordinates of a design for indices */
    SEL_RANDOM_DONORS,  /**< observed values that missing ones are drawn from */
    SEL_RANDOM_IMPUTED, /**< the missing values */
} sel_random_purpose;

/** The mixing function of SplitMix64, a bijection of 64-bit words. */
static inline uint64_t sel_random_mix(uint64_t z)
{
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/** Output `counter` (from 0) of the SplitMix64 generator that was seeded with `start`. */
static inline uint64_t sel_random_word(uint64_t start, uint64_t counter)
{
    return sel_random_mix(start + (counter + 1) * UINT64_C(0x9E3779B97F4A7C15));
}

/** Start of a stream, for sel_random_uniform. */
static inline uint64_t sel_random_stream(uint64_t seed, sel_random_purpose purpose, uint64_t stream)
{
    return sel_random_word(sel_random_word(seed, (uint64_t)purpose), stream);
}

/** Number `counter` of a stream, uniform on the open interval (0, 1), in steps of 2^-52. */
static inline double sel_random_uniform(uint64_t start, uint64_t counter)
{
    return ((double)(sel_random_word(start, counter) >> 12) + 0.5) * 0x1p-52;
}

/** Number `counter` of a stream, uniform on 0 … limit − 1 with an error below limit/2⁶⁴; limit > 0
 *  (Lemire 2019, "Fast random integer generation in an interval", without its rejections). */
static inline uint32_t sel_random_below(uint64_t start, uint64_t counter, uint32_t limit)
{
    uint64_t word = sel_random_word(start, counter);
    uint64_t low = (word & UINT32_MAX) * limit;
    return (uint32_t)(((word >> 32) * limit + (low >> 32)) >> 32);
}

#endif
