#include "domain/questionnaire.h"

uint32_t sel_choice_find(const sel_choice_list *list, sel_str name)
{
    for (uint32_t i = 0; list != NULL && i < list->count; i++)
        if (sel_str_equal(list->choices[i].name, name))
            return i;
    return SEL_NONE;
}

uint32_t sel_questionnaire_item(const sel_questionnaire *questionnaire, sel_str name)
{
    return sel_index_find(questionnaire->by_name, name);
}

uint32_t sel_questionnaire_aspect(const sel_questionnaire *questionnaire, sel_str aspect,
                                  sel_str capability)
{
    for (uint32_t i = 0; i < questionnaire->item_count; i++)
        if (sel_str_equal(questionnaire->items[i].aspect, aspect) &&
            sel_str_equal(questionnaire->items[i].capability, capability))
            return i;
    return SEL_NONE;
}

sel_str sel_questionnaire_language_state(const sel_questionnaire *questionnaire,
                                         sel_language language)
{
    sel_str rest = questionnaire->language_states;
    sel_str code = sel_str_of(sel_language_code(language));
    sel_str part;
    while (sel_str_next(&rest, '|', &part))
        if (sel_str_starts(part, code) && part.len > code.len && part.ptr[code.len] == ':')
            return sel_str_part(part, code.len + 1, part.len);
    return (sel_str){0};
}

sel_str sel_item_range(const sel_item *item, sel_arena *arena)
{
    if (!item->has_range)
        return (sel_str){0};
    if (item->type == SEL_ITEM_DECIMAL)
        return sel_str_printf(arena, "%.12g-%.12g", item->real_low, item->real_high);
    return sel_str_printf(arena, "%lld-%lld", (long long)item->low, (long long)item->high);
}
