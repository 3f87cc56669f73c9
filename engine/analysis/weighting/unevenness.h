/** unevenness.h - how far shares are from being all the same. Private to weighting.
 *
 *     u(t) = (1 + t)·ln(1 + t) − t >= 0,  t = x/mean − 1 >= −1
 *
 * The mean of u over shares p = x/Σx of n values is ln n + Σ p·ln p, what their
 * entropy lacks to its largest value: without cancellation, however even they
 * are, since near 0 u is t²/2 and not a difference of two numbers near t.
 *
 * The logarithm is our own, so that results are the same with every C library
 * and many are taken at once: 1 + t = 2ᵏ·(1 + f), √½ <= 1 + f < √2, s = f/(2 + f),
 * ln(1 + f) = f − (f²/2 − s·(f²/2 + R(s²))) with the polynomial R of fdlibm's
 * e_log.c (Sun Microsystems 1993; error below 2⁻⁵⁸). */
#ifndef SEL_ANALYSIS_WEIGHTING_UNEVENNESS_H
#define SEL_ANALYSIS_WEIGHTING_UNEVENNESS_H

#include <stdint.h>

/** Σ u of values >= 0 with a mean > 0 whose inverse is finite; added up in an order that depends on
 *  count alone. Each u is right to 1e-14 of itself (of 1 below x = mean/2). */
double sel_unevenness(const double *values, uint32_t count, double mean);

#endif
