#include "input/response_sheet.h"

#include <csv.h>

static bool needs_quotes(sel_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (memchr(",;\"\r\n", text.ptr[i], 5) != NULL)
            return true;
    return false;
}

static void put_cell(sel_text *out, sel_str text)
{
    if (!needs_quotes(text)) {
        sel_text_add(out, text);
        return;
    }
    size_t room = csv_write(NULL, 0, text.ptr, text.len);
    char *quoted = sel_arena_array(out->arena, room, 1);
    csv_write(quoted, room, text.ptr, text.len);
    sel_text_add(out, (sel_str){quoted, room});
}

static void put_row(sel_text *out, const sel_sheet_row *row)
{
    for (uint32_t i = 0; i < row->count; i++) {
        if (i > 0)
            sel_text_add_char(out, ',');
        put_cell(out, row->cells[i].text);
    }
    sel_text_add(out, SEL_STR("\r\n"));
}

void sel_response_sheet_write(const sel_sheet *sheet, sel_text *out)
{
    sel_text_add(out, SEL_STR("\xEF\xBB\xBF"));
    for (uint32_t b = 0; b < sheet->block_count; b++) {
        const sel_sheet_block *block = &sheet->blocks[b];
        if (block->gap)
            sel_text_add(out, SEL_STR("\r\n"));
        for (uint32_t r = 0; r < block->row_count; r++)
            put_row(out, &block->rows[r]);
    }
}
