#include "analysis/explanation/scale.h"

#include "analysis/aggregation/rows.h"
#include "analysis/normalisation/rows.h"

const sel_normalisation *sel_scale_used(const sel_scoring *scoring)
{
    const sel_normalisation *chosen = scoring->options->normalisation;
    return chosen != NULL ? chosen : scoring->method->normalisation;
}

bool sel_scale_stays(const sel_scoring *scoring)
{
    const sel_normalisation *used = sel_scale_used(scoring);
    return scoring->method->additive != NULL &&
           (used == &sel_normalise_as_is || used == &sel_normalise_goalposts ||
            used == &sel_normalise_min_max);
}

bool sel_scale_monotone(const sel_scoring *scoring)
{
    return sel_scale_stays(scoring) || scoring->method == &sel_aggregation_promethee;
}
