#include "analysis/normalisation/column.h"
#include "analysis/normalisation/rows.h"

#include <math.h>

static sel_status scale(const sel_plain_column *plain, double *room, sel_scaled_column *scaled,
                        sel_error *err)
{
    (void)room;
    double low = plain->goal_low;
    double high = plain->goal_high;
    if (!(low < high && fabs(low) <= SEL_CRITERION_VALUE_MOST &&
          fabs(high) <= SEL_CRITERION_VALUE_MOST))
        return sel_fail(err, SEL_BAD_INPUT, "goalposts %g and %g: the first must be the lower one",
                        low, high);
    *scaled = sel_scaled_from(plain, plain->cost ? high : low, high - low);
    scaled->least = 0;
    scaled->most = 1;
    return SEL_OK;
}

const sel_normalisation sel_normalise_goalposts = {
    .name = "goalposts",
    .variant = "(value - low) / (high - low), a cost (high - value) / (high - low), kept within "
               "0 and 1; low and high are stated and do not depend on the alternatives; constants "
               "and ties stay what they are",
    .source = "UNDP, Human Development Report 1990; OECD/JRC 2008",
    .goalposts = true,
    .scale = scale,
};
