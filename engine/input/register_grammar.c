#include "input/register_grammar.h"

#include "base/number.h"

/* Whether a backslash before c takes it as it is. */
static bool is_sign(char c)
{
    return c > ' ' && c <= '~' && !sel_ascii_is_letter(c) && !sel_ascii_is_digit(c);
}

/* Bytes of the next character or escaped sign of text, which is not empty. */
static size_t step(sel_str text)
{
    return text.len > 1 && text.ptr[0] == '\\' && is_sign(text.ptr[1]) ? 2 : 1;
}

static size_t first_of(sel_str text, const char *signs)
{
    size_t at = 0;
    while (at < text.len) {
        size_t bytes = step(sel_str_part(text, at, text.len));
        if (bytes == 1 && text.ptr[at] != '\0' && strchr(signs, text.ptr[at]) != NULL)
            return at;
        at += bytes;
    }
    return text.len;
}

size_t sel_register_sign(sel_str text, char sign)
{
    const char signs[] = {sign, '\0'};
    return first_of(text, signs);
}

bool sel_register_ends(sel_str text, char sign)
{
    size_t at = 0;
    size_t bytes = 0;
    while (at < text.len) {
        bytes = step(sel_str_part(text, at, text.len));
        at += bytes;
    }
    return bytes == 1 && text.ptr[text.len - 1] == sign;
}

/* The text before one of signs, trimmed, and what follows it. */
static sel_str take_until(sel_str *rest, const char *signs)
{
    size_t end = first_of(*rest, signs);
    sel_str part = sel_str_trim(sel_str_part(*rest, 0, end));
    *rest = sel_str_part(*rest, end + 1, rest->len);
    return part;
}

bool sel_register_next_value(sel_str *rest, sel_str *value)
{
    while (rest->len > 0) {
        *value = take_until(rest, ";|");
        if (value->len > 0)
            return true;
    }
    return false;
}

bool sel_register_next_attribute(sel_str *rest, sel_register_attribute *attribute)
{
    while (rest->len > 0) {
        sel_str value = take_until(rest, ":");
        bool keyed = sel_register_sign(value, '=') < value.len;
        *attribute = (sel_register_attribute){.value = value};
        if (keyed) {
            attribute->key = take_until(&value, "=");
            attribute->value = sel_str_trim(value);
        }
        if (attribute->key.len > 0 || attribute->value.len > 0)
            return true;
    }
    return false;
}

sel_str sel_register_plain(sel_arena *arena, sel_str written)
{
    if (written.len == 0 || memchr(written.ptr, '\\', written.len) == NULL)
        return written;
    sel_text plain = {.arena = arena};
    for (size_t at = 0; at < written.len;) {
        size_t bytes = step(sel_str_part(written, at, written.len));
        sel_text_add_char(&plain, written.ptr[at + bytes - 1]);
        at += bytes;
    }
    return sel_text_str(&plain);
}

void sel_register_write(sel_text *out, sel_str plain, const char *signs)
{
    for (size_t i = 0; i < plain.len; i++) {
        char c = plain.ptr[i];
        if (c == '\\' || c == ';' || c == '|' || (c != '\0' && strchr(signs, c) != NULL))
            sel_text_add_char(out, '\\');
        sel_text_add_char(out, c);
    }
}

enum { PPM_OF_PERCENT = 10000 };

bool sel_register_percent(sel_str text, uint32_t *ppm)
{
    text = sel_str_trim(text);
    if (text.len > 0 && text.ptr[text.len - 1] == '%')
        text = sel_str_trim(sel_str_part(text, 0, text.len - 1));
    double percent;
    if (!sel_number_real(text, &percent) || percent < 0 || percent > 100)
        return false;
    *ppm = (uint32_t)(percent * PPM_OF_PERCENT + 0.5);
    return true;
}

void sel_register_write_percent(sel_text *out, uint32_t ppm)
{
    sel_text_printf(out, "%u", ppm / PPM_OF_PERCENT);
    uint32_t rest = ppm % PPM_OF_PERCENT;
    if (rest == 0)
        return;
    sel_text_add_char(out, '.');
    for (uint32_t unit = PPM_OF_PERCENT / 10; rest > 0; unit /= 10) {
        sel_text_add_char(out, (char)('0' + rest / unit));
        rest %= unit;
    }
}

/* Whether text is apostrophes, perhaps none, and then the first sign of a formula. */
static bool begins_formula(sel_str text)
{
    size_t at = 0;
    while (at < text.len && text.ptr[at] == '\'')
        at++;
    return at < text.len && text.ptr[at] != '\0' && strchr("=+-@", text.ptr[at]) != NULL;
}

sel_str sel_register_guard(sel_arena *arena, sel_str cell)
{
    return begins_formula(cell) ? sel_str_printf(arena, "'%.*s", SEL_STR_ARG(cell)) : cell;
}

sel_str sel_register_unguard(sel_str cell)
{
    bool guarded = cell.len > 0 && cell.ptr[0] == '\'' && begins_formula(cell);
    return guarded ? sel_str_part(cell, 1, cell.len) : cell;
}
