#include "report/write_workbook.h"

#include "report/phrases.h"
#include "report/sheet_guide.h"
#include "report/workbook.h"
#include "report/workbook_looks.h"

#include "base/fold.h"

/* Height of a line in points. */
enum { LINE_HEIGHT = 15 };

/* Widths in characters: labels and codes, names, answers. */
enum { LABEL_WIDTH = 26, NAME_WIDTH = 38, ANSWER_WIDTH = 19, GUIDE_WIDTH = 76 };

/* Bound of numbers without a range of their own. */
static const double NUMBER_MAX = 1e15;

/* Cells that fit a page upright, and a page across at a readable size. */
enum { UPRIGHT_CELLS = 6, PAGE_CELLS = 11, PAPER_A4 = 9 };

/* Characters of the draft notice above a page: headers end at 255. */
enum { DRAFT_MAX = 200 };

/* Years that dates of answers may lie in. */
enum { FIRST_YEAR = 1990, LAST_YEAR = 2099 };

/* The sheet behind the drop-downs: a plain name, as references to it are not quoted. */
#define LISTS_SHEET "selaras_lists"

typedef struct writing {
    sel_workbook book;
    const sel_sheet *sheet;
    const sel_words *words;
    sel_workbook_looks looks;
    lxw_worksheet *answers;
    uint32_t row;         /* of the sheet being written */
    uint32_t first_table; /* row of the first header */
} writing;

/* --- what may be entered --- */

/* "=selaras_lists!$C$1:$C$7": each list is a column of the hidden sheet. */
static char *list_place(writing *w, const sel_sheet_list *list)
{
    uint32_t column = 0;
    while (w->sheet->lists[column] != list)
        column++;
    char first[LXW_MAX_CELL_NAME_LENGTH];
    char last[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell_abs(first, 0, (lxw_col_t)column, 1, 1);
    lxw_rowcol_to_cell_abs(last, list->count - 1, (lxw_col_t)column, 1, 1);
    sel_str place = sel_str_printf(w->book.arena, "=" LISTS_SHEET "!%s:%s", first, last);
    return sel_arena_copy(w->book.arena, place.ptr, place.len);
}

static char *say(writing *w, const char *id, size_t limit)
{
    return sel_workbook_short(&w->book, sel_phrase(w->words, id), limit);
}

static void demand_choice(writing *w, const sel_sheet_cell *cell, lxw_data_validation *rule)
{
    rule->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    rule->value_formula = list_place(w, cell->list);
    rule->error_type = LXW_VALIDATION_ERROR_TYPE_STOP;
    rule->error_message = say(w, "handout.need_choice", SEL_PROMPT_TEXT_MAX);
    /* Several answers in a cell are not an entry of the list, and proposals do not bind. */
    sel_item_type type = cell->item->type;
    if (type == SEL_ITEM_SELECT_MULTIPLE || type == SEL_ITEM_RANK || type == SEL_ITEM_TEXT)
        rule->show_error = LXW_VALIDATION_OFF;
}

/* Not a stop: "don't know" is an answer to such questions too. */
static void demand_value(writing *w, const sel_item *item, lxw_data_validation *rule)
{
    rule->error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    rule->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    if (item->type == SEL_ITEM_DATE) {
        rule->validate = LXW_VALIDATION_TYPE_DATE;
        rule->minimum_datetime = (lxw_datetime){.year = FIRST_YEAR, .month = 1, .day = 1};
        rule->maximum_datetime = (lxw_datetime){.year = LAST_YEAR, .month = 12, .day = 31};
        rule->error_message = say(w, "handout.need_date", SEL_PROMPT_TEXT_MAX);
        return;
    }
    if (item->type != SEL_ITEM_INTEGER && item->type != SEL_ITEM_DECIMAL)
        return;
    bool whole = item->type == SEL_ITEM_INTEGER;
    rule->validate = whole ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL;
    rule->minimum_number = whole ? (double)item->low : item->real_low;
    rule->maximum_number = whole ? (double)item->high : item->real_high;
    if (!item->has_range) {
        rule->minimum_number = -NUMBER_MAX;
        rule->maximum_number = NUMBER_MAX;
    }
    sel_arena *arena = w->book.arena;
    sel_str message = item->has_range ? sel_say(arena, w->words, "handout.need_range", "range",
                                                sel_item_range(item, arena).ptr, NULL)
                                      : sel_phrase(w->words, "handout.need_number");
    rule->error_message = sel_workbook_short(&w->book, message, SEL_PROMPT_TEXT_MAX);
}

/* Every question has a rule of its own, as its text pops up beside the cell. */
static void guard(writing *w, uint32_t row, uint32_t column, const sel_sheet_cell *cell)
{
    lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_ANY,
                                .ignore_blank = LXW_VALIDATION_ON,
                                .show_input = LXW_VALIDATION_ON,
                                .show_error = LXW_VALIDATION_ON,
                                .dropdown = LXW_VALIDATION_ON};
    if (cell->list != NULL)
        demand_choice(w, cell, &rule);
    else
        demand_value(w, cell->item, &rule);
    sel_str text = cell->hint.len == 0
                       ? cell->label
                       : sel_str_printf(w->book.arena, "%.*s\n%.*s", SEL_STR_ARG(cell->label),
                                        SEL_STR_ARG(cell->hint));
    rule.input_message = sel_workbook_short(&w->book, text, SEL_PROMPT_TEXT_MAX);
    sel_workbook_check(&w->book,
                       worksheet_data_validation_cell(w->answers, row, (lxw_col_t)column, &rule));
}

