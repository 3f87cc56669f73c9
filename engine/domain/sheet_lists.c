#include "domain/sheet_lists.h"

/* Ranges with more values than this are written, not chosen. */
enum { CHOSEN_VALUES_MAX = 11 };

static const sel_sheet_list *find_list(const sel_sheet *sheet, sel_str name)
{
    for (uint32_t i = 0; i < sheet->list_count; i++)
        if (sel_str_equal(sheet->lists[i]->name, name))
            return sheet->lists[i];
    return NULL;
}

static const sel_sheet_list *add_list(sel_sheet *sheet, sel_str name, const sel_str *entries,
                                      uint32_t count)
{
    sel_sheet_list *list = sel_arena_array(sheet->arena, 1, sizeof *list);
    *list = (sel_sheet_list){name, entries, count};
    sheet->lists = sel_arena_one_more(sheet->arena, sheet->lists, sheet->list_count,
                                      &sheet->list_room, sizeof(sel_sheet_list *));
    sheet->lists[sheet->list_count++] = list;
    return list;
}

static const sel_sheet_list *choice_list(sel_sheet *sheet, const sel_choice_list *choices)
{
    const sel_sheet_list *known = find_list(sheet, choices->name);
    if (known != NULL)
        return known;
    sel_str *entries = sel_arena_array(sheet->arena, choices->count, sizeof *entries);
    for (uint32_t i = 0; i < choices->count; i++)
        entries[i] = sel_names_in(&choices->choices[i].labels, sheet->language);
    return add_list(sheet, choices->name, entries, choices->count);
}

/* The values one by one, then the answers that are no number. */
static const sel_sheet_list *range_list(sel_sheet *sheet, const sel_reference *reference,
                                        const sel_item *item)
{
    static const char *const non_answers[] = {"dont_know", "not_applicable", "not_said"};
    enum { NON_ANSWERS = sizeof non_answers / sizeof non_answers[0] };
    sel_arena *arena = sheet->arena;
    sel_str name = sel_item_range(item, arena);
    const sel_sheet_list *known = find_list(sheet, name);
    if (known != NULL)
        return known;
    uint32_t values = (uint32_t)(item->high - item->low) + 1;
    sel_str *entries = sel_arena_array(arena, values + NON_ANSWERS, sizeof *entries);
    for (uint32_t i = 0; i < values; i++)
        entries[i] = sel_str_printf(arena, "%lld", (long long)item->low + i);
    for (uint32_t i = 0; i < NON_ANSWERS; i++)
        entries[values + i] = sel_sheet_name(reference, non_answers[i], sheet->language);
    return add_list(sheet, name, entries, values + NON_ANSWERS);
}

static int by_text(const void *a, const void *b)
{
    return sel_str_compare(*(const sel_str *)a, *(const sel_str *)b);
}

static const sel_sheet_list *recipient_list(sel_sheet *sheet, const sel_reference *reference)
{
    const sel_sheet_list *known = find_list(sheet, SEL_STR("recipients"));
    const sel_geography *geography = &reference->geography;
    if (known != NULL || geography->count == 0)
        return known;
    sel_str *entries = sel_arena_array(sheet->arena, geography->count, sizeof *entries);
    for (uint32_t i = 0; i < geography->count; i++)
        entries[i] = sel_names_in(&geography->recipients[i].names, sheet->language);
    qsort(entries, geography->count, sizeof *entries, by_text);
    return add_list(sheet, SEL_STR("recipients"), entries, geography->count);
}

/* "country", or the field of a table that names a recipient. */
static bool asks_recipient(sel_str aspect)
{
    static const sel_str field = {".recipient", 10};
    return sel_str_is(aspect, "country") ||
           (aspect.len > field.len &&
            sel_str_equal(sel_str_part(aspect, aspect.len - field.len, field.len), field));
}

const sel_sheet_list *sel_sheet_list_of(sel_sheet *sheet, const sel_reference *reference,
                                        const sel_item *item)
{
    if (item->list != NULL)
        return choice_list(sheet, item->list);
    bool whole = item->type == SEL_ITEM_INTEGER && item->has_range && item->step == 1;
    if (whole && (uint64_t)item->high - (uint64_t)item->low < CHOSEN_VALUES_MAX)
        return range_list(sheet, reference, item);
    if (asks_recipient(item->aspect))
        return recipient_list(sheet, reference);
    return NULL;
}
