/** str.h - borrowed slices of UTF-8 text.
 *
 * A slice does not own its bytes and need not end in NUL; sel_str_copy makes
 * a NUL-terminated one in an arena. */
#ifndef SEL_BASE_STR_H
#define SEL_BASE_STR_H

#include "base/arena.h"
#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct sel_str {
    const char *ptr; /**< bytes, borrowed; NULL only when len is 0 */
    size_t len;      /**< bytes, not characters */
} sel_str;

/** Slice of a string literal. */
#define SEL_STR(literal) ((sel_str){(literal), sizeof(literal) - 1})

/** The two arguments of a "%.*s". */
#define SEL_STR_ARG(s) (int)(s).len, ((s).ptr == NULL ? "" : (s).ptr)

/** A capital ASCII letter made small; other bytes stay. Unlike tolower, of no locale. */
static inline char sel_ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static inline bool sel_ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool sel_ascii_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/** Slice of a NUL-terminated string; NULL gives the empty slice. */
sel_str sel_str_of(const char *text);

bool sel_str_equal(sel_str a, sel_str b);

/** Equal without regard to the case of ASCII letters. */
bool sel_str_equal_ascii(sel_str a, sel_str b);

bool sel_str_is(sel_str s, const char *text);

bool sel_str_starts(sel_str s, sel_str prefix);

/** Byte order, shorter first among equals: the order that breaks every tie. */
int sel_str_compare(sel_str a, sel_str b);

/** First place of needle in s, or s.len when it is not there. */
size_t sel_str_find(sel_str s, sel_str needle);

/** Whether all bytes are below 0x80. */
bool sel_str_is_ascii(sel_str s);

/** Part of s from (clipped) offset on, at most length bytes. */
sel_str sel_str_part(sel_str s, size_t offset, size_t length);

/** Without ASCII blanks, line ends and no-break spaces at both ends. */
sel_str sel_str_trim(sel_str s);

/** Take the text up to the next separator from *rest; false when *rest is used up. Adjacent
 *  separators give empty parts; rest starts as the whole text. */
bool sel_str_next(sel_str *rest, char separator, sel_str *part);

/** NUL-terminated copy in arena. */
sel_str sel_str_copy(sel_arena *arena, sel_str s);

/** snprintf into arena; the result is NUL-terminated. */
sel_str sel_str_printf(sel_arena *arena, const char *format, ...) SEL_PRINTF(2, 3);

/** Smallest number of single-byte edits between a and b, at most limit + 1. For "did you mean". */
size_t sel_str_distance(sel_str a, sel_str b, size_t limit);

/** Whether the bytes are well-formed UTF-8 (no surrogates, no overlong forms, no NUL). */
bool sel_str_is_utf8(sel_str s);

#endif
