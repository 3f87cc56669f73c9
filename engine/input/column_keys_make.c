#include "input/column_keys_parts.h"

#include "base/fold.h"

#include <assert.h>

sel_str sel_key_of(sel_arena *arena, int kind, sel_str text)
{
    char *key = sel_arena_array(arena, text.len + 1, 1);
    key[0] = (char)kind;
    memcpy(key + 1, text.ptr, text.len);
    return (sel_str){key, text.len + 1};
}

static bool same_meaning(const sel_column_target *a, const sel_column_target *b)
{
    return a->item == b->item && a->choice == b->choice && a->position == b->position;
}

static void add(sel_column_keys *keys, int kind, sel_str text, sel_column_target target)
{
    if (text.len == 0)
        return;
    uint32_t key = sel_index_add(keys->index, sel_key_of(keys->scratch, kind, text));
    if (key == keys->key_count) {
        keys->of_key = sel_arena_one_more(keys->arena, keys->of_key, keys->key_count,
                                          &keys->key_room, sizeof *keys->of_key);
        keys->of_key[keys->key_count++] = (sel_key_targets){SEL_NONE, SEL_NONE};
        keys->longest = text.len > keys->longest ? text.len : keys->longest;
    }
    assert(keys->of_key != NULL);
    sel_key_targets *of = &keys->of_key[key];
    /* All keys of one target are added in a row: an equal one can only be the last. */
    if (of->last != SEL_NONE && same_meaning(&keys->targets[of->last], &target))
        return;
    keys->targets = sel_arena_one_more(keys->arena, keys->targets, keys->target_count,
                                       &keys->target_room, sizeof *keys->targets);
    target.next = SEL_NONE;
    keys->targets[keys->target_count] = target;
    if (of->last == SEL_NONE)
        of->first = keys->target_count;
    else
        keys->targets[of->last].next = keys->target_count;
    of->last = keys->target_count++;
}

sel_str sel_key_squeeze(sel_arena *arena, sel_str text)
{
    if (!sel_str_is_ascii(text))
        return (sel_str){0};
    char *out = sel_arena_array(arena, text.len + 1, 1);
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (sel_ascii_is_letter(c) || sel_ascii_is_digit(c) || c == '[' || c == ']')
            out[n++] = sel_ascii_lower(c);
    }
    return (sel_str){out, n};
}

static void add_folded(sel_column_keys *keys, int kind, sel_str text, sel_column_target target)
{
    add(keys, kind, sel_fold(keys->scratch, text), target);
}

static sel_str joined(sel_arena *arena, sel_str a, char separator, sel_str b)
{
    if (b.len == 0)
        return a;
    char *text = sel_arena_array(arena, a.len + 1 + b.len, 1);
    if (a.len > 0)
        memcpy(text, a.ptr, a.len);
    text[a.len] = separator;
    memcpy(text + a.len + 1, b.ptr, b.len);
    return (sel_str){text, a.len + 1 + b.len};
}

static sel_str path_of(const sel_item *item)
{
    return item->path.len > 0 ? item->path : item->name;
}

static sel_str with_separator(sel_column_keys *keys, sel_str path, char separator)
{
    char *other = sel_arena_copy(keys->scratch, path.ptr, path.len);
    for (size_t i = 0; i < path.len; i++)
        if (other[i] == '/')
            other[i] = separator;
    return (sel_str){other, path.len};
}

/* Exact names: path and name with every separator, with the choice's name behind if any. */
static void add_exact_names(sel_column_keys *keys, sel_column_target target, sel_str choice)
{
    static const char separators[] = "/-.:";
    const sel_item *item = &keys->questionnaire->items[target.item];
    sel_str path = path_of(item);
    for (size_t i = 0; i < sizeof separators - 1; i++) {
        sel_str other = with_separator(keys, path, separators[i]);
        add(keys, SEL_KEY_PATH, joined(keys->scratch, other, separators[i], choice), target);
        if (choice.len > 0 && separators[i] != '/')
            add(keys, SEL_KEY_PATH, joined(keys->scratch, other, '/', choice), target);
        if (choice.len > 0 || i == 0)
            add(keys, SEL_KEY_NAME, joined(keys->scratch, item->name, separators[i], choice),
                target);
    }
}

