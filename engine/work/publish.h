/** publish.h - the coordinator's report: everything a meeting needs, in one document. */
#ifndef SEL_WORK_PUBLISH_H
#define SEL_WORK_PUBLISH_H

#include "work/results.h"

/** Fill report: need heat map, places where donors meet, factors of the strongest pairs, support
 *  against need, ranking with intervals, principles of the portfolio, data quality and what is
 *  missing. For the store's owner: nothing is withheld, and the first notice says so. */
SEL_CHECKED
sel_status sel_publish(const sel_context *context, const sel_assessment *assessment,
                       sel_store *store, sel_report *report, sel_error *err);

#endif
