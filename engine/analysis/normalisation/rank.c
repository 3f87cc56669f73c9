#include "analysis/normalisation/rows.h"

#include <stdlib.h>

typedef struct ranked_value {
    double value;
    uint32_t row;
} ranked_value;

static int by_value(const void *a, const void *b)
{
    const ranked_value *left = a;
    const ranked_value *right = b;
    return (left->value > right->value) - (left->value < right->value);
}

/* Share of the others that an alternative is better than, those it ties with counted half. */
static sel_status scale(const sel_plain_column *plain, double *room, sel_scaled_column *scaled,
                        sel_error *err)
{
    (void)err;
    uint32_t rows = plain->rows;
    sel_arena *scratch = sel_arena_create();
    ranked_value *order = sel_arena_array(scratch, rows, sizeof *order);
    for (uint32_t i = 0; i < rows; i++)
        order[i] = (ranked_value){plain->cost ? -plain->values[i] : plain->values[i], i};
    qsort(order, rows, sizeof *order, by_value);
    for (uint32_t first = 0, after = 0; first < rows; first = after) {
        while (after < rows && order[after].value == order[first].value)
            after += 1;
        double beaten = first + (after - first - 1) / 2.0;
        for (uint32_t i = first; i < after; i++)
            room[order[i].row] = rows > 1 ? beaten / (rows - 1.0) : 0;
    }
    sel_arena_destroy(scratch);
    sel_plain_column written = {.values = room, .rows = rows};
    *scaled = sel_scaled_from(&written, 0, 1);
    return SEL_OK;
}

const sel_normalisation sel_normalise_rank = {
    .name = "rank",
    .variant = "share of the other alternatives that have a worse value, equal ones counted half; "
               "a constant criterion counts .5 for all; one alternative counts 0",
    .source = "OECD/JRC 2008; mean ranks of ties as in Kendall 1945",
    .writes = true,
    .scale = scale,
};
