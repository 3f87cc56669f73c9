#include "analysis/statistics/entropy.h"

#include "analysis/order.h"
#include "analysis/wide.h"
#include "base/arena.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool sel_entropy(const uint64_t *amounts, uint32_t count, double *entropy)
{
    uint64_t whole = 0;
    for (uint32_t i = 0; i < count; i++)
        whole += amounts[i];
    if (count < 2 || whole == 0)
        return false;
    sel_arena *scratch = sel_arena_create();
    uint64_t *sorted = sel_arena_array(scratch, count, sizeof *sorted);
    memcpy(sorted, amounts, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, sel_order_keys); /* one order of adding */
    double sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        double share = (double)sorted[i] / (double)whole;
        sum -= sorted[i] == 0 ? 0 : share * log(share);
    }
    sel_arena_destroy(scratch);
    *entropy = fmin(1, fmax(0, sum / log(count)));
    return true;
}

double sel_effective_number(const uint64_t *amounts, uint32_t count)
{
    sel_wide squares = 0;
    sel_wide whole = 0;
    for (uint32_t i = 0; i < count; i++) {
        squares += (sel_wide)amounts[i] * amounts[i];
        whole += amounts[i];
    }
    return squares == 0 ? 0 : (double)(whole * whole) / (double)squares;
}
