#include "input/register_hxl.h"

#include "base/text.h"

enum { PARTS_MAX = 32 };

static size_t skip_blanks(sel_str text, size_t at)
{
    while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t'))
        at += 1;
    return at;
}

/* Length of the name at the beginning of text: a letter, then letters, digits and '_'. */
static size_t name_length(sel_str text)
{
    if (text.len == 0 || !sel_ascii_is_letter(text.ptr[0]))
        return 0;
    size_t length = 1;
    while (length < text.len && (sel_ascii_is_letter(text.ptr[length]) ||
                                 sel_ascii_is_digit(text.ptr[length]) || text.ptr[length] == '_'))
        length += 1;
    return length;
}

static int by_name(const void *a, const void *b)
{
    return sel_str_compare(*(const sel_str *)a, *(const sel_str *)b);
}

/* The name of the tag and its attributes as written; 0: it is no tag. */
static uint32_t take_apart(sel_str cell, sel_str parts[PARTS_MAX])
{
    sel_str text = sel_str_trim(cell);
    uint32_t count = 0;
    char sign = '#';
    for (size_t at = 0; at < text.len; at = skip_blanks(text, at)) {
        size_t length = name_length(sel_str_part(text, at + 1, text.len));
        if (text.ptr[at] != sign || length == 0 || count == PARTS_MAX)
            return 0;
        parts[count++] = sel_str_part(text, at + 1, length);
        at += 1 + length;
        sign = '+';
    }
    return count;
}

sel_str sel_hxl_tag(sel_arena *arena, sel_str cell)
{
    sel_str parts[PARTS_MAX];
    uint32_t count = take_apart(cell, parts);
    if (count == 0)
        return (sel_str){0};
    for (uint32_t i = 0; i < count; i++) {
        char *small = sel_arena_copy(arena, parts[i].ptr, parts[i].len);
        for (size_t c = 0; c < parts[i].len; c++)
            small[c] = sel_ascii_lower(small[c]);
        parts[i].ptr = small;
    }
    qsort(parts + 1, count - 1, sizeof parts[0], by_name);
    sel_text tag = {.arena = arena};
    for (uint32_t i = 0; i < count; i++) {
        if (i > 1 && sel_str_equal(parts[i], parts[i - 1]))
            continue;
        sel_text_add_char(&tag, i == 0 ? '#' : '+');
        sel_text_add(&tag, parts[i]);
    }
    return sel_text_str(&tag);
}

bool sel_hxl_is_tag_row(const sel_csv_row *row)
{
    sel_str parts[PARTS_MAX];
    uint32_t filled = 0;
    uint32_t tags = 0;
    for (uint32_t i = 0; i < row->count; i++) {
        sel_str cell = sel_csv_cell(row, i);
        filled += cell.len > 0;
        tags += take_apart(cell, parts) > 0;
    }
    return tags > 0 && tags * 2 >= filled;
}

static bool has_part(const sel_str *parts, uint32_t count, sel_str part)
{
    for (uint32_t i = 1; i < count; i++)
        if (sel_str_equal(parts[i], part))
            return true;
    return false;
}

sel_str sel_hxl_field(const sel_reference *reference, sel_str tag)
{
    sel_str parts[PARTS_MAX];
    sel_str wanted[PARTS_MAX];
    uint32_t count = take_apart(tag, parts);
    uint32_t most = 0;
    sel_str field = {0};
    for (uint32_t i = 0; count > 0 && i < reference->hxl.count; i++) {
        uint32_t needed = take_apart(reference->hxl.list[i].written, wanted);
        bool fits = needed > most && sel_str_equal(wanted[0], parts[0]);
        for (uint32_t j = 1; fits && j < needed; j++)
            fits = has_part(parts, count, wanted[j]);
        if (fits) {
            most = needed;
            field = reference->hxl.list[i].means;
        }
    }
    return field;
}
