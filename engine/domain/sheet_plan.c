#include "domain/sheet_plan.h"

#include "base/number.h"

/* How an aspect is used in the whole questionnaire. */
typedef struct aspect_use {
    uint32_t questions;
    sel_str capability; /* of the first question */
    bool capabilities;  /* more than one */
} aspect_use;

typedef struct planning {
    sel_sheet_plan *plan;
    sel_arena *arena;
    sel_index *aspects;
    aspect_use *uses; /* by number of the aspect */
} planning;

/* TABLE.ROW.FIELD; false for an aspect that is none. */
typedef struct table_place {
    sel_str table;
    sel_str row;
    sel_str field;
} table_place;

static bool table_place_of(sel_str aspect, table_place *place)
{
    sel_str rest = aspect;
    sel_str end;
    return sel_str_next(&rest, '.', &place->table) && sel_str_next(&rest, '.', &place->row) &&
           sel_str_next(&rest, '.', &place->field) && !sel_str_next(&rest, '.', &end) &&
           place->table.len > 0 && place->row.len > 0 && place->field.len > 0;
}

static bool is_one_of(sel_str text, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (sel_str_is(text, names[i]))
            return true;
    return false;
}

static bool is_identity(const sel_item *item)
{
    static const char *const aspects[] = {"country",   "organisation", "agency",      "round",
                                          "filled_by", "approved_by",  "answered_on", "disclosure",
                                          "language",  "lead",         "illustrative"};
    return is_one_of(item->aspect, aspects, sizeof aspects / sizeof aspects[0]);
}

/* A sheet is written in the language it is to be answered in, and is no exercise. */
static bool is_unprinted(const sel_item *item)
{
    static const char *const aspects[] = {"language", "illustrative"};
    return is_one_of(item->aspect, aspects, sizeof aspects / sizeof aspects[0]);
}

static bool has_place(const sel_item *item)
{
    return item->use == SEL_ITEM_ASKED && item->repeat == NULL;
}

static const sel_group *common_group(const sel_group *a, const sel_group *b)
{
    for (; a != NULL; a = a->parent)
        for (const sel_group *other = b; other != NULL; other = other->parent)
            if (a == other)
                return a;
    return NULL;
}

/* --- blocks, rows and columns --- */

static sel_plan_block *add_block(planning *p, sel_sheet_block_kind kind, sel_str key,
                                 const sel_group *group)
{
    sel_sheet_plan *plan = p->plan;
    plan->blocks =
        sel_arena_one_more(p->arena, plan->blocks, plan->count, &plan->room, sizeof *plan->blocks);
    uint32_t at = plan->count++;
    for (; at > 0 && plan->blocks[at - 1].kind > kind; at--)
        plan->blocks[at] = plan->blocks[at - 1];
    plan->blocks[at] = (sel_plan_block){.kind = kind, .key = key, .group = group};
    return &plan->blocks[at];
}

/* Lines stand together by group, everything else by kind and key. */
static sel_plan_block *block_for(planning *p, sel_sheet_block_kind kind, sel_str key,
                                 const sel_group *group)
{
    for (uint32_t i = 0; i < p->plan->count; i++) {
        sel_plan_block *block = &p->plan->blocks[i];
        if (block->kind == kind && sel_str_equal(block->key, key) &&
            (kind != SEL_SHEET_LINES || block->group == group))
            return block;
    }
    return add_block(p, kind, key, group);
}

static uint32_t column_of(const sel_plan_block *block, sel_str key)
{
    uint32_t i = 0;
    while (i < block->column_count && !sel_str_equal(block->columns[i], key))
        i++;
    return i;
}

static uint32_t row_of(const sel_plan_block *block, sel_str key)
{
    uint32_t i = 0;
    while (i < block->row_count && !sel_str_equal(block->rows[i].key, key))
        i++;
    return i;
}

static sel_plan_row *add_row(planning *p, sel_plan_block *block, sel_str key)
{
    block->rows = sel_arena_one_more(p->arena, block->rows, block->row_count, &block->row_room,
                                     sizeof *block->rows);
    sel_plan_row *row = &block->rows[block->row_count++];
    *row = (sel_plan_row){.key = key};
    return row;
}

static void set_cell(planning *p, sel_plan_row *row, uint32_t column, uint32_t item)
{
    while (row->count <= column) {
        row->items =
            sel_arena_one_more(p->arena, row->items, row->count, &row->room, sizeof *row->items);
        row->items[row->count++] = SEL_NONE;
    }
    row->items[column] = item;
}

/* --- questions --- */

/* A line of its own, or the next cell of the line that the key has already. */
static void place_in_line(planning *p, sel_plan_block *block, sel_str key, uint32_t item)
{
    uint32_t at = block->kind == SEL_SHEET_LINES ? block->row_count : row_of(block, key);
    sel_plan_row *row = at < block->row_count ? &block->rows[at] : add_row(p, block, key);
    row->unprinted = is_unprinted(&p->plan->questionnaire->items[item]);
    set_cell(p, row, row->count, item);
}

