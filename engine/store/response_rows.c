#include "store/response_rows.h"

static const sel_row_cell head_cells[] = {
    {SEL_ROW_TEXT, offsetof(sel_response_head, questionnaire), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_response_head, version), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_response_head, recipient), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_response_head, agency), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_response_head, round), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_response_head, disclosure), 0, NULL},
    {SEL_ROW_DAYS, offsetof(sel_response_head, answered_on), 0, NULL},
    {SEL_ROW_FLAG, offsetof(sel_response_head, lead), 0, NULL},
    {SEL_ROW_FLAG, offsetof(sel_response_head, illustrative), 0, NULL},
};
static const sel_form head_form = {head_cells, sizeof head_cells / sizeof head_cells[0]};

static const char *const type_names[] = {
    [SEL_ITEM_TEXT] = "text",
    [SEL_ITEM_INTEGER] = "integer",
    [SEL_ITEM_DECIMAL] = "decimal",
    [SEL_ITEM_DATE] = "date",
    [SEL_ITEM_SELECT_ONE] = "select_one",
    [SEL_ITEM_SELECT_MULTIPLE] = "select_multiple",
    [SEL_ITEM_RANK] = "rank",
};
static const sel_codes types = {type_names, SEL_ITEM_RANK + 1};

static const sel_row_cell item_cells[] = {
    {SEL_ROW_TEXT, offsetof(sel_item, name), 0, NULL},
    {SEL_ROW_CODE, offsetof(sel_item, type), 0, &types},
    {SEL_ROW_TEXT, offsetof(sel_item, capability), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_item, aspect), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_item, disclosure), 0, NULL},
};
static const sel_form item_form = {item_cells, sizeof item_cells / sizeof item_cells[0]};

const sel_form *sel_response_head_form(void)
{
    return &head_form;
}

const sel_form *sel_item_form(void)
{
    return &item_form;
}

sel_status sel_items_list(sel_store *store, sel_arena *arena, sel_item_list *list, sel_error *err)
{
    uint32_t room = 0;
    sel_query query = sel_query_start(store, SQL_EACH_ITEM);
    while (sel_query_next(&query)) {
        list->items = sel_arena_one_more(arena, list->items, list->count, &room, sizeof(sel_item));
        sel_row_take(&query, &item_form, arena, &list->items[list->count++]);
    }
    return sel_query_end(&query, err);
}

void sel_items_fingerprint(const sel_item *items, uint32_t count, char hex[SEL_HASH_ROOM])
{
    sel_hash hash;
    sel_hash_start_content(&hash);
    for (uint32_t i = 0; i < count; i++)
        sel_row_hash(&hash, &item_form, &items[i]);
    sel_hash_finish(&hash, hex);
}

void sel_answer_hash(sel_hash *hash, const sel_answer *answer)
{
    bool value = answer->kind == SEL_ANSWER_VALUE;
    bool number = value && answer->is_number;
    sel_row_hash_integer(hash, (int64_t)answer->item << 8 | (int64_t)answer->kind << 1 | number);
    if (number)
        sel_row_hash_integer(hash, answer->number);
    else if (value)
        sel_row_hash_text(hash, answer->text);
}
