/** evaluate.h - try an expression on answers given by hand. */
#ifndef SEL_WORK_EVALUATE_H
#define SEL_WORK_EVALUATE_H

#include "report/report.h"
#include "work/context.h"

/** An expression and its answers, "name=value" or "name:kind=value" with a kind of text, number,
 *  boolean, date, set. Without a kind, numbers and days are recognised and the rest is text. The
 *  name "." is the question itself; a name given several times is a repeat. */
typedef struct sel_trial {
    const char *expression;
    const char *const *answers;
    uint32_t answer_count;
} sel_trial;

/** Fill report with the value, its kind, why it is so and what was found. evaluated says whether
 *  there is a value. SEL_USAGE when an answer is not understood. */
SEL_CHECKED
sel_status sel_trial_tell(const sel_context *context, const sel_trial *trial, sel_report *report,
                          bool *evaluated, sel_error *err);

#endif
