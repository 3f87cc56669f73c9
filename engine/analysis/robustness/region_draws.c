#include "analysis/robustness/region_draws.h"

#include "analysis/robustness/counter_random.h"
#include "analysis/robustness/weight_draws.h"
#include "base/arena.h"

#include <math.h>

/* Rounding of a sum of weights. */
static const double SLACK = 1e-12;

/* Weightings that are looked at for one draw at most; with one in a hundred kept, the chance of
 * none in these is e^-1000. */
enum { TRIES_MOST = 100000 };

/* How even parts of a whole become a weighting that may keep the constraints. */
typedef struct making {
    const sel_weight_region *region;
    uint32_t free[SEL_CRITERIA_MAX]; /* criteria that are not fixed */
    uint32_t free_count;
    double slack;                      /* what the lower bounds leave */
    uint32_t sorted[SEL_CRITERIA_MAX]; /* criteria of full orders, each order least first */
    uint32_t lengths[SEL_CRITERIA_MAX];
    uint32_t order_count;
} making;

/* Criteria that are comparable with j, and itself. */
static uint64_t comparable(const uint64_t *above, uint32_t criteria, uint32_t j)
{
    uint64_t set = above[j] | UINT64_C(1) << j;
    for (uint32_t k = 0; k < criteria; k++)
        set |= (above[k] >> j & 1) << k;
    return set;
}

/* Whether a set is one full order of equal lower bounds that nothing outside it is compared with.
 */
static bool is_full_order(const making *of, const uint64_t *above, uint64_t set, double low)
{
    for (uint32_t k = 0; k < of->region->criteria; k++)
        if ((set >> k & 1) &&
            (comparable(above, of->region->criteria, k) != set || of->region->low[k] != low))
            return false;
    return true;
}

/* Members of a full order, least first: the fewer are below, the further in front. */
static void take_order(making *of, const uint64_t *above, uint64_t set, uint32_t *taken)
{
    uint32_t length = (uint32_t)__builtin_popcountll(set);
    for (uint32_t j = 0; j < of->region->criteria; j++)
        if (set >> j & 1)
            of->sorted[*taken + length - 1 - (uint32_t)__builtin_popcountll(above[j])] = j;
    of->lengths[of->order_count++] = length;
    *taken += length;
}

static making plan(const sel_weight_region *region)
{
    making of = {.region = region, .slack = 1};
    uint64_t above[SEL_CRITERIA_MAX] = {0};
    sel_weight_region_above(region, above);
    uint64_t done = 0;
    uint32_t taken = 0;
    for (uint32_t j = 0; j < region->criteria; j++) {
        of.slack -= region->low[j];
        if (sel_weight_region_fixed(region, j))
            continue;
        of.free[of.free_count++] = j;
        uint64_t set = comparable(above, region->criteria, j);
        if (!(done & set) && set != UINT64_C(1) << j &&
            is_full_order(&of, above, set, region->low[j]))
            take_order(&of, above, set, &taken);
        done |= set;
    }
    return of;
}

static void sort_parts(const uint32_t *criteria, uint32_t length, double *weights)
{
    for (uint32_t i = 1; i < length; i++) {
        double part = weights[criteria[i]];
        uint32_t at = i;
        for (; at > 0 && weights[criteria[at - 1]] > part; at--)
            weights[criteria[at]] = weights[criteria[at - 1]];
        weights[criteria[at]] = part;
    }
}

/* Whether the weighting made of even parts keeps the constraints. */
static bool make(const making *of, const double *parts, double *weights)
{
    const sel_weight_region *region = of->region;
    memcpy(weights, region->low, region->criteria * sizeof *weights);
    for (uint32_t k = 0; k < of->free_count; k++)
        weights[of->free[k]] += of->slack * parts[k];
    const uint32_t *order = of->sorted;
    for (uint32_t i = 0; i < of->order_count; i++) {
        sort_parts(order, of->lengths[i], weights);
        order += of->lengths[i];
    }
    return sel_weight_region_has(region, weights, SLACK);
}

/* Even parts of 1: exponential numbers by their sum. */
static void draw_parts(uint64_t stream, uint64_t attempt, uint32_t count, double *parts)
{
    double sum = 0;
    for (uint32_t k = 0; k < count; k++) {
        parts[k] = -log(sel_random_uniform(stream, attempt * count + k));
        sum += parts[k];
    }
    for (uint32_t k = 0; k < count; k++)
        parts[k] /= sum;
}

