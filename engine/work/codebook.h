/** codebook.h - everything a questionnaire may ask and take, for those who read or join its data.
 */
#ifndef SEL_WORK_CODEBOOK_H
#define SEL_WORK_CODEBOOK_H

#include "report/report.h"
#include "work/context.h"

/** The questionnaire called id, or the one at a path (with a "/").
 *
 *  Three tables: "questions" in the context's language with type, answers and disclosure; "labels"
 *  and "choices", each code with its wording in every language of the questionnaire. */
SEL_CHECKED
sel_status sel_codebook_tell(const sel_context *context, const char *id, sel_report *report,
                             sel_error *err);

#endif
