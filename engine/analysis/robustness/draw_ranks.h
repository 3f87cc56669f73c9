/** draw_ranks.h - ranks of one draw: one matrix within its bounds, one weighting, any method.
 *
 * An additive method counts its terms once and weighs them anew in every draw; a
 * criterion whose values move is normalised and counted again. Any other method
 * aggregates each draw from the start. Private to robustness. */
#ifndef SEL_ANALYSIS_DRAW_RANKS_H
#define SEL_ANALYSIS_DRAW_RANKS_H

#include "analysis/aggregation/problem.h"
#include "analysis/robustness/acceptability.h"

/** A value that is known only within bounds. */
typedef struct sel_moving_value {
    uint32_t row;
    double low;
    double width;
    uint64_t stream; /**< of its random numbers */
} sel_moving_value;

/** Fixed for all draws. Criteria are those that have weight, numbered 0 to q − 1. */
typedef struct sel_draw_source {
    const sel_uncertain_matrix *matrix;
    const sel_acceptability_options *options;
    sel_aggregation_problem problem; /**< at the middle of the bounds */
    const double *middle;            /**< column-major, all criteria of the matrix */
    const double *terms; /**< row i of criterion j at [j × rows + i]; NULL: not additive */
    const sel_moving_value *moving;             /**< by criterion */
    uint32_t moving_from[SEL_CRITERIA_MAX + 1]; /**< first moving value of each criterion */
} sel_draw_source;

/** What one thread writes. */
typedef struct sel_draw_space {
    double *values; /**< as middle, moved */
    double *terms;  /**< as terms, moved */
    double *room;   /**< for a normalisation that writes */
    double *scores;
    int32_t *units;
    uint64_t *keys;
    uint64_t *spare;
    uint32_t *ranks;  /**< per row: the result of sel_draw_rank */
    sel_arena *arena; /**< of one aggregation */
} sel_draw_space;

/** Prepare in arena; errors as sel_acceptability_compute, for the values in the middle. */
SEL_CHECKED
sel_status sel_draw_source_make(const sel_uncertain_matrix *matrix,
                                const sel_acceptability_options *options, sel_arena *arena,
                                sel_draw_source *source, sel_error *err);

/** Work of one draw for each alternative, in that of an additive method: what draws are limited by.
 */
uint32_t sel_draw_work(const sel_draw_source *source);

/** Whether any value that counts is known only within bounds. */
bool sel_draw_moves(const sel_draw_source *source);

/** Room in arena, with all values in the middle of their bounds; space->arena is the caller's to
 *  destroy. */
sel_draw_space sel_draw_space_make(const sel_draw_source *source, sel_arena *arena);

/** Move the values to where they are in a draw. */
SEL_CHECKED
sel_status sel_draw_move(const sel_draw_source *source, uint32_t draw, sel_draw_space *space,
                         sel_error *err);

/** Rank the values of the space under weights, one per criterion that has any. */
SEL_CHECKED
sel_status sel_draw_rank(const sel_draw_source *source, const double *weights,
                         sel_draw_space *space, sel_error *err);

/** Whether a row is first, alone or with others, under weights: *first. */
SEL_CHECKED
sel_status sel_draw_first(const sel_draw_source *source, const double *weights, uint32_t row,
                          sel_draw_space *space, bool *first, sel_error *err);

#endif
