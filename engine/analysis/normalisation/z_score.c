#include "analysis/normalisation/column.h"
#include "analysis/normalisation/rows.h"

#include <math.h>

static sel_status scale(const sel_plain_column *plain, double *room, sel_scaled_column *scaled,
                        sel_error *err)
{
    (void)room;
    (void)err;
    sel_column_range range = sel_plain_range(plain);
    if (range.constant) {
        *scaled = sel_scaled_nothing(plain);
        return SEL_OK;
    }
    double mean = sel_column_sum_within(plain->values, plain->rows, range) / plain->rows;
    double norm = sel_column_norm_within(plain->values, plain->rows, mean, range);
    *scaled = sel_scaled_from(plain, mean, norm / sqrt(plain->rows - 1.0));
    return SEL_OK;
}

const sel_normalisation sel_normalise_z_score = {
    .name = "z-score",
    .variant = "(value - mean) / standard deviation with n - 1, a cost its negative; a constant "
               "criterion counts 0 for all; ties stay ties",
    .source = "OECD/JRC 2008",
    .scale = scale,
};
