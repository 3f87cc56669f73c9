/** review.h - what a store holds: the first screen and plain lists. */
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

/** One list by name. SEL_USAGE when there is no such list. */
SEL_CHECKED
sel_status sel_review_list(const sel_context *context, sel_store *store, const char *name,
                           sel_report *report, sel_error *err);

#endif
