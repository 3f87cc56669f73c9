#include "input/tall_names.h"

#include "base/fold.h"

/* What a name stands for: with the block it is the key of the index. */
typedef enum name_kind { HEADER = 'h', COLUMN = 'c', ROW = 'r', LINE = 'l' } name_kind;

typedef struct named {
    uint32_t block;
    uint32_t number; /* of the row or column */
} named;

struct sel_tall_names {
    const sel_sheet_plan *plan;
    const sel_reference *reference;
    sel_index *index;
    named *things; /* by number in the index */
    uint32_t room;
    sel_arena *arena;
    sel_arena *scratch; /* of one look-up */
};

/* Headers and lines are looked for in the whole sheet, the others in a block. */
static sel_str index_key(sel_arena *arena, name_kind kind, uint32_t block, sel_str text)
{
    bool everywhere = kind == HEADER || kind == LINE;
    return sel_str_printf(arena, "%c%u|%.*s", (char)kind, everywhere ? 0 : block,
                          SEL_STR_ARG(text));
}

static void add_name(sel_tall_names *names, name_kind kind, named thing, sel_str text)
{
    sel_str folded = sel_fold(names->scratch, text);
    if (folded.len == 0)
        return;
    uint32_t known = sel_index_count(names->index);
    uint32_t number =
        sel_index_add(names->index, index_key(names->scratch, kind, thing.block, folded));
    if (number < known)
        return;
    names->things =
        sel_arena_one_more(names->arena, names->things, known, &names->room, sizeof *names->things);
    names->things[number] = thing;
}

static void add_names(sel_tall_names *names, name_kind kind, named thing, const sel_names *all)
{
    for (int language = 0; language < SEL_LANGUAGE_COUNT; language++)
        add_name(names, kind, thing, all->in[language]);
}

static void add_key(sel_tall_names *names, name_kind kind, named thing, sel_str scope, sel_str key)
{
    const sel_sheet_label *label = sel_sheet_label_in(names->reference, scope, key);
    add_name(names, kind, thing, key);
    if (label != NULL)
        add_names(names, kind, thing, &label->names);
    /* The name that other tables use is understood as well. */
    label = scope.len == 0 ? NULL : sel_sheet_label_in(names->reference, (sel_str){0}, key);
    if (label != NULL)
        add_names(names, kind, thing, &label->names);
}

static void add_block(sel_tall_names *names, uint32_t number)
{
    const sel_plan_block *block = &names->plan->blocks[number];
    sel_str id = names->plan->questionnaire->id;
    named header = {number, 0};
    if (block->kind == SEL_SHEET_CAPABILITIES)
        add_key(names, HEADER, header, id, SEL_STR("code"));
    else if (block->kind == SEL_SHEET_TABLE)
        add_key(names, HEADER, header, id, block->key);
    else if (block->kind == SEL_SHEET_LINES && block->group == NULL)
        add_key(names, HEADER, header, id, SEL_STR("situation"));
    else if (block->kind == SEL_SHEET_LINES)
        add_names(names, HEADER, header, &block->group->labels);
    sel_str scope = block->kind == SEL_SHEET_TABLE ? block->key : id;
    for (uint32_t c = 0; c < block->column_count; c++)
        add_key(names, COLUMN, (named){number, c}, scope, block->columns[c]);
    name_kind kind =
        block->kind == SEL_SHEET_CAPABILITIES || block->kind == SEL_SHEET_TABLE ? ROW : LINE;
    for (uint32_t r = 0; r < block->row_count; r++)
        add_key(names, kind, (named){number, r}, scope, block->rows[r].key);
}

/* Labels of the questionnaire come last: where one is the same as a key, the key has it. */
static void add_labels(sel_tall_names *names, uint32_t number)
{
    const sel_plan_block *block = &names->plan->blocks[number];
    const sel_item *items = names->plan->questionnaire->items;
    bool lines = block->kind != SEL_SHEET_CAPABILITIES && block->kind != SEL_SHEET_TABLE;
    for (uint32_t r = 0; r < block->row_count; r++) {
        const sel_plan_row *row = &block->rows[r];
        if (row->group != NULL)
            add_names(names, ROW, (named){number, r}, &row->group->labels);
        if (lines && row->count == 1)
            add_names(names, LINE, (named){number, r}, &items[row->items[0]].labels);
    }
}

sel_tall_names *sel_tall_names_create(const sel_sheet_plan *plan, const sel_reference *reference)
{
    sel_arena *arena = sel_arena_create();
    sel_tall_names *names = sel_arena_array(arena, 1, sizeof *names);
    *names = (sel_tall_names){.plan = plan,
                              .reference = reference,
                              .index = sel_index_create(),
                              .arena = arena,
                              .scratch = sel_arena_create()};
    for (uint32_t i = 0; i < plan->count; i++)
        add_block(names, i);
    for (uint32_t i = 0; i < plan->count; i++)
        add_labels(names, i);
    return names;
}

void sel_tall_names_destroy(sel_tall_names *names)
{
    if (names == NULL)
        return;
    sel_index_destroy(names->index);
    sel_arena_destroy(names->scratch);
    sel_arena_destroy(names->arena);
}

static const named *find(const sel_tall_names *names, name_kind kind, uint32_t block, sel_str text)
{
    sel_arena_reset(names->scratch);
    sel_str folded = sel_fold(names->scratch, text);
    uint32_t number =
        folded.len == 0
            ? SEL_NONE
            : sel_index_find(names->index, index_key(names->scratch, kind, block, folded));
    return number == SEL_NONE ? NULL : &names->things[number];
}

uint32_t sel_tall_names_header(const sel_tall_names *names, sel_str text)
{
    const named *found = find(names, HEADER, 0, text);
    return found == NULL ? SEL_NONE : found->block;
}

uint32_t sel_tall_names_column(const sel_tall_names *names, uint32_t block, sel_str text)
{
    const named *found = find(names, COLUMN, block, text);
    return found == NULL ? SEL_NONE : found->number;
}

uint32_t sel_tall_names_row(const sel_tall_names *names, uint32_t block, sel_str text)
{
    const named *found = find(names, ROW, block, text);
    return found == NULL ? SEL_NONE : found->number;
}

sel_tall_line sel_tall_names_line(const sel_tall_names *names, sel_str text)
{
    const named *found = find(names, LINE, 0, text);
    return found == NULL ? (sel_tall_line){SEL_NONE, 0}
                         : (sel_tall_line){found->block, found->number};
}
