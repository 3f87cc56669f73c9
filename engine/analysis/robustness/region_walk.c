#include "analysis/robustness/counter_random.h"
#include "analysis/robustness/region_draws.h"
#include "analysis/robustness/weight_draws.h"

#include <math.h>

/* Draws a walk makes and forgets before the first that counts. */
enum { FORGOTTEN = 64 };

/* One walk: weights of all criteria; the fixed ones do not move. */
typedef struct walk {
    const sel_weight_region *region;
    uint32_t free[SEL_CRITERIA_MAX];
    uint32_t free_count;
    double weights[SEL_CRITERIA_MAX];
    double widths[SEL_CRITERIA_MAX]; /* room of each free weight, as a share of all of it */
    double direction[SEL_CRITERIA_MAX];
    uint64_t stream;
    uint64_t counter;
} walk;

typedef struct stretch {
    double from;
    double to;
} stretch;

uint32_t sel_region_walk_steps(uint32_t criteria)
{
    return (criteria - 1) * (criteria - 1) * (criteria - 1);
}

static double next(walk *of)
{
    return sel_random_uniform(of->stream, of->counter++);
}

/* Any choice of directions that does not look at where the walk stands keeps draws even. This one
 * goes by the room that each weight has, so that one between close bounds does not make all steps
 * short: a point of a box of these widths, less what would change the sum, each by its width. */
static void choose_direction(walk *of)
{
    double mean = 0;
    for (uint32_t k = 0; k < of->free_count; k++) {
        double part = next(of);
        of->direction[of->free[k]] = part;
        mean += part * of->widths[of->free[k]];
    }
    for (uint32_t k = 0; k < of->free_count; k++) {
        uint32_t j = of->free[k];
        of->direction[j] = (of->direction[j] - mean) * of->widths[j];
    }
}

/* Narrow to where room + t·slope >= 0. */
static void narrow(stretch *along, double room, double slope)
{
    if (slope > 0)
        along->from = fmax(along->from, -room / slope);
    else if (slope < 0)
        along->to = fmin(along->to, -room / slope);
}

static void step(walk *of)
{
    const sel_weight_region *region = of->region;
    const sel_weight_constraints *constraints = region->constraints;
    choose_direction(of);
    stretch along = {-INFINITY, INFINITY};
    for (uint32_t k = 0; k < of->free_count; k++) {
        uint32_t j = of->free[k];
        narrow(&along, of->weights[j] - region->low[j], of->direction[j]);
        narrow(&along, region->high[j] - of->weights[j], -of->direction[j]);
    }
    for (uint32_t i = 0; i < constraints->order_count; i++) {
        uint32_t more = constraints->orders[i].more;
        uint32_t less = constraints->orders[i].less;
        narrow(&along, of->weights[more] - of->weights[less],
               of->direction[more] - of->direction[less]);
    }
    double share = next(of);
    if (!(along.from < along.to) || !isfinite(along.to - along.from))
        return;
    double t = along.from + share * (along.to - along.from);
    for (uint32_t k = 0; k < of->free_count; k++)
        of->weights[of->free[k]] += t * of->direction[of->free[k]];
}

/* What rounding has done since the last draw is taken back: the sum is 1 again. */
static void settle(walk *of)
{
    double sum = 0;
    for (uint32_t j = 0; j < of->region->criteria; j++)
        sum += of->weights[j];
    for (uint32_t k = 0; k < of->free_count; k++) {
        uint32_t j = of->free[k];
        double weight = of->weights[j] - (sum - 1) / of->free_count;
        of->weights[j] = fmin(fmax(weight, of->region->low[j]), of->region->high[j]);
    }
}

/* What a weight may be beyond its lower bound when all others are at theirs. */
static void measure_widths(walk *of)
{
    const sel_weight_region *region = of->region;
    double left = 1;
    double sum = 0;
    for (uint32_t j = 0; j < region->criteria; j++)
        left -= region->low[j];
    for (uint32_t j = 0; j < region->criteria; j++) {
        of->widths[j] = fmin(region->high[j] - region->low[j], left);
        sum += of->widths[j];
    }
    for (uint32_t j = 0; j < region->criteria; j++)
        of->widths[j] /= sum;
}

static walk start(const sel_region_design *design, uint32_t set)
{
    walk of = {.region = design->region,
               .stream = sel_random_stream(design->seed, SEL_RANDOM_REGION, set)};
    for (uint32_t j = 0; j < design->region->criteria; j++) {
        of.weights[j] = design->region->inside[j];
        if (!sel_weight_region_fixed(design->region, j))
            of.free[of.free_count++] = j;
    }
    measure_widths(&of);
    return of;
}

void sel_region_walk(const sel_region_design *design, uint32_t draws, double *weights)
{
    uint32_t criteria = design->region->criteria;
    uint32_t set_size = draws / SEL_SHIFTS;
#pragma omp parallel for num_threads(design->threads) schedule(dynamic)
    for (uint32_t set = 0; set < SEL_SHIFTS; set++) {
        walk of = start(design, set);
        uint32_t steps = sel_region_walk_steps(of.free_count);
        double *out = weights + (size_t)set * set_size * criteria;
        for (uint32_t i = 0; i < FORGOTTEN + set_size; i++) {
            for (uint32_t k = 0; k < steps; k++)
                step(&of);
            settle(&of);
            if (i >= FORGOTTEN)
                memcpy(out + (size_t)(i - FORGOTTEN) * criteria, of.weights,
                       criteria * sizeof *out);
        }
    }
}
