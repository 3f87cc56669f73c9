/** likeness.h - how alike two sets of choices are: kinds of help, for whom.
 *
 * ½ + ½·Jaccard of the sets (Jaccard 1901), an exact fraction; 1 when one of the two is empty,
 * which means not known. */
#ifndef SEL_ANALYSIS_OVERLAP_LIKENESS_H
#define SEL_ANALYSIS_OVERLAP_LIKENESS_H

#include "base/arena.h"

#include <stdbool.h>

/** part / whole; 1/1 when not known on both sides. whole is 32 at most. */
typedef struct sel_likeness {
    uint32_t part;
    uint32_t whole;
    bool known;
} sel_likeness;

sel_likeness sel_likeness_of(uint16_t a, uint16_t b);

/** Likenesses of all pairs of the sets that occur, as floats: for bounds. */
typedef struct sel_likeness_table {
    const uint16_t *numbers; /**< per set: its number, for sets that occur */
    const float *rows;       /**< count × count */
    uint32_t count;          /**< distinct sets */
} sel_likeness_table;

/** occurs: one flag per set, SEL_LIKENESS_SETS of them; in arena. */
sel_likeness_table sel_likeness_table_make(const bool *occurs, sel_arena *arena);

enum { SEL_LIKENESS_SETS = 1 << 16 };

/** Likenesses of one set, by its number, with all others. */
static inline const float *sel_likeness_row(const sel_likeness_table *table, uint16_t number)
{
    return &table->rows[(size_t)number * table->count];
}

#endif
