#include "domain/questionnaire_diff.h"

#include "base/fold.h"

static const struct {
    const char *name;
    sel_comparability comparability;
} kinds[] = {
#define X(id, name, comparability) [id] = {name, comparability},
    SEL_CHANGE_LIST(X)
#undef X
};

const char *sel_change_name(sel_change_kind kind)
{
    return kinds[kind].name;
}

const char *sel_comparability_name(sel_comparability comparability)
{
    static const char *const names[] = {
        [SEL_COMPARABLE] = "comparable", [SEL_MAPPED] = "mapped", [SEL_BROKEN] = "broken"};
    return names[comparability];
}

sel_comparability sel_change_comparability(sel_change_kind kind)
{
    return kinds[kind].comparability;
}

typedef struct comparing {
    sel_arena *arena;
    sel_arena *scratch;    /* for one comparison of wordings */
    sel_language language; /* whose wording decides where both have it */
    const sel_questionnaire *before;
    const sel_questionnaire *after;
    sel_question_pair *pairs;
    uint32_t pair_count;
    sel_change *changes;
    uint32_t change_count;
    uint32_t change_room;
} comparing;

static void add_change(comparing *c, sel_change_kind kind, sel_str from, sel_str to)
{
    c->changes = sel_arena_one_more(c->arena, c->changes, c->change_count, &c->change_room,
                                    sizeof *c->changes);
    c->changes[c->change_count++] = (sel_change){kind, c->pair_count, from, to};
    sel_question_pair *pair = &c->pairs[c->pair_count];
    if (kinds[kind].comparability > pair->comparability)
        pair->comparability = kinds[kind].comparability;
}

/* --- wordings --- */

/* The language in which two texts are compared; SEL_LANGUAGE_COUNT when they share none. */
static int shared_language(const comparing *c, const sel_names *a, const sel_names *b)
{
    if (a->in[c->language].len > 0 && b->in[c->language].len > 0)
        return (int)c->language;
    int i = 0;
    while (i < SEL_LANGUAGE_COUNT && (a->in[i].len == 0 || b->in[i].len == 0))
        i++;
    return i;
}

static bool same_wording(const comparing *c, const sel_names *a, const sel_names *b, int language)
{
    sel_arena_reset(c->scratch);
    return sel_str_equal(sel_fold(c->scratch, a->in[language]),
                         sel_fold(c->scratch, b->in[language]));
}

/* Report kind when both have a wording and it differs. */
static void compare_wording(comparing *c, const sel_names *a, const sel_names *b,
                            sel_change_kind kind)
{
    int language = shared_language(c, a, b);
    if (language < SEL_LANGUAGE_COUNT && !same_wording(c, a, b, language))
        add_change(c, kind, a->in[language], b->in[language]);
}

static bool is_worded_alike(const comparing *c, const sel_names *a, const sel_names *b)
{
    int language = shared_language(c, a, b);
    return language < SEL_LANGUAGE_COUNT && same_wording(c, a, b, language);
}

/* --- choices --- */

static const sel_choice *choice_named(const sel_choice_list *list, sel_str name)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (sel_str_equal(list->choices[i].name, name))
            return &list->choices[i];
    return NULL;
}

/* The new name of a choice that is gone: a choice of `others` with its wording whose name `known`
 * lacks. */
static const sel_choice *choice_worded(const comparing *c, const sel_choice *gone,
                                       const sel_choice_list *others, const sel_choice_list *known)
{
    for (uint32_t i = 0; i < others->count; i++)
        if (choice_named(known, others->choices[i].name) == NULL &&
            is_worded_alike(c, &gone->labels, &others->choices[i].labels))
            return &others->choices[i];
    return NULL;
}