/* False when the place is taken or the table is full. */
static bool place_in_table(planning *p, sel_plan_block *block, sel_str row_key, sel_str column_key,
                           uint32_t item)
{
    uint32_t column = column_of(block, column_key);
    uint32_t at = row_of(block, row_key);
    bool taken = at < block->row_count && column < block->rows[at].count &&
                 block->rows[at].items[column] != SEL_NONE;
    if (taken || column >= SEL_SHEET_COLUMNS_MAX || at >= SEL_SHEET_ROWS_MAX)
        return false;
    if (column == block->column_count) {
        block->columns = sel_arena_one_more(p->arena, block->columns, block->column_count,
                                            &block->column_room, sizeof *block->columns);
        block->columns[block->column_count++] = column_key;
    }
    const sel_group *group = p->plan->questionnaire->items[item].group;
    block->group = block->row_count == 0 ? group : common_group(block->group, group);
    bool fresh = at == block->row_count;
    sel_plan_row *row = fresh ? add_row(p, block, row_key) : &block->rows[at];
    row->group = fresh ? group : common_group(row->group, group);
    set_cell(p, row, column, item);
    return true;
}

static void place_question(planning *p, uint32_t number)
{
    const sel_item *item = &p->plan->questionnaire->items[number];
    const aspect_use *use = &p->uses[sel_index_find(p->aspects, item->aspect)];
    table_place place;
    if (is_identity(item)) {
        place_in_line(p, block_for(p, SEL_SHEET_IDENTITY, (sel_str){0}, NULL), item->aspect,
                      number);
        return;
    }
    if (table_place_of(item->aspect, &place)) {
        if (place_in_table(p, block_for(p, SEL_SHEET_TABLE, place.table, NULL), place.row,
                           place.field, number))
            return;
    } else if (use->capabilities && item->capability.len > 0) {
        if (place_in_table(p, block_for(p, SEL_SHEET_CAPABILITIES, (sel_str){0}, NULL),
                           item->capability, item->aspect, number))
            return;
    } else if (use->questions > 1 && item->aspect.len > 0) {
        place_in_line(p, block_for(p, SEL_SHEET_LISTS, (sel_str){0}, NULL), item->aspect, number);
        return;
    }
    place_in_line(p, block_for(p, SEL_SHEET_LINES, (sel_str){0}, item->group), item->name, number);
}

static void count_aspects(planning *p)
{
    const sel_questionnaire *questionnaire = p->plan->questionnaire;
    p->uses = sel_arena_array(p->arena, questionnaire->item_count, sizeof *p->uses);
    for (uint32_t i = 0; i < questionnaire->item_count; i++) {
        const sel_item *item = &questionnaire->items[i];
        aspect_use *use = &p->uses[sel_index_add(p->aspects, item->aspect)];
        if (!has_place(item))
            continue;
        if (use->questions++ == 0)
            use->capability = item->capability;
        use->capabilities |= !sel_str_equal(use->capability, item->capability);
    }
}

/* --- finishing --- */

/* A row is named by a group only when the group is around nothing else. */
static void keep_own_groups(planning *p, sel_plan_block *block)
{
    bool *shared = sel_arena_array(p->arena, block->row_count, sizeof *shared);
    for (uint32_t i = 0; i < block->row_count; i++)
        for (uint32_t k = 0; k < block->row_count && !shared[i]; k++)
            shared[i] = k != i && block->rows[k].group == block->rows[i].group;
    for (uint32_t i = 0; i < block->row_count; i++)
        if (shared[i])
            block->rows[i].group = NULL;
}

/* Every row of a table reaches to its last column. */
static void fill_up(planning *p, sel_plan_block *block)
{
    for (uint32_t i = 0; i < block->row_count; i++)
        if (block->rows[i].count < block->column_count)
            set_cell(p, &block->rows[i], block->column_count - 1, SEL_NONE);
}

sel_sheet_plan *sel_sheet_plan_make(const sel_questionnaire *questionnaire, sel_str part,
                                    sel_arena *arena)
{
    sel_sheet_plan *plan = sel_arena_array(arena, 1, sizeof *plan);
    plan->questionnaire = questionnaire;
    planning p = {.plan = plan, .arena = arena, .aspects = sel_index_create()};
    count_aspects(&p);
    block_for(&p, SEL_SHEET_IDENTITY, (sel_str){0}, NULL);
    for (uint32_t i = 0; i < questionnaire->item_count; i++) {
        const sel_item *item = &questionnaire->items[i];
        bool wanted = part.len == 0 || is_identity(item) || sel_str_equal(item->part, part);
        if (has_place(item) && wanted)
            place_question(&p, i);
    }
    for (uint32_t i = 0; i < plan->count; i++) {
        if (plan->blocks[i].kind == SEL_SHEET_TABLE)
            keep_own_groups(&p, &plan->blocks[i]);
        fill_up(&p, &plan->blocks[i]);
    }
    sel_index_destroy(p.aspects);
    return plan;
}

bool sel_sheet_plan_has_part(const sel_questionnaire *questionnaire, sel_str part)
{
    for (uint32_t i = 0; i < questionnaire->item_count; i++) {
        const sel_item *item = &questionnaire->items[i];
        if (has_place(item) && !is_identity(item) && sel_str_equal(item->part, part))
            return true;
    }
    return false;
}

bool sel_plan_is_numbered(const sel_plan_block *block)
{
    int64_t number;
    bool numbered = block->kind == SEL_SHEET_TABLE;
    for (uint32_t i = 0; i < block->row_count && numbered; i++)
        numbered = sel_number_integer(block->rows[i].key, &number);
    return numbered;
}
