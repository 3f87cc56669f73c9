/** index.h - numbers for names, in the order the names first came.
 *
 * A handle: create and destroy it. Names are copied; the n-th new name gets
 * number n, from 0. */
#ifndef SEL_BASE_INDEX_H
#define SEL_BASE_INDEX_H

#include "base/str.h"

#include <stdint.h>

typedef struct sel_index sel_index;

/** No such name, unknown thing. */
#define SEL_NONE UINT32_MAX

sel_index *sel_index_create(void);

/** NULL is allowed. */
void sel_index_destroy(sel_index *index);

/** Number of name, added if it is new. */
uint32_t sel_index_add(sel_index *index, sel_str name);

/** Number of name or SEL_NONE. */
uint32_t sel_index_find(const sel_index *index, sel_str name);

uint32_t sel_index_count(const sel_index *index);

/** Name of number (< count); borrowed, NUL-terminated. */
sel_str sel_index_name(const sel_index *index, uint32_t number);

#endif
