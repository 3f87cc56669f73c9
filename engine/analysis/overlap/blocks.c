#include "analysis/overlap/blocks.h"

#include "analysis/order.h"

#include <math.h>

/* What rows are put in order by, from the high bits: numbers of both sets, class of share, class of
 * length, row. There are 1024 sets of kinds and 512 of groups at most. */
enum {
    KINDS_SHIFT = 53,
    FOR_WHOM_SHIFT = 43,
    SHARE_SHIFT = 40,
    LENGTH_SHIFT = 32,
    SHARES = 7,         /* classes of share less one */
    PER_DOUBLING = 16,  /* finest classes of length, of days twice as many */
    OPEN_LENGTH = 0xFF, /* dates are not exact */
    COARSEST = 8,       /* all lengths are one class */
    NEVER = 1 << 20     /* days, more than there are */
};

static uint32_t length_class(const sel_table_rows *rows, uint32_t row)
{
    if (rows->own_per_day[row] > rows->per_day[row])
        return OPEN_LENGTH;
    float class = log2f(1 / rows->per_day[row]) * PER_DOUBLING;
    return class < OPEN_LENGTH ? (uint32_t) class : OPEN_LENGTH - 1;
}

static uint64_t key_of(const sel_table_rows *rows, uint32_t row, uint32_t number)
{
    float share = rows->left_share[row] * SHARES;
    uint64_t shares = share < SHARES ? (uint64_t)share : SHARES;
    return (uint64_t)rows->kinds[row] << KINDS_SHIFT |
           (uint64_t)rows->for_whom[row] << FOR_WHOM_SHIFT | shares << SHARE_SHIFT |
           (uint64_t)length_class(rows, row) << LENGTH_SHIFT | number;
}

/* What rows of one block have in common, at a coarseness of lengths; beyond COARSEST only the sets.
 */
static uint64_t block_of(uint64_t key, uint32_t coarseness)
{
    return coarseness > COARSEST ? key >> FOR_WHOM_SHIFT : key >> (LENGTH_SHIFT + coarseness);
}

static uint32_t count_blocks(const uint64_t *sorted, uint32_t count, uint32_t coarseness)
{
    uint32_t blocks = 0;
    for (uint32_t i = 0; i < count; i++)
        blocks += i == 0 || block_of(sorted[i], coarseness) != block_of(sorted[i - 1], coarseness);
    return blocks;
}

/* Rows of a block in order of their number again: lengths stood before it. */
static void order_block(uint64_t *keys, uint32_t from, uint32_t end)
{
    for (uint32_t i = from; i < end; i++)
        keys[i] = (uint32_t)keys[i];
    qsort(keys + from, end - from, sizeof *keys, sel_order_keys);
}

static void permute(void *column, size_t size, const uint64_t *order, uint32_t count, void *room)
{
    for (uint32_t i = 0; i < count; i++)
        memcpy((char *)room + i * size, (const char *)column + (uint32_t)order[i] * size, size);
    memcpy(column, room, count * size);
}

static void permute_rows(const sel_table_rows *rows, uint32_t first, const uint64_t *order,
                         uint32_t count, sel_arena *scratch)
{
    void *room = sel_arena_array(scratch, count, sizeof(float));
    float *const floats[] = {rows->start,   rows->end,  rows->left,       rows->left_share,
                             rows->per_day, rows->here, rows->here_share, rows->own_per_day};
    for (size_t i = 0; i < sizeof floats / sizeof floats[0]; i++)
        permute(floats[i] + first, sizeof(float), order, count, room);
    permute(rows->kinds + first, sizeof(uint16_t), order, count, room);
    permute(rows->for_whom + first, sizeof(uint16_t), order, count, room);
    permute(rows->signature + first, sizeof(uint32_t), order, count, room);
    permute(rows->side + first, sizeof(uint32_t), order, count, room);
}

static float larger(float a, float b)
{
    return a > b ? a : b;
}

static sel_overlap_block sum_up(const sel_table_rows *rows, uint32_t first, uint32_t end)
{
    sel_overlap_block block = {.first = first};
    for (uint32_t row = first; row < end; row++) {
        block.share = larger(block.share, larger(rows->left[row], rows->left_share[row]));
        block.per_day = larger(block.per_day, rows->own_per_day[row]);
    }
    return block;
}

/* Keys of the rows of a place, sorted. */
static uint64_t *sort_rows(const sel_table_rows *rows, uint32_t first, uint32_t count,
                           sel_arena *scratch)
{
    uint64_t *keys = sel_arena_array(scratch, count, sizeof *keys);
    for (uint32_t i = 0; i < count; i++)
        keys[i] = key_of(rows, first + i, i);
    qsort(keys, count, sizeof *keys, sel_order_keys);
    return keys;
}

/* The finest classes of length that make few enough blocks. */
static uint32_t choose_coarseness(const uint64_t *sorted, uint32_t count, uint32_t most)
{
    uint32_t coarseness = 0;
    while (coarseness <= COARSEST && count_blocks(sorted, count, coarseness) > most)
        coarseness++;
    return coarseness;
}

sel_overlap_blocks sel_overlap_blocks_make(sel_overlap_table *table, uint32_t place, uint32_t most,
                                           sel_arena *arena)
{
    sel_arena *scratch = sel_arena_create();
    uint32_t first = table->places.first[place];
    uint32_t count = table->places.first[place + 1] - first;
    uint64_t *keys = sort_rows(&table->rows, first, count, scratch);
    uint32_t coarseness = choose_coarseness(keys, count, most);
    uint32_t blocks = count_blocks(keys, count, coarseness);
    sel_overlap_block *list = sel_arena_array(arena, (size_t)blocks + 1, sizeof *list);
    for (uint32_t i = 0, n = 0; i < count; n++) {
        uint64_t block = block_of(keys[i], coarseness);
        uint32_t from = i;
        while (i < count && block_of(keys[i], coarseness) == block)
            i++;
        order_block(keys, from, i);
        list[n + 1].first = first + i;
    }
    list[0].first = first;
    permute_rows(&table->rows, first, keys, count, scratch);
    for (uint32_t n = 0; n < blocks; n++)
        list[n] = sum_up(&table->rows, list[n].first, list[n + 1].first);
    sel_arena_destroy(scratch);
    return (sel_overlap_blocks){list, blocks};
}

/* Days in which one bound, `most` at last, reaches a level; NEVER when it does not. */
static float days_to(float level, float most, float per_day)
{
    return most < level ? (float)NEVER : level / (most * per_day);
}

int32_t sel_overlap_blocks_days(const sel_overlap_table *table, const sel_overlap_block *a,
                                const sel_overlap_block *b, float level)
{
    /* The rounding of a dozen operations in floats is far below this. */
    const float slack = 0.9999F;
    const sel_table_rows *rows = &table->rows;
    float alike =
        sel_likeness_row(&table->kinds, rows->kinds[a->first])[rows->kinds[b->first]] *
        sel_likeness_row(&table->for_whom, rows->for_whom[a->first])[rows->for_whom[b->first]];
    level *= slack;
    float days_a = days_to(level, alike * a->share, a->per_day);
    float days_b = days_to(level, alike * b->share, b->per_day);
    float days = days_a < days_b ? days_a : days_b;
    if (days >= (float)NEVER)
        return 0;
    int32_t whole = (int32_t)(days * slack);
    return whole > 1 ? whole : 1;
}
