#include "analysis/aggregation/comparison.h"

#include "analysis/statistics/kendall.h"
#include "base/arena.h"

sel_order_comparison sel_orders_compare(const uint32_t *a, const uint32_t *b, uint32_t count)
{
    sel_order_comparison found = {.available = false};
    sel_arena *scratch = sel_arena_create();
    int64_t *left = sel_arena_array(scratch, count, sizeof *left);
    int64_t *right = sel_arena_array(scratch, count, sizeof *right);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t difference = a[i] > b[i] ? a[i] - b[i] : b[i] - a[i];
        left[i] = a[i];
        right[i] = b[i];
        found.agreeing += difference == 0;
        if (difference > found.difference) {
            found.difference = difference;
            found.farthest = i;
        }
    }
    sel_kendall kendall;
    found.available = sel_kendall_of(left, right, count, &kendall);
    found.tau_b = found.available ? kendall.tau_b : 0;
    sel_arena_destroy(scratch);
    return found;
}
