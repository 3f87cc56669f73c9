/** field_requests.h - a field of requests. Private to work. */
#ifndef SEL_WORK_FIELD_REQUESTS_H
#define SEL_WORK_FIELD_REQUESTS_H

#include "work/field.h"

/** Requests that wait for an answer, of the recipient of the choice or of all. */
sel_field sel_field_choose_requests(const sel_context *context, const sel_assessment *assessment,
                                    sel_choice_of choice, sel_arena *arena);

/** Fill a field whose cells are laid out: bounds of each measure, and how many of those that count
 *  are known. donor: whose programmes are to fit; SEL_NONE: anybody's. */
void sel_field_score_requests(const sel_context *context, const sel_assessment *assessment,
                              uint32_t donor, sel_arena *arena, sel_field *chosen);

#endif
