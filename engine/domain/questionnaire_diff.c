#include "domain/questionnaire_diff.h"

#include "base/fold.h"
#include "domain/wordings.h"

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

/* What became of the choices of a list; the question is filled in for each. */
typedef struct list_changes {
    uint32_t first;
    uint32_t count;
} list_changes;

typedef struct comparing {
    sel_arena *arena;
    sel_arena *scratch;    /* for one comparison of wordings */
    sel_language language; /* whose wording decides where both have it */
    int renamed_in;        /* language by which new names are found, or SEL_LANGUAGE_COUNT */
    const sel_questionnaire *before;
    const sel_questionnaire *after;
    sel_wordings gone;     /* questions of before whose name after lacks */
    sel_wordings come;     /* questions of after whose name before lacks */
    sel_index *list_pairs; /* pairs of lists compared so far */
    list_changes *lists;   /* by number of the pair */
    uint32_t list_room;
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

static bool is_used(const sel_questionnaire *questionnaire, int language)
{
    for (uint32_t i = 0; i < questionnaire->item_count; i++)
        if (questionnaire->items[i].labels.in[language].len > 0)
            return true;
    for (uint32_t i = 0; i < questionnaire->list_count; i++)
        for (uint32_t c = 0; c < questionnaire->lists[i].count; c++)
            if (questionnaire->lists[i].choices[c].labels.in[language].len > 0)
                return true;
    return false;
}

static int language_of_both(const comparing *c)
{
    if (is_used(c->before, (int)c->language) && is_used(c->after, (int)c->language))
        return (int)c->language;
    int i = 0;
    while (i < SEL_LANGUAGE_COUNT && !(is_used(c->before, i) && is_used(c->after, i)))
        i++;
    return i;
}

/* By what a new name is found; lives until the next comparison of wordings. */
static sel_str wording_of(const comparing *c, const sel_names *labels)
{
    sel_arena_reset(c->scratch);
    return c->renamed_in == SEL_LANGUAGE_COUNT ? (sel_str){0}
                                               : sel_fold(c->scratch, labels->in[c->renamed_in]);
}

/* --- choices --- */

/* The choices of a list, each name once: settings may allow one twice, then the first counts. */
typedef struct named_choices {
    sel_index *names;
    const sel_choice **by_number;
} named_choices;

static named_choices choices_by_name(const sel_choice_list *list, sel_arena *arena)
{
    named_choices all = {.names = sel_index_create(),
                         .by_number = sel_arena_array(arena, list->count, sizeof(sel_choice *))};
    for (uint32_t i = 0; i < list->count; i++) {
        uint32_t known = sel_index_count(all.names);
        if (sel_index_add(all.names, list->choices[i].name) == known)
            all.by_number[known] = &list->choices[i];
    }
    return all;
}

static sel_wordings wordings_without(const comparing *c, const named_choices *list,
                                     const named_choices *others, sel_arena *arena)
{
    sel_wordings wordings = sel_wordings_open(arena);
    for (uint32_t i = 0; i < sel_index_count(list->names); i++)
        if (sel_index_find(others->names, list->by_number[i]->name) == SEL_NONE)
            sel_wordings_add(&wordings, wording_of(c, &list->by_number[i]->labels), i);
    return wordings;
}

static void compare_choice(comparing *c, const sel_choice *choice, const named_choices *new,
                           const sel_wordings *gone, const sel_wordings *come)
{
    uint32_t same = sel_index_find(new->names, choice->name);
    if (same != SEL_NONE) {
        compare_wording(c, &choice->labels, &new->by_number[same]->labels,
                        SEL_CHANGE_CHOICE_MEANING);
        return;
    }
    uint32_t renamed = sel_wordings_match(gone, come, wording_of(c, &choice->labels));
    if (renamed < SEL_SEVERAL)
        add_change(c, SEL_CHANGE_CHOICE_RENAMED, choice->name, new->by_number[renamed]->name);
    else
        add_change(c, SEL_CHANGE_CHOICE_REMOVED, choice->name, (sel_str){0});
}

static void compare_lists(comparing *c, const sel_choice_list *before, const sel_choice_list *after)
{
    sel_arena *arena = sel_arena_create();
    named_choices old = choices_by_name(before, arena);
    named_choices new = choices_by_name(after, arena);
    sel_wordings gone = wordings_without(c, &old, &new, arena);
    sel_wordings come = wordings_without(c, &new, &old, arena);
    for (uint32_t i = 0; i < sel_index_count(old.names); i++)
        compare_choice(c, old.by_number[i], &new, &gone, &come);
    for (uint32_t i = 0; i < sel_index_count(new.names); i++) {
        const sel_choice *choice = new.by_number[i];
        if (sel_index_find(old.names, choice->name) == SEL_NONE &&
            sel_wordings_match(&come, &gone, wording_of(c, &choice->labels)) >= SEL_SEVERAL)
            add_change(c, SEL_CHANGE_CHOICE_ADDED, (sel_str){0}, choice->name);
    }
    sel_wordings_close(&gone);
    sel_wordings_close(&come);
    sel_index_destroy(old.names);
    sel_index_destroy(new.names);
    sel_arena_destroy(arena);
}

/* Many questions share a list: two lists are compared once. */
static void compare_choices(comparing *c, const sel_choice_list *old, const sel_choice_list *new)
{
    char key[64];
    snprintf(key, sizeof key, "%p %p", (const void *)old, (const void *)new);
    uint32_t known = sel_index_count(c->list_pairs);
    uint32_t number = sel_index_add(c->list_pairs, sel_str_of(key));
    if (number == known) {
        c->lists = sel_arena_one_more(c->arena, c->lists, known, &c->list_room, sizeof *c->lists);
        uint32_t first = c->change_count;
        compare_lists(c, old, new);
        c->lists[number] = (list_changes){first, c->change_count - first};
        return;
    }
    for (uint32_t i = 0; i < c->lists[number].count; i++) {
        sel_change change = c->changes[c->lists[number].first + i];
        add_change(c, change.kind, change.from, change.to);
    }
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

/* What a question means to the engine and how it is answered. */
static sel_str engine_key(const comparing *c, const sel_item *item)
{
    sel_arena_reset(c->scratch);
    return item->aspect.len == 0
               ? (sel_str){0}
               : sel_str_printf(c->scratch, "%d %d %.*s %.*s", (int)item->type, (int)item->use,
                                SEL_STR_ARG(item->aspect), SEL_STR_ARG(item->capability));
}

static sel_str wording_key(const comparing *c, const sel_item *item)
{
    sel_str wording = wording_of(c, &item->labels);
    return wording.len == 0 ? wording
                            : sel_str_printf(c->scratch, "%d %d=%.*s", (int)item->type,
                                             (int)item->use, SEL_STR_ARG(wording));
}

/* Questions whose names the other version lacks, by what they could be known again. */
static sel_wordings wordings_of_questions(const comparing *c, const sel_questionnaire *version,
                                          const sel_questionnaire *other)
{
    sel_wordings wordings = sel_wordings_open(c->arena);
    for (uint32_t i = 0; i < version->item_count; i++) {
        const sel_item *item = &version->items[i];
        if (!is_compared(item) || sel_questionnaire_item(other, item->name) != SEL_NONE)
            continue;
        sel_wordings_add(&wordings, engine_key(c, item), i);
        sel_wordings_add(&wordings, wording_key(c, item), i);
    }
    return wordings;
}

/* The one new question that an old one without its name became; NULL when none or several could. */
static const sel_item *renamed_item(const comparing *c, const sel_item *old, const bool *taken)
{
    uint32_t meant = sel_wordings_match(&c->gone, &c->come, engine_key(c, old));
    uint32_t worded = sel_wordings_match(&c->gone, &c->come, wording_key(c, old));
    uint32_t number = meant == SEL_NONE ? worded : meant;
    bool agreed = worded == SEL_NONE || worded == number;
    return agreed && number < SEL_SEVERAL && !taken[number] ? &c->after->items[number] : NULL;
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
    c.renamed_in = language_of_both(&c);
    c.gone = wordings_of_questions(&c, before, after);
    c.come = wordings_of_questions(&c, after, before);
    c.list_pairs = sel_index_create();
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
    sel_index_destroy(c.list_pairs);
    sel_wordings_close(&c.gone);
    sel_wordings_close(&c.come);
    sel_arena_destroy(c.scratch);
    diff.questions = c.pairs;
    diff.question_count = c.pair_count;
    diff.changes = c.changes;
    diff.change_count = c.change_count;
    return diff;
}
