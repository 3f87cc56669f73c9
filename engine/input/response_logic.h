/** response_logic.h - what the conditions of a questionnaire say of one response: answers that are
 * missing, that were not asked for, or that break a constraint. Private to input. */
#ifndef SEL_INPUT_RESPONSE_LOGIC_H
#define SEL_INPUT_RESPONSE_LOGIC_H

#include "input/response_draft.h"

/** Make the questionnaire's expressions ready, when it has any and today is known (not 0). */
void sel_response_logic_start(sel_response_draft *draft, sel_day today);

void sel_response_logic_end(sel_response_draft *draft);

/** Report E_REQUIRED, E_CONSTRAINT and W_IRRELEVANT_ANSWER of the response in the draft, and put in
 *  what is calculated. Without logic: E_REQUIRED for questions that everybody is asked.
 * answered_on: today() for this response, when it is one day in the past; {0} when not known. */
void sel_response_logic_check(sel_response_draft *draft, sel_days answered_on);

#endif
