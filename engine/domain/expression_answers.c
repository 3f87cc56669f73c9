#include "domain/expression_answers.h"
#include "domain/expression_shape.h"

#include "base/text.h"

#include <math.h>

enum {
    RANGE_MAX = 64,        /* numbers of a range that are all tried */
    LIST_MAX = 64,         /* choices of a list that are all tried */
    SET_MAX = 5,           /* choices whose every combination is tried */
    WHOLE_EXACT_BITS = 52, /* from 2 to this on, every double is a whole number */
};

static sel_value constant_value(const sel_node *node, sel_arena *arena)
{
    const sel_evaluation evaluation = {.arena = arena};
    return sel_node_value(node, &evaluation);
}

/* --- constants that a question is held against --- */

typedef struct constants {
    sel_arena *arena;
    sel_value *list;
    uint32_t count;
    uint32_t room;
} constants;

static void add_constant(constants *all, sel_value value)
{
    all->list =
        sel_arena_one_more(all->arena, all->list, all->count, &all->room, sizeof(sel_value));
    all->list[all->count++] = value;
}

static bool names(const sel_node *node, uint32_t number)
{
    return sel_node_is_question(node) && node->name.number == number;
}

static void gather(constants *all, const sel_node *node, uint32_t number)
{
    const sel_node *constant;
    const sel_node *side = sel_node_compared(node, &constant);
    if (side != NULL && names(side, number))
        add_constant(all, constant_value(constant, all->arena));
    if (sel_node_calls(node, "selected") && names(node->first, number) &&
        sel_node_is_constant(node->first->next))
        add_constant(all, constant_value(node->first->next, all->arena));
    for (const sel_node *child = node->first; child != NULL; child = child->next)
        gather(all, child, number);
}

/* --- values that stand for all --- */

static void add_value(sel_tried *tried, uint32_t *room, sel_arena *arena, sel_value value)
{
    tried->values = sel_arena_one_more(arena, tried->values, tried->count, room, sizeof value);
    tried->values[tried->count++] = value;
}

static int by_size(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;
    return (left > right) - (left < right);
}

/* Every finite number that a constant can be read as; 0, where truth changes; the bounds. */
static double *boundaries(const sel_tried *tried, const constants *all, uint32_t *count)
{
    double *list = sel_arena_array(all->arena, 2 * (size_t)all->count + 3, sizeof *list);
    double number;
    *count = 0;
    list[(*count)++] = 0;
    if (isfinite(tried->domain.low))
        list[(*count)++] = tried->domain.low;
    if (isfinite(tried->domain.high))
        list[(*count)++] = tried->domain.high;
    for (uint32_t i = 0; i < all->count; i++) {
        if (sel_value_to_number(all->list[i], &number) && isfinite(number))
            list[(*count)++] = number;
        if (sel_value_to_date(all->list[i], &number))
            list[(*count)++] = number;
    }
    qsort(list, *count, sizeof *list, by_size);
    return list;
}

/* The next number of the domain beyond one of its boundaries. */
static double beyond(const sel_answer_domain *domain, double boundary, double direction)
{
    if (fabs(boundary) >= (double)((uint64_t)1 << WHOLE_EXACT_BITS))
        return nextafter(boundary, direction);
    if (!domain->whole)
        return boundary + (direction > 0 ? 1 : -1);
    return direction > 0 ? floor(boundary) + 1 : ceil(boundary) - 1;
}

static void add_number(sel_tried *tried, uint32_t *room, sel_arena *arena, double number)
{
    const sel_answer_domain *domain = &tried->domain;
    if (number < domain->low || number > domain->high || !isfinite(number) ||
        (domain->whole && number != floor(number)))
        return;
    sel_value value =
        domain->kind == SEL_VALUE_DATE ? sel_value_date(number) : sel_value_number(number);
    if (value.kind != SEL_VALUE_EMPTY)
        add_value(tried, room, arena, value);
}

/* Each boundary, a number between any two, and one beyond either end. */
static void try_numbers(sel_tried *tried, uint32_t *room, const constants *all)
{
    uint32_t count;
    const double *list = boundaries(tried, all, &count);
    add_number(tried, room, all->arena, beyond(&tried->domain, list[0], -INFINITY));
    for (uint32_t i = 0; i < count; i++) {
        add_number(tried, room, all->arena, list[i]);
        double next = i + 1 < count ? list[i + 1] : INFINITY;
        double after = beyond(&tried->domain, list[i], INFINITY);
        if (!tried->domain.whole && next < INFINITY)
            after = list[i] / 2 + next / 2;
        if (after > list[i] && after < next)
            add_number(tried, room, all->arena, after);
    }
    if (tried->domain.kind != SEL_VALUE_DATE)
        return;
    /* A day that is not known exactly decides nothing that one of its days does not. */
    for (uint32_t i = 0; i < all->count; i++)
        if (all->list[i].kind == SEL_VALUE_TEXT)
            add_value(tried, room, all->arena, all->list[i]);
}

static void try_range(sel_tried *tried, uint32_t *room, sel_arena *arena)
{
    double first = ceil(tried->domain.low);
    for (int i = 0; i <= RANGE_MAX; i++) /* beyond the range nothing is added */
        add_number(tried, room, arena, first + i);
}

static bool is_among(const constants *all, sel_str text)
{
    for (uint32_t i = 0; i < all->count; i++)
        if (all->list[i].kind == SEL_VALUE_TEXT && sel_str_equal(all->list[i].text, text))
            return true;
    return false;
}

