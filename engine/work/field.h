/** field.h - the programmes of one ranking with the bounds of their principles. Private to work. */
#ifndef SEL_WORK_FIELD_H
#define SEL_WORK_FIELD_H

#include "analysis/aggregation/aggregation.h"
#include "analysis/matching.h"
#include "analysis/ranking/ranking.h"
#include "analysis/weighting/weighting.h"
#include "work/results.h"

/** A row per programme in study order, a column per criterion of the model. */
typedef struct sel_field {
    uint32_t *programmes; /**< study numbers */
    uint32_t count;
    const sel_fit **fits;             /**< to the request that they are chosen for, else NULL */
    double *low;                      /**< principle with what is missing at 0, or fit */
    double *high;                     /**< … at 1 */
    uint32_t *from;                   /**< indicators known, over all principles */
    uint32_t *of;                     /**< indicators that count */
    double *reliability;              /**< mean over the principles, nothing known counts 0 */
    uint32_t left_out[SEL_OUT_KINDS]; /**< for a request: why programmes are not here */
    uint32_t others;                  /**< programmes that the choice does not concern */
} sel_field;

/** Donors' programmes that the choice concerns, each counted once. */
sel_field sel_field_choose(const sel_assessment *assessment, sel_choice_of choice,
                           sel_arena *arena);

/** Fill the bounds. */
void sel_field_score(const sel_context *context, const sel_assessment *assessment, sel_arena *arena,
                     sel_field *chosen);

/** What a field was ranked by. */
typedef struct sel_field_method {
    const sel_aggregation *aggregation;
    const sel_normalisation *normalisation;
    const char *variant; /**< of how it was computed, in one line of English */
    bool additive;       /**< the ranking has contributions and intervals */
    const sel_weighting *weighting;
    const double *weights; /**< per criterion, as used */
} sel_field_method;

/** Programmes of a field beyond which a model that is not additive refuses incomplete data: each
 *  then takes two rankings of all. */
enum { SEL_FIELD_MOVED_MOST = 2000 };

/** SEL_USAGE when the context's model is made for another choice of programmes. */
SEL_CHECKED
sel_status sel_field_allows(const sel_context *context, sel_choice_of choice, sel_error *err);

/** Rank with the context's model; *method is what was used. The field must have a programme.
 *
 *  Additive aggregations of values from 0 to 1 as they are, or between goalposts: by ranking.h,
 * with intervals. All others: by sel_aggregate, what is not known in the middle of its bounds;
 *  score_low and score_high are then the scores of a programme with all of its own values at their
 *  worst and at their best, the others in the middle, and with_intervals is 0. SEL_BAD_INPUT,
 *  SEL_NUMERIC, SEL_UNSUPPORTED as these say. */
SEL_CHECKED
sel_status sel_field_rank(const sel_context *context, const sel_field *chosen, sel_arena *arena,
                          sel_ranking *ranking, sel_field_method *method, sel_error *err);

#endif
