#include "analysis/aggregation/sorted_units.h"

#include "analysis/keyed_rows.h"
#include "analysis/normalisation/rows.h"

#include <stdlib.h>

/* The upper bits of units that fit a key: 2⁵⁴ becomes 2³¹. */
enum { KEY_SHIFT = 23 };

/* Neighbours to pass, a place in the mean, beyond which sorting anew is faster. */
enum { MOVES = 8 };

typedef struct placed {
    uint64_t units;
    uint32_t row;
} placed;

static int by_units(const void *a, const void *b)
{
    const placed *left = a;
    const placed *right = b;
    int order = (left->units > right->units) - (left->units < right->units);
    return order != 0 ? order : (left->row > right->row) - (left->row < right->row);
}

/* Puts right what only the lower bits tell apart. False, with some order, when it takes too long.
 */
static bool settle(uint64_t *units, uint32_t *rows, uint32_t count)
{
    uint64_t left = (uint64_t)count * MOVES;
    for (uint32_t i = 1; i < count; i++) {
        uint64_t here = units[i];
        uint32_t row = rows[i];
        uint32_t at = i;
        for (; at > 0 && units[at - 1] > here && left > 0; at--, left--) {
            units[at] = units[at - 1];
            rows[at] = rows[at - 1];
        }
        units[at] = here;
        rows[at] = row;
    }
    return left > 0;
}

static void sort_anew(uint64_t *units, uint32_t *rows, uint32_t count)
{
    placed *all = sel_memory_resize(NULL, count, sizeof *all);
    for (uint32_t i = 0; i < count; i++)
        all[i] = (placed){units[i], rows[i]};
    qsort(all, count, sizeof *all, by_units);
    for (uint32_t i = 0; i < count; i++) {
        units[i] = all[i].units;
        rows[i] = all[i].row;
    }
    sel_memory_resize(all, 0, 0);
}

static uint64_t units_of(const sel_plain_column *column, sel_column_range range, double width,
                         uint32_t row)
{
    double value = column->values[row];
    double above = column->cost ? range.most - value : value - range.least;
    return width > 0 ? (uint64_t)(above / width * SEL_RANGE_UNITS) : 0;
}

sel_sorting_room sel_sorting_room_make(uint32_t rows, sel_arena *arena)
{
    return (sel_sorting_room){
        .keys = sel_arena_array(arena, rows, sizeof(uint64_t)),
        .spare = sel_arena_array(arena, rows, sizeof(uint64_t)),
        .rows = sel_arena_array(arena, rows, sizeof(uint32_t)),
    };
}

sel_sorted_units sel_sorted_units_of(const sel_plain_column *column, const sel_sorting_room *room)
{
    uint32_t count = column->rows;
    uint32_t *rows = room->rows;
    sel_column_range range = sel_plain_range(column);
    double width = range.constant ? 0 : range.most - range.least;
    for (uint32_t i = 0; i < count; i++)
        room->keys[i] =
            sel_keyed_row((uint32_t)(units_of(column, range, width, i) >> KEY_SHIFT), i);
    uint64_t *sorted = sel_keyed_rows_sort(room->keys, room->spare, count);
    for (uint32_t i = 0; i < count; i++) {
        rows[i] = (uint32_t)sorted[i];
        sorted[i] = units_of(column, range, width, rows[i]);
    }
    if (!settle(sorted, rows, count))
        sort_anew(sorted, rows, count);
    return (sel_sorted_units){sorted, rows, count, width};
}
