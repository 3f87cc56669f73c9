#include "analysis/normalisation/normalisation.h"

#include "analysis/normalisation/column.h"
#include "analysis/normalisation/rows.h"

#include <math.h>

static const sel_normalisation *const rows[] = {
    &sel_normalise_as_is, &sel_normalise_goalposts, &sel_normalise_min_max, &sel_normalise_rank,
    &sel_normalise_sum,   &sel_normalise_vector,    &sel_normalise_z_score,
};

enum { ROWS = sizeof rows / sizeof rows[0] };

const sel_normalisation *const *sel_normalisations(uint32_t *count)
{
    *count = ROWS;
    return rows;
}

const sel_normalisation *sel_normalisation_find(sel_str name)
{
    for (int i = 0; i < ROWS; i++)
        if (sel_str_is(name, rows[i]->name))
            return rows[i];
    return NULL;
}

sel_status sel_normalise(const sel_normalisation *normalisation, const sel_plain_column *plain,
                         sel_arena *arena, sel_scaled_column *scaled, sel_error *err)
{
    if (plain->rows == 0)
        return sel_fail(err, SEL_BAD_INPUT, "no alternatives");
    for (uint32_t i = 0; i < plain->rows; i++)
        if (!(fabs(plain->values[i]) <= SEL_CRITERION_VALUE_MOST))
            return sel_fail(err, SEL_BAD_INPUT, "alternative %u has the value %g", i + 1,
                            plain->values[i]);
    double *room = NULL;
    if (normalisation->writes)
        room = sel_arena_array(arena, plain->rows, sizeof *room);
    return normalisation->scale(plain, room, scaled, err);
}
