/** instruments.h - the questionnaires there are: list them, show one, hand one out. */
#ifndef SEL_WORK_INSTRUMENTS_H
#define SEL_WORK_INSTRUMENTS_H

#include "base/text.h"
#include "report/report.h"
#include "work/context.h"

/** Instruments of this version with the state of their languages. */
SEL_CHECKED
sel_status sel_instruments_tell(const sel_context *context, sel_report *report, sel_error *err);

/** Questions of one instrument in the context's language. */
SEL_CHECKED
sel_status sel_instrument_tell(const sel_context *context, const char *id, sel_report *report,
                               sel_error *err);

/** The empty tall sheet as CSV. part NULL: the long form; "A": the one-page form. draft says
 *  whether the language has not been reviewed. */
SEL_CHECKED
sel_status sel_instrument_sheet(const sel_context *context, const char *id, const char *part,
                                sel_text *out, bool *draft, sel_error *err);

#endif
