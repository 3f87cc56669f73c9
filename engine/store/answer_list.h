/** answer_list.h - the answers of a revision as one JSON text; private to the store.
 *
 * [[item, kind, value, line, row, column], ...] in ascending order of items (numbers in the
 * questionnaire); kind is a sel_answer_kind, the value a number or a text, null when kind is not
 * SEL_ANSWER_VALUE. One text, because a row of the store for each answer takes longer than all the
 * rest of taking it in; JSON, because SQLite reads it too (view v_answer). */
#ifndef SEL_STORE_ANSWER_LIST_H
#define SEL_STORE_ANSWER_LIST_H

#include "domain/response.h"

typedef struct sel_answer_list {
    sel_answer *answers;
    uint32_t count;
} sel_answer_list;

/** The text, NUL-terminated in arena. Texts of answers must be UTF-8. */
sel_str sel_answer_list_write(const sel_answer *answers, uint32_t count, sel_arena *arena);

/** The answers of a text, in arena. False: it is not what sel_answer_list_write makes; the list
 *  then holds what stood before the fault. */
bool sel_answer_list_read(sel_str json, sel_arena *arena, sel_answer_list *list);

/** The answer to an item, or NULL. */
const sel_answer *sel_answer_list_find(const sel_answer_list *list, uint32_t item);

#endif