/* Every text compared with, and one that is none of them. */
static void try_texts(sel_tried *tried, uint32_t *room, const constants *all)
{
    sel_text other = {.arena = all->arena};
    for (uint32_t i = 0; i < all->count; i++) {
        if (all->list[i].kind == SEL_VALUE_TEXT)
            add_value(tried, room, all->arena, all->list[i]);
        if (all->list[i].text.len >= other.len) {
            other.len = 0;
            sel_text_add(&other, all->list[i].text);
        }
    }
    sel_text_add(&other, SEL_STR("x"));
    add_value(tried, room, all->arena, sel_value_text(sel_text_str(&other)));
}

/* Every choice; of a long list those compared with, and one that is not. */
static void try_choices(sel_tried *tried, uint32_t *room, const constants *all)
{
    const sel_choice_list *list = tried->domain.list;
    bool other = false;
    tried->complete = list->count <= LIST_MAX;
    for (uint32_t i = 0; i < list->count; i++) {
        bool meant = tried->complete || is_among(all, list->choices[i].name);
        if (meant || !other)
            add_value(tried, room, all->arena, sel_value_text(list->choices[i].name));
        other = other || !meant;
    }
}

/* --- sets --- */

static bool are_names(const sel_choice_list *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (!sel_value_is_one_name(list->choices[i].name))
            return false;
    return true;
}

/* The choices of `chosen`, by bit, and the first `more` of the others, in the order of the list. */
static sel_value set_of(const sel_choice_list *list, const uint32_t *meant, uint32_t meant_count,
                        uint32_t chosen, uint32_t more, sel_arena *arena)
{
    sel_text text = {.arena = arena};
    for (uint32_t i = 0; i < list->count; i++) {
        uint32_t bit = 0;
        while (bit < meant_count && meant[bit] != i)
            bit++;
        if (bit < meant_count ? (chosen >> bit & 1) == 0 : more == 0)
            continue;
        more -= bit == meant_count;
        if (text.len > 0)
            sel_text_add_char(&text, ' ');
        sel_text_add(&text, list->choices[i].name);
    }
    return sel_value_set(sel_text_str(&text));
}

/* Every combination of the choices that are meant, with any number of the others. */
static bool try_sets(sel_tried *tried, uint32_t *room, const constants *all)
{
    const sel_choice_list *list = tried->domain.list;
    uint32_t meant[SET_MAX];
    uint32_t count = 0;
    bool small = list->count <= SET_MAX;
    if (list->count > LIST_MAX || !are_names(list))
        return false;
    for (uint32_t i = 0; i < list->count; i++) {
        if (!small && !is_among(all, list->choices[i].name))
            continue;
        if (count == SET_MAX)
            return false;
        meant[count++] = i;
    }
    for (uint32_t chosen = 0; chosen < 1u << count; chosen++)
        for (uint32_t more = 0; more <= list->count - count; more++)
            if (chosen + more > 0)
                add_value(tried, room, all->arena,
                          set_of(list, meant, count, chosen, more, all->arena));
    tried->complete = small && !tried->domain.ordered;
    return true;
}

/* --- questions --- */

static bool is_short_range(const sel_answer_domain *domain)
{
    return domain->kind == SEL_VALUE_NUMBER && domain->whole &&
           domain->high - domain->low < RANGE_MAX;
}

/* False when nothing can be said of the question's answers. */
static bool try_answers(sel_tried *tried, const constants *all, bool answered)
{
    uint32_t room = 0;
    if (!answered)
        add_value(tried, &room, all->arena, sel_value_empty(SEL_WHY_NOT_ANSWERED));
    switch (tried->domain.kind) {
    case SEL_VALUE_NUMBER:
    case SEL_VALUE_DATE:
        tried->complete = is_short_range(&tried->domain);
        if (tried->complete)
            try_range(tried, &room, all->arena);
        else
            try_numbers(tried, &room, all);
        return true;
    case SEL_VALUE_TEXT:
        if (tried->domain.list == NULL)
            try_texts(tried, &room, all);
        else
            try_choices(tried, &room, all);
        return true;
    case SEL_VALUE_SET:
        return tried->domain.list != NULL && try_sets(tried, &room, all);
    default:
        return false;
    }
}

typedef struct finding_questions {
    sel_tried_answers *all;
    const sel_node *const *roots;
    uint32_t root_count;
    const sel_answer_domains *domains;
    sel_arena *arena;
    uint32_t combinations;
} finding_questions;

static void take_question(finding_questions *f, const sel_node *node)
{
    if (!sel_node_is_question(node) || f->all->count == SEL_TRIED_QUESTIONS ||
        sel_tried_find(f->all, node) != NULL)
        return;
    uint32_t number = node->name.number;
    constants found = {.arena = f->arena};
    for (uint32_t i = 0; i < f->root_count; i++)
        gather(&found, f->roots[i], number);
    sel_tried tried = {.number = number, .domain = f->domains->of(f->domains->to, number)};
    if (!try_answers(&tried, &found, number == f->domains->answered) || tried.count == 0 ||
        tried.count > SEL_TRIED_COMBINATIONS / f->combinations)
        return;
    f->combinations *= tried.count;
    f->all->of[f->all->count++] = tried;
}

static void find_questions(finding_questions *f, const sel_node *node)
{
    take_question(f, node);
    for (const sel_node *child = node->first; child != NULL; child = child->next)
        find_questions(f, child);
}

sel_tried_answers sel_tried_answers_of(const sel_node *const *roots, uint32_t count,
                                       const sel_answer_domains *domains, sel_arena *arena)
{
    sel_tried_answers all = {.count = 0};
    finding_questions f = {&all, roots, count, domains, arena, 1};
    for (uint32_t i = 0; i < count; i++)
        find_questions(&f, roots[i]);
    return all;
}
