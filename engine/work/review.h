/** review.h - what a store holds: the first screen. */
#ifndef SEL_WORK_REVIEW_H
#define SEL_WORK_REVIEW_H

#include "report/report.h"
#include "store/store.h"
#include "work/context.h"

/** What came in, as counts. */
SEL_CHECKED
sel_status sel_review_state(const sel_context *context, sel_store *store, sel_report *report,
                            sel_error *err);

/** Where you stand: what came in, what waits, what to do next. */
SEL_CHECKED
sel_status sel_review_tell(const sel_context *context, sel_store *store, sel_report *report,
                           sel_error *err);

#endif
