/** incomplete.h - a decision matrix of which some values are not known.
 *
 * A value that is not known lies between the worst and the best value of its
 * criterion: the goalposts where these are stated, else the least and the most
 * of the known values. It counts the middle of the two. What silence can do to
 * an alternative is told beside it: its score and rank with all it does not
 * tell at the worst and at the best, everybody else's at the middle. */
#ifndef SEL_ANALYSIS_INCOMPLETE_H
#define SEL_ANALYSIS_INCOMPLETE_H

#include "analysis/aggregation/aggregation.h"

/** Values as in sel_decision_matrix; those that are not known are not looked at. Borrowed. */
typedef struct sel_incomplete_matrix {
    sel_decision_matrix matrix;
    const bool *known; /**< laid out like the values; each criterion has one known value */
} sel_incomplete_matrix;

/** The same without gaps, in an arena. */
typedef struct sel_filled_matrix {
    sel_decision_matrix matrix;  /**< what is not known at the middle */
    sel_uncertain_matrix bounds; /**< what it lies between; no keys */
    const double *worst;         /**< per criterion: of what is not known of it */
    const double *best;
} sel_filled_matrix;

/** Fill the gaps. goal_low and goal_high: per criterion, NULL when no goalposts are stated.
 *  SEL_BAD_INPUT, naming the criterion from 1, when nothing is known of it. */
SEL_CHECKED
sel_status sel_matrix_fill(const sel_incomplete_matrix *incomplete, const double *goal_low,
                           const double *goal_high, sel_arena *arena, sel_filled_matrix *filled,
                           sel_error *err);

/** Alternatives all of whose values are known, as a matrix of their own. */
sel_decision_matrix sel_matrix_complete_rows(const sel_incomplete_matrix *incomplete,
                                             sel_arena *arena);

/** What silence can do, per alternative. Where all is known both ends are the score and the rank.
 */
typedef struct sel_silence_bounds {
    const double *score_low; /**< lowest of the scores at the worst, middle and best */
    const double *score_high;
    const uint32_t *rank_best;
    const uint32_t *rank_worst;
} sel_silence_bounds;

/** Most incomplete alternatives times alternatives: each incomplete one takes two aggregations. */
enum { SEL_SILENCE_WORK_MOST = 1000000 };

/** Bounds of an outcome that sel_aggregate gave for filled. SEL_UNSUPPORTED beyond
 *  SEL_SILENCE_WORK_MOST, else as sel_aggregate. */
SEL_CHECKED
sel_status sel_silence_bounds_of(const sel_aggregation *method, const sel_filled_matrix *filled,
                                 const sel_aggregation_options *options,
                                 const sel_aggregation_outcome *outcome, sel_arena *arena,
                                 sel_silence_bounds *bounds, sel_error *err);

#endif
