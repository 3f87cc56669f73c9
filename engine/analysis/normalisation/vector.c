#include "analysis/normalisation/column.h"
#include "analysis/normalisation/rows.h"

static sel_status scale(const sel_plain_column *plain, double *room, sel_scaled_column *scaled,
                        sel_error *err)
{
    (void)room;
    (void)err;
    double norm = sel_column_norm_within(plain->values, plain->rows, 0, sel_plain_range(plain));
    *scaled = norm > 0 ? sel_scaled_from(plain, 0, norm) : sel_scaled_nothing(plain);
    return SEL_OK;
}

const sel_normalisation sel_normalise_vector = {
    .name = "vector",
    .variant = "value / square root of the sum of squares, a cost its negative; a constant "
               "criterion counts 1 / square root of the number of alternatives, or 0 where all "
               "values are 0; ties stay ties",
    .source = "Hwang and Yoon 1981; costs as in Brauers and Zavadskas 2006",
    .scale = scale,
};
