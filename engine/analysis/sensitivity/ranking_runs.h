/** ranking_runs.h - one run of a ranking's sensitivity study. Private to sensitivity.
 *
 * A coordinate u of a choice among n takes number ⌊u·n⌋. That of data names one
 * world: its bits start a stream of random numbers for each criterion, one for
 * each alternative, so that the same u always gives the same values. Those of weights are the
 * numbers of a broken stick (../robustness/weight_stick.h). */
#ifndef SEL_ANALYSIS_SENSITIVITY_RANKING_RUNS_H
#define SEL_ANALYSIS_SENSITIVITY_RANKING_RUNS_H

#include "analysis/robustness/beta_quantile.h"
#include "analysis/sensitivity/additive_runs.h"
#include "analysis/sensitivity/ranking_sensitivity.h"

/** No factor of this kind. */
enum { SEL_NO_COORDINATE = -1 };

/** What all runs share. Coordinates are places in a point, or SEL_NO_COORDINATE. */
typedef struct sel_ranking_runs {
    const sel_sensitivity_study *study;
    int normalisation;
    int aggregation;
    int left_out;
    int weights;              /**< the first of weighted − 1 */
    const int *data;          /**< per criterion, where its values move */
    const uint32_t *weighted; /**< criteria with weight */
    uint32_t weighted_count;
    const sel_beta_quantile *stick;          /**< weighted − 1 */
    const sel_normalisation *const *choices; /**< of normalisation */
    uint32_t choice_count;                   /**< 0: each aggregation has its own */
    sel_additive_runs additive;
    const uint32_t *central_ranks; /**< per row */
    const uint32_t *alternatives;  /**< rows whose ranks are outputs */
    uint32_t places;
} sel_ranking_runs;

/** For sel_indices_function, whose data are sel_ranking_runs. */
void *sel_ranking_runs_start(const void *data, sel_arena *arena);
sel_status sel_ranking_runs_evaluate(const void *data, void *state, sel_arena *scratch,
                                     const double *point, double *outputs, sel_error *err);

/** Options of an aggregation of the study, by number; the normalisation is NULL where the method
 *  has its own. */
sel_aggregation_options sel_ranking_runs_options(const sel_sensitivity_study *study,
                                                 uint32_t aggregation,
                                                 const sel_normalisation *normalisation);

#endif
