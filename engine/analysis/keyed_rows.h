/** keyed_rows.h - alternatives sorted by whole numbers: key and row travel in one. */
#ifndef SEL_ANALYSIS_KEYED_ROWS_H
#define SEL_ANALYSIS_KEYED_ROWS_H

#include <stdint.h>

/** What to sort by, lowest first, and whose it is. */
static inline uint64_t sel_keyed_row(uint32_t key, uint32_t row)
{
    return (uint64_t)key << 32 | row;
}

/** Sort count keyed rows that are given in the order of their rows. The result is in keys or in
 *  spare (as long as keys); returns which. */
uint64_t *sel_keyed_rows_sort(uint64_t *keys, uint64_t *spare, uint32_t count);

/** The same in place, for few keys or keys that hardly stand out of order. */
void sel_keyed_rows_insert(uint64_t *keys, uint32_t count);

#endif
