#include "analysis/aggregation/ranks.h"

#include "analysis/aggregation/keyed_rows.h"
#include "base/arena.h"

#include <math.h>

double sel_rank_units(const double *scores, uint32_t count, int32_t *units)
{
    double largest = 0;
    for (uint32_t i = 0; i < count; i++)
        largest = fabs(scores[i]) > largest ? fabs(scores[i]) : largest;
    for (uint32_t i = 0; i < count; i++) {
        double share = largest > 0 ? scores[i] / largest : 0;
        units[i] = (int32_t)(share * SEL_RANK_UNITS + (share < 0 ? -.5 : .5));
    }
    return largest / SEL_RANK_UNITS;
}

void sel_rank_order(const int32_t *units, uint32_t count, uint32_t *ranks)
{
    sel_arena *scratch = sel_arena_create();
    uint64_t *keys = sel_arena_array(scratch, count, sizeof *keys);
    uint64_t *spare = sel_arena_array(scratch, count, sizeof *spare);
    for (uint32_t i = 0; i < count; i++)
        keys[i] = sel_keyed_row((uint32_t)(SEL_RANK_UNITS - (int64_t)units[i]), i);
    const uint64_t *sorted = sel_keyed_rows_sort(keys, spare, count);
    uint32_t rank = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (i == 0 || sorted[i] >> 32 != sorted[i - 1] >> 32)
            rank = i + 1;
        ranks[(uint32_t)sorted[i]] = rank;
    }
    sel_arena_destroy(scratch);
}

void sel_ranks_of(const double *scores, uint32_t count, uint32_t *ranks)
{
    sel_arena *scratch = sel_arena_create();
    int32_t *units = sel_arena_array(scratch, count, sizeof *units);
    sel_rank_units(scores, count, units);
    sel_rank_order(units, count, ranks);
    sel_arena_destroy(scratch);
}
