/** normalisation.h - the values of a criterion made comparable with those of others.
 *
 * A normalisation is a const row. It turns a column into one where higher is
 * better, whether the criterion is a benefit or a cost: it gives an origin and a
 * unit, and a value counts (value − origin) / unit, kept within least and most.
 * Nothing is copied, except by `rank`, which writes a column of its own. Each
 * row's variant says what it does with constants and ties. */
#ifndef SEL_ANALYSIS_NORMALISATION_H
#define SEL_ANALYSIS_NORMALISATION_H

#include "analysis/normalisation/column.h"
#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/** A column as it is. */
typedef struct sel_plain_column {
    const double
        *values; /**< rows >= 1 finite numbers within ±SEL_CRITERION_VALUE_MOST; borrowed */
    uint32_t rows;
    bool cost;            /**< lower is better */
    double goal_low;      /**< goalposts only: counts 0, or 1 for a cost; below goal_high */
    double goal_high;     /**< goalposts only: counts 1, or 0 for a cost */
    const double *ranged; /**< the values that range is of; others: it is found when needed */
    sel_column_range range;
} sel_plain_column;

/** A column as it counts: sel_scaled gives the numbers. */
typedef struct sel_scaled_column {
    const double *values; /**< of the plain column, or in the caller's arena */
    double origin;
    double unit; /**< not 0; below 0 where lower values count more */
    double least;
    double most;
} sel_scaled_column;

/** What a value of a scaled column counts. */
static inline double sel_scaled_value(const sel_scaled_column *column, double value)
{
    double scaled = (value - column->origin) / column->unit;
    scaled = scaled < column->least ? column->least : scaled;
    return scaled > column->most ? column->most : scaled;
}

static inline double sel_scaled(const sel_scaled_column *column, uint32_t row)
{
    return sel_scaled_value(column, column->values[row]);
}

typedef struct sel_normalisation {
    const char *name;    /**< stable: "min-max" */
    const char *variant; /**< formula, constants and ties in one line of English */
    const char *source;  /**< author, year */
    bool goalposts;      /**< takes goal_low and goal_high */
    bool writes;         /**< needs room for as many numbers as the column has */
    /** room is NULL unless the row writes; scaled may point into it. */
    sel_status (*scale)(const sel_plain_column *plain, double *room, sel_scaled_column *scaled,
                        sel_error *err);
} sel_normalisation;

/** All normalisations, by name. */
const sel_normalisation *const *sel_normalisations(uint32_t *count);

/** Normalisation of a name, or NULL. */
const sel_normalisation *sel_normalisation_find(sel_str name);

/** Scale one column. SEL_BAD_INPUT with a message when the values or goalposts are out of range or
 *  the normalisation has no meaning for them. */
SEL_CHECKED
sel_status sel_normalise(const sel_normalisation *normalisation, const sel_plain_column *plain,
                         sel_arena *arena, sel_scaled_column *scaled, sel_error *err);

#endif
