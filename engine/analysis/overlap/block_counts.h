/** block_counts.h - how many rows of a crowded place are to be met for a level of strength. Private
 * to the plan. */
#ifndef SEL_ANALYSIS_OVERLAP_BLOCK_COUNTS_H
#define SEL_ANALYSIS_OVERLAP_BLOCK_COUNTS_H

#include "analysis/overlap/blocks.h"

/** Starts and ends of the rows of a place, counted by block in steps of some days. */
typedef struct sel_block_counts {
    const sel_overlap_table *table;
    const sel_overlap_blocks *blocks;
    float from;  /**< first day */
    float width; /**< days of a step, whole */
    uint32_t *starts;
    uint32_t *ends;
    uint32_t *begun;   /**< rows that start in a step or before it */
    int32_t *shortest; /**< days of the shortest and the longest row, per block */
    int32_t *longest;
} sel_block_counts;

/** Count, in arena; blocks are borrowed. */
sel_block_counts sel_block_counts_make(const sel_overlap_table *table,
                                       const sel_overlap_blocks *blocks, sel_arena *arena);

/** Meetings that reach a level by their blocks and days: as many or somewhat more. It stops
 * counting behind `most`. */
uint64_t sel_block_counts_reach(const sel_block_counts *counts, float level, uint64_t most);

#endif
