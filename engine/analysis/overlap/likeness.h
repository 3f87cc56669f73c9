/** likeness.h - how alike two sets of choices are: kinds of help, for whom.
 *
 * f + (1 − f)·Jaccard of the sets (Jaccard 1901), an exact fraction; 1 when one of the two is
 * empty, which means not known. */
#ifndef SEL_ANALYSIS_OVERLAP_LIKENESS_H
#define SEL_ANALYSIS_OVERLAP_LIKENESS_H

#include "analysis/overlap/overlap.h"

/** f of a model: in halves where that is enough, the smaller the numbers, the faster they divide.
 */
sel_fraction sel_likeness_floor(const sel_model *model);

/** 1/1 when not known on both sides. whole is 64 at most. */
sel_fraction sel_likeness_of(uint16_t a, uint16_t b, sel_fraction floor);

/** Likenesses of all pairs of the sets that occur, as floats: for bounds. */
typedef struct sel_likeness_table {
    const uint16_t *numbers; /**< per set: its number, for sets that occur */
    const float *rows;       /**< count × count */
    uint32_t count;          /**< distinct sets */
} sel_likeness_table;

/** occurs: one flag per set, SEL_LIKENESS_SETS of them; in arena. There are 10 kinds and 9 groups,
 * so rows are 4 MB at most. */
sel_likeness_table sel_likeness_table_make(const bool *occurs, sel_fraction floor,
                                           sel_arena *arena);

enum { SEL_LIKENESS_SETS = 1 << 16 };

/** Likenesses of one set, by its number, with all others. */
static inline const float *sel_likeness_row(const sel_likeness_table *table, uint16_t number)
{
    return &table->rows[(size_t)number * table->count];
}

#endif
