#include "input/column_keys_parts.h"

#include "base/fold.h"
#include "input/header_text.h"

/* Levels of groups that may stand before a name: as many as a definition may have. */
enum { LEVELS_MAX = 32 };

sel_column_keys *sel_column_keys_create(const sel_questionnaire *questionnaire)
{
    sel_column_keys *keys = sel_memory_resize(NULL, 1, sizeof *keys);
    *keys = (sel_column_keys){.questionnaire = questionnaire,
                              .index = sel_index_create(),
                              .arena = sel_arena_create(),
                              .scratch = sel_arena_create(),
                              .group_arena = sel_arena_create()};
    for (uint32_t i = 0; i < questionnaire->item_count; i++)
        sel_keys_add_item(keys, i);
    return keys;
}

void sel_column_keys_destroy(sel_column_keys *keys)
{
    if (keys == NULL)
        return;
    sel_index_destroy(keys->index);
    sel_arena_destroy(keys->arena);
    sel_arena_destroy(keys->scratch);
    sel_arena_destroy(keys->group_arena);
    sel_memory_resize(keys, 0, 1);
}

static uint32_t find_kind(sel_column_keys *keys, int kind, sel_str text)
{
    if (text.len == 0 || text.len > keys->longest)
        return SEL_NONE;
    uint32_t key = sel_index_find(keys->index, sel_key_of(keys->scratch, kind, text));
    return key == SEL_NONE ? SEL_NONE : keys->of_key[key].first;
}

static uint32_t find_label(sel_column_keys *keys, sel_str folded, sel_language language,
                           sel_column_by *by)
{
    sel_keys_need_labels(keys);
    uint32_t target = find_kind(keys, SEL_KEY_LABEL + (int)language, folded);
    *by = SEL_COLUMN_BY_LABEL;
    if (target == SEL_NONE) {
        target = find_kind(keys, SEL_KEY_GROUPED + (int)language, folded);
        *by = SEL_COLUMN_BY_GROUPED;
    }
    return target;
}

static uint32_t find_whole(sel_column_keys *keys, sel_str header, sel_language language,
                           sel_column_by *by)
{
    sel_str folded = sel_fold(keys->scratch, header);
    const struct {
        int kind;
        sel_str text;
        sel_column_by by;
    } names[] = {{SEL_KEY_PATH, header, SEL_COLUMN_BY_PATH},
                 {SEL_KEY_NAME, header, SEL_COLUMN_BY_NAME},
                 {SEL_KEY_FOLDED, folded, SEL_COLUMN_BY_FOLDED}};
    uint32_t target = SEL_NONE;
    for (size_t i = 0; i < sizeof names / sizeof names[0] && target == SEL_NONE; i++) {
        target = find_kind(keys, names[i].kind, names[i].text);
        *by = names[i].by;
    }
    if (target == SEL_NONE)
        target = find_label(keys, folded, language, by);
    for (int other = 0; other < SEL_LANGUAGE_COUNT && target == SEL_NONE; other++)
        target = find_label(keys, folded, (sel_language)other, by);
    if (target == SEL_NONE) {
        target = find_kind(keys, SEL_KEY_SQUEEZED, sel_key_squeeze(keys->scratch, header));
        *by = SEL_COLUMN_BY_FOLDED;
    }
    return target;
}

/* Whether text is one of the labels of an item, or the beginning of one. */
static bool begins_label(sel_column_keys *keys, uint32_t item, sel_str text)
{
    const sel_names *labels = &keys->questionnaire->items[item].labels;
    sel_str folded = sel_fold(keys->scratch, text);
    for (int language = 0; language < SEL_LANGUAGE_COUNT && folded.len > 0; language++)
        if (labels->in[language].len <= SEL_KEY_LABEL_MAX &&
            sel_str_starts(sel_fold(keys->scratch, labels->in[language]), folded))
            return true;
    return false;
}

/* A code with the question's text behind it, which has to be the text of that question. */
static uint32_t find_coded(sel_column_keys *keys, sel_str header, sel_column_by *by)
{
    sel_coded_header parts;
    if (!sel_header_coded(header, &parts))
        return SEL_NONE;
    uint32_t target = find_kind(keys, SEL_KEY_NAME, parts.code);
    if (target == SEL_NONE)
        target = find_kind(keys, SEL_KEY_SQUEEZED, sel_key_squeeze(keys->scratch, parts.code));
    *by = SEL_COLUMN_BY_NAME;
    bool fits = target != SEL_NONE && keys->targets[target].next == SEL_NONE &&
                begins_label(keys, keys->targets[target].item, parts.text);
    return fits ? target : SEL_NONE;
}

/* The header as survey tools dress it up. */
static uint32_t find_dressed(sel_column_keys *keys, sel_str header, sel_language language,
                             sel_column_by *by)
{
    uint32_t target = find_coded(keys, header, by);
    sel_str plain = sel_header_plain(keys->scratch, header);
    if (target == SEL_NONE && plain.ptr != header.ptr && plain.len > 0)
        target = find_whole(keys, plain, language, by);
    if (target != SEL_NONE)
        return target;
    *by = SEL_COLUMN_BY_NAME;
    return find_kind(keys, SEL_KEY_NAME, sel_header_text_entry(keys->scratch, header));
}

/* What stands behind groups that the definition does not know. */
static uint32_t find_leaf(sel_column_keys *keys, sel_str rest, sel_language language,
                          sel_column_by *by)
{
    uint32_t target = SEL_NONE;
    sel_str group;
    for (int level = 0; level < LEVELS_MAX && target == SEL_NONE; level++) {
        if (!sel_str_next(&rest, '/', &group) || rest.len == 0)
            break;
        target = find_whole(keys, rest, language, by);
    }
    *by = SEL_COLUMN_BY_LEAF;
    return target;
}

uint32_t sel_column_keys_find(sel_column_keys *keys, sel_str header, sel_language language,
                              sel_column_by *by)
{
    if (header.len == 0 || header.len > SEL_KEY_HEADER_MAX)
        return SEL_NONE;
    uint32_t target = find_whole(keys, header, language, by);
    if (target == SEL_NONE)
        target = find_dressed(keys, header, language, by);
    if (target == SEL_NONE)
        target = find_leaf(keys, header, language, by);
    sel_arena_reset(keys->scratch);
    return target;
}

bool sel_column_keys_is_name(sel_column_keys *keys, sel_str header)
{
    bool found =
        header.len <= SEL_KEY_HEADER_MAX && (find_kind(keys, SEL_KEY_PATH, header) != SEL_NONE ||
                                             find_kind(keys, SEL_KEY_NAME, header) != SEL_NONE);
    sel_arena_reset(keys->scratch);
    return found;
}

bool sel_column_keys_is_label(sel_column_keys *keys, sel_str header, sel_language language)
{
    if (header.len == 0 || header.len > SEL_KEY_HEADER_MAX)
        return false;
    sel_column_by by;
    bool found = find_label(keys, sel_fold(keys->scratch, header), language, &by) != SEL_NONE;
    sel_arena_reset(keys->scratch);
    return found;
}

const sel_column_target *sel_column_keys_target(const sel_column_keys *keys, uint32_t target)
{
    return &keys->targets[target];
}
