/** explain_rank.h - where an alternative's place in a ranking of the store came from. Private to
 *  work. */
#ifndef SEL_WORK_EXPLAIN_RANK_H
#define SEL_WORK_EXPLAIN_RANK_H

#include "work/explain_steps.h"
#include "work/field.h"

/** Explain the place of a programme (by address) or, where the context's model ranks them, of a
 *  request (by id), among all. SEL_NOT_FOUND when it is not ranked. */
SEL_CHECKED
sel_status sel_explain_rank(sel_explaining *e, sel_str name);

/** Steps from which a measure of a request was made: answers, support, days, the programme that
 * fits best. */
void sel_explain_measure(sel_explaining *e, uint32_t level, const sel_field *chosen, uint32_t row,
                         sel_request_measure measure);

#endif
