#include "analysis/robustness/weight_draws.h"

#include "analysis/robustness/counter_random.h"
#include "analysis/robustness/sobol_points.h"
#include "analysis/robustness/weight_stick.h"
#include "base/arena.h"

/* All that a draw is made from. */
typedef struct source {
    const sel_weight_design *design;
    uint32_t dimensions;             /* q - 1 */
    uint32_t set_size;               /* points per shift */
    const double *points;            /* set_size × dimensions, or NULL: pseudo-random */
    const double *shifts;            /* SEL_SHIFTS × dimensions */
    const uint64_t *streams;         /* per dimension, for pseudo-random numbers */
    const sel_beta_quantile *tables; /* per dimension */
} source;

bool sel_weight_draws_sobol(uint32_t criteria)
{
    return criteria <= SEL_SOBOL_DIMENSIONS_MAX + 1;
}

/* Number of dimension j of a draw, in (0, 1). */
static double coordinate(const source *from, uint32_t draw, uint32_t j)
{
    if (from->points == NULL)
        return sel_random_uniform(from->streams[j], draw);
    uint32_t shift = draw / from->set_size;
    uint32_t point = draw % from->set_size;
    double u = from->points[(size_t)point * from->dimensions + j] +
               from->shifts[(size_t)shift * from->dimensions + j];
    u = u >= 1 ? u - 1 : u;
    return u > 0 ? u : 0x1p-53; /* a shift meets its point's complement once in 2^52 */
}

static void make_draw(const source *from, uint32_t draw, double *weights)
{
    for (uint32_t j = 0; j < from->dimensions; j++)
        weights[j] = coordinate(from, draw, j);
    sel_weight_stick_break(from->tables, from->dimensions + 1, weights, weights);
}

static sel_status prepare(const sel_weight_design *design, sel_arena *scratch, source *from,
                          sel_error *err)
{
    uint32_t dimensions = design->criteria - 1;
    *from = (source){
        .design = design, .dimensions = dimensions, .set_size = design->draws / SEL_SHIFTS};
    sel_beta_quantile *tables = sel_arena_array(scratch, dimensions, sizeof *tables);
    uint64_t *streams = sel_arena_array(scratch, dimensions, sizeof *streams);
    double *shifts = sel_arena_array(scratch, (size_t)SEL_SHIFTS * dimensions, sizeof *shifts);
    for (uint32_t j = 0; j < dimensions; j++) {
        streams[j] = sel_random_stream(design->seed, SEL_RANDOM_WEIGHTS, j);
        uint64_t stream = sel_random_stream(design->seed, SEL_RANDOM_SHIFTS, j);
        for (uint32_t shift = 0; shift < SEL_SHIFTS; shift++)
            shifts[(size_t)shift * dimensions + j] = sel_random_uniform(stream, shift);
    }
    from->tables = tables;
    from->streams = streams;
    from->shifts = shifts;
    sel_status status = sel_weight_stick_prepare(design->alpha, design->criteria, tables, err);
    if (status != SEL_OK || dimensions == 0 || !sel_weight_draws_sobol(design->criteria))
        return status;
    double *points = sel_arena_array(scratch, (size_t)from->set_size * dimensions, sizeof *points);
    from->points = points;
    return sel_sobol_points(dimensions, from->set_size, points, err);
}

sel_status sel_weight_draws_make(const sel_weight_design *design, double *weights, sel_error *err)
{
    sel_arena *scratch = sel_arena_create();
    source from;
    sel_status status = prepare(design, scratch, &from, err);
    if (status == SEL_OK) {
#pragma omp parallel for num_threads(design->threads) schedule(static)
        for (uint32_t draw = 0; draw < design->draws; draw++)
            make_draw(&from, draw, weights + (size_t)draw * design->criteria);
    }
    sel_arena_destroy(scratch);
    return status;
}
