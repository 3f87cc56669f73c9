#include "report/sheet_guide.h"

#include "report/phrases.h"

#include "base/text.h"

/* Lists with more entries are not printed beside every column. */
enum { PRINTED_ENTRIES_MAX = 16 };

static void add_line(sel_lines *lines, sel_arena *arena, sel_str line)
{
    lines->lines =
        sel_arena_one_more(arena, lines->lines, lines->count, &lines->room, sizeof *lines->lines);
    lines->lines[lines->count++] = line;
}

sel_lines sel_guide_steps(const sel_words *words, sel_medium medium, sel_arena *arena)
{
    static const char *const on_screen[] = {
        "handout.fill_screen", "handout.leave_open", "handout.several",     "handout.dates",
        "handout.keep",        "handout.disclosure", "handout.save_screen", NULL};
    static const char *const on_paper[] = {"handout.fill_paper", "handout.leave_open",
                                           "handout.dates",      "handout.disclosure",
                                           "handout.send_paper", NULL};
    const char *const *ids = medium == SEL_ON_SCREEN ? on_screen : on_paper;
    sel_lines lines = {0};
    for (; *ids != NULL; ids++)
        add_line(&lines, arena, sel_phrase(words, *ids));
    return lines;
}

static const sel_sheet_cell *answer_at(const sel_sheet_row *row, uint32_t column)
{
    bool answer = column < row->count && row->cells[column].role == SEL_SHEET_ANSWER;
    return answer ? &row->cells[column] : NULL;
}

sel_str sel_guide_column(const sel_sheet_block *block, uint32_t column)
{
    const sel_sheet_cell *first = NULL;
    for (uint32_t r = 0; r < block->row_count; r++) {
        const sel_sheet_cell *cell = answer_at(&block->rows[r], column);
        if (cell == NULL)
            continue;
        if (first == NULL)
            first = cell;
        else if (!sel_str_equal(cell->hint, first->hint))
            return (sel_str){0};
    }
    return first == NULL ? (sel_str){0} : first->hint;
}

sel_str sel_guide_row(const sel_sheet_block *block, uint32_t row)
{
    const sel_sheet_row *cells = &block->rows[row];
    for (uint32_t c = 0; c < cells->count; c++) {
        const sel_sheet_cell *cell = answer_at(cells, c);
        if (cell != NULL && cell->hint.len > 0 && sel_guide_column(block, c).len == 0)
            return cell->hint;
    }
    return (sel_str){0};
}

static sel_str entries_of(const sel_sheet_list *list, sel_arena *arena)
{
    sel_text text = {.arena = arena};
    for (uint32_t i = 0; i < list->count; i++)
        sel_text_printf(&text, "%s%.*s", i == 0 ? "" : " · ", SEL_STR_ARG(list->entries[i]));
    return sel_text_str(&text);
}

sel_str sel_guide_allowed(const sel_sheet_cell *cell, const sel_words *words, sel_arena *arena)
{
    if (cell->list != NULL)
        return cell->list->count <= PRINTED_ENTRIES_MAX ? entries_of(cell->list, arena)
                                                        : (sel_str){0};
    if (cell->item->has_range)
        return sel_item_range(cell->item, arena);
    return cell->item->type == SEL_ITEM_DATE ? sel_phrase(words, "handout.date_form")
                                             : (sel_str){0};
}

sel_str sel_guide_edition(const sel_sheet *sheet, const sel_words *words, sel_arena *arena)
{
    return sel_str_printf(arena, "%.*s, %.*s %.*s", SEL_STR_ARG(sheet->questionnaire),
                          SEL_STR_ARG(sel_phrase(words, "handout.version")),
                          SEL_STR_ARG(sheet->version));
}
