/** xlsx_fixture.h - small workbooks built by libzip from the XML of their parts. */
#ifndef SEL_TESTS_XLSX_FIXTURE_H
#define SEL_TESTS_XLSX_FIXTURE_H

#include "base/str.h"

#include <zip.h>

typedef struct fixture_part {
    const char *name;
    sel_str content;
} fixture_part;

static inline void fixture_must(bool holds)
{
    if (!holds)
        abort();
}

/* Calls that change the archive before it is written. */
typedef void fixture_change(zip_t *zip);

/** Archive of parts (ended by a NULL name) in arena. change may be NULL. */
static inline sel_str fixture_zip(sel_arena *arena, const fixture_part *parts,
                                  fixture_change *change)
{
    zip_error_t fault;
    zip_error_init(&fault);
    zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, &fault);
    zip_t *zip = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &fault);
    fixture_must(zip != NULL);
    zip_source_keep(target);
    for (; parts->name != NULL; parts++) {
        zip_source_t *content = zip_source_buffer(zip, parts->content.ptr, parts->content.len, 0);
        fixture_must(zip_file_add(zip, parts->name, content, ZIP_FL_ENC_UTF_8) >= 0);
    }
    if (change != NULL)
        change(zip);
    fixture_must(zip_close(zip) == 0);
    zip_stat_t about;
    fixture_must(zip_source_stat(target, &about) == 0);
    char *bytes = sel_arena_array(arena, about.size, 1);
    fixture_must(zip_source_open(target) == 0);
    fixture_must(zip_source_read(target, bytes, about.size) == (zip_int64_t)about.size);
    zip_source_close(target);
    zip_source_free(target);
    return (sel_str){bytes, about.size};
}

#define FIXTURE_MAIN   "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define FIXTURE_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const char fixture_workbook[] =
    "<workbook xmlns='" FIXTURE_MAIN "' xmlns:r='" FIXTURE_OFFICE "'><sheets>"
    "<sheet name='Answers' sheetId='1' r:id='rId1'/></sheets></workbook>";

static const char fixture_relations[] =
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='rId1' Type='" FIXTURE_OFFICE "/worksheet' Target='worksheets/sheet1.xml'/>"
    "<Relationship Id='rId2' Type='" FIXTURE_OFFICE "/sharedStrings' Target='sharedStrings.xml'/>"
    "<Relationship Id='rId3' Type='" FIXTURE_OFFICE "/styles' Target='/xl/styles.xml'/>"
    "</Relationships>";

/* Style 0 plain, 1 built-in date, 2 own date, 3 percent, 4 time, 5 own month. */
static const char fixture_styles[] =
    "<styleSheet xmlns='" FIXTURE_MAIN "'><numFmts count='2'>"
    "<numFmt numFmtId='164' formatCode='[$-421]dd\\ mmmm\\ yyyy;@'/>"
    "<numFmt numFmtId='165' formatCode='mmm\\-yy'/></numFmts>"
    "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs count='6'>"
    "<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='9'/>"
    "<xf numFmtId='21'/><xf numFmtId='165'/></cellXfs></styleSheet>";

/** What of a workbook a test chooses; NULL takes the usual part, "" none. */
typedef struct fixture_book {
    const char *workbook;
    const char *relations;
    const char *strings;
    const char *styles;
    const char *rows; /* the inside of <sheetData> */
    const char *sheet;
} fixture_book;

static inline sel_str fixture_text(const char *text, const char *usual)
{
    return sel_str_of(text == NULL ? usual : text);
}

static inline sel_str fixture_book_bytes(sel_arena *arena, const fixture_book *book)
{
    sel_str sheet = book->sheet != NULL
                        ? sel_str_of(book->sheet)
                        : sel_str_printf(arena,
                                         "<?xml version='1.0' encoding='UTF-8'?>\n"
                                         "<worksheet xmlns='" FIXTURE_MAIN "'><sheetData>%s"
                                         "</sheetData></worksheet>",
                                         book->rows == NULL ? "" : book->rows);
    const fixture_part usual[] = {
        {"xl/workbook.xml", fixture_text(book->workbook, fixture_workbook)},
        {"xl/_rels/workbook.xml.rels", fixture_text(book->relations, fixture_relations)},
        {"xl/sharedStrings.xml",
         fixture_text(book->strings, "<sst xmlns='" FIXTURE_MAIN "'><si><t>one</t></si></sst>")},
        {"xl/styles.xml", fixture_text(book->styles, fixture_styles)},
        {"xl/worksheets/sheet1.xml", sheet},
    };
    fixture_part parts[sizeof usual / sizeof usual[0] + 1] = {0};
    size_t count = 0;
    for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++)
        if (usual[i].content.len > 0)
            parts[count++] = usual[i];
    return fixture_zip(arena, parts, NULL);
}

#endif
