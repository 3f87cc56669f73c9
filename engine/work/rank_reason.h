/** rank_reason.h - in a few words, why an alternative of a store stands where it stands. Private to
 * work. */
#ifndef SEL_WORK_RANK_REASON_H
#define SEL_WORK_RANK_REASON_H

#include "work/field.h"

/** Places with a reason where each takes whole aggregations (shapley.h). */
enum { SEL_REASONED_PLACES = 25 };

/** Name of a criterion of the model for people: its principle, or its measure. */
sel_str sel_criterion_title(const sel_context *context, uint32_t criterion);

/** Whether enough is known of an alternative for words about it: the coverage of the model, which
 * is about principles, or measures of requests; always so of a model that has the fit only. */
bool sel_rank_is_covered(const sel_model *model, const sel_field *chosen, uint32_t row);

/** What each criterion gives more than on average over the field, into parts (one per criterion):
 *  contributions less their means where they add up, else Shapley values against the mean of every
 *  criterion. False, parts untouched, where these would take too many tables. */
bool sel_rank_parts(const sel_field_order *order, uint32_t place, double *parts);

/** The criterion that gives most more or most less than on average, with its value; or, where less
 * is known than the model's coverage, how many facts are missing. Empty when no criterion tells it
 *  apart, or too many tables would be needed. In arena. */
sel_str sel_rank_reason(const sel_context *context, const sel_field *chosen,
                        const sel_field_order *order, uint32_t place, sel_arena *arena);

#endif
