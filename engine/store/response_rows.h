/** response_rows.h - how a response lies in rows, and its fingerprint; private to the store. */
#ifndef SEL_STORE_RESPONSE_ROWS_H
#define SEL_STORE_RESPONSE_ROWS_H

#include "store/row.h"

/** What identifies and describes a response, apart from its answers; columns of SEL_SQL_HEAD. */
typedef struct sel_response_head {
    sel_str questionnaire;
    sel_str version;
    sel_str recipient;
    sel_str agency;
    sel_str round;
    sel_str disclosure;
    sel_days answered_on;
    bool lead;
    bool illustrative;
} sel_response_head;

/** Borrowed from the response, which must live as long. */
sel_response_head sel_response_head_of(const sel_response *response,
                                       const sel_geography *geography);

const sel_form *sel_response_head_form(void);

/** name, type, capability, aspect and disclosure of a sel_item. */
const sel_form *sel_item_form(void);

/** All questions of the store in arena; those of one questionnaire lie together, and row id n is
 *  items[n - 1]. */
typedef struct sel_item_list {
    sel_item *items;
    uint32_t count;
} sel_item_list;

SEL_CHECKED
sel_status sel_items_list(sel_store *store, sel_arena *arena, sel_item_list *list, sel_error *err);

/** Fingerprint of a questionnaire: what its answers mean, not how it is worded. */
void sel_items_fingerprint(const sel_item *items, uint32_t count, char hex[SEL_HASH_ROOM]);

/** Add an answer to a fingerprint that was started with the head. Places are not part of it. */
void sel_answer_hash(sel_hash *hash, const sel_answer *answer);

#endif
