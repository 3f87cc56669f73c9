#include "analysis/sensitivity/sobol_indices.h"

#include "analysis/sensitivity/index_moments.h"
#include "analysis/sensitivity/sobol_design.h"
#include "analysis/statistics/bootstrap.h"

#include <math.h>
#include <omp.h>
#include <string.h>

/* Squares of outputs, and sums of them, stay finite. */
#define OUTPUT_MOST 1e100

/* The evaluations of all base points. */
typedef struct evaluation {
    const sel_indices_function *function;
    const sel_indices_plan *plan;
    sel_sobol_design design;
    uint32_t starts[SEL_INDICES_FACTORS_MOST + 1]; /* first coordinate of each factor; all behind */
    double *values; /* outputs of A, AB_1 … AB_k, B of the first base point, then of the next */
    uint32_t failed_at; /* first base point that failed; base_points: none */
    sel_error fault;
} evaluation;

/* One thread's rooms. */
typedef struct rooms {
    sel_arena *scratch; /* of one evaluation */
    void *state;
    double *a;
    double *b;
    double *mixed;
} rooms;

static sel_status check(const sel_indices_function *function, const sel_indices_plan *plan,
                        sel_error *err)
{
    uint32_t n = plan->base_points;
    if (n < SEL_INDICES_BASE_LEAST || n > SEL_INDICES_BASE_MOST || (n & (n - 1)) != 0)
        return sel_fail(err, SEL_BAD_INPUT, "%u base points, not a power of two from %d to %d", n,
                        SEL_INDICES_BASE_LEAST, SEL_INDICES_BASE_MOST);
    if (plan->samples < SEL_BOOTSTRAP_LEAST || plan->samples > SEL_BOOTSTRAP_MOST)
        return sel_fail(err, SEL_BAD_INPUT, "%u bootstrap samples, not %d to %d", plan->samples,
                        SEL_BOOTSTRAP_LEAST, SEL_BOOTSTRAP_MOST);
    if (plan->seed == 0)
        return sel_fail(err, SEL_BAD_INPUT, "the seed is 0");
    if (function->factors == 0 || function->factors > SEL_INDICES_FACTORS_MOST)
        return sel_fail(err, SEL_BAD_INPUT, "%u factors, not 1 to %d", function->factors,
                        SEL_INDICES_FACTORS_MOST);
    if (function->outputs == 0)
        return sel_fail(err, SEL_BAD_INPUT, "no outputs");
    uint64_t runs = (uint64_t)n * (function->factors + 2);
    if (function->outputs > SEL_INDICES_VALUES_MOST / runs)
        return sel_fail(err, SEL_UNSUPPORTED, "%u outputs of %llu evaluations are too many",
                        function->outputs, (unsigned long long)runs);
    return SEL_OK;
}

static sel_status lay_out(evaluation *all, sel_error *err)
{
    const sel_indices_function *function = all->function;
    for (uint32_t i = 0; i < function->factors; i++) {
        uint32_t own = function->coordinates == NULL ? 1 : function->coordinates[i];
        if (own == 0 || own > SEL_INDICES_COORDINATES_MOST - all->starts[i])
            return sel_fail(err, SEL_BAD_INPUT, "factor %u has %u coordinates, not 1 to %u", i + 1,
                            own, SEL_INDICES_COORDINATES_MOST - all->starts[i]);
        all->starts[i + 1] = all->starts[i] + own;
    }
    return SEL_OK;
}

static sel_status evaluate_one(const evaluation *all, const rooms *own, const double *point,
                               double *outputs, sel_error *err)
{
    const sel_indices_function *function = all->function;
    sel_arena_reset(own->scratch);
    sel_status status =
        function->evaluate(function->data, own->state, own->scratch, point, outputs, err);
    for (uint32_t o = 0; status == SEL_OK && o < function->outputs; o++)
        if (!(fabs(outputs[o]) <= OUTPUT_MOST))
            status = sel_fail(err, SEL_NUMERIC, "output %u is %g", o + 1, outputs[o]);
    return status;
}

/* A with factor i as it is in B; factor k, which there is none of, leaves A. */
static void mix(const evaluation *all, const rooms *own, uint32_t factor)
{
    const uint32_t *starts = all->starts;
    uint32_t factors = all->function->factors;
    memcpy(own->mixed, own->a, starts[factors] * sizeof *own->mixed);
    if (factor < factors)
        memcpy(own->mixed + starts[factor], own->b + starts[factor],
               (starts[factor + 1] - starts[factor]) * sizeof *own->mixed);
}

