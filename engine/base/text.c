#include "base/text.h"

#include <stdarg.h>

void sel_text_reserve(sel_text *text, size_t more)
{
    size_t wanted = text->len + more + 1;
    if (wanted <= text->room)
        return;
    size_t room = text->room == 0 ? 64 : text->room * 2;
    if (room < wanted)
        room = wanted;
    text->bytes = sel_arena_grow(text->arena, text->bytes, text->len, room, 1);
    text->room = room;
}

void sel_text_add(sel_text *text, sel_str more)
{
    sel_text_reserve(text, more.len);
    if (more.len > 0)
        memcpy(text->bytes + text->len, more.ptr, more.len);
    text->len += more.len;
    text->bytes[text->len] = '\0';
}

void sel_text_add_char(sel_text *text, char c)
{
    sel_text_add(text, (sel_str){&c, 1});
}

void sel_text_printf(sel_text *text, const char *format, ...)
{
    va_list args;
    va_list again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (length > 0) {
        sel_text_reserve(text, (size_t)length);
        vsnprintf(text->bytes + text->len, (size_t)length + 1, format, again);
        text->len += (size_t)length;
    }
    va_end(again);
}

sel_str sel_text_str(const sel_text *text)
{
    return (sel_str){text->bytes, text->len};
}
