#include "base/fold.h"

#include <stdint.h>
#include <utf8proc.h>

static bool is_word_char(utf8proc_int32_t code)
{
    switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return true;
    default:
        return false;
    }
}

/* Writes folded words to out, which has room for text.len bytes. */
static size_t fold_ascii(sel_str text, char *out)
{
    size_t n = 0;
    bool gap = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = sel_ascii_lower(text.ptr[i]);
        bool word = (c >= 'a' && c <= 'z') || sel_ascii_is_digit(c);
        if (word) {
            if (gap && n > 0)
                out[n++] = ' ';
            out[n++] = c;
        }
        gap = !word;
    }
    return n;
}

static sel_str fold_codes(sel_arena *arena, const utf8proc_int32_t *codes, utf8proc_ssize_t count)
{
    char *out = sel_arena_array(arena, (size_t)count * 5 + 1, 1);
    size_t n = 0;
    bool gap = false;
    for (utf8proc_ssize_t i = 0; i < count; i++) {
        if (!is_word_char(codes[i])) {
            gap = true;
            continue;
        }
        if (gap && n > 0)
            out[n++] = ' ';
        gap = false;
        n += (size_t)utf8proc_encode_char(codes[i], (utf8proc_uint8_t *)out + n);
    }
    return (sel_str){out, n};
}

sel_str sel_fold(sel_arena *arena, sel_str text)
{
    if (sel_str_is_ascii(text)) {
        char *out = sel_arena_array(arena, text.len + 1, 1);
        return (sel_str){out, fold_ascii(text, out)};
    }
    const utf8proc_option_t options =
        UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK;
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text.ptr;
    utf8proc_ssize_t size = (utf8proc_ssize_t)text.len;
    /* Most texts have no more letters than bytes; few grow ("ﷺ" is 18 letters). */
    utf8proc_int32_t *codes = sel_arena_array(arena, text.len, sizeof *codes);
    utf8proc_ssize_t needed = utf8proc_decompose(bytes, size, codes, size, options);
    if (needed > size) {
        codes = sel_arena_array(arena, (size_t)needed, sizeof *codes);
        needed = utf8proc_decompose(bytes, size, codes, needed, options);
    }
    return needed <= 0 ? (sel_str){0} : fold_codes(arena, codes, needed);
}

typedef size_t measure(utf8proc_int32_t code);

size_t sel_fold_step(sel_str text, int32_t *code)
{
    utf8proc_ssize_t taken =
        utf8proc_iterate((const utf8proc_uint8_t *)text.ptr, (utf8proc_ssize_t)text.len, code);
    return taken < 1 ? 1 : (size_t)taken;
}

static size_t measure_text(sel_str text, measure *of)
{
    size_t total = 0;
    for (size_t at = 0; at < text.len;) {
        int32_t code = -1;
        at += sel_fold_step(sel_str_part(text, at, text.len), &code);
        total += code < 0 ? 1 : of(code);
    }
    return total;
}

static size_t width_of(utf8proc_int32_t code)
{
    return (size_t)utf8proc_charwidth(code);
}

static size_t one(utf8proc_int32_t code)
{
    (void)code;
    return 1;
}

size_t sel_fold_width(sel_str text)
{
    return measure_text(text, width_of);
}

size_t sel_fold_length(sel_str text)
{
    return measure_text(text, one);
}
