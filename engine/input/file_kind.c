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

/* What a file is, and what to do about it. */
typedef struct kind {
    sel_str start;
    const char *what;
    const char *advice;
} kind;

static const char get_data[] = "get the data file itself (XML or CSV)";

static const kind *binary_kind(sel_str begin)
{
    static const kind kinds[] = {
        {{"PK\x03\x04", 4},
         "a spreadsheet (XLSX) or ZIP archive",
         "save a spreadsheet as \"CSV UTF-8\", unpack an archive"},
        {{"%PDF", 4}, "a PDF document", get_data},
        {{"\x1F\x8B", 2}, "a compressed file (gzip)", "unpack it first (gunzip)"},
        {{"\xD0\xCF\x11\xE0", 4},
         "an old Excel or Word file",
         "save it as \"CSV UTF-8\" or get the XML"},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (sel_str_starts(begin, kinds[i].start))
            return &kinds[i];
    return NULL;
}

const char *sel_file_kind_not_xml(sel_str begin, const char **advice)
{
    const kind *binary = binary_kind(begin);
    *advice = binary == NULL ? get_data : binary->advice;
    if (binary != NULL)
        return binary->what;
    if (sel_file_kind_is_utf16(begin))
        return NULL;
    begin = first_letters(begin);
    if (begin.len == 0)
        return "an empty file";
    if (starts_with_word(begin, SEL_STR("<!doctype html")) ||
        starts_with_word(begin, SEL_STR("<html"))) {
        *advice = "download the file that the page links to, not the page";
        return "a web page (HTML)";
    }
    return begin.ptr[0] == '<' ? NULL : "text of another kind";
}