/* --- sheets --- */

/* Lines that a text takes in a cell of this width; programs do not all find it out themselves. */
static uint32_t lines_in(sel_str text, uint32_t width)
{
    return (uint32_t)(sel_fold_length(text) / width) + 1;
}

static void set_lines(writing *w, lxw_worksheet *sheet, uint32_t row, uint32_t lines)
{
    if (lines > 1)
        sel_workbook_check(&w->book, worksheet_set_row(sheet, row, LINE_HEIGHT * lines, NULL));
}

static uint32_t width_of(uint32_t column)
{
    return column == 0 ? LABEL_WIDTH : column == 1 ? NAME_WIDTH : ANSWER_WIDTH;
}

static void put_row(writing *w, const sel_sheet_row *row)
{
    uint32_t lines = 1;
    for (uint32_t c = 0; c < row->count; c++) {
        const sel_sheet_cell *cell = &row->cells[c];
        sel_item_type type = cell->item == NULL ? SEL_ITEM_TEXT : cell->item->type;
        sel_workbook_answer(&w->book, w->answers, w->row, c, type, cell->text,
                            sel_workbook_look(&w->looks, cell));
        if (cell->role == SEL_SHEET_ANSWER)
            guard(w, w->row, c, cell);
        uint32_t needed = lines_in(cell->text, width_of(c));
        lines = needed > lines ? needed : lines;
    }
    set_lines(w, w->answers, w->row++, lines);
}

static void put_block(writing *w, const sel_sheet_block *block)
{
    w->row += block->gap;
    if (w->first_table == 0 && sel_sheet_has_header(block))
        w->first_table = w->row;
    for (uint32_t r = 0; r < block->row_count; r++)
        put_row(w, &block->rows[r]);
}

/* Headers and footers take "&" for a command. */
static const char *band(writing *w, const char *place, sel_str text)
{
    sel_text out = {.arena = w->book.arena};
    sel_text_add(&out, sel_str_of(place));
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '&')
            sel_text_add_char(&out, '&');
        sel_text_add_char(&out, text.ptr[i]);
    }
    return out.bytes;
}

static uint32_t sheet_width(const sel_sheet *sheet)
{
    uint32_t width = 0;
    for (uint32_t i = 0; i < sheet->block_count; i++) {
        uint32_t cells = sel_sheet_block_width(&sheet->blocks[i]);
        width = cells > width ? cells : width;
    }
    return width;
}

/* On paper: as many pages across as stay readable, and at the foot which form it is. */
static void set_paper(writing *w, uint32_t width)
{
    worksheet_set_paper(w->answers, PAPER_A4);
    if (width > UPRIGHT_CELLS)
        worksheet_set_landscape(w->answers);
    worksheet_fit_to_pages(w->answers, (uint16_t)((width - 1) / PAGE_CELLS + 1), 0);
    sel_str edition = sel_guide_edition(w->sheet, w->words, w->book.arena);
    sel_str foot = sel_str_printf(w->book.arena, "%s&R&P / &N", band(w, "&L", edition));
    sel_workbook_check(&w->book, worksheet_set_footer(w->answers, foot.ptr));
    if (w->sheet->draft)
        sel_workbook_check(
            &w->book,
            worksheet_set_header(w->answers,
                                 band(w, "&C&B", sel_str_of(say(w, "handout.draft", DRAFT_MAX)))));
}

static void put_answers(writing *w)
{
    w->answers = sel_workbook_sheet(
        &w->book, say(w, w->sheet->draft ? "handout.answers_draft" : "handout.answers", 31));
    if (w->answers == NULL)
        return;
    uint32_t width = sheet_width(w->sheet);
    for (uint32_t c = 0; c < width; c++)
        sel_workbook_check(&w->book, worksheet_set_column(w->answers, (lxw_col_t)c, (lxw_col_t)c,
                                                          width_of(c), NULL));
    for (uint32_t i = 0; i < w->sheet->block_count; i++)
        put_block(w, &w->sheet->blocks[i]);
    if (w->first_table > 0)
        worksheet_freeze_panes(w->answers, w->first_table + 1, 0);
    set_paper(w, width);
    worksheet_activate(w->answers);
}

