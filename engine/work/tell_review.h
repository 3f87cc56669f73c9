/** tell_review.h - pairs of records that wait for somebody, those that evidence joined, and what
 * was decided. */
#ifndef SEL_WORK_TELL_REVIEW_H
#define SEL_WORK_TELL_REVIEW_H

#include "report/report.h"
#include "work/assess.h"
#include "work/record_decisions.h"

/** Fill a report: the waiting and the joined, strongest evidence first and at most `top` of each,
 *  with their evidence in words and, for machines, trait by trait; then every decision of the store
 *  in the order it came, those about records that are not there too. */
SEL_CHECKED
sel_status sel_tell_review(const sel_context *context, const sel_assessment *assessment,
                           sel_store *store, uint32_t top, sel_report *report, sel_error *err);

/** Fill a report with what became of a decision that somebody made. */
void sel_tell_decided(const sel_context *context, const sel_record_call *call,
                      const sel_record_outcome *outcome, sel_report *report);

#endif
