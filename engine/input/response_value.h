/** response_value.h - one cell as the answer to one question. Private to input. */
#ifndef SEL_INPUT_RESPONSE_VALUE_H
#define SEL_INPUT_RESPONSE_VALUE_H

#include "input/response_draft.h"

/** What is wrong with a cell; code NULL: nothing. Texts live in the draft's arena. */
typedef struct sel_cell_fault {
    const char *code;
    sel_str expected;
    sel_str suggestion;
} sel_cell_fault;

/** Read text (not empty) as a value of item. answer gets kind and value; places are the
 *  caller's. */
sel_cell_fault sel_response_value(sel_response_draft *draft, const sel_item *item, sel_str text,
                                  sel_answer *answer);

#endif
