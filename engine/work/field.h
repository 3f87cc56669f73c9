/** field.h - the alternatives of one ranking, programmes or requests, with the bounds of what they
 * are judged by. Private to work. */
#ifndef SEL_WORK_FIELD_H
#define SEL_WORK_FIELD_H

#include "analysis/matching.h"
#include "analysis/ranking/ranking.h"
#include "analysis/request_measures.h"
#include "analysis/request_standing.h"
#include "work/matrix_result.h"
#include "work/results.h"

/** A row per alternative in study order, a column per criterion of the model. */
typedef struct sel_field {
    bool requests;     /**< else programmes */
    uint32_t *numbers; /**< of the programmes or requests in the study */
    uint32_t count;
    sel_str *names;       /**< addresses, or ids of requests */
    sel_str *titles;      /**< of a request: who asks for which capability; its id where two do */
    const sel_fit **fits; /**< to the request that they are chosen for, else NULL */
    double *low;          /**< principle with what is missing at 0, or measure */
    double *high;         /**< … at 1 */
    uint32_t *from;       /**< indicators known, over all principles; of requests measures */
    uint32_t *of;         /**< indicators or measures that count */
    double *reliability;  /**< mean over the principles, nothing known counts 0; requests: 0 */
    uint32_t left_out[SEL_OUT_KINDS];     /**< for a request: why programmes are not here */
    uint32_t gone[SEL_REQUEST_STANDINGS]; /**< requests of the choice that wait no more */
    uint32_t others; /**< programmes or requests that the choice does not concern */
    const sel_measured_request *measured; /**< of requests, by study number, once scored */
} sel_field;

/** What the context's model ranks and the choice concerns: donors' programmes, each counted once;
 * or requests that wait for an answer (request_standing.h), whose choice is of recipients only. */
sel_field sel_field_choose(const sel_context *context, const sel_assessment *assessment,
                           sel_choice_of choice, sel_arena *arena);

/** Fill the bounds. A donor of the choice is whose programmes are to fit requests; of programmes it
 *  changes nothing here. */
void sel_field_score(const sel_context *context, const sel_assessment *assessment,
                     sel_choice_of choice, sel_arena *arena, sel_field *chosen);

/** Methods to put beside that of the model. */
typedef struct sel_field_comparison {
    const sel_aggregation *methods[SEL_MATRIX_COMPARED_MAX];
    uint32_t count; /**< 0: nothing is compared */
} sel_field_comparison;

/** A field that was put in order: settings and results as of a table of one's own, so that all that
 *  can be told of one can be told of both.
 *
 *  setting.table has the alternatives' addresses as names; a value is known when nothing of its
 *  principle is missing. Where the order is additive its values lie from 0 to 1, higher is better,
 *  goalposts already applied; else they are the principles as they are.
 *
 *  result.filled.bounds holds what is known; filled.matrix what it counts: in an additive order the
 *  value whose term is the mean of the terms between the bounds, in any other the middle.
 *  result.bounds of an additive order have no ranks: 0. */
typedef struct sel_field_order {
    sel_matrix_setting setting;
    sel_matrix_result result;
    bool additive;       /**< terms of the aggregation over values from 0 to 1 */
    const char *variant; /**< of how it was computed, in one line of English */
    sel_ranking ranking; /**< only of an additive order: contributions and swaps */
    const sel_normalisation *normalisation; /**< that the model's values went through */
    double mean_parts[SEL_CRITERIA_MAX];    /**< additive: mean contribution of each criterion */
} sel_field_order;

/** SEL_USAGE when the context's model is made for another choice: of programmes, or none of one
 *  request where requests are ranked. */
SEL_CHECKED
sel_status sel_field_allows(const sel_context *context, sel_choice_of choice, sel_error *err);

/** Rank with the context's model, and by the methods compared (NULL: none). The field must have an
 *  alternative.
 *
 *  Additive aggregations of values from 0 to 1 as they are, or between goalposts: by ranking.h,
 * with the intervals of order_intervals.h where the model has constraints. All others: by
 *  sel_aggregate, with those intervals. SEL_BAD_INPUT, SEL_NUMERIC, SEL_UNSUPPORTED as these say,
 *  with the method, the criterion and the alternative named. */
SEL_CHECKED
sel_status sel_field_rank(const sel_context *context, const sel_field *chosen,
                          const sel_field_comparison *compared, sel_arena *arena,
                          sel_field_order *order, sel_error *err);

#endif
