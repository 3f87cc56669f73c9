/** answer_memo.h - answers that were read before: the same words of the same question are read
 * once. Private to input.
 *
 * Open addressing in a table of fixed size (128 KiB); what finds no place near its own is read
 * again whenever it comes. Only short texts are remembered. A handle. */
#ifndef SEL_INPUT_ANSWER_MEMO_H
#define SEL_INPUT_ANSWER_MEMO_H

#include "domain/response.h"

typedef struct sel_answer_memo sel_answer_memo;

/** Longest text that is remembered, in bytes. */
enum { SEL_MEMO_TEXT_MAX = 15 };

sel_answer_memo *sel_answer_memo_create(void);

/** NULL is allowed. */
void sel_answer_memo_destroy(sel_answer_memo *memo);

/** Whether text was kept for answer->item; then kind, is_number, number and text of the answer are
 *  set. */
bool sel_answer_memo_find(const sel_answer_memo *memo, sel_str text, sel_answer *answer);

/** Remember what text says as the answer to answer->item, when it is short and there is room.
 *  answer->text must live as long as the memo. */
void sel_answer_memo_keep(sel_answer_memo *memo, sel_str text, const sel_answer *answer);

#endif
