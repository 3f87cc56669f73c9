#include "work/condition_words.h"

#include "domain/expression_rule.h"
#include "work/tell.h"

typedef struct saying {
    const sel_context *context;
    const sel_questionnaire *questionnaire;
    const sel_logic *logic;
    sel_arena *arena;
} saying;

static const char *label_or_name(const saying *s, const sel_names *labels, sel_str name)
{
    sel_str label = sel_names_in(labels, s->context->language);
    return sel_tell_text(s->arena, label.len > 0 ? label : name);
}

static const char *question_words(const saying *s, uint32_t number)
{
    const sel_item *item = &s->questionnaire->items[number];
    return label_or_name(s, &item->labels, item->name);
}

static const char *value_words(const saying *s, const sel_rule *condition)
{
    const sel_choice_list *list = s->questionnaire->items[condition->question].list;
    uint32_t choice = sel_choice_find(list, condition->value);
    return choice == SEL_NONE ? sel_tell_text(s->arena, condition->value)
                              : label_or_name(s, &list->choices[choice].labels, condition->value);
}

static sel_str say_one(const saying *s, const sel_rule *condition)
{
    static const char *const words[] = {
        [SEL_RULE_IS] = "condition.is",
        [SEL_RULE_IS_NOT] = "condition.is-not",
        [SEL_RULE_LESS] = "condition.less",
        [SEL_RULE_AT_MOST] = "condition.at-most",
        [SEL_RULE_MORE] = "condition.more",
        [SEL_RULE_AT_LEAST] = "condition.at-least",
        [SEL_RULE_INCLUDES] = "condition.includes",
        [SEL_RULE_EXCLUDES] = "condition.excludes",
        [SEL_RULE_ANSWERED] = "condition.answered",
        [SEL_RULE_UNANSWERED] = "condition.unanswered",
    };
    return sel_say(s->arena, &s->context->words, words[condition->kind], "question",
                   question_words(s, condition->question), "value", value_words(s, condition),
                   NULL);
}

static sel_str join(const saying *s, const char *word, sel_str left, sel_str right)
{
    return sel_say(s->arena, &s->context->words, word, "left", sel_tell_text(s->arena, left),
                   "right", sel_tell_text(s->arena, right), NULL);
}

/* A part joined in the other way than the parts around it stands in brackets. */
static sel_str say(const saying *s, const sel_rule *condition, sel_rule_kind around)
{
    if (condition->kind > SEL_RULE_ANY)
        return say_one(s, condition);
    const char *word = condition->kind == SEL_RULE_ALL ? "condition.and" : "condition.or";
    sel_str text = join(s, word, say(s, condition->left, condition->kind),
                        say(s, condition->right, condition->kind));
    return condition->kind == around ? text : sel_str_printf(s->arena, "(%.*s)", SEL_STR_ARG(text));
}

/* What is not simple, or could not be read, as it is written: in brackets unless it stands alone,
 * for it may join its parts in any way. */
static sel_str condition_words(const saying *s, const sel_expression *expression, sel_str written,
                               bool alone)
{
    const sel_rule *condition =
        expression == NULL ? NULL : sel_expression_rule(expression, s->arena);
    if (condition == NULL)
        return alone ? written : sel_str_printf(s->arena, "(%.*s)", SEL_STR_ARG(written));
    return say(s, condition, alone ? condition->kind : SEL_RULE_ALL);
}

sel_str sel_condition_words(const sel_context *context, const sel_questionnaire *questionnaire,
                            const sel_logic *logic, const sel_item *item, sel_arena *arena)
{
    const saying s = {context, questionnaire, logic, arena};
    uint32_t count = item->relevant.len > 0;
    for (const sel_group *g = item->group; g != NULL; g = g->parent)
        count += g->relevant.len > 0;
    sel_str all = {0};
    if (item->relevant.len > 0)
        all =
            condition_words(&s, sel_logic_item_condition(logic, item), item->relevant, count == 1);
    for (const sel_group *g = item->group; g != NULL; g = g->parent) {
        if (g->relevant.len == 0)
            continue;
        sel_str outer =
            condition_words(&s, sel_logic_group_condition(logic, g), g->relevant, count == 1);
        all = all.len == 0 ? outer : join(&s, "condition.and", outer, all);
    }
    return all;
}
