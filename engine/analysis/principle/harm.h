/** harm.h - what is particular to indicators of harm (c5, c6), besides sel_keys_harm. */
#ifndef SEL_ANALYSIS_PRINCIPLE_HARM_H
#define SEL_ANALYSIS_PRINCIPLE_HARM_H

#include "analysis/principle/both_sides.h"

/** The programmes counted, and who has answered about them. Start with
 *  `sel_harm harm = {.tally = {.arena = …}}`. */
typedef struct sel_harm {
    sel_tally tally;
    uint32_t heard[SEL_HARM_RECIPIENTS_MOST]; /**< recipients, each once; no more than a model can
                                                 ask for */
    uint32_t heard_count;
} sel_harm;

/** Count an undertaking with the verdict that its answers came to, and hear its recipients. */
void sel_harm_add(sel_harm *harm, const sel_evidence *evidence, const sel_selection *selection,
                  const sel_undertaking *undertaking, sel_answer_of *answer,
                  const sel_verdict *verdict);

/** What it comes to. Not applicable with `exempt` when every undertaking was left out; not
 * available with `unsaid` when nothing is known, unless the donor alone has answered; a donor not
 * before as much is known of it, and as many recipients answer about programmes that are counted,
 * as the model asks for (5 and 3): it should have been able to reply before the figure is shown to
 * others. Contested items are noted. */
sel_indicator_value sel_harm_value(const sel_harm *harm, const sel_evidence *evidence,
                                   const sel_selection *selection, const char *exempt,
                                   const char *unsaid);

#endif
