/** harm.h - what is particular to indicators of harm (c5, c6), besides sel_keys_harm. */
#ifndef SEL_ANALYSIS_PRINCIPLE_HARM_H
#define SEL_ANALYSIS_PRINCIPLE_HARM_H

#include "analysis/principle/both_sides.h"

/** Why nothing is known: the donor alone has answered, or `unsaid`. */
const char *sel_harm_unknown(const sel_tally *tally, const char *unsaid);

/** The value of tally as it may be shown. A donor as such is judged from so many programmes known
 *  and recipients that answer on as the model asks for (5 and 3); it should have been able to reply
 * before the figure is shown to others. Contested items are noted. */
sel_indicator_value sel_harm_value(const sel_evidence *evidence, const sel_selection *selection,
                                   sel_answer_of *answer, const sel_tally *tally,
                                   sel_indicator_value value);

#endif
