/** tell_rank_interval.h - where an alternative lies in an order, as columns of a table. Private to
 * work.
 *
 * People see the rank, joined by a bracket with the next one where the two cannot be told apart,
 * and the ranks between which it lies; machines rank, rank_q05, rank_q50, rank_q95,
 * first3_all_weights (first3_constrained: of all that keep constraints). */
#ifndef SEL_WORK_TELL_RANK_INTERVAL_H
#define SEL_WORK_TELL_RANK_INTERVAL_H

#include "work/matrix_result.h"

/** Rank and interval; the first columns. Without intervals only the rank. */
void sel_tell_rank_columns(const sel_context *context, const sel_order_intervals *intervals,
                           sel_table *table);

/** How an alternative stands to the next one. */
typedef enum sel_neighbours {
    SEL_NEIGHBOURS_APART, /**< or it is the last, or not drawn */
    SEL_NEIGHBOURS_TIED,  /**< cannot be told apart: a bracket */
    SEL_NEIGHBOURS_DOUBT, /**< too little is known to say, or draws were of another pair: a question
                               mark */
} sel_neighbours;

/** Their cells for the place-th alternative of the result's order; before says how the one before
 *  stands to it, after how it stands to the next. */
void sel_tell_rank_cells(const sel_context *context, const sel_matrix_result *result,
                         uint32_t place, sel_neighbours before, sel_neighbours after,
                         sel_table *table);

/** Cell of a rank that draws gave; 0: it was not counted. */
void sel_tell_drawn_rank(const sel_context *context, uint32_t rank, sel_table *table);

/** What draws say of the place-th alternative and the next one; SEL_NONE, for before the first, is
 *  apart. */
sel_neighbours sel_rank_neighbours(const sel_matrix_result *result, uint32_t place);

/** The share of all weightings (with constraints: of all that keep them) that puts it in the first
 *  three: a column of its own, so that it can stand behind the name. None without intervals. */
void sel_tell_first_three_column(const sel_context *context, const sel_order_intervals *intervals,
                                 sel_table *table);
void sel_tell_first_three_cell(const sel_context *context, const sel_order_intervals *intervals,
                               uint32_t row, sel_table *table);

#endif
