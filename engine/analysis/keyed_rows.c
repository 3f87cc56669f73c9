#include "analysis/keyed_rows.h"

#include <string.h>

/* Below this many keys insertion is faster than three passes over 2,048 counters. */
enum { FEW = 96 };

enum { DIGIT_BITS = 11, DIGITS = 3, BUCKETS = 1 << DIGIT_BITS };

void sel_keyed_rows_insert(uint64_t *keys, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        uint64_t key = keys[i];
        uint32_t at = i;
        for (; at > 0 && keys[at - 1] > key; at--)
            keys[at] = keys[at - 1];
        keys[at] = key;
    }
}

static uint32_t digit(uint64_t key, int place)
{
    return (uint32_t)(key >> (32 + place * DIGIT_BITS)) & (BUCKETS - 1);
}

/* Least significant digit first; each pass keeps the order of equals. */
uint64_t *sel_keyed_rows_sort(uint64_t *keys, uint64_t *spare, uint32_t count)
{
    if (count < FEW) {
        sel_keyed_rows_insert(keys, count);
        return keys;
    }
    uint32_t starts[DIGITS][BUCKETS];
    memset(starts, 0, sizeof starts);
    for (uint32_t i = 0; i < count; i++)
        for (int place = 0; place < DIGITS; place++)
            starts[place][digit(keys[i], place)] += 1;
    for (int place = 0; place < DIGITS; place++) {
        uint32_t before = 0;
        for (int i = 0; i < BUCKETS; i++) {
            uint32_t here = starts[place][i];
            starts[place][i] = before;
            before += here;
        }
        for (uint32_t i = 0; i < count; i++)
            spare[starts[place][digit(keys[i], place)]++] = keys[i];
        uint64_t *done = spare;
        spare = keys;
        keys = done;
    }
    return keys;
}
