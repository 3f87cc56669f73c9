#include "input/column_keys.h"

#include "base/fold.h"
#include "base/text.h"
#include "input/header_text.h"

#include <assert.h>

/* Kinds of keys; the first byte of a key. Labels have one kind per language. */
enum { PATH = '1', NAME = '2', FOLDED = '3', SQUEEZED = '4', LABEL = 'A', GROUPED = 'a' };

/* Longer headers and labels are not looked up; a label may be cut short in its header. Levels of
 * groups that may stand before a name: as many as a definition may have. */
enum { HEADER_MAX = 1024, LABEL_MAX = 4 * HEADER_MAX, LEVELS_MAX = 32 };

/* The targets of one key, in order of the definition. */
typedef struct key_targets {
    uint32_t first;
    uint32_t last;
} key_targets;

struct sel_column_keys {
    const sel_questionnaire *questionnaire;
    sel_index *index;
    key_targets *of_key;
    uint32_t key_count;
    uint32_t key_room;
    size_t longest; /* text of a key */
    sel_column_target *targets;
    uint32_t target_count;
    uint32_t target_room;
    bool labelled; /* labels are among the keys: they are added when a name does not do */
    sel_arena *arena;
    sel_arena *scratch;
    const sel_group *group; /* of the latest item; its folded labels with those around it */
    sel_str group_labels[SEL_LANGUAGE_COUNT];
    sel_arena *group_arena;
};

static sel_str key_of(sel_arena *arena, int kind, sel_str text)
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
    uint32_t key = sel_index_add(keys->index, key_of(keys->scratch, kind, text));
    if (key == keys->key_count) {
        keys->of_key = sel_arena_one_more(keys->arena, keys->of_key, keys->key_count,
                                          &keys->key_room, sizeof *keys->of_key);
        keys->of_key[keys->key_count++] = (key_targets){SEL_NONE, SEL_NONE};
        keys->longest = text.len > keys->longest ? text.len : keys->longest;
    }
    assert(keys->of_key != NULL);
    key_targets *of = &keys->of_key[key];
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

/* Small letters and digits only, as tools write names that may hold nothing else; brackets stay.
 * Nothing of a text with other letters: what is left of a sentence could be somebody's name. */
static sel_str squeeze(sel_arena *arena, sel_str text)
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
        add(keys, PATH, joined(keys->scratch, other, separators[i], choice), target);
        if (choice.len > 0 && separators[i] != '/')
            add(keys, PATH, joined(keys->scratch, other, '/', choice), target);
        if (choice.len > 0 || i == 0)
            add(keys, NAME, joined(keys->scratch, item->name, separators[i], choice), target);
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
        add(keys, NAME, bracketed, target);
    }
    sel_str squeezed = squeeze(keys->scratch, bracketed);
    add(keys, SQUEEZED, squeezed, target);
    sel_str code = squeeze(keys->scratch, choice);
    if (code.len > 0) /* LimeSurvey's codes in expressions: cikinds_watersan */
        add(keys, FOLDED, joined(keys->scratch, squeeze(keys->scratch, item->name), ' ', code),
            target);
    add_folded(keys, FOLDED, joined(keys->scratch, path_of(item), '/', choice), target);
    add_folded(keys, FOLDED, joined(keys->scratch, item->name, '/', choice), target);
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
        if (label.len == 0 || label.len > LABEL_MAX)
            continue;
        sel_str asked = sel_fold(keys->scratch, label);
        sel_str name = choice == NULL ? (sel_str){0} : sel_fold(keys->scratch, choice->name);
        sel_str option = choice == NULL || choice->labels.in[language].len == 0
                             ? name
                             : sel_fold(keys->scratch, choice->labels.in[language]);
        sel_str with_label = folded_pair(keys->scratch, asked, option);
        add(keys, LABEL + language, with_label, target);
        if (name.len > 0)
            add(keys, LABEL + language, folded_pair(keys->scratch, asked, name), target);
        if (keys->group_labels[language].len > 0)
            add(keys, GROUPED + language,
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

static void add_item(sel_column_keys *keys, uint32_t item)
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

/* Labels in seven languages take much longer to prepare than names: not before they are needed. */
static void need_labels(sel_column_keys *keys)
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

sel_column_keys *sel_column_keys_create(const sel_questionnaire *questionnaire)
{
    sel_column_keys *keys = sel_memory_resize(NULL, 1, sizeof *keys);
    *keys = (sel_column_keys){.questionnaire = questionnaire,
                              .index = sel_index_create(),
                              .arena = sel_arena_create(),
                              .scratch = sel_arena_create(),
                              .group_arena = sel_arena_create()};
    for (uint32_t i = 0; i < questionnaire->item_count; i++)
        add_item(keys, i);
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
    uint32_t key = sel_index_find(keys->index, key_of(keys->scratch, kind, text));
    return key == SEL_NONE ? SEL_NONE : keys->of_key[key].first;
}

static uint32_t find_label(sel_column_keys *keys, sel_str folded, sel_language language,
                           sel_column_by *by)
{
    need_labels(keys);
    uint32_t target = find_kind(keys, LABEL + (int)language, folded);
    *by = SEL_COLUMN_BY_LABEL;
    if (target == SEL_NONE) {
        target = find_kind(keys, GROUPED + (int)language, folded);
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
    } names[] = {{PATH, header, SEL_COLUMN_BY_PATH},
                 {NAME, header, SEL_COLUMN_BY_NAME},
                 {FOLDED, folded, SEL_COLUMN_BY_FOLDED}};
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
        target = find_kind(keys, SQUEEZED, squeeze(keys->scratch, header));
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
        if (labels->in[language].len <= LABEL_MAX &&
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
    uint32_t target = find_kind(keys, NAME, parts.code);
    if (target == SEL_NONE)
        target = find_kind(keys, SQUEEZED, squeeze(keys->scratch, parts.code));
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
    return find_kind(keys, NAME, sel_header_text_entry(keys->scratch, header));
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
    if (header.len == 0 || header.len > HEADER_MAX)
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
    bool found = header.len <= HEADER_MAX && (find_kind(keys, PATH, header) != SEL_NONE ||
                                              find_kind(keys, NAME, header) != SEL_NONE);
    sel_arena_reset(keys->scratch);
    return found;
}

bool sel_column_keys_is_label(sel_column_keys *keys, sel_str header, sel_language language)
{
    if (header.len == 0 || header.len > HEADER_MAX)
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
