/** labelled_texts.h - titles and descriptions of labelled records, read as labels/draw.py reads
 * them and not by the engine's readers, so that a measure of the tagger is of the tagger alone.
 *
 * A record of XML is the text of the title and description elements of the activity that begins on
 * the label's line; one of a table is the cells of the named columns of the row that begins there.
 * A table's column "theme" is the theme; notes are not read, as the tagger does not read them. */
#ifndef SEL_TESTS_LABELLED_TEXTS_H
#define SEL_TESTS_LABELLED_TEXTS_H

#include "base/text.h"
#include "check_suite.h"
#include "input/csv.h"
#include "input/encoding.h"

#include <inttypes.h>

typedef struct labelled_text {
    sel_str file;
    uint64_t line;
    sel_str record;
    sel_str title, description, theme; /* filled in */
    bool found;
} labelled_text;

enum { TEXT_COLUMNS_MAX = 4 };

/** A table of draw.py: which columns say what. */
typedef struct labelled_table {
    const char *file;
    const char *encoding; /* NULL: UTF-8. Some bytes of the cp1252 file have no letter there */
    const char *titles[TEXT_COLUMNS_MAX];
    const char *descriptions[TEXT_COLUMNS_MAX];
    const char *theme;
} labelled_table;

static const labelled_table labelled_tables[] = {
    {"crs/devinit_crs_identity.csv",
     "ISO-8859-1",
     {"project_title", "short_description"},
     {"long_description"},
     NULL},
    {"crs/devinit_iati_identity.csv", NULL, {"title"}, {"description"}, NULL},
    {"3w/libhxljs_sample-data.csv",
     NULL,
     {"Genre d'activit\xC3\xA9"},
     {"Description de l'activit\xC3\xA9", "Commentaires"},
     NULL},
    {"register-csv/cyber_projects.csv", NULL, {"title"}, {NULL}, "theme"},
    {"register-csv/koica_cyber_egov_1991-2009.csv", NULL, {"project_name"}, {NULL}, NULL},
    {"register-csv/TimorLesteAIMS/projects.csv", NULL, {"project_title"}, {NULL}, NULL},
};

/** Those labels of one file that are filled in. */
typedef struct filling {
    const labelled_table *table;
    labelled_text *texts;
    uint32_t count;
    sel_arena *arena;
    sel_str header[64];
    uint32_t columns;
} filling;

static inline sel_str cells_of(const filling *f, const sel_csv_row *row, const char *const *names)
{
    sel_text text = {.arena = f->arena};
    for (uint32_t n = 0; n < TEXT_COLUMNS_MAX && names[n] != NULL; n++)
        for (uint32_t i = 0; i < f->columns; i++)
            if (sel_str_is(f->header[i], names[n])) {
                if (text.len > 0)
                    sel_text_add(&text, SEL_STR(". "));
                sel_text_add(&text, sel_csv_cell(row, i));
            }
    return sel_text_str(&text);
}

static inline bool take_labelled_row(void *to, const sel_csv_row *row)
{
    filling *f = to;
    for (; row->row == 1 && f->columns < row->count; f->columns++)
        f->header[f->columns] = sel_str_copy(f->arena, sel_csv_cell(row, f->columns));
    const char *const theme[TEXT_COLUMNS_MAX] = {f->table->theme};
    for (uint32_t i = 0; i < f->count; i++)
        if (f->texts[i].line == row->line) {
            f->texts[i].title = cells_of(f, row, f->table->titles);
            f->texts[i].description = cells_of(f, row, f->table->descriptions);
            f->texts[i].theme = cells_of(f, row, theme);
            f->texts[i].found = true;
        }
    return true;
}

static inline void fill_from_table(sel_bytes *bytes, const labelled_table *table,
                                   labelled_text *texts, uint32_t count, sel_arena *arena)
{
    filling f = {.table = table, .texts = texts, .count = count, .arena = arena};
    sel_encoding encoding;
    sel_error err = {0};
    ck_assert_msg(table->encoding == NULL ||
                      sel_encoding_settle(bytes, table->encoding, NULL, &encoding, &err) == SEL_OK,
                  "%s", err.message);
    ck_assert_msg(sel_csv_read(bytes, ',', take_labelled_row, &f, NULL, &err) == SEL_OK,
                  "%s: line %" PRIu64 ": %s", table->file, err.line, err.message);
}

