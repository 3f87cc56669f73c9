#include "report/report.h"

#include "base/text.h"
#include "report/room.h"

static void add_line(sel_arena *arena, sel_lines *lines, sel_str line)
{
    lines->lines = sel_room(arena, lines->lines, lines->count, &lines->room, sizeof *lines->lines);
    lines->lines[lines->count++] = line;
}

void sel_report_subtitle(sel_report *report, sel_str line)
{
    add_line(report->arena, &report->subtitle, line);
}

void sel_report_foot(sel_report *report, sel_str line)
{
    add_line(report->arena, &report->foot, line);
}

void sel_report_notice(sel_report *report, bool strong, sel_str text)
{
    report->notices = sel_room(report->arena, report->notices, report->notice_count,
                               &report->notice_room, sizeof *report->notices);
    report->notices[report->notice_count++] = (sel_notice){.strong = strong, .text = text};
}

static bool has_section(const sel_report *report, const char *id)
{
    for (uint32_t i = 0; i < report->section_count; i++)
        if (strcmp(report->sections[i]->id, id) == 0)
            return true;
    return false;
}

static const char *block_id(const sel_block *block)
{
    if (block->figure != NULL)
        return block->figure->id;
    return block->table != NULL ? block->table->id : "";
}

static bool has_table(const sel_report *report, const char *id)
{
    for (uint32_t i = 0; i < report->section_count; i++)
        for (uint32_t j = 0; j < report->sections[i]->block_count; j++)
            if (strcmp(block_id(&report->sections[i]->blocks[j]), id) == 0)
                return true;
    return false;
}

static bool fits_identifier(char c)
{
    return sel_ascii_is_letter(c) || sel_ascii_is_digit(c) || c == '-' || c == '_';
}

enum { ID_MAX = 60 };

/* id with harmless characters only, numbered when it is taken. */
static const char *unique_id(const sel_report *report, const char *id,
                             bool (*taken)(const sel_report *, const char *))
{
    size_t length = strnlen(id, ID_MAX);
    char *clean = sel_arena_copy(report->arena, length == 0 ? "_" : id, length == 0 ? 1 : length);
    for (char *c = clean; *c != '\0'; c++)
        if (!fits_identifier(*c))
            *c = '_';
    const char *unique = clean;
    for (unsigned number = 2; taken(report, unique); number++)
        unique = sel_str_printf(report->arena, "%s_%u", clean, number).ptr;
    return unique;
}

static sel_section *add_section(sel_report *report, uint32_t level, const char *id, sel_str heading)
{
    sel_section *section = sel_arena_array(report->arena, 1, sizeof *section);
    *section = (sel_section){.report = report,
                             .id = unique_id(report, id, has_section),
                             .level = level,
                             .heading = heading};
    report->sections = sel_room(report->arena, report->sections, report->section_count,
                                &report->section_room, sizeof(sel_section *));
    report->sections[report->section_count++] = section;
    return section;
}

sel_section *sel_report_section(sel_report *report, const char *id, sel_str heading)
{
    return add_section(report, 1, id, heading);
}

sel_section *sel_report_subsection(sel_report *report, const char *id, sel_str heading)
{
    return add_section(report, 2, id, heading);
}

static void add_block(sel_section *section, sel_block block)
{
    section->blocks = sel_room(section->report->arena, section->blocks, section->block_count,
                               &section->block_room, sizeof *section->blocks);
    section->blocks[section->block_count++] = block;
}

void sel_section_paragraph(sel_section *section, sel_str text)
{
    add_block(section, (sel_block){.kind = SEL_BLOCK_PARAGRAPH, .text = text});
}

sel_list *sel_section_list(sel_section *section, bool numbered)
{
    sel_arena *arena = section->report->arena;
    sel_list *list = sel_arena_array(arena, 1, sizeof *list);
    *list = (sel_list){.arena = arena, .numbered = numbered};
    add_block(section, (sel_block){.kind = SEL_BLOCK_LIST, .list = list});
    return list;
}

void sel_list_item_add(sel_list *list, sel_str label, sel_str text)
{
    list->items = sel_room(list->arena, list->items, list->count, &list->room, sizeof *list->items);
    list->items[list->count++] = (sel_list_item){.label = label, .text = text};
}

void sel_list_excerpt(sel_list *list, sel_excerpt excerpt)
{
    list->items[list->count - 1].has_excerpt = true;
    list->items[list->count - 1].excerpt = excerpt;
}

static sel_table *make_table(const sel_report *report, const char *id, sel_str title)
{
    sel_table *table = sel_arena_array(report->arena, 1, sizeof *table);
    *table =
        (sel_table){.arena = report->arena, .id = unique_id(report, id, has_table), .title = title};
    return table;
}

sel_table *sel_section_table(sel_section *section, const char *id, sel_str title)
{
    sel_table *table = make_table(section->report, id, title);
    add_block(section, (sel_block){.kind = SEL_BLOCK_TABLE, .table = table});
    return table;
}

