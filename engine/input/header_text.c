#include "input/header_text.h"

#include "base/issues.h"
#include "base/text.h"

/* Bytes of the tag that text begins with: "<b>", "</span>", "<br/>"; 0: it is another sign. */
static size_t tag_length(sel_str text)
{
    if (text.len < 3 || text.ptr[0] != '<')
        return 0;
    char first = text.ptr[1] == '/' ? text.ptr[2] : text.ptr[1];
    const char *end = sel_ascii_is_letter(first) ? memchr(text.ptr, '>', text.len) : NULL;
    return end == NULL ? 0 : (size_t)(end - text.ptr) + 1;
}

/* The same for an entity; *sign is what it stands for. */
static size_t entity_length(sel_str text, const char **sign)
{
    static const char *const entities[][2] = {{"&nbsp;", " "}, {"&amp;", "&"},   {"&lt;", "<"},
                                              {"&gt;", ">"},   {"&quot;", "\""}, {"&#39;", "'"},
                                              {"&apos;", "'"}};
    for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++)
        if (sel_str_starts(text, sel_str_of(entities[i][0]))) {
            *sign = entities[i][1];
            return strlen(entities[i][0]);
        }
    return 0;
}

/* The same for "[12]" before a slash. */
static size_t index_length(sel_str text)
{
    size_t n = 1;
    if (text.len < 4 || text.ptr[0] != '[')
        return 0;
    while (n < text.len && sel_ascii_is_digit(text.ptr[n]))
        n += 1;
    return n > 1 && n + 1 < text.len && text.ptr[n] == ']' && text.ptr[n + 1] == '/' ? n + 1 : 0;
}

sel_str sel_header_plain(sel_arena *arena, sel_str header)
{
    static const char selected[] = " - Selected Choice";
    sel_text plain = {.arena = arena};
    for (size_t at = 0; at < header.len;) {
        sel_str rest = sel_str_part(header, at, header.len);
        const char *sign = " "; /* words on both sides of a tag are two words */
        size_t length = tag_length(rest);
        if (length == 0)
            length = entity_length(rest, &sign);
        if (length == 0) {
            sign = "";
            length = index_length(rest);
        }
        if (length == 0 && sel_str_starts(rest, sel_str_of(selected)))
            length = sizeof selected - 1;
        if (length > 0)
            sel_text_add(&plain, sel_str_of(sign));
        else
            sel_text_add_char(&plain, rest.ptr[0]);
        at += length > 0 ? length : 1;
    }
    sel_str text = sel_str_trim(sel_text_str(&plain));
    return sel_str_equal(text, header) ? header : text;
}

bool sel_header_coded(sel_str header, sel_coded_header *parts)
{
    static const char *const separators[] = {". ", ": ", " - "};
    size_t at = header.len;
    size_t length = 0;
    for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++) {
        size_t place = sel_str_find(header, sel_str_of(separators[i]));
        if (place < at) {
            at = place;
            length = strlen(separators[i]);
        }
    }
    if (at == 0 || at == header.len)
        return false;
    parts->code = sel_str_trim(sel_str_part(header, 0, at));
    parts->text = sel_str_part(header, at + length, header.len);
    size_t cut = sel_str_find(parts->text, SEL_STR(".."));
    size_t option = sel_str_find(parts->text, SEL_STR("["));
    parts->text = sel_str_trim(sel_str_part(parts->text, 0, cut < option ? cut : option));
    return parts->code.len > 0 && parts->text.len > 0;
}

sel_str sel_header_text_entry(sel_arena *arena, sel_str header)
{
    static const char ending[] = "_TEXT";
    size_t n = header.len;
    if (n < sizeof ending || !sel_str_is(sel_str_part(header, n - (sizeof ending - 1), n), ending))
        return (sel_str){0};
    n -= sizeof ending - 1;
    size_t digits = n;
    while (digits > 0 && sel_ascii_is_digit(header.ptr[digits - 1]))
        digits -= 1;
    if (digits == n || digits < 2 || header.ptr[digits - 1] != '_')
        return (sel_str){0};
    return sel_str_printf(arena, "%.*s_other", SEL_STR_ARG(sel_str_part(header, 0, digits - 1)));
}

const char *sel_header_letters(uint32_t column, char text[SEL_LETTERS_ROOM])
{
    char cell[24];
    sel_issue_cell(column, 1, cell);
    snprintf(text, SEL_LETTERS_ROOM, "[%.*s]", (int)strlen(cell) - 1, cell);
    return text;
}
