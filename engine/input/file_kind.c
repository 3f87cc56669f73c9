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

static bool starts_with_word(sel_str begin, sel_str word)
{
    return sel_str_equal_ascii(sel_str_part(begin, 0, word.len), word);
}

/* What a file is that cannot be the XML of a register, and what to do about it. */
typedef struct kind {
    sel_str start;
    const char *what;
    const char *advice;
} kind;

static const kind binary_kinds[] = {
    {{"PK\x03\x04", 4},
     "a spreadsheet (XLSX) or ZIP archive",
     "save a spreadsheet as \"CSV UTF-8\", unpack an archive"},
    {{"%PDF", 4}, "a PDF document", "get the data file itself (XML or CSV)"},
    {{"\x1F\x8B", 2}, "a compressed file (gzip)", "unpack it first (gunzip)"},
    {{"\xD0\xCF\x11\xE0", 4},
     "an old Excel or Word file",
     "save it as \"CSV UTF-8\" or get the XML"},
};

static const kind *kind_of(sel_str begin)
{
    static const kind empty = {.what = "an empty file", .advice = "get the file again"};
    static const kind page = {.what = "a web page (HTML)",
                              .advice = "download the file that the page links to, not the page"};
    static const kind other = {.what = "text of another kind",
                               .advice = "get the data file itself (XML or CSV)"};
    for (size_t i = 0; i < sizeof binary_kinds / sizeof binary_kinds[0]; i++)
        if (sel_str_starts(begin, binary_kinds[i].start))
            return &binary_kinds[i];
    if (sel_file_kind_is_utf16(begin))
        return NULL;
    begin = first_letters(begin);
    if (begin.len == 0)
        return &empty;
    if (starts_with_word(begin, SEL_STR("<!doctype html")) ||
        starts_with_word(begin, SEL_STR("<html")))
        return &page;
    return begin.ptr[0] == '<' ? NULL : &other;
}

const char *sel_file_kind_not_xml(sel_str begin)
{
    const kind *found = kind_of(begin);
    return found == NULL ? NULL : found->what;
}

const char *sel_file_kind_advice(sel_str begin)
{
    const kind *found = kind_of(begin);
    return found == NULL ? NULL : found->advice;
}
