/** text.h - text that grows in an arena.
 *
 * Start with `sel_text t = {.arena = arena}`. The text is NUL-terminated after
 * every call, so t.bytes can be handed to C functions (NULL while empty). */
#ifndef SEL_BASE_TEXT_H
#define SEL_BASE_TEXT_H

#include "base/status.h"
#include "base/str.h"

typedef struct sel_text {
    sel_arena *arena;
    char *bytes;
    size_t len;
    size_t room;
} sel_text;

void sel_text_add(sel_text *text, sel_str more);

/** Make room for more bytes and a NUL behind the text, so that a caller who writes a lot can write
 *  to bytes + len itself; it then moves len and keeps the NUL. */
void sel_text_reserve(sel_text *text, size_t more);

void sel_text_add_char(sel_text *text, char c);

void sel_text_printf(sel_text *text, const char *format, ...) SEL_PRINTF(2, 3);

/** The text so far; the slice stays valid until the next addition. */
sel_str sel_text_str(const sel_text *text);

#endif