static void compare_choices(comparing *c, const sel_choice_list *old, const sel_choice_list *new)
{
    for (uint32_t i = 0; i < old->count; i++) {
        const sel_choice *choice = &old->choices[i];
        if (choice_named(old, choice->name) != choice)
            continue; /* settings may allow a name twice: the first counts */
        const sel_choice *same = choice_named(new, choice->name);
        const sel_choice *renamed = same == NULL ? choice_worded(c, choice, new, old) : NULL;
        if (same != NULL)
            compare_wording(c, &choice->labels, &same->labels, SEL_CHANGE_CHOICE_MEANING);
        else if (renamed != NULL)
            add_change(c, SEL_CHANGE_CHOICE_RENAMED, choice->name, renamed->name);
        else
            add_change(c, SEL_CHANGE_CHOICE_REMOVED, choice->name, (sel_str){0});
    }
    for (uint32_t i = 0; i < new->count; i++)
        if (choice_named(old, new->choices[i].name) == NULL &&
            choice_worded(c, &new->choices[i], old, new) == NULL)
            add_change(c, SEL_CHANGE_CHOICE_ADDED, (sel_str){0}, new->choices[i].name);
}

/* --- questions --- */

static sel_str type_name(sel_item_type type)
{
    static const char *const names[] = {
        [SEL_ITEM_TEXT] = "text",
        [SEL_ITEM_INTEGER] = "integer",
        [SEL_ITEM_DECIMAL] = "decimal",
        [SEL_ITEM_DATE] = "date",
        [SEL_ITEM_SELECT_ONE] = "select_one",
        [SEL_ITEM_SELECT_MULTIPLE] = "select_multiple",
        [SEL_ITEM_RANK] = "rank",
    };
    return sel_str_of(names[type]);
}

static void compare_types(comparing *c, const sel_item *old, const sel_item *new)
{
    bool widened = old->type == SEL_ITEM_INTEGER && new->type == SEL_ITEM_DECIMAL;
    if (old->type != new->type || old->use != new->use)
        add_change(c, widened && old->use == new->use ? SEL_CHANGE_WIDENED : SEL_CHANGE_TYPE,
                   type_name(old->type), type_name(new->type));
    else if (old->list != NULL && new->list != NULL)
        compare_choices(c, old->list, new->list);
    sel_str from = sel_item_range(old, c->arena);
    sel_str to = sel_item_range(new, c->arena);
    if (!sel_str_equal(from, to))
        add_change(c, SEL_CHANGE_SCALE, from, to);
}

/* Everything that decides whether the question is asked. */
static sel_str conditions(const comparing *c, const sel_item *item)
{
    sel_str all = item->relevant;
    for (const sel_group *g = item->group; g != NULL; g = g->parent)
        if (g->relevant.len > 0)
            all = all.len == 0 ? g->relevant
                               : sel_str_printf(c->arena, "(%.*s) and (%.*s)",
                                                SEL_STR_ARG(g->relevant), SEL_STR_ARG(all));
    return all;
}

static sel_str repeat_path(const sel_item *item)
{
    return item->repeat == NULL ? (sel_str){0} : item->repeat->path;
}

static void compare_places(comparing *c, const sel_item *old, const sel_item *new)
{
    sel_str from = sel_str_part(old->path, 0, old->path.len - old->name.len);
    sel_str to = sel_str_part(new->path, 0, new->path.len - new->name.len);
    if ((old->repeat == NULL) != (new->repeat == NULL))
        add_change(c, SEL_CHANGE_REPEAT, repeat_path(old), repeat_path(new));
    else if (!sel_str_equal(from, to))
        add_change(c, SEL_CHANGE_MOVED, old->path, new->path);
    from = conditions(c, old);
    to = conditions(c, new);
    if (!sel_str_equal(from, to))
        add_change(c, SEL_CHANGE_RELEVANT, from, to);
}

static sel_str meaning(const comparing *c, const sel_item *item)
{
    return sel_str_printf(c->arena, "%.*s %.*s", SEL_STR_ARG(item->aspect),
                          SEL_STR_ARG(item->capability));
}

