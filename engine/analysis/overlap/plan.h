/** plan.h - how much there is to compare at each place, and what is left out when it is too much.
 *
 * The number of meetings is known before any is looked at: rows stand in order of their start, so
 * those that meet a row are the rows up to its end. When all meetings are more than the budget, the
 * places with most of them are compared in part: their rows are put into blocks that are much the
 * same (blocks.h), and a pair is compared when its blocks and its days together may make it as
 * strong as a level. What is not compared is below that level, which is the least whose meetings
 * are within the budget.
 *
 * Where even pairs that may be as strong as can be are more than the budget, the level says
 * nothing: as many programmes with the same effort here, the same sets (or none known: they may be
 * the same) and the same days, each as strong a pair as any other. No order tells them apart before
 * they are compared, and a smaller bound would be wrong. Each row then meets as many as the budget
 * allows of those of its block that start next after it: they have most of their days together. */
#ifndef SEL_ANALYSIS_OVERLAP_PLAN_H
#define SEL_ANALYSIS_OVERLAP_PLAN_H

#include "analysis/overlap/blocks.h"

/** Strength in steps. */
enum { SEL_PLAN_STEPS = 1024 };

/** What is done at one place. */
typedef struct sel_place_plan {
    uint64_t meetings;
    sel_overlap_blocks blocks; /**< none: all that meet are compared */
    uint32_t level;            /**< least strength compared, in steps */
    uint32_t partners;         /**< 0, or what a row is compared with at most, all of its block */
    bool in_part;              /**< some pair above the threshold may not be compared */
} sel_place_plan;

typedef struct sel_sweep_plan {
    const sel_place_plan *places; /**< by number */
    uint64_t meetings;            /**< at all places */
    uint64_t in_part;             /**< of these at places where some pair above the threshold may
                                       not be compared */
    uint32_t places_in_part;
    uint32_t
        bound_ppm; /**< no pair that is not compared is stronger; 0: none is at the threshold */
} sel_sweep_plan;

/** Plan for a budget of meetings, 0: no limit. Rows of places that are compared in part are put in
 *  another order: by block, in each by start. The plan lives in arena. */
sel_sweep_plan sel_plan_make(sel_overlap_table *table, uint64_t budget, sel_arena *arena);

/** Days together from which on the rows of two blocks of a place are compared; 0: never. */
int32_t sel_plan_days(const sel_overlap_table *table, const sel_place_plan *plan, uint32_t block_a,
                      uint32_t block_b);

#endif
