/** explain_contributor.h - one thing that a score rests on: a programme and all who tell of it, a
 *  place, a need with its answers, a recipient or a respondent. */
#ifndef SEL_WORK_EXPLAIN_CONTRIBUTOR_H
#define SEL_WORK_EXPLAIN_CONTRIBUTOR_H

#include "analysis/principle/selection.h"
#include "work/explain_steps.h"

/** Address of a place: "FJI/D1.2". */
sel_str sel_explain_place(const sel_explaining *e, uint32_t recipient, uint32_t capability);

/** A contributor of a value, by its number in value->contributors. */
void sel_explain_contributor(sel_explaining *e, uint32_t level, const sel_indicator_value *value,
                             uint32_t number);

/** The answers behind a need. */
void sel_explain_answers(sel_explaining *e, uint32_t level, uint32_t number);

/** Who else tells of a programme that stands under `record`: what a number rests on may be their
 *  answer. */
void sel_explain_tellers(sel_explaining *e, uint32_t level, const sel_selection *selection,
                         uint32_t record);

#endif
