/** tell_rank_why.h - why one alternative of a decision table has the rank it has: what each
 * criterion gave to its score, and what would move it up a place. Private to work. */
#ifndef SEL_WORK_TELL_RANK_WHY_H
#define SEL_WORK_TELL_RANK_WHY_H

#include "work/matrix_result.h"

/** Row of the alternative called name; SEL_NOT_FOUND, with the nearest name. */
SEL_CHECKED
sel_status sel_rank_why_row(const sel_decision_table *table, const char *name, uint32_t *row,
                            sel_error *err);

/** A section about a row, against the mean of all alternatives; what is not known counts as in the
 *  order. Errors as in sel_contributions_of and sel_move_up_of. */
SEL_CHECKED
sel_status sel_tell_rank_why(const sel_context *context, const sel_matrix_setting *setting,
                             const sel_matrix_result *result, uint32_t row, sel_report *report,
                             sel_error *err);

#endif
