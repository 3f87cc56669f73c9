/** sobol_points.h - points that fill a cube evenly (Sobol 1967). */
#ifndef SEL_ANALYSIS_SOBOL_POINTS_H
#define SEL_ANALYSIS_SOBOL_POINTS_H

#include "base/status.h"

#include <stdint.h>

/** Most dimensions of GSL's Sobol points; above it hands out zeros without an error. */
enum { SEL_SOBOL_POINT_DIMENSIONS = 40 };

/** Write the first count points of the sequence, point after point, each coordinate in [0, 1); with
 *  the origin that GSL leaves out: only then is a power of two of them a net (Owen 2022, "On
 *  dropping the first Sobol' point"). SEL_NUMERIC above SEL_SOBOL_POINT_DIMENSIONS or when GSL
 *  fails. No dimensions: nothing is written. */
SEL_CHECKED
sel_status sel_sobol_points(uint32_t dimensions, uint32_t count, double *points, sel_error *err);

#endif
