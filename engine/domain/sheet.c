#include "domain/sheet.h"

#include "domain/sheet_lists.h"

typedef struct layout {
    sel_sheet *sheet;
    const sel_questionnaire *questionnaire;
    const sel_reference *reference;
} layout;

/* --- what things are called --- */

static sel_str label_or(const layout *l, sel_str scope, sel_str key, const sel_names *otherwise)
{
    const sel_sheet_label *label = sel_sheet_label_in(l->reference, scope, key);
    if (label != NULL)
        return sel_names_in(&label->names, l->sheet->language);
    return otherwise == NULL ? key : sel_names_in(otherwise, l->sheet->language);
}

/* A shared aspect is named by a label only; a single question has its own. */
static sel_str line_name(const layout *l, const sel_plan_row *row)
{
    const sel_item *first = &l->questionnaire->items[row->items[0]];
    return label_or(l, l->questionnaire->id, row->key, row->count == 1 ? &first->labels : NULL);
}

static sel_str title_of(const layout *l, const sel_plan_block *block)
{
    if (block->kind == SEL_SHEET_LISTS)
        return line_name(l, &block->rows[0]);
    if (block->group != NULL && block->kind >= SEL_SHEET_TABLE)
        return sel_names_in(&block->group->labels, l->sheet->language);
    if (block->kind == SEL_SHEET_TABLE)
        return label_or(l, l->questionnaire->id, block->key, NULL);
    return block->kind == SEL_SHEET_LINES ? label_or(l, (sel_str){0}, SEL_STR("situation"), NULL)
                                          : (sel_str){0};
}

/* --- rows --- */

static sel_sheet_block *add_block(layout *l, const sel_plan_block *planned)
{
    sel_sheet *sheet = l->sheet;
    bool below = planned->kind == SEL_SHEET_CAPABILITIES;
    if (planned->kind == SEL_SHEET_LISTS && sheet->block_count > 0)
        below = sheet->blocks[sheet->block_count - 1].kind == SEL_SHEET_CAPABILITIES;
    sheet->blocks = sel_arena_one_more(sheet->arena, sheet->blocks, sheet->block_count,
                                       &sheet->block_room, sizeof *sheet->blocks);
    sel_sheet_block *block = &sheet->blocks[sheet->block_count++];
    *block = (sel_sheet_block){.kind = planned->kind,
                               .title = title_of(l, planned),
                               .gap = planned->kind != SEL_SHEET_IDENTITY && !below};
    return block;
}

static sel_sheet_cell *add_row(layout *l, sel_sheet_block *block, uint32_t count)
{
    sel_arena *arena = l->sheet->arena;
    block->rows = sel_arena_one_more(arena, block->rows, block->row_count, &block->row_room,
                                     sizeof *block->rows);
    sel_sheet_cell *cells = sel_arena_array(arena, count, sizeof *cells);
    block->rows[block->row_count++] = (sel_sheet_row){cells, count};
    return cells;
}

static sel_sheet_cell text_cell(sel_sheet_role role, sel_str text)
{
    return (sel_sheet_cell){.role = role, .text = text};
}

static sel_sheet_cell answer_cell(layout *l, uint32_t number)
{
    if (number == SEL_NONE)
        return (sel_sheet_cell){0};
    const sel_item *item = &l->questionnaire->items[number];
    return (sel_sheet_cell){.role = SEL_SHEET_ANSWER,
                            .item = item,
                            .label = sel_names_in(&item->labels, l->sheet->language),
                            .hint = sel_names_in(&item->hints, l->sheet->language),
                            .list = sel_sheet_list_of(l->sheet, l->reference, item)};
}

/* --- blocks --- */

static void lay_out_fact(layout *l, sel_sheet_block *block, const char *key, sel_str value)
{
    sel_sheet_cell *cells = add_row(l, block, 2);
    cells[0] = text_cell(SEL_SHEET_LABEL, sel_sheet_name(l->reference, key, l->sheet->language));
    cells[1] = text_cell(SEL_SHEET_FACT, value);
}

static void lay_out_lines(layout *l, const sel_plan_block *planned)
{
    sel_sheet_block *block = add_block(l, planned);
    if (planned->kind == SEL_SHEET_IDENTITY) {
        lay_out_fact(l, block, "questionnaire", l->questionnaire->id);
        lay_out_fact(l, block, "version", l->questionnaire->version);
    } else if (planned->kind == SEL_SHEET_LINES) {
        add_row(l, block, 1)[0] = text_cell(SEL_SHEET_HEADER, block->title);
    }
    for (uint32_t r = 0; r < planned->row_count; r++) {
        const sel_plan_row *row = &planned->rows[r];
        if (row->unprinted)
            continue;
        sel_sheet_cell *cells = add_row(l, block, row->count + 1);
        cells[0] = text_cell(SEL_SHEET_LABEL, line_name(l, row));
        for (uint32_t i = 0; i < row->count; i++)
            cells[i + 1] = answer_cell(l, row->items[i]);
    }
}

