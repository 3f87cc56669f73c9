#include "analysis/sensitivity/index_moments.h"

#include "analysis/statistics/bootstrap.h"

#include <math.h>
#include <omp.h>
#include <string.h>

/* Columns: two for all factors, then three for each. */
enum { SUM, SQUARES, FIRST_FACTOR };
enum { PRODUCT, DIFFERENCE, SQUARE, PER_FACTOR };

/* What differs by less than this share of the largest value is rounding. */
#define ROUNDING 1e-12

static void set_terms(const double *values, size_t stride, double origin, uint32_t factors,
                      double *terms)
{
    double a = values[0] - origin;
    double b = values[(factors + 1) * stride] - origin;
    terms[SUM] = a + b;
    terms[SQUARES] = a * a + b * b;
    for (uint32_t i = 0; i < factors; i++) {
        double moved = values[(i + 1) * stride] - origin - a;
        double *of = terms + FIRST_FACTOR + (size_t)PER_FACTOR * i;
        of[PRODUCT] = b * moved;
        of[DIFFERENCE] = moved;
        of[SQUARE] = moved * moved;
    }
}

sel_index_moments sel_index_moments_of(const double *values, size_t stride, uint32_t base_points,
                                       uint32_t factors, sel_arena *arena)
{
    size_t step = (factors + 2) * stride;
    double sum = 0;
    double largest = 0;
    for (uint32_t point = 0; point < base_points; point++) {
        double a = values[point * step];
        double b = values[point * step + (factors + 1) * stride];
        sum += a / 2 + b / 2;
        largest = fmax(largest, fmax(fabs(a), fabs(b)));
    }
    uint32_t columns = FIRST_FACTOR + PER_FACTOR * factors;
    double *terms = sel_arena_array(arena, (size_t)base_points * columns, sizeof *terms);
    double origin = sum / base_points;
    for (uint32_t point = 0; point < base_points; point++)
        set_terms(values + point * step, stride, origin, factors, terms + (size_t)point * columns);
    return (sel_index_moments){.base_points = base_points,
                               .factors = factors,
                               .columns = columns,
                               .terms = terms,
                               .origin = origin,
                               .least = largest * ROUNDING * largest * ROUNDING};
}

/* Mean from the origin and variance of a sample; false when it does not vary. */
static bool spread_of(const sel_index_moments *moments, const double *sums, double *mean,
                      double *variance)
{
    double values = 2.0 * moments->base_points;
    *mean = sums[SUM] / values;
    *variance = fmax(0, sums[SQUARES] / values - *mean * *mean);
    return *variance > moments->least;
}

static double first_of(const sel_index_moments *moments, const double *sums, uint32_t factor,
                       double mean, double variance)
{
    const double *of = sums + FIRST_FACTOR + (size_t)PER_FACTOR * factor;
    return (of[PRODUCT] - mean * of[DIFFERENCE]) / moments->base_points / variance;
}

static double total_of(const sel_index_moments *moments, const double *sums, uint32_t factor,
                       double variance)
{
    const double *of = sums + FIRST_FACTOR + (size_t)PER_FACTOR * factor;
    return of[SQUARE] / (2.0 * moments->base_points) / variance;
}

/* Points added at a time: their terms are read once for one pass over the sums. */
enum { TOGETHER = 4 };

static void add_four(const sel_index_moments *moments, const uint32_t *points,
                     const uint32_t *times, double *sums)
{
    const double *terms[TOGETHER];
    double weights[TOGETHER];
    for (int k = 0; k < TOGETHER; k++) {
        terms[k] = moments->terms + (size_t)points[k] * moments->columns;
        weights[k] = times[points[k]];
    }
#pragma omp simd
    for (uint32_t c = 0; c < moments->columns; c++)
        sums[c] += (weights[0] * terms[0][c] + weights[1] * terms[1][c]) +
                   (weights[2] * terms[2][c] + weights[3] * terms[3][c]);
}

static void add_one(const sel_index_moments *moments, uint32_t point, double weight, double *sums)
{
    const double *terms = moments->terms + (size_t)point * moments->columns;
#pragma omp simd
    for (uint32_t c = 0; c < moments->columns; c++)
        sums[c] += weight * terms[c];
}

/* Terms of every base point as often as the sample has it. */
static void add_terms(const sel_index_moments *moments, const uint32_t *times, double *sums)
{
    uint32_t points[TOGETHER];
    uint32_t found = 0;
    memset(sums, 0, moments->columns * sizeof *sums);
    for (uint32_t point = 0; point < moments->base_points; point++) {
        points[found] = point;
        found += times[point] > 0 ? 1 : 0;
        if (found == TOGETHER) {
            add_four(moments, points, times, sums);
            found = 0;
        }
    }
    for (uint32_t k = 0; k < found; k++)
        add_one(moments, points[k], times[points[k]], sums);
}

