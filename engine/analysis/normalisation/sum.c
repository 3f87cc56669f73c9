#include "analysis/normalisation/column.h"
#include "analysis/normalisation/rows.h"

static sel_status scale(const sel_plain_column *plain, double *room, sel_scaled_column *scaled,
                        sel_error *err)
{
    (void)room;
    sel_column_range range = sel_plain_range(plain);
    if (range.least < 0)
        return sel_fail(err, SEL_BAD_INPUT, "the value %g cannot be a share of a sum", range.least);
    double sum = sel_column_sum_within(plain->values, plain->rows, range);
    *scaled = sum > 0 ? sel_scaled_from(plain, 0, sum) : sel_scaled_nothing(plain);
    return SEL_OK;
}

const sel_normalisation sel_normalise_sum = {
    .name = "sum",
    .variant = "value / sum of the values, none below 0, a cost its negative; a constant criterion "
               "counts 1 / number of alternatives, or 0 where all values are 0; ties stay ties",
    .source = "OECD/JRC 2008",
    .scale = scale,
};
