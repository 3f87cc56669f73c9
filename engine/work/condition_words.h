/** condition_words.h - when a question is asked, in the reader's words. Private to work.
 *
 *     "Has a CERT" is "yes" and "Staff" is more than 5 */
#ifndef SEL_WORK_CONDITION_WORDS_H
#define SEL_WORK_CONDITION_WORDS_H

#include "domain/questionnaire_logic.h"
#include "work/context.h"

/** The conditions of the item and of all groups around it, outermost first; a condition that is not
 *  simple stands as it is written. Empty when the item is always asked. */
sel_str sel_condition_words(const sel_context *context, const sel_questionnaire *questionnaire,
                            const sel_logic *logic, const sel_item *item, sel_arena *arena);

#endif
