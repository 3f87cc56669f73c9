/** field.h - the programmes of one ranking with the bounds of their principles. Private to work. */
#ifndef SEL_WORK_FIELD_H
#define SEL_WORK_FIELD_H

#include "analysis/matching.h"
#include "analysis/ranking/ranking.h"
#include "work/results.h"

/** A row per programme in study order, a column per criterion of the model. */
typedef struct sel_field {
    uint32_t *programmes; /**< study numbers */
    uint32_t count;
    double *low;                      /**< principle with what is missing at 0 */
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

/** Rank with the context's model; *method is the one used. The field must have a programme. */
SEL_CHECKED
sel_status sel_field_rank(const sel_context *context, const sel_field *chosen, sel_arena *arena,
                          sel_ranking *ranking, const sel_ranking_method **method, sel_error *err);

#endif
