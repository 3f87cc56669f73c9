#include "analysis/aggregation/ranks.h"

#include "analysis/keyed_rows.h"
#include "base/arena.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

static inline int32_t unit_of(double score, double largest)
{
    double share = score / largest;
    return (int32_t)(share * SEL_RANK_UNITS + (share < 0 ? -.5 : .5));
}

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
    for (uint32_t i = 0; i < count; i++)
        units[i] = unit_of(scores[i], largest);
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

/* Highest units first. */
static inline uint64_t key_of(int32_t units, uint32_t row)
{
    return sel_keyed_row((uint32_t)(SEL_RANK_UNITS - (int64_t)units), row);
}

static inline bool tied(uint64_t a, uint64_t b)
{
    return a >> 32 == b >> 32;
}

void sel_rank_order_in(const int32_t *units, uint32_t count, uint64_t *keys, uint64_t *spare,
                       uint32_t *ranks)
{
    if (count < FEW) {
        compare_each(units, count, ranks);
        return;
    }
    for (uint32_t i = 0; i < count; i++)
        keys[i] = key_of(units[i], i);
    bool even = count <= SPREAD_MOST && spread(keys, count, spare);
    const uint64_t *sorted = even ? spare : sel_keyed_rows_sort(keys, spare, count);
    uint32_t rank = 0;
    uint64_t last = UINT64_MAX;
    for (uint32_t i = 0; i < count; i++) {
        rank = tied(sorted[i], last) ? rank : i + 1;
        last = sorted[i];
        ranks[(uint32_t)last] = rank;
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

/* From here on several threads rank: each half is sorted by one, which reads little that another
 * has written, and stretches of the places of both are given out as their ranks. */
enum { MANY = 1 << 16, HALVES = 2, STRETCH = 1 << 14 };

typedef struct half {
    const uint64_t *keys; /* sorted */
    uint32_t count;
} half;

/* How many of the `place` lowest keys of both halves are in the first. */
static uint32_t taken_of_first(const half *halves, uint32_t place)
{
    uint32_t least = place > halves[1].count ? place - halves[1].count : 0;
    uint32_t most = place < halves[0].count ? place : halves[0].count;
    while (least < most) {
        uint32_t middle = least + (most - least) / 2;
        if (halves[0].keys[middle] < halves[1].keys[place - middle - 1])
            least = middle + 1;
        else
            most = middle;
    }
    return least;
}

static uint32_t count_below(const half *of, uint64_t key)
{
    uint32_t least = 0;
    uint32_t most = of->count;
    while (least < most) {
        uint32_t middle = least + (most - least) / 2;
        if (of->keys[middle] < key)
            least = middle + 1;
        else
            most = middle;
    }
    return least;
}

static void rank_stretch(const half *halves, uint32_t first, uint32_t end, uint32_t *ranks)
{
    uint32_t at[HALVES] = {taken_of_first(halves, first)};
    at[1] = first - at[0];
    uint64_t last = UINT64_MAX;
    uint32_t best = first;
    for (uint32_t place = first; place < end; place++) {
        bool second = at[0] == halves[0].count ||
                      (at[1] < halves[1].count && halves[1].keys[at[1]] < halves[0].keys[at[0]]);
        uint64_t key = halves[second].keys[at[second]++];
        if (place == first)
            best =
                count_below(&halves[0], key >> 32 << 32) + count_below(&halves[1], key >> 32 << 32);
        else if (!tied(key, last))
            best = place;
        last = key;
        ranks[(uint32_t)key] = best + 1;
    }
}

static void rank_many(const double *scores, uint32_t count, int threads, uint64_t *keys,
                      uint64_t *spare, uint32_t *ranks)
{
    double largest = 0;
#pragma omp parallel for simd schedule(static) num_threads(threads) reduction(max : largest)
    for (uint32_t i = 0; i < count; i++)
        largest = fabs(scores[i]) > largest ? fabs(scores[i]) : largest;
    half halves[HALVES];
#pragma omp parallel for schedule(static, 1) num_threads(threads)
    for (uint32_t k = 0; k < HALVES; k++) {
        uint32_t first = k * (count / HALVES);
        uint32_t end = k + 1 == HALVES ? count : count / HALVES;
        for (uint32_t i = first; i < end; i++)
            keys[i] = key_of(largest > 0 ? unit_of(scores[i], largest) : 0, i);
        halves[k] =
            (half){sel_keyed_rows_sort(keys + first, spare + first, end - first), end - first};
    }
#pragma omp parallel for schedule(static) num_threads(threads)
    for (uint32_t first = 0; first < count; first += STRETCH)
        rank_stretch(halves, first, count - first < STRETCH ? count : first + STRETCH, ranks);
}

void sel_ranks_in(const double *scores, uint32_t count, int threads, uint64_t *keys,
                  uint64_t *spare, uint32_t *ranks)
{
    if (count >= MANY) {
        rank_many(scores, count, threads, keys, spare, ranks);
        return;
    }
    int32_t *units = sel_memory_resize(NULL, count, sizeof *units);
    sel_rank_units(scores, count, units);
    sel_rank_order_in(units, count, keys, spare, ranks);
    sel_memory_resize(units, 0, 0);
}

void sel_ranks_of(const double *scores, uint32_t count, int threads, uint32_t *ranks)
{
    uint64_t *keys = sel_memory_resize(NULL, count, sizeof *keys);
    uint64_t *spare = sel_memory_resize(NULL, count, sizeof *spare);
    sel_ranks_in(scores, count, threads, keys, spare, ranks);
    sel_memory_resize(keys, 0, 0);
    sel_memory_resize(spare, 0, 0);
}
