/** blocks.h - rows of a crowded place in blocks of programmes that are much the same, and how
 * strong pairs of two blocks can be. Private to the plan and the sweep.
 *
 * A block has equal sets (kinds of help, for whom), similar lengths and similar shares of effort
 * left at the place. With d days together two rows of blocks P and Q are never stronger than
 *
 *     A·G · max( share P · min(1, d / length P), share Q · min(1, d / length Q) )
 *
 * at the largest share and the smallest length of each block. That bounds T: effort that is left
 * times time. It bounds S_c too, whose C is at most the effort left of the shorter programme, which
 * is at most the share of it, and whose D is its share of time. So a level of strength asks for a
 * number of days together, and rows in order of their start that have fewer need not be met. Where
 * dates are not exact any share of the time may be common, and only effort and sets bound it. */
#ifndef SEL_ANALYSIS_OVERLAP_BLOCKS_H
#define SEL_ANALYSIS_OVERLAP_BLOCKS_H

#include "analysis/overlap/overlap_table.h"

/** Rows from `first` on, up to the first of the next block; in order of their start. The others are
 *  the most of its rows: see sel_table_rows. */
typedef struct sel_overlap_block {
    uint32_t first;
    float share;   /**< left or left_share, whichever is larger */
    float per_day; /**< own_per_day */
} sel_overlap_block;

/** Blocks of one place; the one behind the last has only its first row. */
typedef struct sel_overlap_blocks {
    const sel_overlap_block *list;
    uint32_t count;
} sel_overlap_blocks;

/** Put the rows of a place into blocks, in arena: `most` of them at most, unless there are more
 *  distinct sets. */
sel_overlap_blocks sel_overlap_blocks_make(sel_overlap_table *table, uint32_t place, uint32_t most,
                                           sel_arena *arena);

/** Whole days together, 1 at least, below which no row of the one block and row of the other reach
 * a level of strength in (0, 1]; 0 when none does in any time. */
int32_t sel_overlap_blocks_days(const sel_overlap_table *table, const sel_overlap_block *a,
                                const sel_overlap_block *b, float level);

#endif
