/** matrix_names.h - methods by the names that users write. Private to work. */
#ifndef SEL_WORK_MATRIX_NAMES_H
#define SEL_WORK_MATRIX_NAMES_H

#include "analysis/aggregation/aggregation.h"
#include "analysis/weighting/weighting.h"
#include "input/decision_table.h"

enum { SEL_MATRIX_COMPARED_MAX = 8 };

/** Each: SEL_USAGE with the nearest name, else with all there are; *found is set with SEL_OK. */

/** option is what the name was given with ("--method"). */
SEL_CHECKED
sel_status sel_aggregation_named(sel_str name, const char *option, const sel_aggregation **found,
                                 sel_error *err);

/** Up to SEL_MATRIX_COMPARED_MAX of them, different, with commas between, as --compare takes. */
SEL_CHECKED
sel_status sel_aggregations_named(const char *text, const sel_aggregation **found, uint32_t *count,
                                  sel_error *err);
SEL_CHECKED
sel_status sel_normalisation_named(sel_str name, const sel_normalisation **found, sel_error *err);
SEL_CHECKED
sel_status sel_weighting_named(sel_str name, const sel_weighting **found, sel_error *err);
SEL_CHECKED
sel_status sel_random_index_named(sel_str name, const sel_random_index **found, sel_error *err);

/** A failure of a method: its name, what it said, with the criteria and, with rows_as_in_table, the
 *  alternatives counted from 1 as the file has them, and their names: "topsis: alternative 2 …
 *  (alternative 2: Bravo)". */
SEL_CHECKED
sel_status sel_method_fail(const char *method, const sel_error *fault,
                           const sel_decision_table *table, bool rows_as_in_table, sel_error *err);

#endif
