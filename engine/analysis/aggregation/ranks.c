#include "analysis/aggregation/ranks.h"

#include "analysis/keyed_rows.h"
#include "base/arena.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

double sel_rank_units(const double *scores, uint32_t count, int32_t *units)
{
    double largest = 0;
#pragma omp simd reduction(max : largest)
    for (uint32_t i = 0; i < count; i++)
        largest = fabs(scores[i]) > largest ? fabs(scores[i]) : largest;
    if (!(largest > 0)) {
        memset(units, 0, count * sizeof *units);
        return 0;
    }
#pragma omp simd
    for (uint32_t i = 0; i < count; i++) {
        double share = scores[i] / largest;
        units[i] = (int32_t)(share * SEL_RANK_UNITS + (share < 0 ? -.5 : .5));
    }
    return largest / SEL_RANK_UNITS;
}

/* Below this many scores comparing each with each is faster than a sort. */
enum { FEW = 64 };

static void compare_each(const int32_t *units, uint32_t count, uint32_t *ranks)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t better = 0;
#pragma omp simd reduction(+ : better)
        for (uint32_t k = 0; k < count; k++)
            better += units[k] > units[i];
        ranks[i] = better + 1;
    }
}

/* Scores that lie evenly fall one or two into a bucket; a full bucket leaves them to the sort by
 * digits. */
enum { SPREAD_MOST = 4096, BUCKET_FULL = 32 };

static uint32_t bits_of(uint32_t number)
{
    uint32_t bits = 0;
    for (; number > 0; number >>= 1)
        bits += 1;
    return bits;
}

/* Sort keys into spare by as many equal stretches of the range as there are keys, or twice that;
 * false when one of these is full. */
static bool spread(const uint64_t *keys, uint32_t count, uint64_t *spare)
{
    uint32_t least = UINT32_MAX;
    uint32_t most = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t value = (uint32_t)(keys[i] >> 32);
        least = value < least ? value : least;
        most = value > most ? value : most;
    }
    uint32_t wanted = bits_of(count) + 1;
    uint32_t range_bits = bits_of(most - least);
    uint32_t shift = 32 + (range_bits > wanted ? range_bits - wanted : 0);
    uint64_t origin = (uint64_t)least << 32;
    uint32_t starts[4 * SPREAD_MOST];
    uint32_t buckets = (uint32_t)((uint64_t)(most - least) << 32 >> shift) + 1;
    memset(starts, 0, buckets * sizeof *starts);
    for (uint32_t i = 0; i < count; i++)
        starts[(keys[i] - origin) >> shift] += 1;
    uint32_t before = 0;
    uint32_t fullest = 0;
    for (uint32_t i = 0; i < buckets; i++) {
        uint32_t here = starts[i];
        fullest = here > fullest ? here : fullest;
        starts[i] = before;
        before += here;
    }
    if (fullest > BUCKET_FULL)
        return false;
    for (uint32_t i = 0; i < count; i++)
        spare[starts[(keys[i] - origin) >> shift]++] = keys[i];
    sel_keyed_rows_insert(spare, count);
    return true;
}

void sel_rank_order_in(const int32_t *units, uint32_t count, uint64_t *keys, uint64_t *spare,
                       uint32_t *ranks)
{
    if (count < FEW) {
        compare_each(units, count, ranks);
        return;
    }
    for (uint32_t i = 0; i < count; i++)
        keys[i] = sel_keyed_row((uint32_t)(SEL_RANK_UNITS - (int64_t)units[i]), i);
    bool even = count <= SPREAD_MOST && spread(keys, count, spare);
    const uint64_t *sorted = even ? spare : sel_keyed_rows_sort(keys, spare, count);
    uint32_t rank = 0;
    uint64_t last = UINT64_MAX;
    for (uint32_t i = 0; i < count; i++) {
        rank = sorted[i] >> 32 == last ? rank : i + 1;
        last = sorted[i] >> 32;
        ranks[(uint32_t)sorted[i]] = rank;
    }
}

void sel_rank_order(const int32_t *units, uint32_t count, uint32_t *ranks)
{
    sel_arena *scratch = sel_arena_create();
    uint64_t *keys = sel_arena_array(scratch, count, sizeof *keys);
    uint64_t *spare = sel_arena_array(scratch, count, sizeof *spare);
    sel_rank_order_in(units, count, keys, spare, ranks);
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
