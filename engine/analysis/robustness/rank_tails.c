#include "analysis/robustness/rank_tails.h"

static void sift_up(sel_smallest *kept, uint32_t value) {
    uint32_t at = kept->count++;
    for (; at > 0 && kept->heap[(at - 1) / 2] < value; at = (at - 1) / 2)
        kept->heap[at] = kept->heap[(at - 1) / 2];
    kept->heap[at] = value;
}

static void replace_top(sel_smallest *kept, uint32_t value) {
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

static void keep_smallest(sel_smallest *kept, uint32_t value) {
    if (kept->count < kept->room)
        sift_up(kept, value);
    else if (value < kept->heap[0])
        replace_top(kept, value);
}

static sel_smallest start(uint32_t room, sel_arena *arena) {
    return (sel_smallest){.heap = sel_arena_array(arena, room, sizeof(uint32_t)), .room = room};
}

sel_rank_tails sel_rank_tails_start(uint32_t draws, sel_arena *arena) {
    uint64_t low_place = ((uint64_t)draws * 5 + 99) / 100;   /* ceil(.05 N)-th smallest */
    uint64_t high_place = ((uint64_t)draws * 95 + 99) / 100; /* ceil(.95 N)-th smallest */
    return (sel_rank_tails){.low = start((uint32_t)low_place, arena),
                            .high = start((uint32_t)(draws - high_place + 1), arena)};
}

void sel_rank_tails_add(sel_rank_tails *tails, uint32_t rank) {
    keep_smallest(&tails->low, rank);
    keep_smallest(&tails->high, UINT32_MAX - rank);
}

uint32_t sel_rank_tails_low(const sel_rank_tails *tails) {
    return tails->low.heap[0];
}

uint32_t sel_rank_tails_high(const sel_rank_tails *tails) {
    return UINT32_MAX - tails->high.heap[0];
}
