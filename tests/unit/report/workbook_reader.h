/** workbook_reader.h - a workbook taken apart by libzip and libxml2, which did not write it. */
#ifndef SEL_TESTS_WORKBOOK_READER_H
#define SEL_TESTS_WORKBOOK_READER_H

#include "base/index.h"
#include "base/text.h"
#include "check_suite.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <zip.h>

/** One part of the workbook as XML. */
typedef struct part {
    xmlDoc *document;
    xmlXPathContext *paths; /**< with the prefix m for the namespace of spreadsheets */
} part;

static inline part part_open(const char *path, const char *name)
{
    int code = 0;
    zip_t *archive = zip_open(path, ZIP_RDONLY, &code);
    ck_assert_msg(archive != NULL, "%s: zip error %d", path, code);
    zip_stat_t about;
    ck_assert_msg(zip_stat(archive, name, 0, &about) == 0, "no part %s", name);
    char *bytes = malloc(about.size);
    zip_file_t *file = zip_fopen(archive, name, 0);
    ck_assert_int_eq(zip_fread(file, bytes, about.size), (zip_int64_t)about.size);
    part read = {.document = xmlReadMemory(bytes, (int)about.size, name, NULL, XML_PARSE_NONET)};
    ck_assert_ptr_nonnull(read.document);
    read.paths = xmlXPathNewContext(read.document);
    xmlXPathRegisterNs(
        read.paths, (const xmlChar *)"m",
        (const xmlChar *)"http://schemas.openxmlformats.org/spreadsheetml/2006/main");
    zip_fclose(file);
    free(bytes);
    zip_discard(archive);
    return read;
}

static inline void part_close(part *read)
{
    xmlXPathFreeContext(read->paths);
    xmlFreeDoc(read->document);
}

/** Text that an XPath gives, in arena. */
static inline const char *part_text(const part *read, sel_arena *arena, const char *path)
{
    xmlXPathObject *found = xmlXPathEvalExpression((const xmlChar *)path, read->paths);
    ck_assert_msg(found != NULL, "not a path: %s", path);
    xmlChar *text = xmlXPathCastToString(found);
    const char *copy = sel_arena_copy(arena, (const char *)text, strlen((const char *)text));
    xmlFree(text);
    xmlXPathFreeObject(found);
    return copy;
}

static inline int part_count(const part *read, sel_arena *arena, const char *path)
{
    sel_str expression = sel_str_printf(arena, "count(%s)", path);
    return (int)strtol(part_text(read, arena, expression.ptr), NULL, 10);
}

/** The elements that an XPath finds, by the value of an attribute of theirs. */
typedef struct nodes {
    xmlXPathObject *found;
    sel_index *by_key; /**< numbers of found */
} nodes;

static inline nodes nodes_open(const part *read, const char *path, const char *key)
{
    nodes all = {.found = xmlXPathEvalExpression((const xmlChar *)path, read->paths),
                 .by_key = sel_index_create()};
    const xmlNodeSet *set = all.found->nodesetval;
    for (int i = 0; set != NULL && i < set->nodeNr; i++) {
        xmlChar *name = xmlGetProp(set->nodeTab[i], (const xmlChar *)key);
        ck_assert_uint_eq(sel_index_find(all.by_key, sel_str_of((const char *)name)), SEL_NONE);
        sel_index_add(all.by_key, sel_str_of((const char *)name));
        xmlFree(name);
    }
    return all;
}

static inline xmlNode *nodes_find(const nodes *all, const char *key)
{
    uint32_t number = sel_index_find(all->by_key, sel_str_of(key));
    return number == SEL_NONE ? NULL : all->found->nodesetval->nodeTab[number];
}

static inline void nodes_close(nodes *all)
{
    xmlXPathFreeObject(all->found);
    sel_index_destroy(all->by_key);
}

/** The cells of a sheet; all texts of these workbooks are shared ones. */
typedef struct cells {
    part sheet;
    part shared;
    nodes places;
    xmlXPathObject *texts;
} cells;

static inline cells cells_open(const char *path, const char *name)
{
    cells all = {.sheet = part_open(path, name), .shared = part_open(path, "xl/sharedStrings.xml")};
    all.places = nodes_open(&all.sheet, "//m:c", "r");
    all.texts = xmlXPathEvalExpression((const xmlChar *)"//m:si", all.shared.paths);
    return all;
}

static inline void cells_close(cells *all)
{
    xmlXPathFreeObject(all->texts);
    nodes_close(&all->places);
    part_close(&all->shared);
    part_close(&all->sheet);
}

/** Text of cell "B3" in arena, empty when there is none. */
static inline const char *cell_text(const cells *all, sel_arena *arena, const char *place)
{
    xmlNode *cell = nodes_find(&all->places, place);
    if (cell == NULL || cell->children == NULL)
        return "";
    xmlChar *type = xmlGetProp(cell, (const xmlChar *)"t");
    ck_assert_msg(type != NULL && strcmp((const char *)type, "s") == 0, "%s is no text", place);
    xmlFree(type);
    xmlChar *number = xmlNodeGetContent(cell);
    long at = strtol((const char *)number, NULL, 10);
    xmlFree(number);
    ck_assert(at >= 0 && at < all->texts->nodesetval->nodeNr);
    xmlChar *text = xmlNodeGetContent(all->texts->nodesetval->nodeTab[at]);
    const char *copy = sel_arena_copy(arena, (const char *)text, strlen((const char *)text));
    xmlFree(text);
    return copy;
}

/** "C14" of a row and a column, both from 0. */
static inline const char *cell_name(sel_arena *arena, uint32_t row, uint32_t column)
{
    return column < 26 ? sel_str_printf(arena, "%c%u", 'A' + (int)column, row + 1).ptr
                       : sel_str_printf(arena, "%c%c%u", 'A' + (int)column / 26 - 1,
                                        'A' + (int)column % 26, row + 1)
                             .ptr;
}

/** All bytes of a file in arena. */
static inline sel_str file_bytes(sel_arena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "no file %s", path);
    sel_text text = {.arena = arena};
    char buffer[4096];
    for (size_t got; (got = fread(buffer, 1, sizeof buffer, file)) > 0;)
        sel_text_add(&text, (sel_str){buffer, got});
    fclose(file);
    return sel_text_str(&text);
}

#endif
