#include "report/workbook_looks.h"

static lxw_format *boxed(lxw_workbook *book, uint32_t fill, const char *number_format)
{
    lxw_format *format = workbook_add_format(book);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, 0x8795A3);
    format_set_bg_color(format, fill);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (number_format != NULL)
        format_set_num_format(format, number_format);
    return format;
}

static lxw_format *plain(lxw_workbook *book, double size, bool bold)
{
    lxw_format *format = workbook_add_format(book);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_font_size(format, size);
    if (bold)
        format_set_bold(format);
    return format;
}

sel_workbook_looks sel_workbook_looks_make(lxw_workbook *book)
{
    enum { GREY = 0xEEF1F4, DARK = 0x175A8C, PALE = 0xFFFBE6, WHITE = 0xFFFFFF };
    sel_workbook_looks made = {.label = boxed(book, GREY, "@"),
                               .header = boxed(book, DARK, "@"),
                               .fact = boxed(book, GREY, "@"),
                               .text = boxed(book, PALE, "@"),
                               .number = boxed(book, PALE, NULL),
                               .date = boxed(book, PALE, "yyyy-mm-dd"),
                               .title = plain(book, 16, true),
                               .heading = plain(book, 12, true),
                               .line = plain(book, 11, false)};
    format_set_bold(made.header);
    format_set_font_color(made.header, WHITE);
    return made;
}

lxw_format *sel_workbook_look(const sel_workbook_looks *looks, const sel_sheet_cell *cell)
{
    switch (cell->role) {
    case SEL_SHEET_EMPTY:
        return NULL;
    case SEL_SHEET_FACT:
        return looks->fact;
    case SEL_SHEET_HEADER:
        return looks->header;
    case SEL_SHEET_LABEL:
        return looks->label;
    case SEL_SHEET_ANSWER:
        break;
    }
    switch (cell->item->type) {
    case SEL_ITEM_INTEGER:
    case SEL_ITEM_DECIMAL:
        return looks->number;
    case SEL_ITEM_DATE:
        return looks->date;
    case SEL_ITEM_TEXT:
    case SEL_ITEM_SELECT_ONE:
    case SEL_ITEM_SELECT_MULTIPLE:
    case SEL_ITEM_RANK:
        break;
    }
    return looks->text;
}