sel_figure *sel_section_figure(sel_section *section, sel_figure_kind kind, const char *id,
                               sel_str title, sel_str alternative)
{
    sel_arena *arena = section->report->arena;
    sel_figure *figure = sel_arena_array(arena, 1, sizeof *figure);
    *figure = (sel_figure){.arena = arena,
                           .kind = kind,
                           .id = unique_id(section->report, id, has_table),
                           .title = title,
                           .alternative = alternative,
                           .item = {.id = "item"},
                           .across = {.id = "across", .type = SEL_COLUMN_REAL},
                           .value = {.id = "value", .type = SEL_COLUMN_REAL}};
    add_block(section, (sel_block){.kind = SEL_BLOCK_FIGURE, .figure = figure});
    return figure;
}

static void explanation_columns(sel_table *table)
{
    static const sel_column columns[] = {
        {.id = "level", .type = SEL_COLUMN_INTEGER},
        {.id = "label"},
        {.id = "value"},
        {.id = "note"},
        {.id = "source"},
        {.id = "line", .type = SEL_COLUMN_INTEGER},
        {.id = "cell"},
        {.id = "hash"},
    };
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sel_table_column(table, columns[i]);
}

static void text_or_empty(sel_table *table, sel_str text)
{
    if (text.len == 0)
        sel_cell_empty(table);
    else
        sel_cell_text(table, text);
}

static void explanation_row(sel_table *table, const sel_explained *step)
{
    sel_table_row(table);
    sel_cell_integer(table, step->level);
    text_or_empty(table, step->label);
    text_or_empty(table, step->value);
    text_or_empty(table, step->note);
    text_or_empty(table, step->source);
    if (step->line == 0)
        sel_cell_empty(table);
    else
        sel_cell_integer(table, (int64_t)step->line);
    text_or_empty(table, step->cell);
    text_or_empty(table, step->hash);
}

sel_status sel_report_add_explanation(sel_report *report, const sel_explanation *explanation,
                                      sel_error *err)
{
    if (explanation->count == 0)
        return sel_fail(err, SEL_BAD_INPUT, "the explanation has no steps");
    for (uint32_t i = 0; i < explanation->count; i++) {
        uint32_t most = i == 0 ? 0 : explanation->steps[i - 1].level + 1;
        if (explanation->steps[i].level > most)
            return sel_fail(err, SEL_BAD_INPUT, "step %u of the explanation skips a level", i + 1);
    }
    bool titled = sel_str_equal(explanation->title, report->title);
    sel_section *section =
        add_section(report, 1, "explanation", titled ? (sel_str){0} : explanation->title);
    sel_table *table = make_table(report, "explanation", explanation->title);
    explanation_columns(table);
    for (uint32_t i = 0; i < explanation->count; i++)
        explanation_row(table, &explanation->steps[i]);
    add_block(
        section,
        (sel_block){.kind = SEL_BLOCK_EXPLANATION, .table = table, .explanation = explanation});
    return SEL_OK;
}

static uint32_t count_tables(const sel_report *report)
{
    uint32_t total = 0;
    for (uint32_t i = 0; i < report->section_count; i++)
        total += report->sections[i]->block_count;
    return total;
}

const sel_table **sel_report_tables(const sel_report *report, sel_arena *arena, uint32_t *count)
{
    const sel_table **tables = sel_arena_array(arena, count_tables(report), sizeof *tables);
    *count = 0;
    for (int figures = 0; figures <= 1; figures++)
        for (uint32_t i = 0; i < report->section_count; i++)
            for (uint32_t j = 0; j < report->sections[i]->block_count; j++) {
                const sel_block *block = &report->sections[i]->blocks[j];
                if (figures == 0 && block->table != NULL && sel_table_for_machines(block->table))
                    tables[(*count)++] = block->table;
                else if (figures == 1 && block->figure != NULL)
                    tables[(*count)++] = sel_figure_table(block->figure, arena);
            }
    return tables;
}

sel_status sel_report_find_table(const sel_report *report, const char *id, sel_arena *arena,
                                 const sel_table **table, sel_error *err)
{
    uint32_t count = 0;
    const sel_table **tables = sel_report_tables(report, arena, &count);
    if (count == 0)
        return sel_fail(err, SEL_NOT_FOUND, "'%s' has no table", report->id);
    sel_text known = {.arena = arena};
    for (uint32_t i = 0; i < count; i++) {
        if (id == NULL || strcmp(tables[i]->id, id) == 0) {
            *table = tables[i];
            return SEL_OK;
        }
        sel_text_printf(&known, "%s%s", i == 0 ? "" : ", ", tables[i]->id);
    }
    return sel_fail(err, SEL_NOT_FOUND, "no table '%s'; there are: %s", id, known.bytes);
}
