/** wilson.h - 95 % interval of a proportion, for figures that are shown.
 *
 *     centre = (p + z²/2n) / (1 + z²/n)
 *     half   = z·√(p(1 − p)/n + z²/4n²) / (1 + z²/n)       z = 1.959964
 *
 * Wilson 1927, "Probable inference, the law of succession, and statistical
 * inference". It never leaves [0, 1], is never empty, and holds for few items,
 * where p ± z·√(p(1 − p)/n) does not. A share of value counts as n_eff items
 * (Kish 1965): sel_effective_number. */
#ifndef SEL_ANALYSIS_WILSON_H
#define SEL_ANALYSIS_WILSON_H

#include <stdbool.h>
#include <stdint.h>

/** Interval of met of known items, met <= known; 0 met gives low 0 and all met high 1, exactly.
 *  known 0: false and [0, 1], for nothing is known. */
bool sel_wilson(uint64_t met, uint64_t known, double *low, double *high);

/** Interval of a share in [0, 1] that rests on n items, n > 0, which need not be whole. n <= 0:
 *  false and [0, 1]. */
bool sel_wilson_share(double share, double n, double *low, double *high);

#endif
