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
    return whole == 0 ? 0 : (uint32_t)(part * SEL_PPM / whole);
}

#endif
