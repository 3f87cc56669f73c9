#include "analysis/aggregation/sorted_units.h"

#include "analysis/normalisation/column.h"

#include <string.h>

/* Below this many keys insertion is faster than five passes over 2,048 counters. */
enum { FEW = 96 };

enum { DIGIT_BITS = 11, DIGITS = 5, BUCKETS = 1 << DIGIT_BITS };

typedef struct keyed {
    uint64_t *units;
    uint32_t *rows;
} keyed;

static uint32_t digit(uint64_t units, int place)
{
    return (uint32_t)(units >> (place * DIGIT_BITS)) & (BUCKETS - 1);
}

static void insert_each(keyed keys, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        uint64_t units = keys.units[i];
        uint32_t row = keys.rows[i];
        uint32_t at = i;
        for (; at > 0 && keys.units[at - 1] > units; at--) {
            keys.units[at] = keys.units[at - 1];
            keys.rows[at] = keys.rows[at - 1];
        }
        keys.units[at] = units;
        keys.rows[at] = row;
    }
}

/* counts become first places; false when all keys share this digit. */
static bool starts_of(uint32_t *counts, uint32_t count)
{
    uint32_t before = 0;
    bool all_in_one = false;
    for (int i = 0; i < BUCKETS; i++) {
        uint32_t here = counts[i];
        all_in_one = all_in_one || here == count;
        counts[i] = before;
        before += here;
    }
    return !all_in_one;
}

/* Least significant digit first; each pass keeps the order of equals. */
static keyed sort(keyed from, keyed to, uint32_t count, sel_arena *scratch)
{
    if (count < FEW) {
        insert_each(from, count);
        return from;
    }
    uint32_t(*counts)[BUCKETS] = sel_arena_array(scratch, DIGITS, sizeof *counts);
    for (uint32_t i = 0; i < count; i++)
        for (int place = 0; place < DIGITS; place++)
            counts[place][digit(from.units[i], place)] += 1;
    for (int place = 0; place < DIGITS; place++) {
        if (!starts_of(counts[place], count))
            continue;
        for (uint32_t i = 0; i < count; i++) {
            uint32_t at = counts[place][digit(from.units[i], place)]++;
            to.units[at] = from.units[i];
            to.rows[at] = from.rows[i];
        }
        keyed done = to;
        to = from;
        from = done;
    }
    return from;
}

static keyed room_for(uint32_t count, sel_arena *scratch)
{
    return (keyed){sel_arena_array(scratch, count, sizeof(uint64_t)),
                   sel_arena_array(scratch, count, sizeof(uint32_t))};
}

sel_sorted_units sel_sorted_units_of(const sel_plain_column *column, sel_arena *scratch)
{
    uint32_t count = column->rows;
    sel_column_range range = sel_column_range_of(column->values, count);
    double width = range.constant ? 0 : range.most - range.least;
    keyed keys = room_for(count, scratch);
    for (uint32_t i = 0; i < count; i++) {
        double value = column->values[i];
        double above = column->cost ? range.most - value : value - range.least;
        keys.units[i] = width > 0 ? (uint64_t)(above / width * SEL_RANGE_UNITS) : 0;
        keys.rows[i] = i;
    }
    keyed sorted = sort(keys, room_for(count, scratch), count, scratch);
    return (sel_sorted_units){sorted.units, sorted.rows, count, width};
}
