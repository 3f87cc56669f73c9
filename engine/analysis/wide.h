/** wide.h - products of two 64-bit numbers, so that sums and shares stay exact. */
#ifndef SEL_ANALYSIS_WIDE_H
#define SEL_ANALYSIS_WIDE_H

#include "domain/programme.h"

#include <stdint.h>

/** 128 bits; the type is an extension of gcc and clang. */
__extension__ typedef unsigned __int128 sel_wide;

/** part / whole in ppm, rounded down. Rounding down keeps every comparison with a threshold that
 *  is a whole number of ppm exact. whole 0 gives 0; part at most whole × 2¹². */
static inline uint32_t sel_wide_ppm(sel_wide part, sel_wide whole)
{
    if (whole == 0)
        return 0;
    bool narrow = part >> 44 == 0 && whole >> 64 == 0; /* part × 10⁶ fits 64 bits: much faster */
    return narrow ? (uint32_t)((uint64_t)part * SEL_PPM / (uint64_t)whole)
                  : (uint32_t)(part * SEL_PPM / whole);
}

#endif
