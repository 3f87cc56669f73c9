/** rows.h - the normalisations, one file each; normalisation.c holds the table. Private. */
#ifndef SEL_ANALYSIS_NORMALISATION_ROWS_H
#define SEL_ANALYSIS_NORMALISATION_ROWS_H

#include "analysis/normalisation/normalisation.h"

#include <float.h>

extern const sel_normalisation sel_normalise_as_is;
extern const sel_normalisation sel_normalise_goalposts;
extern const sel_normalisation sel_normalise_min_max;
extern const sel_normalisation sel_normalise_rank;
extern const sel_normalisation sel_normalise_sum;
extern const sel_normalisation sel_normalise_vector;
extern const sel_normalisation sel_normalise_z_score;

static inline sel_column_range sel_plain_range(const sel_plain_column *plain)
{
    return plain->ranged == plain->values ? plain->range
                                          : sel_column_range_of(plain->values, plain->rows);
}

/** (value − origin) / unit for a benefit, its negative for a cost, without bounds. */
static inline sel_scaled_column sel_scaled_from(const sel_plain_column *plain, double origin,
                                                double unit)
{
    return (sel_scaled_column){plain->values, origin, plain->cost ? -unit : unit, -DBL_MAX,
                               DBL_MAX};
}

/** Every value counts 0. */
static inline sel_scaled_column sel_scaled_nothing(const sel_plain_column *plain)
{
    return (sel_scaled_column){plain->values, 0, 1, 0, 0};
}

#endif
