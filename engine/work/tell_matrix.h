/** tell_matrix.h - a ranked decision table as a document. Private to work. */
#ifndef SEL_WORK_TELL_MATRIX_H
#define SEL_WORK_TELL_MATRIX_H

#include "work/matrix_result.h"

/** Columns that say which alternative a row is about: its name, where there are titles for machines
 *  only, and its title for people. */
void sel_tell_alternative_columns(const sel_context *context, const sel_matrix_setting *setting,
                                  sel_table *table);
void sel_tell_alternative_cells(const sel_matrix_setting *setting, uint32_t row, sel_table *table);

/** What people call it. */
sel_str sel_alternative_title(const sel_matrix_setting *setting, uint32_t row);

/** The order with its columns, who is listed apart, the weights, the orders of the compared
 * methods, and everything by which they came about. */
void sel_tell_matrix(const sel_context *context, const sel_matrix_setting *setting,
                     const sel_matrix_result *result, sel_report *report);

/** How the result came about: a table with a line for each convention, for every method used. */
void sel_tell_matrix_conventions(const sel_context *context, const sel_matrix_setting *setting,
                                 const sel_matrix_result *result, sel_report *report);

/** How weightings were drawn where that is not usual: within constraints, or pseudo-random because
 *  Sobol points have too few dimensions. Else empty. In arena. */
sel_str sel_tell_weights_drawn(const sel_context *context, const sel_order_intervals *intervals,
                               sel_arena *arena);

/** Orders side by side and how far each two agree; nothing when nothing is compared. */
void sel_tell_matrix_comparison(const sel_context *context, const sel_matrix_setting *setting,
                                const sel_matrix_result *result, sel_report *report);

/** Names of the criteria that nothing is known of for a row, with commas between. */
sel_str sel_tell_matrix_names(const sel_decision_table *table, uint32_t row, sel_arena *arena);

/** Names of the criteria of the common list likewise. */
sel_str sel_tell_matrix_common(const sel_matrix_result *result, sel_arena *arena);

/** Whether anything may be said of who stands beside whom (SEL_COMMON_LEAST in missing.h). */
bool sel_tell_matrix_neighbours(const sel_matrix_result *result);

/** Paragraphs below the order: by which list it is, or how values were drawn. */
void sel_tell_matrix_missing(const sel_context *context, const sel_matrix_result *result,
                             sel_section *section, sel_arena *arena);

/** Alternatives that are not ranked, with what is known of them; nothing when there are none. */
void sel_tell_matrix_apart(const sel_context *context, const sel_matrix_result *result,
                           sel_report *report);

#endif
