#include "base/str.h"

#include <stdarg.h>
#include <stdint.h>

sel_str sel_str_of(const char *text)
{
    return text == NULL ? (sel_str){0} : (sel_str){text, strlen(text)};
}

bool sel_str_equal(sel_str a, sel_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

bool sel_str_equal_ascii(sel_str a, sel_str b)
{
    if (a.len != b.len)
        return false;
    if (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0)
        return true;
    for (size_t i = 0; i < a.len; i++)
        if (sel_ascii_lower(a.ptr[i]) != sel_ascii_lower(b.ptr[i]))
            return false;
    return true;
}

bool sel_str_is(sel_str s, const char *text)
{
    return sel_str_equal(s, sel_str_of(text));
}

bool sel_str_starts(sel_str s, sel_str prefix)
{
    return s.len >= prefix.len && sel_str_equal((sel_str){s.ptr, prefix.len}, prefix);
}

int sel_str_compare(sel_str a, sel_str b)
{
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared == 0 ? 0 : memcmp(a.ptr, b.ptr, shared);
    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

size_t sel_str_find(sel_str s, sel_str needle)
{
    if (needle.len == 0)
        return 0;
    for (size_t i = 0; i + needle.len <= s.len; i++) {
        const char *next = memchr(s.ptr + i, needle.ptr[0], s.len - needle.len - i + 1);
        if (next == NULL)
            break;
        i = (size_t)(next - s.ptr);
        if (memcmp(next, needle.ptr, needle.len) == 0)
            return i;
    }
    return s.len;
}

bool sel_str_is_ascii(sel_str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] >= 0x80)
            return false;
    return true;
}

sel_str sel_str_part(sel_str s, size_t offset, size_t length)
{
    if (offset > s.len)
        offset = s.len;
    if (length > s.len - offset)
        length = s.len - offset;
    return (sel_str){s.ptr == NULL ? NULL : s.ptr + offset, length};
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

static const sel_str no_break_space = {"\xC2\xA0", 2};

sel_str sel_str_trim(sel_str s)
{
    for (;;) {
        if (s.len > 0 && is_blank(s.ptr[0]))
            s = sel_str_part(s, 1, s.len);
        else if (s.len > 0 && is_blank(s.ptr[s.len - 1]))
            s.len -= 1;
        else if (sel_str_starts(s, no_break_space))
            s = sel_str_part(s, 2, s.len);
        else if (s.len >= 2 && memcmp(s.ptr + s.len - 2, no_break_space.ptr, 2) == 0)
            s.len -= 2;
        else
            return s;
    }
}

bool sel_str_next(sel_str *rest, char separator, sel_str *part)
{
    if (rest->ptr == NULL)
        return false;
    const char *end = rest->len == 0 ? NULL : memchr(rest->ptr, separator, rest->len);
    if (end == NULL) {
        *part = *rest;
        *rest = (sel_str){0};
        return true;
    }
    *part = (sel_str){rest->ptr, (size_t)(end - rest->ptr)};
    *rest = (sel_str){end + 1, rest->len - part->len - 1};
    return true;
}

sel_str sel_str_copy(sel_arena *arena, sel_str s)
{
    return (sel_str){sel_arena_copy(arena, s.ptr, s.len), s.len};
}

sel_str sel_str_printf(sel_arena *arena, const char *format, ...)
{
    va_list args;
    va_list again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    size_t size = length < 0 ? 0 : (size_t)length;
    char *copy = sel_arena_array(arena, size + 1, 1);
    vsnprintf(copy, size + 1, format, again);
    va_end(again);
    return (sel_str){copy, size};
}

enum { LONGEST_COMPARED = 64 };

size_t sel_str_distance(sel_str a, sel_str b, size_t limit)
{
    if (a.len > LONGEST_COMPARED || b.len > LONGEST_COMPARED)
        return limit + 1;
    uint8_t row[LONGEST_COMPARED + 1];
    for (size_t j = 0; j <= b.len; j++)
        row[j] = (uint8_t)j;
    for (size_t i = 1; i <= a.len; i++) {
        uint8_t diagonal = row[0];
        row[0] = (uint8_t)i;
        for (size_t j = 1; j <= b.len; j++) {
            uint8_t change = (uint8_t)(diagonal + (sel_ascii_lower(a.ptr[i - 1]) !=
                                                   sel_ascii_lower(b.ptr[j - 1])));
            uint8_t removed = (uint8_t)(row[j] + 1);
            uint8_t added = (uint8_t)(row[j - 1] + 1);
            diagonal = row[j];
            row[j] = change < removed ? change : removed;
            if (added < row[j])
                row[j] = added;
        }
    }
    return row[b.len] > limit ? limit + 1 : row[b.len];
}

/* Well-formed sequences of The Unicode Standard, table 3-7. */
static size_t sequence_length(const unsigned char *p, size_t left)
{
    if (p[0] < 0x80)
        return p[0] == 0 ? 0 : 1;
    size_t length = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
    if (p[0] < 0xC2 || p[0] > 0xF4 || left < length)
        return 0;
    unsigned char low = p[0] == 0xE0 ? 0xA0 : p[0] == 0xF0 ? 0x90 : 0x80;
    unsigned char high = p[0] == 0xED ? 0x9F : p[0] == 0xF4 ? 0x8F : 0xBF;
    if (p[1] < low || p[1] > high)
        return 0;
    for (size_t i = 2; i < length; i++)
        if ((p[i] & 0xC0) != 0x80)
            return 0;
    return length;
}

/* Bytes from p on, in steps of eight, that are ASCII and not NUL. */
static size_t plain_length(const unsigned char *p, size_t left)
{
    static const uint64_t ones = 0x0101010101010101U;
    static const uint64_t tops = 0x8080808080808080U;
    size_t length = 0;
    for (; left - length >= sizeof ones; length += sizeof ones) {
        uint64_t word;
        memcpy(&word, p + length, sizeof word);
        /* Below 0x80 a byte less one has its highest bit set only when it was 0. */
        if (((word | (word - ones)) & tops) != 0)
            break;
    }
    return length;
}

bool sel_str_is_utf8(sel_str s)
{
    const unsigned char *p = (const unsigned char *)s.ptr;
    size_t at = 0;
    while (at < s.len) {
        at += plain_length(p + at, s.len - at);
        if (at == s.len)
            break;
        size_t length = sequence_length(p + at, s.len - at);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}
