/** coverage.h - support against need, place by place: the map of a coordinator.
 *
 * Unit: effort·days in the window, as in supply.h; need is ordinal, m(severity).
 * A place stands in a class for the least support with the largest need, and in
 * one for the most support with the smallest need; when the two differ, what is
 * known does not say which it is. Classes but the last ascend with support over
 * need. They compare with what is usual for the need stated and never say that a place has
 * too much: the need is a level, not a sum that was asked for.
 *
 *     support < SEL_COVERAGE_FROM % of need        below
 *     up to SEL_COVERAGE_TO % of need              about as needed
 *     above                                        more than usual for the need stated
 *
 * The two percentages are this engine's choice, one half either way: coarser
 * than the steps of m, which differ by a third to the double. */
#ifndef SEL_ANALYSIS_COVERAGE_H
#define SEL_ANALYSIS_COVERAGE_H

#include "analysis/supply.h"

enum { SEL_COVERAGE_FROM = 50, SEL_COVERAGE_TO = 150 };

typedef enum sel_coverage {
    SEL_COVERAGE_NONE,     /**< help is wanted and no support is known */
    SEL_COVERAGE_BELOW,    /**< support below need */
    SEL_COVERAGE_ABOUT,    /**< about as needed */
    SEL_COVERAGE_MORE,     /**< more support than usual for the need stated */
    SEL_COVERAGE_UNSTATED, /**< support where no help is wanted: without a stated need */
    SEL_COVERAGE_QUIET,    /**< no help is wanted and no support is known */
    SEL_COVERAGES
} sel_coverage;

typedef struct sel_coverage_place {
    uint32_t recipient;
    uint32_t capability;
    const sel_need *need;     /**< NULL: nobody was asked */
    const sel_supply *supply; /**< NULL: no support in the window */
    bool known;               /**< need is known: the classes have a meaning */
    uint64_t need_low;        /**< 0 when not known */
    uint64_t need_high;
    sel_coverage least;
    sel_coverage most;
} sel_coverage_place;

typedef struct sel_coverage_map {
    const sel_coverage_place *list; /**< places with support or asked about, ascending (recipient,
                                         capability) */
    uint32_t count;
    uint32_t in_class[SEL_COVERAGES]; /**< known places that are surely in a class */
    uint32_t unsure;                  /**< known places between classes */
    uint32_t unknown;                 /**< places whose need is not known */
} sel_coverage_map;

/** Class of a support and a need, both known exactly. */
sel_coverage sel_coverage_of(uint64_t supply, uint64_t need);

/** One place; borrows from needs and supplies. Without need or support it is there all the same:
 *  both NULL, nothing known. */
sel_coverage_place sel_coverage_at(const sel_study *study, const sel_needs *needs,
                                   const sel_supplies *supplies, uint32_t recipient,
                                   uint32_t capability);

/** Map of all places into arena; borrows from needs and supplies. */
sel_coverage_map sel_coverage_compute(const sel_study *study, const sel_needs *needs,
                                      const sel_supplies *supplies, sel_arena *arena);

#endif