/* One of the five entities or a number; what it stands for goes to into. */
static inline void add_entity(sel_text *into, sel_str name)
{
    static const struct {
        const char *name;
        char stands_for;
    } five[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    for (size_t i = 0; i < sizeof five / sizeof five[0]; i++)
        if (sel_str_is(name, five[i].name))
            sel_text_add_char(into, five[i].stands_for);
    if (name.len > 1 && name.ptr[0] == '#') {
        bool hex = name.ptr[1] == 'x';
        unsigned long code = strtoul(name.ptr + (hex ? 2 : 1), NULL, hex ? 16 : 10);
        if (code < 0x80)
            sel_text_add_char(into, (char)code);
        else if (code < 0x800)
            sel_text_printf(into, "%c%c", (int)(0xC0 | code >> 6), (int)(0x80 | (code & 0x3F)));
        else
            sel_text_printf(into, "%c%c%c", (int)(0xE0 | code >> 12),
                            (int)(0x80 | (code >> 6 & 0x3F)), (int)(0x80 | (code & 0x3F)));
    }
}

static inline void add_characters(sel_text *into, sel_str text)
{
    while (text.len > 0) {
        size_t at = sel_str_find(text, SEL_STR("&"));
        sel_text_add(into, sel_str_part(text, 0, at));
        text = sel_str_part(text, at, text.len);
        size_t end = sel_str_find(text, SEL_STR(";"));
        if (text.len == 0)
            return;
        add_entity(into, sel_str_part(text, 1, end - 1));
        text = sel_str_part(text, end + 1, text.len);
    }
}

/* Length of the markup that text begins with, up to and with its end. */
static inline size_t markup_length(sel_str text)
{
    static const char *const pairs[][2] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};
    for (size_t i = 0; i < 3; i++)
        if (sel_str_starts(text, sel_str_of(pairs[i][0])))
            return sel_str_find(text, sel_str_of(pairs[i][1])) + strlen(pairs[i][1]);
    char quote = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (quote != 0)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return i + 1;
    }
    return text.len;
}

static inline bool tag_is(sel_str markup, const char *name)
{
    size_t length = strlen(name);
    return markup.len > length + 1 && memcmp(markup.ptr + 1, name, length) == 0 &&
           strchr(" \t\r\n>", markup.ptr[length + 1]) != NULL;
}

/** Texts of the activity that xml begins with; false when it never ends. */
static inline bool fill_from_activity(sel_str xml, labelled_text *into, sel_arena *arena)
{
    sel_text title = {.arena = arena};
    sel_text description = {.arena = arena};
    sel_text *now = NULL;
    for (int depth = 0; xml.len > 0;) {
        size_t length = sel_str_find(xml, SEL_STR("<"));
        if (now != NULL)
            add_characters(now, sel_str_part(xml, 0, length));
        xml = sel_str_part(xml, length, xml.len);
        sel_str markup = sel_str_part(xml, 0, markup_length(xml));
        xml = sel_str_part(xml, markup.len, xml.len);
        if (sel_str_starts(markup, SEL_STR("<![CDATA[")) && now != NULL)
            sel_text_add(now, sel_str_part(markup, 9, markup.len - 12));
        if (markup.len < 3 || markup.ptr[1] == '!' || markup.ptr[1] == '?')
            continue;
        if (markup.ptr[1] == '/') {
            depth -= 1;
            now = depth > 1 ? now : NULL;
        } else if (markup.ptr[markup.len - 2] != '/') {
            if (depth == 1)
                now = tag_is(markup, "title")         ? &title
                      : tag_is(markup, "description") ? &description
                                                      : NULL;
            if (now != NULL && now->len > 0)
                sel_text_add_char(now, ' ');
            depth += 1;
        }
        if (depth == 0) {
            into->title = sel_text_str(&title);
            into->description = sel_text_str(&description);
            return true;
        }
    }
    return false;
}

/* Where line begins; LF, CR and CR LF each end one. */
static inline sel_str from_line(sel_str text, uint64_t line)
{
    for (uint64_t number = 1; number < line; number++) {
        size_t end = 0;
        while (end < text.len && text.ptr[end] != '\n' && text.ptr[end] != '\r')
            end++;
        bool both = end + 1 < text.len && text.ptr[end] == '\r' && text.ptr[end + 1] == '\n';
        text = sel_str_part(text, end + (both ? 2 : 1), text.len);
    }
    return text;
}

static inline void fill_from_xml(sel_bytes *bytes, labelled_text *texts, uint32_t count,
                                 sel_arena *arena)
{
    sel_error err = {0};
    bool all = false;
    ck_assert(sel_bytes_hold(bytes, SIZE_MAX, &all, &err) == SEL_OK && all);
    sel_str held = sel_bytes_held(bytes);
    for (uint32_t i = 0; i < count; i++) {
        sel_str xml = from_line(held, texts[i].line);
        for (bool done = false; !done && xml.len > 0;) {
            xml = sel_str_part(xml, sel_str_find(xml, SEL_STR("<iati-activity")), xml.len);
            size_t end = sel_str_find(xml, SEL_STR("</iati-activity>"));
            done = sel_str_find(sel_str_part(xml, 0, end), texts[i].record) < end;
            if (!done)
                xml = sel_str_part(xml, 1, xml.len);
        }
        texts[i].found = fill_from_activity(xml, &texts[i], arena);
    }
}

/** Fill in the texts of count labels, all of one file of the folder. */
static inline void labelled_texts_fill(const char *folder, labelled_text *texts, uint32_t count,
                                       sel_arena *arena)
{
    sel_bytes *bytes = NULL;
    sel_error err = {0};
    sel_str path = sel_str_printf(arena, "%s/%.*s", folder, SEL_STR_ARG(texts[0].file));
    ck_assert_msg(sel_bytes_open(path.ptr, &bytes, &err) == SEL_OK, "%s", path.ptr);
    const labelled_table *table = NULL;
    for (size_t i = 0; i < sizeof labelled_tables / sizeof labelled_tables[0]; i++)
        if (sel_str_is(texts[0].file, labelled_tables[i].file))
            table = &labelled_tables[i];
    if (table != NULL)
        fill_from_table(bytes, table, texts, count, arena);
    else
        fill_from_xml(bytes, texts, count, arena);
    sel_bytes_close(bytes);
}

#endif