/* Weightings tried until one was kept. */
static uint32_t reject(const making *of, uint64_t stream, double *weights)
{
    double parts[SEL_CRITERIA_MAX];
    for (uint32_t tried = 0; tried < TRIES_MOST; tried++) {
        draw_parts(stream, tried, of->free_count, parts);
        if (make(of, parts, weights))
            return tried + 1;
    }
    return TRIES_MOST + 1;
}

static sel_status reject_all(const making *of, const sel_region_design *design, double *weights,
                             sel_region_drawn *drawn, sel_error *err)
{
    uint64_t tried = 0;
    uint32_t failed = 0;
#pragma omp parallel for num_threads(design->threads) schedule(static) reduction(+ : tried, failed)
    for (uint32_t draw = 0; draw < design->draws; draw++) {
        uint64_t stream = sel_random_stream(design->seed, SEL_RANDOM_REGION, draw);
        uint32_t needed = reject(of, stream, weights + (size_t)draw * of->region->criteria);
        tried += needed;
        failed += needed > TRIES_MOST;
    }
    if (failed > 0)
        return sel_fail(err, SEL_NUMERIC, "no weighting in %d keeps the constraints", TRIES_MOST);
    *drawn = (sel_region_drawn){design->draws, tried, SEL_WEIGHTS_REJECTION};
    return SEL_OK;
}

/* Weightings from Sobol points; returns how many keep the constraints. */
static sel_status try_points(const making *of, const sel_region_design *design, double *weights,
                             uint32_t *kept, sel_error *err)
{
    uint32_t count = 0;
    double alpha[SEL_CRITERIA_MAX];
    for (uint32_t k = 0; k < of->free_count; k++)
        alpha[k] = 1;
    sel_arena *scratch = sel_arena_create();
    double *parts = sel_arena_array(scratch, (size_t)design->draws * of->free_count, sizeof *parts);
    sel_status status = sel_weight_draws_make(
        &(sel_weight_design){alpha, of->free_count, design->draws, design->seed, design->threads},
        parts, err);
    if (status == SEL_OK) {
#pragma omp parallel for num_threads(design->threads) schedule(static) reduction(+ : count)
        for (uint32_t draw = 0; draw < design->draws; draw++)
            count += make(of, parts + (size_t)draw * of->free_count,
                          weights + (size_t)draw * of->region->criteria);
    }
    sel_arena_destroy(scratch);
    *kept = count;
    return status;
}

static sel_status walk(const making *of, const sel_region_design *design, double *weights,
                       sel_region_drawn *drawn, sel_error *err)
{
    if (of->free_count > SEL_WALK_CRITERIA)
        return sel_fail(err, SEL_UNSUPPORTED,
                        "less than 1 %% of all weightings keep the constraints: that is done for "
                        "%d criteria at most, not %u",
                        SEL_WALK_CRITERIA, of->free_count);
    uint32_t draws = design->draws;
    uint64_t steps = sel_region_walk_steps(of->free_count);
    while (draws > SEL_DRAWS_LEAST && draws * steps > SEL_WALK_STEPS)
        draws /= 2;
    sel_region_walk(design, draws, weights);
    *drawn = (sel_region_drawn){draws, draws, SEL_WEIGHTS_HIT_AND_RUN};
    return SEL_OK;
}

sel_status sel_region_draws_make(const sel_region_design *design, double *weights,
                                 sel_region_drawn *drawn, sel_error *err)
{
    making of = plan(design->region);
    uint32_t kept;
    sel_status status = try_points(&of, design, weights, &kept, err);
    if (status != SEL_OK)
        return status;
    if (kept <= design->draws / 100)
        return walk(&of, design, weights, drawn, err);
    if (kept < design->draws)
        return reject_all(&of, design, weights, drawn, err);
    bool sobol = sel_weight_draws_sobol(of.free_count);
    *drawn = (sel_region_drawn){design->draws, design->draws,
                                sobol ? SEL_WEIGHTS_SOBOL : SEL_WEIGHTS_PSEUDO_RANDOM};
    return SEL_OK;
}