/* Indices of every sample: those of one index follow each other. */
typedef struct samples {
    double *first; /* factors × draws */
    double *total;
    bool *defined; /* per draw */
} samples;

/* One thread's rooms. */
typedef struct rooms {
    uint32_t *items;
    uint32_t *times;
    double *sums;
} rooms;

static void draw_sample(const sel_index_moments *moments, const sel_bootstrap_plan *plan,
                        uint32_t draw, const rooms *own, samples *all)
{
    sel_bootstrap_items(plan, draw, own->items);
    memset(own->times, 0, plan->items * sizeof *own->times);
    for (uint32_t i = 0; i < plan->items; i++)
        own->times[own->items[i]] += 1;
    add_terms(moments, own->times, own->sums);
    double mean;
    double variance;
    all->defined[draw] = spread_of(moments, own->sums, &mean, &variance);
    for (uint32_t i = 0; all->defined[draw] && i < moments->factors; i++) {
        size_t at = (size_t)i * plan->draws + draw;
        all->first[at] = first_of(moments, own->sums, i, mean, variance);
        all->total[at] = total_of(moments, own->sums, i, variance);
    }
}

static void draw_samples(const sel_index_moments *moments, const sel_bootstrap_plan *plan,
                         samples *all)
{
#pragma omp parallel num_threads(plan->threads)
    {
        sel_arena *scratch = sel_arena_create();
        rooms own = {
            .items = sel_arena_array(scratch, plan->items, sizeof *own.items),
            .times = sel_arena_array(scratch, plan->items, sizeof *own.times),
            .sums = sel_arena_array(scratch, moments->columns, sizeof *own.sums),
        };
#pragma omp for schedule(static)
        for (uint32_t draw = 0; draw < plan->draws; draw++)
            draw_sample(moments, plan, draw, &own, all);
        sel_arena_destroy(scratch);
    }
}

/* Interval of the values of one index for the samples in which it is defined; moves them. */
static bool set_interval(const sel_bootstrap_plan *plan, const bool *defined, double *values,
                         sel_index *index)
{
    uint32_t count = 0;
    for (uint32_t draw = 0; draw < plan->draws; draw++)
        if (defined[draw])
            values[count++] = values[draw];
    sel_bootstrap of;
    if (!sel_bootstrap_of_values(plan, values, count, &of))
        return false;
    index->low = of.low;
    index->high = of.high;
    index->error = of.error;
    return true;
}

static bool set_intervals(const sel_index_moments *moments, const sel_indices_plan *plan,
                          sel_factor_indices *factors)
{
    sel_bootstrap_plan bootstrap = {
        .items = moments->base_points,
        .draws = plan->samples,
        .seed = plan->seed,
        .threads = plan->threads > 0 ? plan->threads : omp_get_max_threads(),
    };
    sel_arena *scratch = sel_arena_create();
    size_t each = (size_t)moments->factors * plan->samples;
    samples all = {
        .first = sel_arena_array(scratch, each, sizeof *all.first),
        .total = sel_arena_array(scratch, each, sizeof *all.total),
        .defined = sel_arena_array(scratch, plan->samples, sizeof *all.defined),
    };
    draw_samples(moments, &bootstrap, &all);
    bool enough = true;
#pragma omp parallel for num_threads(bootstrap.threads) reduction(&& : enough)
    for (uint32_t i = 0; i < moments->factors; i++) {
        size_t at = (size_t)i * plan->samples;
        enough = set_interval(&bootstrap, all.defined, all.first + at, &factors[i].first) &&
                 set_interval(&bootstrap, all.defined, all.total + at, &factors[i].total) && enough;
    }
    sel_arena_destroy(scratch);
    return enough;
}

void sel_index_moments_fill(const sel_index_moments *moments, const sel_indices_plan *plan,
                            sel_arena *arena, sel_output_indices *output)
{
    sel_arena *scratch = sel_arena_create();
    uint32_t *once = sel_arena_array(scratch, moments->base_points, sizeof *once);
    double *sums = sel_arena_array(scratch, moments->columns, sizeof *sums);
    for (uint32_t point = 0; point < moments->base_points; point++)
        once[point] = 1;
    add_terms(moments, once, sums);
    double mean;
    double variance;
    bool defined = spread_of(moments, sums, &mean, &variance);
    *output = (sel_output_indices){
        .mean = moments->origin + mean, .variance = variance, .defined = defined};
    if (defined) {
        sel_factor_indices *factors = sel_arena_array(arena, moments->factors, sizeof *factors);
        for (uint32_t i = 0; i < moments->factors; i++) {
            factors[i].first.value = first_of(moments, sums, i, mean, variance);
            factors[i].total.value = total_of(moments, sums, i, variance);
        }
        output->factors = factors;
        output->intervals = set_intervals(moments, plan, factors);
    }
    sel_arena_destroy(scratch);
}
