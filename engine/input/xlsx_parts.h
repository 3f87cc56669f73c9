/** xlsx_parts.h - what the files behind xlsx.h share. Private to input. */
#ifndef SEL_INPUT_XLSX_PARTS_H
#define SEL_INPUT_XLSX_PARTS_H

#include "input/archive.h"
#include "input/cell_format.h"
#include "input/xlsx.h"
#include "input/xml_records.h"

typedef struct sel_xlsx_sheet {
    sel_str name;
    sel_str part; /**< name in the archive */
} sel_xlsx_sheet;

struct sel_xlsx {
    sel_archive *archive;
    sel_str file; /**< name as shown in messages */
    sel_arena *arena;
    sel_xlsx_sheet sheets[SEL_XLSX_SHEETS_MAX];
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
sel_status sel_xlsx_part(sel_xlsx *workbook, sel_str part, const char *root,
                         const sel_xml_format *format, sel_error *err);

/** Say behind the message of a SEL_BAD_INPUT what the sender of a workbook can do about it, when it
 *  does not say so itself; returns status. */
sel_status sel_xlsx_advise(sel_status status, sel_error *err);

/** Load the shared strings of a part. */
SEL_CHECKED
sel_status sel_xlsx_strings(sel_xlsx *workbook, sel_str part, sel_error *err);

/** Load the cell formats of a part. */
SEL_CHECKED
sel_status sel_xlsx_formats(sel_xlsx *workbook, sel_str part, sel_error *err);

/** Text of a string item (<si>, <is>): its runs joined, without phonetic guides, escapes
 *  ("_x000D_") resolved. NUL-terminated, in arena; at most SEL_CSV_CELL_MAX bytes, longer texts
 * give false. */
bool sel_xlsx_text(const sel_xml_element *item, sel_arena *arena, sel_str *text);

/** Characters written as "_xHHHH_" (ECMA-376 part 1, 22.9.2.19) put in their place; NUL and
 *  surrogates stay escaped. NUL-terminated, in arena. */
sel_str sel_xlsx_unescape(sel_str written, sel_arena *arena);

#endif
