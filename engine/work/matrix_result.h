/** matrix_result.h - what comes out when a decision table is ranked as a setting says. Private to
 * work. */
#ifndef SEL_WORK_MATRIX_RESULT_H
#define SEL_WORK_MATRIX_RESULT_H

#include "analysis/aggregation/comparison.h"
#include "analysis/aggregation/consensus.h"
#include "analysis/aggregation/order_intervals.h"
#include "analysis/gaps/score_bounds.h"
#include "work/matrix_gaps.h"

/** Borda and Copeland, as consensus.h lists them. */
enum { SEL_MATRIX_CONSENSUSES = 2 };

typedef struct sel_matrix_result {
    sel_matrix_setting setting;    /**< whose table has the ranked alternatives only */
    sel_weighting_outcome weights; /**< those of the common list where that was asked for */
    uint32_t weighed_rows; /**< complete alternatives that the weights were taken from; 0: weights
                                do not come from values */
    sel_matrix_gaps gaps;
    sel_filled_matrix filled;
    sel_aggregation_outcome outcome;
    const sel_score_bounds *bounds; /**< per alternative, with the outcome between them */
    sel_bounds_proof proof;
    sel_order_intervals intervals;
    const uint32_t *order; /**< rows of the table, best first, ties by name */
    sel_aggregation_outcome compared[SEL_MATRIX_COMPARED_MAX];
    const uint32_t *consensus[SEL_MATRIX_CONSENSUSES]; /**< ranks; NULL: nothing is compared, or
                                                            there are too many alternatives */
} sel_matrix_result;

/** Alternatives by rank, best first, ties in their own order, in arena. */
const uint32_t *sel_matrix_order(const uint32_t *ranks, uint32_t rows, sel_arena *arena);

/** Fill consensus from compared; nothing beyond SEL_COPELAND_MOST alternatives or without methods.
 *  Errors as in sel_consensus_of. */
SEL_CHECKED
sel_status sel_matrix_find_consensus(const sel_matrix_setting *setting, sel_arena *arena,
                                     sel_matrix_result *result, sel_error *err);

/** Compute into arena; what is told of the result goes by its own setting. Status as
 *  sel_weighting_compute, sel_matrix_gaps_settle and sel_aggregate, with the table's name as source
 *  and the method's in the message. */
SEL_CHECKED
sel_status sel_matrix_result_of(const sel_matrix_setting *setting, const sel_weighting_input *input,
                                sel_arena *arena, sel_matrix_result *result, sel_error *err);

#endif
