#include "input/file_kind.h"

bool sel_file_kind_is_utf16(sel_str begin)
{
    static const sel_str starts[] = {{"\xFE\xFF", 2}, {"\xFF\xFE", 2}, {"\0<", 2}, {"<\0", 2}};
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        if (sel_str_starts(begin, starts[i]))
            return true;
    return false;
}

/* Without a byte order mark and blanks. */
static sel_str first_letters(sel_str begin)
{
    if (sel_str_starts(begin, SEL_STR("\xEF\xBB\xBF")))
        begin = sel_str_part(begin, 3, begin.len);
    return sel_str_trim(begin);
}

bool sel_file_kind_looks_like_xml(sel_str begin)
{
    return sel_str_starts(first_letters(begin), SEL_STR("<"));
}

const char *sel_file_kind_not_data(sel_str begin)
{
    static const sel_str starts[] = {{"%PDF", 4}, {"\x1F\x8B", 2}, {"\xD0\xCF\x11\xE0", 4}};
    bool known = first_letters(begin).len == 0 || sel_file_kind_looks_like_xml(begin);
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        known |= sel_str_starts(begin, starts[i]);
    return known ? sel_file_kind_not_xml(begin) : NULL;
}

static bool starts_with_word(sel_str begin, sel_str word)
{
    return sel_str_equal_ascii(sel_str_part(begin, 0, word.len), word);
}

const char *sel_file_kind_not_xml(sel_str begin)
{
    static const struct {
        sel_str start;
        const char *what;
    } kinds[] = {
        {{"PK\x03\x04", 4}, "a spreadsheet (XLSX) or ZIP archive"},
        {{"%PDF", 4}, "a PDF document"},
        {{"\x1F\x8B", 2}, "a compressed file (gzip)"},
        {{"\xD0\xCF\x11\xE0", 4}, "an old Excel or Word file"},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (sel_str_starts(begin, kinds[i].start))
            return kinds[i].what;
    if (sel_file_kind_is_utf16(begin))
        return NULL;
    begin = first_letters(begin);
    if (begin.len == 0)
        return "an empty file";
    if (starts_with_word(begin, SEL_STR("<!doctype html")) ||
        starts_with_word(begin, SEL_STR("<html")))
        return "a web page (HTML)";
    return begin.ptr[0] == '<' ? NULL : "text of another kind";
}