/* Two columns name a capability: its code and its name. */
static void lay_out_capabilities(layout *l, const sel_plan_block *planned)
{
    enum { NAMING = 2 };
    sel_sheet_block *block = add_block(l, planned);
    const sel_taxonomy *taxonomy = &l->reference->taxonomy;
    sel_language language = l->sheet->language;
    sel_sheet_cell *cells = add_row(l, block, planned->column_count + NAMING);
    cells[0] = text_cell(SEL_SHEET_HEADER, sel_sheet_name(l->reference, "code", language));
    cells[1] = text_cell(SEL_SHEET_HEADER, sel_sheet_name(l->reference, "capability", language));
    for (uint32_t c = 0; c < planned->column_count; c++)
        cells[c + NAMING] = text_cell(SEL_SHEET_HEADER,
                                      label_or(l, l->questionnaire->id, planned->columns[c], NULL));
    for (uint32_t r = 0; r < planned->row_count; r++) {
        const sel_plan_row *row = &planned->rows[r];
        uint32_t known = sel_taxonomy_find(taxonomy, row->key);
        cells = add_row(l, block, planned->column_count + NAMING);
        cells[0] = text_cell(SEL_SHEET_LABEL, row->key);
        cells[1] = text_cell(SEL_SHEET_LABEL,
                             known == SEL_NONE
                                 ? row->key
                                 : sel_names_in(&taxonomy->capabilities[known].names, language));
        for (uint32_t c = 0; c < row->count; c++)
            cells[c + NAMING] = answer_cell(l, row->items[c]);
    }
}

static void lay_out_table(layout *l, const sel_plan_block *planned)
{
    sel_sheet_block *block = add_block(l, planned);
    sel_sheet_cell *cells = add_row(l, block, planned->column_count + 1);
    cells[0] = text_cell(SEL_SHEET_HEADER, label_or(l, l->questionnaire->id, planned->key, NULL));
    for (uint32_t c = 0; c < planned->column_count; c++)
        cells[c + 1] =
            text_cell(SEL_SHEET_HEADER, label_or(l, planned->key, planned->columns[c], NULL));
    for (uint32_t r = 0; r < planned->row_count; r++) {
        const sel_plan_row *row = &planned->rows[r];
        const sel_names *group = row->group == NULL ? NULL : &row->group->labels;
        cells = add_row(l, block, planned->column_count + 1);
        cells[0] = text_cell(SEL_SHEET_LABEL, label_or(l, planned->key, row->key, group));
        for (uint32_t c = 0; c < row->count; c++)
            cells[c + 1] = answer_cell(l, row->items[c]);
    }
}

sel_sheet *sel_sheet_lay_out(const sel_questionnaire *questionnaire, const sel_reference *reference,
                             sel_language language, sel_str part, sel_arena *arena)
{
    sel_sheet *sheet = sel_arena_array(arena, 1, sizeof *sheet);
    *sheet = (sel_sheet){
        .arena = arena,
        .questionnaire = questionnaire->id,
        .version = questionnaire->version,
        .title = sel_names_in(&questionnaire->titles, language),
        .language = language,
        .right_to_left = sel_language_right_to_left(language),
        .draft = sel_str_is(sel_questionnaire_language_state(questionnaire, language), "draft")};
    layout l = {.sheet = sheet, .questionnaire = questionnaire, .reference = reference};
    const sel_sheet_plan *plan = sel_sheet_plan_make(questionnaire, part, arena);
    for (uint32_t i = 0; i < plan->count; i++) {
        const sel_plan_block *planned = &plan->blocks[i];
        if (planned->kind == SEL_SHEET_CAPABILITIES)
            lay_out_capabilities(&l, planned);
        else if (planned->kind == SEL_SHEET_TABLE)
            lay_out_table(&l, planned);
        else
            lay_out_lines(&l, planned);
    }
    return sheet;
}

bool sel_sheet_has_header(const sel_sheet_block *block)
{
    return block->rows[0].cells[0].role == SEL_SHEET_HEADER;
}

uint32_t sel_sheet_block_width(const sel_sheet_block *block)
{
    uint32_t width = 0;
    for (uint32_t i = 0; i < block->row_count; i++)
        if (block->rows[i].count > width)
            width = block->rows[i].count;
    return width;
}

uint32_t sel_sheet_answers(const sel_sheet *sheet)
{
    uint32_t count = 0;
    for (uint32_t b = 0; b < sheet->block_count; b++)
        for (uint32_t r = 0; r < sheet->blocks[b].row_count; r++)
            for (uint32_t c = 0; c < sheet->blocks[b].rows[r].count; c++)
                count += sheet->blocks[b].rows[r].cells[c].role == SEL_SHEET_ANSWER;
    return count;
}
