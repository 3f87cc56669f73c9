/** groups.h - records of one programme put together, never further than all of a group agree.
 *
 * Likeness is not transitive: sessions a month apart are each like the next one, and the first is
 * not the last. So two groups become one by likeness only when every record of the one is, or may
 * be, the same as every record of the other (complete linkage), and when they do not both hold a
 * record of one register. What registers declare, and what people decided to be the same, joins
 * without that; what people decided to be different or related keeps groups apart in any case. */
#ifndef SEL_ANALYSIS_GROUPS_H
#define SEL_ANALYSIS_GROUPS_H

#include "analysis/lookalike.h"

/** Groups in the making; start with sel_groups_start. Every record begins as a group of itself. */
typedef struct sel_groups {
    const sel_study *study;
    const uint64_t *preference; /**< per record: smaller stands for the group */
    uint32_t *told_by;          /**< forest; sel_groups_root follows it */
    uint32_t *next;             /**< records of a group in a ring */
    const char **why;           /**< per record: how it came below another; NULL for roots */
    const sel_lookalike **by;   /**< per record: the pair that joined it; NULL without evidence */
} sel_groups;

/** preference is borrowed; arrays go to arena. */
sel_groups sel_groups_start(const sel_study *study, const uint64_t *preference, sel_arena *arena);

/** The record that stands for the group of a record. */
uint32_t sel_groups_root(const sel_groups *groups, uint32_t record);

/** What people decided about any record of the group of a and any of the group of b; NULL when
 *  nothing. Of several the one that keeps apart. */
const sel_record_decision *sel_groups_decision(const sel_groups *groups, uint32_t a, uint32_t b);

/** Make the groups of two records one, unless a decision keeps them apart. */
void sel_groups_join(sel_groups *groups, uint32_t a, uint32_t b, const char *why);

/** Join what is the same, strongest evidence first, then study order. `judged` flags the records
 *  that were looked at for pairs; others come with the group they were joined to before. */
void sel_groups_join_alike(sel_groups *groups, const sel_lookalikes *pairs, const bool *judged);

#endif
