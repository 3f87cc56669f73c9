#include "analysis/overlap/block_counts.h"

enum {
    STEPS = 256,
    MANY_BLOCKS = 512 /* beyond this pairs of blocks are counted as if all their rows met */
};

static uint32_t size_of(const sel_overlap_blocks *blocks, uint32_t block)
{
    return blocks->list[block + 1].first - blocks->list[block].first;
}

/* Step of a day from the first on; the last one holds all behind. */
static uint32_t step_of(const sel_block_counts *counts, float day)
{
    float step = (day - counts->from) / counts->width;
    return step < STEPS - 1 ? (uint32_t)step : STEPS - 1;
}

static void count_block(const sel_block_counts *counts, uint32_t block)
{
    const sel_table_rows *rows = &counts->table->rows;
    uint32_t end = counts->blocks->list[block + 1].first;
    uint32_t *starts = &counts->starts[(size_t)block * STEPS];
    uint32_t *ends = &counts->ends[(size_t)block * STEPS];
    counts->shortest[block] = INT32_MAX;
    for (uint32_t row = counts->blocks->list[block].first; row < end; row++) {
        int32_t days = (int32_t)(rows->end[row] - rows->start[row]);
        starts[step_of(counts, rows->start[row])]++;
        ends[step_of(counts, rows->end[row])]++;
        if (days < counts->shortest[block])
            counts->shortest[block] = days;
        if (days > counts->longest[block])
            counts->longest[block] = days;
    }
    uint32_t sum = 0;
    for (uint32_t step = 0; step < STEPS; step++)
        counts->begun[(size_t)block * STEPS + step] = sum += starts[step];
}

sel_block_counts sel_block_counts_make(const sel_overlap_table *table,
                                       const sel_overlap_blocks *blocks, sel_arena *arena)
{
    const sel_table_rows *rows = &table->rows;
    uint32_t first = blocks->list[0].first;
    float from = rows->start[first];
    float last = rows->end[first];
    for (uint32_t row = first; row < blocks->list[blocks->count].first; row++) {
        from = rows->start[row] < from ? rows->start[row] : from;
        last = rows->end[row] > last ? rows->end[row] : last;
    }
    sel_block_counts counts = {.table = table, .blocks = blocks, .from = from};
    counts.width = (float)((int32_t)((last - from) / STEPS) + 1);
    if (blocks->count > MANY_BLOCKS)
        return counts;
    size_t all = (size_t)blocks->count * STEPS;
    counts.starts = sel_arena_array(arena, all, sizeof *counts.starts);
    counts.ends = sel_arena_array(arena, all, sizeof *counts.ends);
    counts.begun = sel_arena_array(arena, all, sizeof *counts.begun);
    counts.shortest = sel_arena_array(arena, blocks->count, sizeof *counts.shortest);
    counts.longest = sel_arena_array(arena, blocks->count, sizeof *counts.longest);
    for (uint32_t block = 0; block < blocks->count; block++)
        count_block(&counts, block);
    return counts;
}

/* Rows of a block that start by a day, and perhaps some more. */
static uint32_t begun_by(const sel_block_counts *counts, uint32_t block, float day)
{
    return day < counts->from ? 0 : counts->begun[(size_t)block * STEPS + step_of(counts, day)];
}

/* Rows of a block that surely start before a day. */
static uint32_t begun_before(const sel_block_counts *counts, uint32_t block, float day)
{
    uint32_t step = step_of(counts, day);
    return step == 0 ? 0 : counts->begun[(size_t)block * STEPS + step - 1];
}

/* Row by row: of x those that start from its own start on and by the days before its end. */
static uint64_t count_rows(const sel_block_counts *counts, uint32_t x, uint32_t y, int32_t days)
{
    const sel_table_rows *rows = &counts->table->rows;
    uint64_t sum = 0;
    for (uint32_t row = counts->blocks->list[x].first; row < counts->blocks->list[x + 1].first;
         row++) {
        uint32_t before = begun_before(counts, y, rows->start[row]);
        uint32_t by = begun_by(counts, y, rows->end[row] - (float)days);
        sum += by > before ? by - before : 0;
    }
    return sum;
}

/* The same by steps, where each row of x has the days. */
static uint64_t count_steps(const sel_block_counts *counts, uint32_t x, uint32_t y, int32_t days)
{
    const uint32_t *starts = &counts->starts[(size_t)x * STEPS];
    const uint32_t *ends = &counts->ends[(size_t)x * STEPS];
    const uint32_t *begun = &counts->begun[(size_t)y * STEPS];
    uint64_t by = 0;
    uint64_t before = 0;
    for (uint32_t step = 0; step < STEPS; step++) {
        float last = counts->from + (float)(step + 1) * counts->width - 1; /* of the step */
        by += ends[step] == 0 ? 0 : (uint64_t)ends[step] * begun_by(counts, y, last - (float)days);
        before += step == 0 ? 0 : (uint64_t)starts[step] * begun[step - 1];
    }
    return by - before;
}

static uint64_t count_pair(const sel_block_counts *counts, uint32_t x, uint32_t y, int32_t days)
{
    uint64_t in_x = size_of(counts->blocks, x);
    if (counts->begun == NULL)
        return x == y ? in_x * (in_x - 1) / 2 : x < y ? in_x * size_of(counts->blocks, y) : 0;
    if (days > counts->longest[x])
        return 0;
    return days <= counts->shortest[x] ? count_steps(counts, x, y, days)
                                       : count_rows(counts, x, y, days);
}

uint64_t sel_block_counts_reach(const sel_block_counts *counts, float level, uint64_t most)
{
    const sel_overlap_blocks *blocks = counts->blocks;
    uint64_t sum = 0;
    for (uint32_t x = 0; x < blocks->count && sum <= most; x++)
        for (uint32_t y = 0; y < blocks->count && sum <= most; y++) {
            int32_t days =
                sel_overlap_blocks_days(counts->table, &blocks->list[x], &blocks->list[y], level);
            sum += days == 0 ? 0 : count_pair(counts, x, y, days);
        }
    return sum;
}