static void add_names(sel_column_keys *keys, sel_column_target target, sel_str choice)
{
    const sel_item *item = &keys->questionnaire->items[target.item];
    add_exact_names(keys, target, choice);
    sel_str bracketed = item->name;
    if (choice.len > 0) {
        bracketed = sel_str_printf(keys->scratch, "%.*s[%.*s]", SEL_STR_ARG(item->name),
                                   SEL_STR_ARG(choice));
        add(keys, SEL_KEY_NAME, bracketed, target);
    }
    sel_str squeezed = sel_key_squeeze(keys->scratch, bracketed);
    add(keys, SEL_KEY_SQUEEZED, squeezed, target);
    sel_str code = sel_key_squeeze(keys->scratch, choice);
    if (code.len > 0) /* LimeSurvey's codes in expressions: cikinds_watersan */
        add(keys, SEL_KEY_FOLDED,
            joined(keys->scratch, sel_key_squeeze(keys->scratch, item->name), ' ', code), target);
    add_folded(keys, SEL_KEY_FOLDED, joined(keys->scratch, path_of(item), '/', choice), target);
    add_folded(keys, SEL_KEY_FOLDED, joined(keys->scratch, item->name, '/', choice), target);
}

/* Two folded texts as the folding of both with a blank between. */
static sel_str folded_pair(sel_arena *arena, sel_str a, sel_str b)
{
    return a.len == 0 ? b : joined(arena, a, ' ', b);
}

/* Fold the labels of the groups around an item, outermost first: once for all items in them. */
static void know_group(sel_column_keys *keys, const sel_group *innermost)
{
    if (keys->group == innermost)
        return;
    keys->group = innermost;
    sel_arena_reset(keys->group_arena);
    for (int language = 0; language < SEL_LANGUAGE_COUNT; language++) {
        sel_str labels = {0};
        for (const sel_group *group = innermost; group != NULL; group = group->parent) {
            sel_str label = sel_names_in(&group->labels, (sel_language)language);
            labels = folded_pair(keys->group_arena, sel_fold(keys->group_arena, label), labels);
        }
        keys->group_labels[language] = labels;
    }
}

static void add_labels(sel_column_keys *keys, sel_column_target target, const sel_choice *choice)
{
    const sel_item *item = &keys->questionnaire->items[target.item];
    for (int language = 0; language < SEL_LANGUAGE_COUNT; language++) {
        sel_str label = item->labels.in[language];
        if (label.len == 0 || label.len > SEL_KEY_LABEL_MAX)
            continue;
        sel_str asked = sel_fold(keys->scratch, label);
        sel_str name = choice == NULL ? (sel_str){0} : sel_fold(keys->scratch, choice->name);
        sel_str option = choice == NULL || choice->labels.in[language].len == 0
                             ? name
                             : sel_fold(keys->scratch, choice->labels.in[language]);
        sel_str with_label = folded_pair(keys->scratch, asked, option);
        add(keys, SEL_KEY_LABEL + language, with_label, target);
        if (name.len > 0)
            add(keys, SEL_KEY_LABEL + language, folded_pair(keys->scratch, asked, name), target);
        if (keys->group_labels[language].len > 0)
            add(keys, SEL_KEY_GROUPED + language,
                folded_pair(keys->scratch, keys->group_labels[language], with_label), target);
    }
}

static void add_positions(sel_column_keys *keys, uint32_t item)
{
    const sel_item *asked = &keys->questionnaire->items[item];
    for (uint32_t place = 1; place <= asked->list->count; place++) {
        char number[16];
        snprintf(number, sizeof number, "%u", place);
        sel_column_target target = {.item = item, .choice = SEL_NONE, .position = place};
        add_names(keys, target, sel_str_of(number));
    }
}

void sel_keys_add_item(sel_column_keys *keys, uint32_t item)
{
    const sel_item *asked = &keys->questionnaire->items[item];
    sel_column_target whole = {.item = item, .choice = SEL_NONE};
    add_names(keys, whole, (sel_str){0});
    for (uint32_t c = 0; asked->type == SEL_ITEM_SELECT_MULTIPLE && c < asked->list->count; c++) {
        sel_column_target option = {.item = item, .choice = c};
        add_names(keys, option, asked->list->choices[c].name);
    }
    if (asked->type == SEL_ITEM_RANK)
        add_positions(keys, item);
    sel_arena_reset(keys->scratch);
}

static void add_item_labels(sel_column_keys *keys, uint32_t item)
{
    const sel_item *asked = &keys->questionnaire->items[item];
    know_group(keys, asked->group);
    add_labels(keys, (sel_column_target){.item = item, .choice = SEL_NONE}, NULL);
    for (uint32_t c = 0; asked->type == SEL_ITEM_SELECT_MULTIPLE && c < asked->list->count; c++)
        add_labels(keys, (sel_column_target){.item = item, .choice = c}, &asked->list->choices[c]);
}

void sel_keys_need_labels(sel_column_keys *keys)
{
    if (keys->labelled)
        return;
    sel_arena *in_use = keys->scratch;
    keys->scratch = sel_arena_create();
    for (uint32_t i = 0; i < keys->questionnaire->item_count; i++) {
        add_item_labels(keys, i);
        sel_arena_reset(keys->scratch);
    }
    sel_arena_destroy(keys->scratch);
    keys->scratch = in_use;
    keys->labelled = true;
}
