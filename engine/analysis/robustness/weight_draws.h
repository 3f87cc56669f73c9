/** weight_draws.h - weightings drawn from a Dirichlet distribution.
 *
 * Each draw breaks a stick: part j is a beta quantile of what is left
 * (Connor & Mosimann 1969), so q weights use q - 1 numbers. These come from 16
 * copies of one Sobol set of N/16 points, each moved by a random shift modulo 1
 * (Cranley & Patterson 1976): draws [s·N/16, (s + 1)·N/16) belong to shift s,
 * and how far the shifts differ tells how exact a share of draws is. */
#ifndef SEL_ANALYSIS_WEIGHT_DRAWS_H
#define SEL_ANALYSIS_WEIGHT_DRAWS_H

#include "base/status.h"

#include <stdbool.h>
#include <stdint.h>

/** Independent shifts, and the most numbers per draw that GSL's Sobol points give (its 40, kept
 *  one below; above 40 it hands out zeros without an error). */
enum { SEL_SHIFTS = 16, SEL_SOBOL_DIMENSIONS_MAX = 39 };

/** What to draw. */
typedef struct sel_weight_design {
    const double *alpha; /**< Dirichlet parameter per criterion, 1e-6 to 1e5 */
    uint32_t criteria;   /**< q >= 1; for q = 1 every weight is 1 */
    uint32_t draws;      /**< N, a power of two >= SEL_SHIFTS */
    uint64_t seed;
    int threads; /**< >= 1; the draws do not depend on it */
} sel_weight_design;

/** Whether q criteria are drawn with Sobol points; otherwise with pseudo-random numbers. */
bool sel_weight_draws_sobol(uint32_t criteria);

/** Write draws × criteria weights, draw by draw; each draw sums to 1 within rounding. SEL_NUMERIC
 *  when a parameter is out of range or GSL fails. */
SEL_CHECKED
sel_status sel_weight_draws_make(const sel_weight_design *design, double *weights, sel_error *err);

#endif
