/** tell_matrix_sensitivity.h - which choice, and what is not known, moves the order of a decision
 * table most. Private to work. */
#ifndef SEL_WORK_TELL_MATRIX_SENSITIVITY_H
#define SEL_WORK_TELL_MATRIX_SENSITIVITY_H

#include "work/matrix_result.h"

/** A section with the indices of every factor that can be moved, for the mean rank shift and the
 *  ranks of the first alternatives (ranking_sensitivity.h), and what makes places change
 *  (tell_order_changes.h; swaps only where neighbours may be spoken of). Moved are weights, a
 * criterion left out, the normalisation unless one was asked for or is part of the method, the
 * methods compared, and what is not known. SEL_UNSUPPORTED for more than SEL_SENSITIVITY_ROWS
 * alternatives, otherwise as sel_ranking_sensitivity_of. */
SEL_CHECKED
sel_status sel_tell_matrix_sensitivity(const sel_context *context,
                                       const sel_matrix_setting *setting,
                                       const sel_matrix_result *result, sel_report *report,
                                       sel_error *err);

/** The order is made anew tens of thousands of times. */
enum { SEL_SENSITIVITY_ROWS = 1000 };

#endif
