#include "analysis/sensitivity/sobol_design.h"

#include "analysis/robustness/counter_random.h"
#include "analysis/robustness/sobol_points.h"

/* A stream has one number for the shift, before those of the base points. */
enum { SHIFT_NUMBER, FIRST_POINT_NUMBER };

sel_status sel_sobol_design_make(uint32_t coordinates, uint32_t base_points, uint64_t seed,
                                 sel_arena *arena, sel_sobol_design *design, sel_error *err)
{
    uint32_t most = SEL_SOBOL_POINT_DIMENSIONS / 2;
    uint32_t sobol = coordinates < most ? coordinates : most;
    uint64_t *streams = sel_arena_array(arena, (size_t)2 * coordinates, sizeof *streams);
    for (uint32_t d = 0; d < 2 * coordinates; d++)
        streams[d] = sel_random_stream(seed, SEL_RANDOM_DESIGN, d);
    double *shifts = sel_arena_array(arena, (size_t)2 * sobol, sizeof *shifts);
    for (uint32_t d = 0; d < sobol; d++) {
        shifts[d] = sel_random_uniform(streams[d], SHIFT_NUMBER);
        shifts[sobol + d] = sel_random_uniform(streams[coordinates + d], SHIFT_NUMBER);
    }
    double *points = sel_arena_array(arena, (size_t)2 * sobol * base_points, sizeof *points);
    *design = (sel_sobol_design){coordinates, sobol, points, shifts, streams};
    return sel_sobol_points(2 * sobol, base_points, points, err);
}

static double shifted(double point, double shift)
{
    double u = point + shift;
    u = u >= 1 ? u - 1 : u;
    return u > 0 ? u : 0x1p-53; /* a shift meets its point's complement once in 2^52 */
}

/* Those of A with setting 0, those of B with setting 1. */
static void write_setting(const sel_sobol_design *design, uint32_t base_point, uint32_t setting,
                          double *to)
{
    const double *point = design->points + (size_t)2 * design->sobol * base_point;
    for (uint32_t d = 0; d < design->sobol; d++) {
        uint32_t dimension = setting * design->sobol + d;
        to[d] = shifted(point[dimension], design->shifts[dimension]);
    }
    const uint64_t *streams = design->streams + (size_t)setting * design->coordinates;
    for (uint32_t d = design->sobol; d < design->coordinates; d++)
        to[d] = sel_random_uniform(streams[d], (uint64_t)FIRST_POINT_NUMBER + base_point);
}

void sel_sobol_design_settings(const sel_sobol_design *design, uint32_t base_point, double *a,
                               double *b)
{
    write_setting(design, base_point, 0, a);
    write_setting(design, base_point, 1, b);
}
