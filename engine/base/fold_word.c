#include "base/fold_word.h"

#include <utf8proc.h>

/* What a piece of text does to a word. */
typedef enum role {
    PART,   /* belongs to a word */
    MARK,   /* is removed by folding: goes on with a word, but does not begin one */
    BETWEEN /* ends a word */
} role;

static bool is_ascii_part(char c)
{
    return sel_ascii_is_letter(c) || sel_ascii_is_digit(c);
}

/* Role of the character of length bytes at the front of text, which is not ASCII. Letters keep
 * their category when they are decomposed; only signs can become letters ("™"). */
static role role_of(sel_arena *arena, sel_str text, size_t *length)
{
    utf8proc_int32_t code = -1;
    utf8proc_ssize_t taken =
        utf8proc_iterate((const utf8proc_uint8_t *)text.ptr, (utf8proc_ssize_t)text.len, &code);
    *length = taken < 1 ? 1 : (size_t)taken;
    if (taken < 1)
        return BETWEEN;
    switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return PART;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        return MARK;
    default:
        return sel_fold(arena, sel_str_part(text, 0, *length)).len > 0 ? PART : BETWEEN;
    }
}

static sel_str without_beginning(sel_arena *arena, sel_str text)
{
    size_t at = 0;
    while (at < text.len && !is_ascii_part(text.ptr[at])) {
        size_t length = 1;
        if ((unsigned char)text.ptr[at] >= 0x80 &&
            role_of(arena, sel_str_part(text, at, text.len), &length) == PART)
            break;
        at += length;
    }
    return sel_str_part(text, at, text.len);
}

/* Bytes of the word that text begins with; *plain when all are lower-case ASCII or digits, *ascii
 * when all are ASCII. */
static size_t word_length(sel_arena *arena, sel_str text, bool *plain, bool *ascii)
{
    size_t at = 0;
    *plain = true;
    *ascii = true;
    while (at < text.len) {
        char c = text.ptr[at];
        size_t length = 1;
        if ((unsigned char)c >= 0x80) {
            if (role_of(arena, sel_str_part(text, at, text.len), &length) == BETWEEN)
                break;
            *plain = *ascii = false;
        } else if (!is_ascii_part(c)) {
            break;
        } else if (c >= 'A' && c <= 'Z') {
            *plain = false;
        }
        at += length;
    }
    return at;
}

static sel_str lower_copy(sel_arena *arena, sel_str word)
{
    char *copy = sel_arena_copy(arena, word.ptr, word.len);
    for (size_t i = 0; i < word.len; i++)
        copy[i] = sel_ascii_lower(copy[i]);
    return (sel_str){copy, word.len};
}

bool sel_fold_word_next(sel_arena *arena, sel_str *rest, sel_fold_word *word)
{
    for (;;) {
        sel_str text = without_beginning(arena, *rest);
        if (text.len == 0) {
            *rest = (sel_str){0};
            return false;
        }
        bool plain;
        bool ascii;
        word->source = sel_str_part(text, 0, word_length(arena, text, &plain, &ascii));
        *rest = sel_str_part(text, word->source.len, text.len);
        word->folded = plain   ? word->source
                       : ascii ? lower_copy(arena, word->source)
                               : sel_fold(arena, word->source);
        if (word->folded.len > 0)
            return true;
    }
}
