/** workbook_parts.h - what the files behind workbook.h share. Private to input. */
#ifndef SEL_INPUT_WORKBOOK_PARTS_H
#define SEL_INPUT_WORKBOOK_PARTS_H

#include "input/archive.h"
#include "input/cell_format.h"
#include "input/workbook.h"
#include "input/xml_records.h"

typedef struct sel_sheet {
    sel_str name;
    sel_str part; /**< name in the archive */
} sel_sheet;

struct sel_workbook {
    sel_archive *archive;
    sel_str file; /**< name as shown in messages */
    sel_arena *arena;
    sel_sheet sheets[SEL_WORKBOOK_SHEETS_MAX];
    uint32_t sheet_count;
    bool from_1904;
    sel_str *strings; /**< shared strings, NUL-terminated; grown outside the arena */
    uint32_t string_count;
    uint32_t string_room;
    sel_cell_format *formats; /**< by number of cell style */
    uint32_t format_count;
};

/** Read the records of a part, whose root must be called root. */
SEL_CHECKED
sel_status sel_workbook_part(sel_workbook *workbook, sel_str part, const char *root,
                             const sel_xml_format *format, sel_error *err);

/** Load the shared strings of a part. */
SEL_CHECKED
sel_status sel_workbook_strings(sel_workbook *workbook, sel_str part, sel_error *err);

/** Load the cell formats of a part. */
SEL_CHECKED
sel_status sel_workbook_formats(sel_workbook *workbook, sel_str part, sel_error *err);

/** Text of a string item (<si>, <is>): its runs joined, without phonetic guides, escapes
 *  ("_x000D_") resolved. NUL-terminated, in arena; at most SEL_CSV_CELL_MAX bytes, longer texts
 * give false. */
bool sel_workbook_text(const sel_xml_element *item, sel_arena *arena, sel_str *text);

/** Characters written as "_xHHHH_" (ECMA-376 part 1, 22.9.2.19) put in their place; NUL and
 *  surrogates stay escaped. NUL-terminated, in arena. */
sel_str sel_workbook_unescape(sel_str written, sel_arena *arena);

#endif
