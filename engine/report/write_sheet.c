#include "report/write_sheet.h"

#include "report/page.h"
#include "report/phrases.h"
#include "report/sheet_guide.h"

/* sheet.css, compiled in. */
extern const char sel_sheet_css[];

/* Wider blocks lie on their side; lists with more entries are not ticked. */
enum { UPRIGHT_WIDTH = 8, TICKED_ENTRIES_MAX = 8 };

typedef struct drawing {
    sel_page page;
    const sel_sheet *sheet;
    sel_arena *arena; /* as long as the page */
} drawing;

static void put_note(drawing *d, sel_str note)
{
    sel_page_element(&d->page, "<span class=\"note\">", note, "</span>");
}

static bool is_ticked(const sel_sheet_cell *cell)
{
    return cell->list != NULL && cell->list->count <= TICKED_ENTRIES_MAX;
}

static void put_ticks(drawing *d, const sel_sheet_list *list)
{
    sel_page_raw(&d->page, "<div class=\"ticks\">");
    for (uint32_t i = 0; i < list->count; i++)
        sel_page_element(&d->page, i == 0 ? "<span>" : " <span>", list->entries[i], "</span>");
    sel_page_raw(&d->page, "</div>");
}

static void put_answer(drawing *d, const sel_sheet_cell *cell, bool ticks)
{
    sel_page_raw(&d->page, cell->role == SEL_SHEET_FACT ? "<td class=\"fact\">" : "<td>");
    sel_page_text(&d->page, cell->text);
    if (ticks && cell->role == SEL_SHEET_ANSWER && is_ticked(cell))
        put_ticks(d, cell->list);
    sel_page_raw(&d->page, "</td>");
}

static void put_head_cell(drawing *d, const char *scope, sel_str text, sel_str note)
{
    sel_output_printf(&d->page.out, "<th scope=\"%s\">", scope);
    sel_page_text(&d->page, text);
    put_note(d, note);
    sel_page_raw(&d->page, "</th>");
}

/* --- blocks with a question in each row --- */

static void put_lines(drawing *d, const sel_sheet_block *block)
{
    sel_page_raw(&d->page, "<table class=\"form\"><tbody>\n");
    for (uint32_t r = sel_sheet_has_header(block); r < block->row_count; r++) {
        const sel_sheet_row *row = &block->rows[r];
        sel_page_raw(&d->page, "<tr>");
        put_head_cell(d, "row", row->cells[0].text, row->cells[1].hint);
        for (uint32_t c = 1; c < row->count; c++)
            put_answer(d, &row->cells[c], true);
        sel_page_raw(&d->page, "</tr>\n");
    }
    sel_page_raw(&d->page, "</tbody></table>\n");
}

/* --- blocks with headers --- */

/* What may be written in a column that has no boxes to tick. */
typedef struct allowed {
    sel_str values;
    sel_str note;
} allowed;

static allowed allowed_in(const drawing *d, const sel_sheet_block *block, uint32_t column,
                          bool ticks)
{
    const sel_sheet_row *first = &block->rows[1];
    const sel_sheet_cell *cell = column < first->count ? &first->cells[column] : NULL;
    if (cell == NULL || cell->role != SEL_SHEET_ANSWER || (ticks && is_ticked(cell)))
        return (allowed){0};
    return (allowed){sel_guide_allowed(cell, d->page.options->words, d->arena),
                     sel_guide_column(block, column)};
}

static bool is_same(allowed a, allowed b)
{
    return sel_str_equal(a.values, b.values) && sel_str_equal(a.note, b.note);
}

/* One line for neighbours of which the same is true. */
static void put_allowed(drawing *d, const sel_sheet_block *block, bool ticks)
{
    const sel_sheet_row *header = &block->rows[0];
    bool any = false;
    for (uint32_t c = 0; c < header->count; c++) {
        allowed here = allowed_in(d, block, c, ticks);
        if (here.values.len == 0 && here.note.len == 0)
            continue;
        sel_page_raw(&d->page, any ? "<li>" : "<ul class=\"allowed\">\n<li>");
        sel_page_element(&d->page, "<strong>", header->cells[c].text, "</strong>");
        while (c + 1 < header->count && is_same(here, allowed_in(d, block, c + 1, ticks)))
            sel_page_element(&d->page, ", <strong>", header->cells[++c].text, "</strong>");
        sel_page_raw(&d->page, ": ");
        sel_page_text(&d->page, here.values);
        sel_page_raw(&d->page, here.values.len > 0 && here.note.len > 0 ? ". " : "");
        sel_page_text(&d->page, here.note);
        sel_page_raw(&d->page, "</li>\n");
        any = true;
    }
    sel_page_raw(&d->page, any ? "</ul>\n" : "");
}

static void put_upright(drawing *d, const sel_sheet_block *block, bool ticks)
{
    const sel_sheet_row *header = &block->rows[0];
    bool coded = block->rows[1].cells[1].role == SEL_SHEET_LABEL;
    sel_page_raw(&d->page, coded ? "<table class=\"form lined coded\"><thead><tr>"
                                 : "<table class=\"form lined\"><thead><tr>");
    for (uint32_t c = 0; c < header->count; c++)
        put_head_cell(d, "col", header->cells[c].text, (sel_str){0});
    sel_page_raw(&d->page, "</tr></thead><tbody>\n");
    for (uint32_t r = 1; r < block->row_count; r++) {
        const sel_sheet_row *row = &block->rows[r];
        sel_page_raw(&d->page, "<tr>");
        for (uint32_t c = 0; c < row->count; c++)
            if (row->cells[c].role == SEL_SHEET_LABEL)
                put_head_cell(d, "row", row->cells[c].text, (sel_str){0});
            else
                put_answer(d, &row->cells[c], ticks);
        sel_page_raw(&d->page, "</tr>\n");
    }
    sel_page_raw(&d->page, "</tbody></table>\n");
}

