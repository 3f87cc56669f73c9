/** sorted_units.h - the values of a criterion as whole numbers, sorted with their rows. Private to
 * promethee. */
#ifndef SEL_ANALYSIS_AGGREGATION_SORTED_UNITS_H
#define SEL_ANALYSIS_AGGREGATION_SORTED_UNITS_H

#include "analysis/normalisation/normalisation.h"
#include "base/arena.h"

/** Units that the range of a criterion has. */
#define SEL_RANGE_UNITS 0x1p54

typedef struct sel_sorted_units {
    const uint64_t *units; /**< 0 … 2⁵⁴, ascending; more is better, also for a cost */
    const uint32_t *rows;  /**< whose; equal units in the order of rows */
    uint32_t count;
    double range; /**< of the values, in the criterion's unit; 0: constant, all units 0 */
} sel_sorted_units;

/** Where columns are sorted, one after the other. */
typedef struct sel_sorting_room {
    uint64_t *keys;
    uint64_t *spare;
    uint32_t *rows;
} sel_sorting_room;

/** Room in arena for columns of up to `rows` values. */
sel_sorting_room sel_sorting_room_make(uint32_t rows, sel_arena *arena);

/** Sort a column. What is returned lies in room, until the next column is sorted there. */
sel_sorted_units sel_sorted_units_of(const sel_plain_column *column, const sel_sorting_room *room);

#endif
