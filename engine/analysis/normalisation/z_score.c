#include "analysis/normalisation/column.h"
#include "analysis/normalisation/rows.h"

#include <math.h>

static sel_status scale(const sel_plain_column *plain, double *room, sel_scaled_column *scaled,
                        sel_error *err)
{
    (void)room;
    (void)err;
    if (sel_column_range_of(plain->values, plain->rows).constant) {
        *scaled = sel_scaled_nothing(plain);
        return SEL_OK;
    }
    double mean = sel_column_sum(plain->values, plain->rows) / plain->rows;
    double norm = sel_column_norm(plain->values, plain->rows, mean);
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
