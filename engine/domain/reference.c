#include "domain/reference.h"

#include "base/fold.h"

static bool is_label(const sel_sheet_label *label, sel_str text, sel_str folded)
{
    if (sel_str_equal_ascii(label->key, text))
        return true;
    for (int language = 0; language < SEL_LANGUAGE_COUNT; language++)
        if (sel_str_equal(label->folded[language], folded))
            return true;
    return false;
}

sel_str sel_sheet_key(const sel_reference *reference, sel_str text)
{
    sel_arena *scratch = sel_arena_create();
    sel_str folded = sel_fold(scratch, text);
    sel_str key = {0};
    for (uint32_t i = 0; i < reference->label_count && folded.len > 0 && key.len == 0; i++)
        if (is_label(&reference->labels[i], text, folded))
            key = reference->labels[i].key;
    sel_arena_destroy(scratch);
    return key;
}

/* Whether key is "scope.rest". */
static bool is_scoped(sel_str key, sel_str scope, sel_str rest)
{
    return key.len == scope.len + 1 + rest.len && sel_str_starts(key, scope) &&
           key.ptr[scope.len] == '.' &&
           sel_str_equal(sel_str_part(key, scope.len + 1, rest.len), rest);
}

const sel_sheet_label *sel_sheet_label_in(const sel_reference *reference, sel_str scope,
                                          sel_str key)
{
    const sel_sheet_label *found = NULL;
    for (uint32_t i = 0; i < reference->label_count; i++) {
        const sel_sheet_label *label = &reference->labels[i];
        if (is_scoped(label->key, scope, key))
            return label;
        if (sel_str_equal(label->key, key))
            found = label;
    }
    return found;
}

sel_str sel_sheet_name(const sel_reference *reference, const char *key, sel_language language)
{
    for (uint32_t i = 0; i < reference->label_count; i++)
        if (sel_str_is(reference->labels[i].key, key))
            return sel_names_in(&reference->labels[i].names, language);
    return sel_str_of(key);
}

bool sel_sheet_is_findings(const sel_reference *reference, sel_str header)
{
    sel_str name = {0};
    return sel_str_next(&header, '|', &name) &&
           sel_str_is(sel_sheet_key(reference, sel_str_trim(name)), "to_look_at");
}
