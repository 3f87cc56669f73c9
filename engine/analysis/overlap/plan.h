/** plan.h - how much there is to compare at each place, and what is left out when it is too much.
 *
 * The number of meetings is known before any is looked at: rows stand in order
 * of their start, so those that meet a row are the rows up to its end. When all
 * meetings are more than the budget, the places with most of them are compared
 * in part: there rows are put into blocks of equal sets (kinds of help, for
 * whom), and two blocks are compared when their sets are alike enough. S_c and
 * T are at most A·G, so that what is not compared is below that level. */
#ifndef SEL_ANALYSIS_OVERLAP_PLAN_H
#define SEL_ANALYSIS_OVERLAP_PLAN_H

#include "analysis/overlap/overlap_table.h"

/** Likeness A·G in steps, rounded down. */
enum { SEL_PLAN_STEPS = 1024 };

/** What is done at one place. */
typedef struct sel_place_plan {
    uint64_t meetings;
    uint32_t block_count;   /**< 0: all that meet are compared */
    const uint32_t *blocks; /**< first row of each block, and the end */
    uint32_t level;         /**< least likeness compared, in steps; above SEL_PLAN_STEPS: none */
    bool in_part;           /**< some pair above the threshold may not be compared */
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

/** Whether the blocks of two rows of a place compared in part are compared. */
bool sel_plan_compares(const sel_overlap_table *table, const sel_place_plan *plan, uint32_t a,
                       uint32_t b);

#endif
