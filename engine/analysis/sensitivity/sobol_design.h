/** sobol_design.h - the settings A and B of every base point. Private to sensitivity.
 *
 * Coordinate d of A is dimension d of the Sobol points and that of B is behind
 * all of A's, so that both are even, and even together. Coordinates that find no
 * dimension are pseudo-random, a stream each. */
#ifndef SEL_ANALYSIS_SENSITIVITY_SOBOL_DESIGN_H
#define SEL_ANALYSIS_SENSITIVITY_SOBOL_DESIGN_H

#include "base/arena.h"
#include "base/status.h"

#include <stdint.h>

typedef struct sel_sobol_design {
    uint32_t coordinates;
    uint32_t sobol; /**< of those, the first ones, from Sobol points */
    const double *points;
    const double *shifts;    /**< 2 × sobol */
    const uint64_t *streams; /**< 2 × coordinates: of A, then of B */
} sel_sobol_design;

/** Design of base_points in arena. */
SEL_CHECKED
sel_status sel_sobol_design_make(uint32_t coordinates, uint32_t base_points, uint64_t seed,
                                 sel_arena *arena, sel_sobol_design *design, sel_error *err);

/** Write the coordinates, in (0, 1), of both settings of a base point. */
void sel_sobol_design_settings(const sel_sobol_design *design, uint32_t base_point, double *a,
                               double *b);

#endif
