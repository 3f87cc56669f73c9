/** blocks.h - rows of a decision matrix cut into blocks, the same ones whatever the number of
 * threads. Private to weighting. */
#ifndef SEL_ANALYSIS_WEIGHTING_BLOCKS_H
#define SEL_ANALYSIS_WEIGHTING_BLOCKS_H

#include <omp.h>
#include <stdint.h>

/** Rows that are looked at together, and the most blocks there are. */
enum { SEL_TILE_ROWS = 256, SEL_ROW_BLOCKS_MOST = 64 };

typedef struct sel_row_blocks {
    uint32_t rows;
    uint32_t size; /**< rows of each block but the last, a multiple of SEL_TILE_ROWS */
    uint32_t count;
    int threads;
} sel_row_blocks;

/** Blocks of rows > 0. threads <= 0: as OpenMP decides, and one where rows are few; never more than
 *  there are blocks. */
static inline sel_row_blocks sel_row_blocks_of(uint32_t rows, int threads)
{
    uint32_t tiles = rows / SEL_TILE_ROWS + (rows % SEL_TILE_ROWS != 0);
    uint32_t tiles_each = (tiles + SEL_ROW_BLOCKS_MOST - 1) / SEL_ROW_BLOCKS_MOST;
    uint32_t count = (tiles + tiles_each - 1) / tiles_each;
    if (threads <= 0)
        threads = count < SEL_ROW_BLOCKS_MOST / 2 ? 1 : omp_get_max_threads();
    if ((uint32_t)threads > count)
        threads = (int)count;
    return (sel_row_blocks){rows, tiles_each * SEL_TILE_ROWS, count, threads};
}

/** Row behind the last of a block. */
static inline uint32_t sel_row_block_end(const sel_row_blocks *blocks, uint32_t block)
{
    return block + 1 == blocks->count ? blocks->rows : (block + 1) * blocks->size;
}

#endif