static sel_status evaluate_point(const evaluation *all, const rooms *own, uint32_t base_point,
                                 sel_error *err)
{
    uint32_t factors = all->function->factors;
    uint32_t outputs = all->function->outputs;
    double *values = all->values + (size_t)base_point * (factors + 2) * outputs;
    sel_sobol_design_settings(&all->design, base_point, own->a, own->b);
    sel_status status = evaluate_one(all, own, own->a, values, err);
    for (uint32_t i = 0; status == SEL_OK && i < factors; i++) {
        values += outputs;
        mix(all, own, i);
        status = evaluate_one(all, own, own->mixed, values, err);
    }
    return status != SEL_OK ? status : evaluate_one(all, own, own->b, values + outputs, err);
}

static rooms rooms_of(const evaluation *all, sel_arena *kept, sel_arena *scratch)
{
    const sel_indices_function *function = all->function;
    uint32_t coordinates = all->design.coordinates;
    return (rooms){
        .scratch = scratch,
        .state = function->start == NULL ? NULL : function->start(function->data, kept),
        .a = sel_arena_array(kept, coordinates, sizeof(double)),
        .b = sel_arena_array(kept, coordinates, sizeof(double)),
        .mixed = sel_arena_array(kept, coordinates, sizeof(double)),
    };
}

/* A thread's base points follow each other, so that its first fault is the first of its own. */
static void evaluate_all(evaluation *all, int threads)
{
    all->failed_at = all->plan->base_points;
#pragma omp parallel num_threads(threads)
    {
        sel_arena *kept = sel_arena_create();
        sel_arena *scratch = sel_arena_create();
        rooms own = rooms_of(all, kept, scratch);
        sel_error fault = {.status = SEL_OK};
        sel_status status = SEL_OK;
#pragma omp for schedule(static)
        for (uint32_t point = 0; point < all->plan->base_points; point++) {
            if (status != SEL_OK)
                continue;
            status = evaluate_point(all, &own, point, &fault);
            if (status != SEL_OK) {
                fault.status = status;
#pragma omp critical(sel_first_fault)
                if (point < all->failed_at) {
                    all->failed_at = point;
                    all->fault = fault;
                }
            }
        }
        sel_arena_destroy(scratch);
        sel_arena_destroy(kept);
    }
}

static const sel_output_indices *outputs_of(const evaluation *all, sel_arena *arena)
{
    const sel_indices_function *function = all->function;
    sel_output_indices *outputs = sel_arena_array(arena, function->outputs, sizeof *outputs);
    sel_arena *scratch = sel_arena_create();
    for (uint32_t o = 0; o < function->outputs; o++) {
        sel_index_moments moments = sel_index_moments_of(
            all->values + o, function->outputs, all->plan->base_points, function->factors, scratch);
        sel_index_moments_fill(&moments, all->plan, arena, &outputs[o]);
        sel_arena_reset(scratch);
    }
    sel_arena_destroy(scratch);
    return outputs;
}

sel_status sel_indices_of(const sel_indices_function *function, const sel_indices_plan *plan,
                          sel_arena *arena, sel_indices *indices, sel_error *err)
{
    evaluation all = {.function = function, .plan = plan};
    sel_status status = check(function, plan, err);
    if (status == SEL_OK)
        status = lay_out(&all, err);
    if (status != SEL_OK)
        return status;
    uint32_t coordinates = all.starts[function->factors];
    uint64_t runs = (uint64_t)plan->base_points * (function->factors + 2);
    sel_arena *scratch = sel_arena_create();
    status = sel_sobol_design_make(coordinates, plan->base_points, plan->seed, scratch, &all.design,
                                   err);
    if (status == SEL_OK) {
        all.values = sel_arena_array(scratch, runs * function->outputs, sizeof *all.values);
        evaluate_all(&all, plan->threads > 0 ? plan->threads : omp_get_max_threads());
        if (all.failed_at < plan->base_points)
            status = sel_fail(err, all.fault.status, "%s", all.fault.message);
    }
    if (status == SEL_OK)
        *indices = (sel_indices){
            .outputs = outputs_of(&all, arena),
            .output_count = function->outputs,
            .factor_count = function->factors,
            .evaluations = runs,
            .base_points = plan->base_points,
            .samples = plan->samples,
            .seed = plan->seed,
            .coordinates = coordinates,
            .pseudorandom = coordinates - all.design.sobol,
        };
    sel_arena_destroy(scratch);
    return status;
}
