#include "analysis/robustness/rank_tails.h"

#include <stdbool.h>

static void sift_up(sel_smallest *kept, uint32_t value)
{
    uint32_t at = kept->count++;
    for (; at > 0 && kept->heap[(at - 1) / 2] < value; at = (at - 1) / 2)
        kept->heap[at] = kept->heap[(at - 1) / 2];
    kept->heap[at] = value;
}

static void replace_top(sel_smallest *kept, uint32_t value)
{
    uint32_t at = 0;
    for (uint32_t child = 1; child < kept->count; child = 2 * at + 1) {
        if (child + 1 < kept->count && kept->heap[child + 1] > kept->heap[child])
            child += 1;
        if (kept->heap[child] <= value)
            break;
        kept->heap[at] = kept->heap[child];
        at = child;
    }
    kept->heap[at] = value;
}

static void keep_smallest(sel_smallest *kept, uint32_t value)
{
    if (kept->count < kept->room)
        sift_up(kept, value);
    else if (value < kept->heap[0])
        replace_top(kept, value);
}

static sel_smallest start(uint32_t room, sel_arena *arena)
{
    return (sel_smallest){.heap = sel_arena_array(arena, room, sizeof(uint32_t)), .room = room};
}

/* Ranks up to which each is counted even where less would do for the tails: medians need them. */
enum { COUNTED = 1024 };

sel_rank_tails sel_rank_tails_start(uint32_t draws, uint32_t ranks, sel_arena *arena)
{
    uint32_t low_room = (uint32_t)(((uint64_t)draws * 5 + 99) / 100);
    uint32_t high_room = draws - (uint32_t)(((uint64_t)draws * 95 + 99) / 100) + 1;
    sel_rank_tails tails = {
        .draws = draws, .ranks = ranks, .low.room = low_room, .high.room = high_room};
    if (ranks <= COUNTED || ranks <= low_room + high_room) {
        if (draws <= UINT16_MAX)
            tails.narrow_counts = sel_arena_array(arena, ranks, sizeof *tails.narrow_counts);
        else
            tails.counts = sel_arena_array(arena, ranks, sizeof *tails.counts);
    } else {
        tails.low = start(low_room, arena);
        tails.high = start(high_room, arena);
    }
    return tails;
}

static bool counts_each(const sel_rank_tails *tails)
{
    return tails->counts != NULL || tails->narrow_counts != NULL;
}

static uint32_t count_at(const sel_rank_tails *tails, uint32_t rank)
{
    return tails->counts != NULL ? tails->counts[rank - 1] : tails->narrow_counts[rank - 1];
}

void sel_rank_tails_add(sel_rank_tails *tails, const uint32_t *ranks, uint32_t count)
{
    for (uint32_t i = 0; tails->narrow_counts != NULL && i < count; i++)
        tails->narrow_counts[ranks[i] - 1] += 1;
    for (uint32_t i = 0; tails->counts != NULL && i < count; i++)
        tails->counts[ranks[i] - 1] += 1;
    if (counts_each(tails))
        return;
    for (uint32_t i = 0; i < count; i++) {
        keep_smallest(&tails->low, ranks[i]);
        keep_smallest(&tails->high, UINT32_MAX - ranks[i]);
    }
}

/* Smallest rank that `wanted` of the draws reach. */
static uint32_t reached(const sel_rank_tails *tails, uint32_t wanted)
{
    uint32_t rank = 1;
    for (uint64_t sum = count_at(tails, rank); sum < wanted; sum += count_at(tails, rank))
        rank += 1;
    return rank;
}

uint32_t sel_rank_tails_low(const sel_rank_tails *tails)
{
    return counts_each(tails) ? reached(tails, tails->low.room) : tails->low.heap[0];
}

uint32_t sel_rank_tails_median(const sel_rank_tails *tails)
{
    return counts_each(tails) ? reached(tails, tails->draws - tails->draws / 2) : 0;
}

uint32_t sel_rank_tails_high(const sel_rank_tails *tails)
{
    if (!counts_each(tails))
        return UINT32_MAX - tails->high.heap[0];
    uint32_t rank = tails->ranks;
    for (uint64_t sum = count_at(tails, rank); sum < tails->high.room; sum += count_at(tails, rank))
        rank -= 1;
    return rank;
}
