/** matrix_names.h - methods by the names that users write. Private to work. */
#ifndef SEL_WORK_MATRIX_NAMES_H
#define SEL_WORK_MATRIX_NAMES_H

#include "analysis/aggregation/aggregation.h"
#include "analysis/weighting/weighting.h"

/** Each: SEL_USAGE with the nearest name, else with all there are; *found is set with SEL_OK. */

/** option is what the name was given with ("--method"). */
SEL_CHECKED
sel_status sel_aggregation_named(sel_str name, const char *option, const sel_aggregation **found,
                                 sel_error *err);
SEL_CHECKED
sel_status sel_normalisation_named(sel_str name, const sel_normalisation **found, sel_error *err);
SEL_CHECKED
sel_status sel_weighting_named(sel_str name, const sel_weighting **found, sel_error *err);

#endif