static void compare_items(comparing *c, const sel_item *old, const sel_item *new)
{
    if (!sel_str_equal(old->name, new->name))
        add_change(c, SEL_CHANGE_RENAMED, old->name, new->name);
    compare_types(c, old, new);
    compare_places(c, old, new);
    if (!sel_str_equal(old->aspect, new->aspect) ||
        !sel_str_equal(old->capability, new->capability))
        add_change(c, SEL_CHANGE_MEANING, meaning(c, old), meaning(c, new));
    compare_wording(c, &old->labels, &new->labels, SEL_CHANGE_REWORDED);
}

static bool is_compared(const sel_item *item)
{
    return item->use != SEL_ITEM_NOTE && item->use != SEL_ITEM_META;
}

/* Whether a new name could stand for an old question. */
static bool is_alike(const comparing *c, const sel_item *old, const sel_item *new)
{
    if (old->type != new->type || old->use != new->use)
        return false;
    bool engine = old->aspect.len > 0 && sel_str_equal(old->aspect, new->aspect) &&
                  sel_str_equal(old->capability, new->capability);
    return engine || is_worded_alike(c, &old->labels, &new->labels);
}

/* The one new question that an old one without its name became; NULL when none or several could. */
static const sel_item *renamed_item(const comparing *c, const sel_item *old, const bool *taken)
{
    const sel_item *found = NULL;
    for (uint32_t i = 0; i < c->after->item_count; i++) {
        const sel_item *new = &c->after->items[i];
        if (taken[i] || !is_compared(new) || !is_alike(c, old, new))
            continue;
        if (found != NULL)
            return NULL;
        found = new;
    }
    return found;
}

static void compare_question(comparing *c, const sel_item *old, bool *taken)
{
    uint32_t number = sel_questionnaire_item(c->after, old->name);
    const sel_item *new =
        number != SEL_NONE ? &c->after->items[number] : renamed_item(c, old, taken);
    c->pairs[c->pair_count] = (sel_question_pair){.before = old, .after = new};
    if (new == NULL) {
        add_change(c, SEL_CHANGE_REMOVED, old->name, (sel_str){0});
    } else {
        taken[new - c->after->items] = true;
        compare_items(c, old, new);
    }
    c->pair_count++;
}

sel_questionnaire_diff sel_questionnaire_compare(const sel_questionnaire *before,
                                                 const sel_questionnaire *after, sel_arena *arena)
{
    comparing c = {.arena = arena,
                   .scratch = sel_arena_create(),
                   .language = before->default_language,
                   .before = before,
                   .after = after,
                   .pairs = sel_arena_array(arena, (size_t)before->item_count + after->item_count,
                                            sizeof *c.pairs)};
    /* New questions under an old name are nobody's new name. */
    bool *taken = sel_arena_array(arena, after->item_count, sizeof *taken);
    for (uint32_t i = 0; i < after->item_count; i++)
        taken[i] = sel_questionnaire_item(before, after->items[i].name) != SEL_NONE;
    sel_questionnaire_diff diff = {0};
    for (uint32_t i = 0; i < before->item_count; i++)
        if (is_compared(&before->items[i])) {
            compare_question(&c, &before->items[i], taken);
            diff.counts[c.pairs[c.pair_count - 1].comparability] += 1;
        }
    for (uint32_t i = 0; i < after->item_count; i++)
        if (!taken[i] && is_compared(&after->items[i])) {
            c.pairs[c.pair_count] = (sel_question_pair){.after = &after->items[i]};
            add_change(&c, SEL_CHANGE_ADDED, (sel_str){0}, after->items[i].name);
            c.pair_count++;
        }
    sel_arena_destroy(c.scratch);
    diff.questions = c.pairs;
    diff.question_count = c.pair_count;
    diff.changes = c.changes;
    diff.change_count = c.change_count;
    return diff;
}
