/** incomplete.h - a decision matrix of which some values are not known.
 *
 * A value that is not known lies between the worst and the best value of its
 * criterion: the goalposts where these are stated, else the least and the most
 * of the known values. It counts the middle of the two. */
#ifndef SEL_ANALYSIS_INCOMPLETE_H
#define SEL_ANALYSIS_INCOMPLETE_H

#include "analysis/decision_matrix.h"
#include "base/arena.h"
#include "base/status.h"

/** Values as in sel_decision_matrix; those that are not known are not looked at. Borrowed. */
typedef struct sel_incomplete_matrix {
    sel_decision_matrix matrix;
    const bool *known;    /**< laid out like the values */
    const uint64_t *keys; /**< per alternative, all different, such as a hash of its name: what its
                               random numbers go by; NULL: its row */
} sel_incomplete_matrix;

/** Whether the value of a cell is known. */
static inline bool sel_is_known(const sel_incomplete_matrix *incomplete, uint32_t row,
                                uint32_t criterion)
{
    return incomplete->known[(size_t)criterion * incomplete->matrix.rows + row];
}

/** The same without gaps, in an arena. */
typedef struct sel_filled_matrix {
    sel_decision_matrix matrix;  /**< what is not known at the middle */
    sel_uncertain_matrix bounds; /**< what it lies between; no keys */
    const double *worst;         /**< per criterion: of what is not known of it */
    const double *best;
} sel_filled_matrix;

/** Fill the gaps. weights: per criterion, one of weight 0 need not have a known value: its gaps are
 *  0; NULL: all need one. goal_low and goal_high: per criterion, NULL when no goalposts are stated.
 *  SEL_BAD_INPUT, naming the criterion from 1, when nothing is known of it. */
SEL_CHECKED
sel_status sel_matrix_fill(const sel_incomplete_matrix *incomplete, const double *weights,
                           const double *goal_low, const double *goal_high, sel_arena *arena,
                           sel_filled_matrix *filled, sel_error *err);

/** Alternatives all of whose values are known, as a matrix of their own. */
sel_decision_matrix sel_matrix_complete_rows(const sel_incomplete_matrix *incomplete,
                                             sel_arena *arena);

#endif
