#include "analysis/normalisation/column.h"
#include "analysis/normalisation/rows.h"

static sel_status scale(const sel_plain_column *plain, double *room, sel_scaled_column *scaled,
                        sel_error *err)
{
    (void)room;
    (void)err;
    sel_column_range range = sel_plain_range(plain);
    if (range.constant)
        *scaled = sel_scaled_nothing(plain);
    else
        *scaled = sel_scaled_from(plain, plain->cost ? range.most : range.least,
                                  range.most - range.least);
    return SEL_OK;
}

const sel_normalisation sel_normalise_min_max = {
    .name = "min-max",
    .variant = "(value - least) / (most - least) of these alternatives, a cost (most - value) / "
               "(most - least); a constant criterion counts 0 for all; ties stay ties",
    .source = "OECD/JRC 2008",
    .scale = scale,
};
