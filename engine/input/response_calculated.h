/** response_calculated.h - what the calculations of a questionnaire give for one response. Private
 * to input.
 *
 * They become answers to their items, so that scores and reports see them; items of use
 * SEL_ITEM_CALCULATED have no others. A file's own column for such an item is only compared. */
#ifndef SEL_INPUT_RESPONSE_CALCULATED_H
#define SEL_INPUT_RESPONSE_CALCULATED_H

#include "input/response_draft.h"

/** Whether a questionnaire calculates anything. */
bool sel_response_calculates(const sel_questionnaire *questionnaire);

/** Put what was calculated (draft->states, judged) among the answers of the draft in place of what
 *  the file says. Reports W_CALCULATION_OTHER where that is something else, W_CALCULATION_NONE
 * where the calculation gives nothing. A calculation that cannot be read leaves the file's value.
 */
void sel_response_calculated_settle(sel_response_draft *draft);

#endif
