/** quality_list.h - what somebody should look at in the stored answers, as a list. */
#ifndef SEL_WORK_QUALITY_LIST_H
#define SEL_WORK_QUALITY_LIST_H

#include "report/report.h"
#include "store/store.h"
#include "work/context.h"

/** Fill table with one row per flag (analysis/quality.h): respondent, round, flag, evidence. All
 *  current submissions are compared, those of earlier rounds included. The round before is the one
 *  received before. Of several questionnaires each is looked at alone. */
SEL_CHECKED
sel_status sel_quality_list(const sel_context *context, sel_store *store, sel_table *table,
                            sel_error *err);

#endif