static void put_line(writing *w, lxw_worksheet *sheet, sel_str text, lxw_format *format)
{
    sel_workbook_text(&w->book, sheet, w->row, 0, text, format);
    /* Larger letters fill a line with fewer of them. */
    uint32_t width = format == w->looks.line ? GUIDE_WIDTH : GUIDE_WIDTH * 2 / 3;
    uint32_t lines = lines_in(text, width) + (format == w->looks.title);
    set_lines(w, sheet, w->row++, lines);
}

/* One line for each column and row whose question says more about itself. */
static void put_meanings(writing *w, lxw_worksheet *sheet, const sel_sheet_block *block)
{
    sel_arena *arena = w->book.arena;
    const sel_sheet_row *header = &block->rows[0];
    for (uint32_t c = 0; c < header->count; c++) {
        sel_str note = sel_guide_column(block, c);
        if (note.len > 0)
            put_line(w, sheet,
                     sel_str_printf(arena, "%.*s: %.*s", SEL_STR_ARG(header->cells[c].text),
                                    SEL_STR_ARG(note)),
                     w->looks.line);
    }
    for (uint32_t r = 1; r < block->row_count; r++) {
        const sel_sheet_row *row = &block->rows[r];
        sel_str note = sel_guide_row(block, r);
        bool named = row->cells[1].role == SEL_SHEET_LABEL;
        if (note.len > 0)
            put_line(w, sheet,
                     sel_str_printf(arena, "%.*s%s%.*s: %.*s", SEL_STR_ARG(row->cells[0].text),
                                    named ? " " : "", SEL_STR_ARG(row->cells[1].text),
                                    SEL_STR_ARG(note)),
                     w->looks.line);
    }
}

static void put_guide(writing *w)
{
    lxw_worksheet *sheet = sel_workbook_sheet(&w->book, say(w, "handout.read_me", 31));
    if (sheet == NULL)
        return;
    w->row = 0;
    sel_workbook_check(&w->book, worksheet_set_column(sheet, 0, 0, GUIDE_WIDTH, NULL));
    put_line(w, sheet, w->sheet->title, w->looks.title);
    put_line(w, sheet, sel_guide_edition(w->sheet, w->words, w->book.arena), w->looks.line);
    if (w->sheet->draft)
        put_line(w, sheet, sel_phrase(w->words, "handout.draft"), w->looks.heading);
    w->row += 1;
    put_line(w, sheet, sel_phrase(w->words, "handout.how"), w->looks.heading);
    sel_lines steps = sel_guide_steps(w->words, SEL_ON_SCREEN, w->book.arena);
    for (uint32_t i = 0; i < steps.count; i++)
        put_line(w, sheet,
                 sel_str_printf(w->book.arena, "%u. %.*s", i + 1, SEL_STR_ARG(steps.lines[i])),
                 w->looks.line);
    w->row += 1;
    put_line(w, sheet, sel_phrase(w->words, "handout.meanings"), w->looks.heading);
    for (uint32_t i = 0; i < w->sheet->block_count; i++)
        if (sel_sheet_has_header(&w->sheet->blocks[i]))
            put_meanings(w, sheet, &w->sheet->blocks[i]);
    worksheet_set_paper(sheet, PAPER_A4);
    worksheet_fit_to_pages(sheet, 1, 0);
    if (w->sheet->right_to_left)
        worksheet_right_to_left(sheet);
}

static void put_lists(writing *w)
{
    lxw_worksheet *sheet = sel_workbook_sheet(&w->book, LISTS_SHEET);
    if (sheet == NULL)
        return;
    for (uint32_t c = 0; c < w->sheet->list_count; c++)
        for (uint32_t r = 0; r < w->sheet->lists[c]->count; r++)
            sel_workbook_text(&w->book, sheet, r, c, w->sheet->lists[c]->entries[r], NULL);
    worksheet_hide(sheet);
}

sel_status sel_write_sheet_workbook(const sel_sheet *sheet, const sel_words *words,
                                    const char *path, sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    writing w = {
        .book = sel_workbook_start(path, sheet->title, arena), .sheet = sheet, .words = words};
    if (w.book.book != NULL) {
        w.looks = sel_workbook_looks_make(w.book.book);
        put_answers(&w);
        if (w.answers != NULL && sheet->right_to_left)
            worksheet_right_to_left(w.answers);
        put_guide(&w);
        put_lists(&w);
    }
    sel_status status = sel_workbook_end(&w.book, err);
    sel_arena_destroy(arena);
    return status;
}