/* A column for each row of the sheet: wide blocks have few rows. */
static void put_sideways(drawing *d, const sel_sheet_block *block)
{
    const sel_sheet_row *header = &block->rows[0];
    sel_page_raw(&d->page, "<table class=\"form sideways\"><tbody>\n");
    for (uint32_t c = 0; c < header->count; c++) {
        sel_page_raw(&d->page, "<tr>");
        put_head_cell(d, "row", header->cells[c].text, (sel_str){0});
        for (uint32_t r = 1; r < block->row_count; r++)
            put_answer(d, &block->rows[r].cells[c], false);
        sel_page_raw(&d->page, "</tr>\n");
    }
    sel_page_raw(&d->page, "</tbody></table>\n");
}

static void put_table(drawing *d, const sel_sheet_block *block, uint32_t number)
{
    bool sideways = block->rows[0].count > UPRIGHT_WIDTH;
    /* Boxes to tick need room: one column of answers has it. */
    bool ticks = block->rows[0].count <= 3;
    put_allowed(d, block, ticks);
    sel_page_open_box(&d->page, "heading", sel_str_printf(d->arena, "%u", number).ptr);
    if (sideways)
        put_sideways(d, block);
    else
        put_upright(d, block, ticks);
    sel_page_close_box(&d->page);
}

static sel_str heading_of(const drawing *d, const sel_sheet_block *block)
{
    if (block->kind == SEL_SHEET_IDENTITY)
        return sel_phrase(d->page.options->words, "handout.identity");
    if (block->kind == SEL_SHEET_CAPABILITIES)
        return sel_phrase(d->page.options->words, "handout.capabilities");
    return block->title;
}

static void put_block(drawing *d, uint32_t number)
{
    const sel_sheet_block *block = &d->sheet->blocks[number];
    sel_output_printf(&d->page.out, "<section>\n<h2 id=\"heading.%u\">", number);
    sel_page_text(&d->page, heading_of(d, block));
    sel_page_raw(&d->page, "</h2>\n");
    /* A header of one cell is a heading: each line below has a question of its own. */
    if (block->rows[0].count > 1 && sel_sheet_has_header(block))
        put_table(d, block, number);
    else
        put_lines(d, block);
    sel_page_raw(&d->page, "</section>\n");
}

/* Rows that need more words than their label, on a page of their own. */
static void put_meanings(drawing *d)
{
    bool any = false;
    for (uint32_t b = 0; b < d->sheet->block_count; b++) {
        const sel_sheet_block *block = &d->sheet->blocks[b];
        for (uint32_t r = 1; r < block->row_count && block->kind == SEL_SHEET_CAPABILITIES; r++) {
            sel_str note = sel_guide_row(block, r);
            if (note.len == 0)
                continue;
            if (!any) {
                sel_page_raw(&d->page, "<section class=\"meanings\">\n<h2>");
                sel_page_phrase(&d->page, "handout.meanings");
                sel_page_raw(&d->page, "</h2>\n<dl class=\"facts\">\n");
                any = true;
            }
            sel_page_raw(&d->page, "<div><dt>");
            sel_page_text(&d->page, block->rows[r].cells[0].text);
            sel_page_raw(&d->page, " ");
            sel_page_text(&d->page, block->rows[r].cells[1].text);
            sel_page_element(&d->page, "</dt><dd>", note, "</dd></div>\n");
        }
    }
    sel_page_raw(&d->page, any ? "</dl>\n</section>\n" : "");
}

static void put_steps(drawing *d)
{
    sel_lines steps = sel_guide_steps(d->page.options->words, SEL_ON_PAPER, d->arena);
    sel_page_raw(&d->page, "<ol class=\"items\">\n");
    for (uint32_t i = 0; i < steps.count; i++)
        sel_page_element(&d->page, "<li>", steps.lines[i], "</li>\n");
    sel_page_raw(&d->page, "</ol>\n");
}

sel_status sel_write_sheet_page(const sel_sheet *sheet, const sel_words *words, sel_stream stream,
                                sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    const sel_write_options options = {.language = sel_language_code(sheet->language),
                                       .direction = sheet->right_to_left ? SEL_RIGHT_TO_LEFT
                                                                         : SEL_LEFT_TO_RIGHT,
                                       .words = words};
    drawing d = {.page = {.out = {.stream = stream},
                          .arena = sel_arena_create(),
                          .options = &options,
                          .style = sel_number_style_of(words, "–")},
                 .sheet = sheet,
                 .arena = arena};
    sel_report frame = {.arena = arena, .id = "sheet", .title = sheet->title};
    sel_report_subtitle(&frame, sel_guide_edition(sheet, words, arena));
    if (sheet->draft)
        sel_report_notice(&frame, true, sel_phrase(words, "handout.draft"));
    sel_page_open(&d.page, &frame, sel_sheet_css);
    sel_page_raw(&d.page, "<main id=\"page.main\">\n");
    put_steps(&d);
    for (uint32_t i = 0; i < sheet->block_count; i++)
        put_block(&d, i);
    put_meanings(&d);
    sel_page_raw(&d.page, "</main>\n");
    sel_status status = sel_page_end(&d.page, &frame, err);
    sel_arena_destroy(d.page.arena);
    sel_arena_destroy(arena);
    return status;
}
