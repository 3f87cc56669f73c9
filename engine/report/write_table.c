#include "base/fold.h"
#include "report/clean.h"
#include "report/phrases.h"
#include "report/terminal.h"
#include "report/writers.h"

enum { WIDTH_DEFAULT = 80, WIDTH_LEAST = 20, GAP = 2, LABEL_MAX = 28 };

static size_t shorter(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t longer(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* What is left of the terminal beside `taken` columns. */
static size_t width_beside(const sel_terminal *terminal, size_t taken)
{
    return terminal->width > taken ? terminal->width - taken : 1;
}

static size_t widest_label(const sel_list *list)
{
    size_t widest = 0;
    for (uint32_t i = 0; i < list->count; i++)
        widest = longer(widest, sel_fold_width(list->items[i].label));
    return widest;
}

/* Numbers, labels and texts beside each other; a dash where there is neither number nor label. */
static void put_list(sel_terminal *terminal, const sel_list *list)
{
    size_t label_width =
        shorter(widest_label(list), shorter(LABEL_MAX, width_beside(terminal, 0) / 3));
    size_t mark_width = list->numbered ? 3 : label_width > 0 ? 0 : 1;
    for (uint32_t i = 0; i < list->count; i++) {
        char mark[16] = "-";
        if (list->numbered)
            snprintf(mark, sizeof mark, "%u.", i + 1);
        sel_field fields[3] = {{.text = sel_str_of(mark), .width = mark_width}};
        size_t taken = 1;
        uint32_t count = 0;
        if (mark_width > 0)
            taken += fields[count++].width + GAP;
        if (label_width > 0) {
            fields[count++] =
                (sel_field){.text = sel_clean_line(terminal->arena, list->items[i].label),
                            .width = label_width,
                            .emphasis = SEL_BOLD};
            taken += label_width + GAP;
        }
        fields[count++] = (sel_field){.text = sel_clean_line(terminal->arena, list->items[i].text),
                                      .width = width_beside(terminal, taken)};
        sel_terminal_fields(terminal, 1, fields, count);
        if (list->items[i].has_excerpt)
            sel_terminal_excerpt(terminal, taken, &list->items[i].excerpt);
    }
}

/* Indented labels beside values; notes and origins below the value. */
static void put_explanation(sel_terminal *terminal, const sel_explanation *explanation)
{
    size_t widest = 0;
    for (uint32_t i = 0; i < explanation->count; i++) {
        const sel_explained *step = &explanation->steps[i];
        widest = longer(widest, 2 * (size_t)step->level + sel_fold_width(step->label));
    }
    widest = shorter(widest, terminal->width / 2);
    for (uint32_t i = 0; i < explanation->count; i++) {
        const sel_explained *step = &explanation->steps[i];
        size_t indent = 1 + shorter(2 * (size_t)step->level, widest / 2);
        size_t start = 1 + widest + GAP;
        sel_arena *arena = terminal->arena;
        const sel_field fields[] = {
            {.text = sel_clean_line(arena, step->label),
             .width = longer(1, 1 + widest - shorter(indent, widest)),
             .emphasis = step->level == 0 ? SEL_BOLD : SEL_PLAIN},
            {.text = sel_clean_line(arena, step->value), .width = width_beside(terminal, start)}};
        sel_terminal_fields(terminal, indent, fields, 2);
        sel_terminal_text(terminal, start, SEL_PLAIN, step->note);
        sel_terminal_text(terminal, start, SEL_DIM,
                          sel_origin_phrase(arena, terminal->words, step));
    }
}

static void put_legend(sel_terminal *terminal, const sel_figure *figure)
{
    for (int i = 0; i < SEL_CLASSES; i++)
        if (figure->classes[i].len > 0)
            sel_terminal_text(
                terminal, 1, SEL_DIM,
                sel_str_printf(terminal->arena, "%d  %.*s", i, SEL_STR_ARG(figure->classes[i])));
}

static void put_figure(sel_terminal *terminal, const sel_figure *figure, sel_str heading)
{
    if (!sel_str_equal(figure->title, heading))
        sel_terminal_text(terminal, 0, SEL_BOLD, figure->title);
    sel_terminal_text(terminal, 0, SEL_PLAIN, figure->alternative);
    bool heat_map = figure->kind == SEL_FIGURE_HEAT_MAP;
    sel_terminal_table(terminal, heat_map ? sel_figure_matrix(figure, terminal->arena)
                                          : sel_figure_table(figure, terminal->arena));
    if (heat_map)
        put_legend(terminal, figure);
}

static void put_block(sel_terminal *terminal, const sel_section *section, const sel_block *block)
{
    switch (block->kind) {
    case SEL_BLOCK_PARAGRAPH:
        sel_terminal_text(terminal, 0, SEL_PLAIN, block->text);
        break;
    case SEL_BLOCK_LIST:
        put_list(terminal, block->list);
        break;
    case SEL_BLOCK_TABLE:
        if (!sel_str_equal(block->table->title, section->heading))
            sel_terminal_text(terminal, 0, SEL_BOLD, block->table->title);
        sel_terminal_table(terminal, block->table);
        break;
    case SEL_BLOCK_FIGURE:
        put_figure(terminal, block->figure, section->heading);
        break;
    case SEL_BLOCK_EXPLANATION:
        put_explanation(terminal, block->explanation);
        break;
    }
}

static bool is_for_people(const sel_block *block)
{
    return block->kind != SEL_BLOCK_TABLE || sel_table_for_people(block->table);
}

/* Tables for files alone are passed over, and a section that holds nothing else. */
static void put_section(sel_terminal *terminal, const sel_section *section)
{
    bool begun = section->heading.len > 0;
    if (begun) {
        sel_terminal_blank_line(terminal);
        sel_terminal_text(terminal, 0, SEL_BOLD, section->heading);
    }
    uint32_t put = 0;
    for (uint32_t i = 0; i < section->block_count; i++) {
        if (!is_for_people(&section->blocks[i]))
            continue;
        if (put++ > 0 || !begun)
            sel_terminal_blank_line(terminal);
        put_block(terminal, section, &section->blocks[i]);
    }
}

static void put_lines(sel_terminal *terminal, sel_emphasis emphasis, const sel_lines *lines)
{
    for (uint32_t i = 0; i < lines->count; i++)
        sel_terminal_text(terminal, 0, emphasis, lines->lines[i]);
}

static void put_head(sel_terminal *terminal, const sel_report *report)
{
    sel_terminal_text(terminal, 0, SEL_BOLD, report->title);
    put_lines(terminal, SEL_PLAIN, &report->subtitle);
    for (uint32_t i = 0; i < report->notice_count; i++)
        sel_terminal_text(terminal, 0, report->notices[i].strong ? SEL_BOLD : SEL_PLAIN,
                          report->notices[i].text);
}

static void put_foot(sel_terminal *terminal, const sel_report *report)
{
    if (report->foot.count > 0)
        sel_terminal_blank_line(terminal);
    put_lines(terminal, SEL_DIM, &report->foot);
}

static sel_status put_document(sel_terminal *terminal, const sel_report *report,
                               const char *table_id, sel_error *err)
{
    const sel_table *only = NULL;
    if (table_id != NULL) {
        sel_status found = sel_report_find_table(report, table_id, terminal->arena, &only, err);
        if (found != SEL_OK)
            return found;
    }
    put_head(terminal, report);
    if (only != NULL) {
        sel_terminal_blank_line(terminal);
        sel_terminal_text(terminal, 0, SEL_BOLD, only->title);
        sel_terminal_table(terminal, only);
    } else {
        for (uint32_t i = 0; i < report->section_count; i++)
            put_section(terminal, report->sections[i]);
    }
    put_foot(terminal, report);
    return sel_output_end(&terminal->out, err);
}

sel_status sel_write_table(const sel_report *report, const sel_write_options *options,
                           sel_stream stream, sel_error *err)
{
    size_t width = options->width == 0 ? WIDTH_DEFAULT : options->width;
    sel_terminal terminal = {.out = {.stream = stream},
                             .arena = sel_arena_create(),
                             .width = longer(width, WIDTH_LEAST),
                             .colour = options->colour,
                             .style = sel_number_style_of(options->words, "-"),
                             .words = options->words};
    sel_status status = put_document(&terminal, report, options->table, err);
    sel_arena_destroy(terminal.arena);
    return status;
}
