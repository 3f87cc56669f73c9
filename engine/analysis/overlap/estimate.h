/** estimate.h - how many comparisons the overlap of a study takes, before any is made.
 *
 * Two programmes meet at a place when both have it and may run on one day. Their number is exact:
 * that which the plan of the comparison rests on (plan.h), and sel_overlap.compared without a
 * budget. Costs what laying out the comparison costs. */
#ifndef SEL_ANALYSIS_OVERLAP_ESTIMATE_H
#define SEL_ANALYSIS_OVERLAP_ESTIMATE_H

#include "analysis/overlap/overlap.h"

/** What meets at one place. */
typedef struct sel_place_meetings {
    uint32_t recipient;
    uint32_t capability;
    uint32_t programmes;
    uint64_t meetings;
} sel_place_meetings;

typedef struct sel_overlap_estimate {
    uint64_t meetings;                  /**< at all places */
    uint32_t programmes;                /**< that can be compared */
    uint32_t places;                    /**< where they have anything */
    const sel_place_meetings *heaviest; /**< most meetings first, then by place */
    uint32_t heaviest_count;            /**< places with meetings, `most` at most */
} sel_overlap_estimate;

/** Count into arena. */
sel_overlap_estimate sel_overlap_estimate_of(const sel_study *study, const sel_needs *needs,
                                             const sel_supplies *supplies,
                                             const sel_records *records, uint32_t most,
                                             sel_arena *arena);

#endif
