/** matrix_gaps.h - what is not known of a decision table, and what was asked to be done about it.
 * Private to work. */
#ifndef SEL_WORK_MATRIX_GAPS_H
#define SEL_WORK_MATRIX_GAPS_H

#include "analysis/gaps/imputation.h"
#include "analysis/gaps/missing.h"
#include "work/matrix_setting.h"

typedef struct sel_matrix_gaps {
    sel_decision_table read; /**< the table as it was read, with alternatives that are set apart */
    sel_missing missing;     /**< of it, by the weights of all criteria */
    const double *weights;   /**< of all criteria, whether they are in the common list or not */
    uint64_t open;           /**< values that are not known and count in the order */
    const sel_imputation *imputation; /**< NULL: not asked for, or nothing to draw */
} sel_matrix_gaps;

/** Read --missing, --coverage and --sets. SEL_USAGE. */
SEL_CHECKED
sel_status sel_matrix_gaps_read(const sel_matrix_wish *wish, sel_matrix_setting *setting,
                                sel_error *err);

/** The table of a setting as analyses take it; keys of its alternatives into arena. */
sel_incomplete_matrix sel_matrix_incomplete(const sel_matrix_setting *setting, sel_arena *arena);

/** Look at the gaps. Alternatives that are set apart leave the setting's table, and weights become
 *  those of the common list when that was asked for. SEL_REFUSED when nobody is left, or no
 *  criterion. */
SEL_CHECKED
sel_status sel_matrix_gaps_settle(sel_matrix_setting *setting, double *weights, sel_arena *arena,
                                  sel_matrix_gaps *gaps, sel_error *err);

/** Draw what is not known, where asked for. Errors as in sel_imputation_of. */
SEL_CHECKED
sel_status sel_matrix_gaps_impute(const sel_matrix_setting *setting, const double *weights,
                                  sel_arena *arena, sel_matrix_gaps *gaps, sel_error *err);

#endif
