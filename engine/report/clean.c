#include "report/clean.h"

#include "base/fold.h"
#include "base/number.h"
#include "base/text.h"

static const sel_str REPLACEMENT = {"\xEF\xBF\xBD", 3};

static bool is_line_break(int32_t code)
{
    return code == '\t' || code == '\n' || code == '\r' || code == 0x85 || code == 0x2028 ||
           code == 0x2029;
}

static bool turns_direction(int32_t code)
{
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

static bool is_unsafe(int32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code & 0xFFFE) == 0xFFFE ||
           (code >= 0xFDD0 && code <= 0xFDEF);
}

/* What stands for one code point, whose own bytes are given. */
typedef sel_str replace(int32_t code, sel_str own);

static sel_str in_text(int32_t code, sel_str own)
{
    if (code == '\t' || code == '\n' || code == '\r')
        return own;
    return is_unsafe(code) ? REPLACEMENT : own;
}

static sel_str in_line(int32_t code, sel_str own)
{
    if (is_line_break(code))
        return SEL_STR(" ");
    if (turns_direction(code))
        return (sel_str){"", 0};
    return is_unsafe(code) ? REPLACEMENT : own;
}

static bool is_plain_ascii(sel_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] < ' ' || text.ptr[i] > '~')
            return false;
    return true;
}

static sel_str clean(sel_arena *arena, sel_str text, replace *with)
{
    if (is_plain_ascii(text))
        return text;
    sel_text out = {.arena = arena};
    bool changed = false;
    for (size_t at = 0; at < text.len;) {
        int32_t code = -1;
        sel_str own = sel_str_part(text, at, text.len);
        own.len = sel_fold_step(own, &code);
        sel_str shown = with(code, own);
        changed = changed || shown.ptr != own.ptr;
        sel_text_add(&out, shown);
        at += own.len;
    }
    return changed ? sel_text_str(&out) : text;
}

sel_str sel_clean_text(sel_arena *arena, sel_str text)
{
    return clean(arena, text, in_text);
}

sel_str sel_clean_line(sel_arena *arena, sel_str text)
{
    return clean(arena, text, in_line);
}

static bool looks_like_formula(sel_str text)
{
    double number;
    return text.len > 0 && strchr("=+-@\t\r\n", text.ptr[0]) != NULL &&
           !(text.ptr[0] == '-' && sel_number_real(text, &number));
}

sel_str sel_guard_formula(sel_arena *arena, sel_str text)
{
    return looks_like_formula(text) ? sel_str_printf(arena, "'%.*s", SEL_STR_ARG(text)) : text;
}
