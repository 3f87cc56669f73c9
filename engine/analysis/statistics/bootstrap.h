/** bootstrap.h - how far a statistic would move with another sample of the same kind.
 *
 * A draw takes as many items as there are, each at random and any of them more
 * than once, and computes the statistic of those (Efron 1979). Of B values in
 * order the k-th and the (B + 1 − k)-th are the ends of the percentile interval,
 * k = ⌊(B + 1)·.025⌋ (Efron & Tibshirani 1993, ch. 13), so B = 1,999 or another
 * multiple of 40 less one meets 95 % exactly. Item i of a draw depends on
 * (seed, draw, i) alone: the same for any number of threads. It depends on the
 * numbering of the items too, so number them in an order that does not depend on
 * the order of reading. */
#ifndef SEL_ANALYSIS_BOOTSTRAP_H
#define SEL_ANALYSIS_BOOTSTRAP_H

#include <stdbool.h>
#include <stdint.h>

/** Statistic of the items with these numbers, some of them more than once; false where it is not
 *  defined. Called by several threads at once; must not change data. */
typedef bool sel_statistic(const void *data, const uint32_t *items, uint32_t count, double *value);

/** Fewer draws have no k. */
enum { SEL_BOOTSTRAP_LEAST = 39, SEL_BOOTSTRAP_MOST = 1000000 };

typedef struct sel_bootstrap_plan {
    uint32_t items;
    uint32_t draws; /**< SEL_BOOTSTRAP_LEAST to SEL_BOOTSTRAP_MOST */
    uint64_t seed;
    int threads; /**< <= 0: as OpenMP decides */
} sel_bootstrap_plan;

typedef struct sel_bootstrap {
    double low; /**< 95 % percentile interval, in units of the statistic */
    double high;
    double error;   /**< standard deviation of the values */
    uint32_t draws; /**< for which the statistic is defined; only they count */
} sel_bootstrap;

/** Draw by plan. false, bootstrap untouched: no items, draws out of range, or the statistic defined
 *  for less than half of the draws or fewer than SEL_BOOTSTRAP_LEAST. */
bool sel_bootstrap_of(const sel_bootstrap_plan *plan, sel_statistic *statistic, const void *data,
                      sel_bootstrap *bootstrap);

/** Parts of the above, for several statistics of the same draws: the items of one draw, and what
 *  `count` values, sorted here, that are defined among those of all draws come to; false as above.
 */
void sel_bootstrap_items(const sel_bootstrap_plan *plan, uint32_t draw, uint32_t *items);
bool sel_bootstrap_of_values(const sel_bootstrap_plan *plan, double *values, uint32_t count,
                             sel_bootstrap *bootstrap);

#endif
