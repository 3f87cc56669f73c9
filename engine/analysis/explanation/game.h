/** game.h - what coalitions of criteria are worth to the score of one alternative. Private to
 * explanation; shapley.h has the definitions. */
#ifndef SEL_ANALYSIS_GAME_H
#define SEL_ANALYSIS_GAME_H

#include "analysis/explanation/shapley.h"
#include "domain/model.h"

/** Players without weight have no bit and are worth nothing. */
typedef struct sel_game {
    const sel_scoring *scoring;
    uint32_t row;
    uint32_t players;                  /**< with and without weight */
    uint32_t bits;                     /**< players with weight */
    uint32_t player[SEL_CRITERIA_MAX]; /**< per bit */
    uint32_t bit[SEL_CRITERIA_MAX];    /**< per criterion; SEL_CRITERIA_MAX: no weight */
    double baseline[SEL_CRITERIA_MAX]; /**< per criterion; of a constant one its value */
    double score;                      /**< of the alternative as it is */
} sel_game;

/** Check the input and set up the game; errors as in sel_shapley_of, except its limits. */
SEL_CHECKED
sel_status sel_game_make(const sel_scoring *scoring, uint32_t row,
                         const sel_shapley_options *options, sel_game *game, sel_error *err);

/** Write what each of count coalitions (bit b: player[b] is in it) is worth, on all threads. The
 *  first coalition that fails gives the error. */
SEL_CHECKED
sel_status sel_game_play(const sel_game *game, const uint64_t *coalitions, uint32_t count,
                         double *worths, sel_error *err);

#endif
