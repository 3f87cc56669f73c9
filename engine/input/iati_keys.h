/** iati_keys.h - numbers for the distinct codes, names or identifiers of one activity.
 *
 * At most SEL_IATI_LIST_MAX are kept, found in constant time however many
 * elements repeat them. Keys are borrowed; the rest lives in the activity's
 * arena. Start zeroed. Private to input/iati*. */
#ifndef SEL_INPUT_IATI_KEYS_H
#define SEL_INPUT_IATI_KEYS_H

#include "base/arena.h"
#include "base/index.h"

/** Longest lists kept of one activity; more is reported and left out. */
enum { SEL_IATI_LIST_MAX = 1000 };

typedef struct sel_iati_keys {
    sel_str *list;
    uint32_t count;
    uint32_t room;
    uint16_t *slots; /**< hash table of number + 1; NULL while the list is short */
} sel_iati_keys;

/** Number of key, from 0 in the order they first came; new keys get the next number, count.
 * SEL_NONE when it is new and the list is full. */
uint32_t sel_iati_key(sel_iati_keys *keys, sel_arena *arena, sel_str key);

#endif
