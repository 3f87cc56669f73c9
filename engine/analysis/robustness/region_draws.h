/** region_draws.h - weightings drawn evenly from all that keep constraints.
 *
 * Dirichlet(1) weightings are even over all there are; so is low + (1 − Σ low)·v
 * over those above lower bounds. Where criteria are in one full order among
 * themselves, and have one lower bound, sorting the parts of each draw is the
 * same as leaving out every other order. What these two do not keep is left out,
 * draw by draw. When that leaves less than one in a hundred, 16 random walks
 * within the constraints take its place (hit-and-run, Smith 1984): from a point
 * inside, along a random direction to an even point of the stretch that keeps
 * them, (q − 1)³ such steps from one draw to the next. */
#ifndef SEL_ANALYSIS_REGION_DRAWS_H
#define SEL_ANALYSIS_REGION_DRAWS_H

#include "analysis/robustness/acceptability.h"

/** Criteria, not counting fixed ones, that a random walk takes at most, and its steps at most: N is
 *  halved while it would take more and is above SEL_DRAWS_LEAST. */
enum { SEL_WALK_CRITERIA = 20, SEL_WALK_STEPS = 1 << 24 };

typedef struct sel_region_design {
    const sel_weight_region *region;
    uint32_t draws; /**< N, a power of two >= SEL_DRAWS_LEAST */
    uint64_t seed;
    int threads; /**< >= 1; the draws do not depend on it */
} sel_region_design;

/** How draws came about. */
typedef struct sel_region_drawn {
    uint32_t draws; /**< N, or less for a random walk */
    uint64_t tried; /**< weightings looked at for them; draws when none was left out */
    sel_weight_source source;
} sel_region_drawn;

/** Write weights, draw by draw, in 16 independent sets of equal size. SEL_UNSUPPORTED for a random
 *  walk in more than SEL_WALK_CRITERIA; SEL_NUMERIC when GSL fails. */
SEL_CHECKED
sel_status sel_region_draws_make(const sel_region_design *design, double *weights,
                                 sel_region_drawn *drawn, sel_error *err);

/** The random walks: writes weights for `draws` of them. For region_draws.c and its tests. */
void sel_region_walk(const sel_region_design *design, uint32_t draws, double *weights);

/** Steps from one draw to the next for a number of criteria that are not fixed. */
uint32_t sel_region_walk_steps(uint32_t criteria);

#endif
