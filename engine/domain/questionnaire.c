#include "domain/questionnaire.h"

#include "base/fold.h"

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

static bool labels_match(const sel_names *labels, sel_str folded, sel_arena *scratch)
{
    for (int language = 0; language < SEL_LANGUAGE_COUNT; language++)
        if (labels->in[language].len > 0 &&
            sel_str_equal(sel_fold(scratch, labels->in[language]), folded))
            return true;
    return false;
}

const sel_choice *sel_choice_find(const sel_choice_list *list, sel_str text)
{
    text = sel_str_trim(text);
    for (uint32_t i = 0; i < list->count; i++)
        if (sel_str_equal_ascii(list->choices[i].name, text))
            return &list->choices[i];
    sel_arena *scratch = sel_arena_create();
    sel_str folded = sel_fold(scratch, text);
    const sel_choice *found = NULL;
    for (uint32_t i = 0; i < list->count && found == NULL; i++)
        if (folded.len > 0 && (sel_str_equal(sel_fold(scratch, list->choices[i].name), folded) ||
                               labels_match(&list->choices[i].labels, folded, scratch)))
            found = &list->choices[i];
    sel_arena_destroy(scratch);
    return found;
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
