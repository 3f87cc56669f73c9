#include "analysis/normalisation/rows.h"

static sel_status scale(const sel_plain_column *plain, double *room, sel_scaled_column *scaled,
                        sel_error *err)
{
    (void)room;
    (void)err;
    *scaled = sel_scaled_from(plain, 0, 1);
    return SEL_OK;
}

const sel_normalisation sel_normalise_as_is = {
    .name = "as-is",
    .variant = "the value itself, a cost its negative; constants and ties stay what they are",
    .source = "definition",
    .scale = scale,
};
