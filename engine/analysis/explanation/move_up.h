/** move_up.h - what would have to change for an alternative to move up one place.
 *
 * For each criterion by itself: the smallest improvement of this alternative's
 * value, all other values unchanged, with which its score in the altered table
 * (normalised anew) is no lower than that of the next better one. Additive
 * methods are monotone, and bisection runs down to neighbouring doubles, so that
 * the closed forms
 *
 *     weighted sum      x + (s_next − s) · range / w      (fixed scale)
 *     weighted product  x · (s_next / s)^(1 / w)          (values as they are)
 *
 * are met to rounding. Other methods may not be monotone, as an altered value
 * moves the scale for all: the way to the best value is first walked in
 * SEL_MOVE_STEPS equal steps, and the first step that reaches is bisected. The
 * change told was tried and reaches; a smaller one that reaches only inside a
 * step would be missed. */
#ifndef SEL_ANALYSIS_MOVE_UP_H
#define SEL_ANALYSIS_MOVE_UP_H

#include "analysis/explanation/scoring.h"

enum { SEL_MOVE_STEPS = 32 };

/** One criterion. */
typedef struct sel_move {
    double from;   /**< the value now, in the unit of the criterion */
    double to;     /**< possible: the value that reaches; otherwise the best one there is */
    double effort; /**< |to − from| as a share of the range worst … best; 0 for a constant one */
    bool possible; /**< false: not with this criterion alone within its range */
} sel_move;

typedef struct sel_move_up {
    bool first;            /**< no one is better: nothing below is set */
    uint32_t next;         /**< row of the next better one: lowest score above this rank; of several
                                the first row */
    double score;          /**< of the alternative */
    double next_score;     /**< of the next one, before any change */
    const sel_move *moves; /**< per criterion of the matrix; weight 0: not possible */
    uint32_t easiest; /**< criterion of the smallest effort; of equal ones (to 1e-12) the first;
                           the number of criteria when none is possible */
} sel_move_up;

/** The range of each criterion. */
typedef struct sel_value_range {
    double worst;
    double best; /**< below worst for a cost */
} sel_value_range;

/** Range of criterion j: from the worst to the best goalpost when the method counts by goalposts,
 *  otherwise from the worst to the best value among the alternatives. */
sel_value_range sel_value_range_of(const sel_scoring *scoring, uint32_t criterion);

/** Moves of a row of the matrix, into arena; ranges has one for each criterion, NULL: those of
 *  sel_value_range_of. A value beyond the best of its range stays where it is. Errors as in
 *  sel_aggregate; SEL_BAD_INPUT for a row out of range. Up to SEL_MOVE_STEPS + 64 aggregations for
 *  each criterion. */
SEL_CHECKED
sel_status sel_move_up_of(const sel_scoring *scoring, uint32_t row, const sel_value_range *ranges,
                          sel_arena *arena, sel_move_up *result, sel_error *err);

#endif
