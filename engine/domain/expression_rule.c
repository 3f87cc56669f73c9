#include "domain/expression_rule.h"

#include "domain/expression_shape.h"

static const sel_rule *read(const sel_node *node, bool opposite, sel_arena *arena);

static bool is_question(const sel_node *node)
{
    return node->kind == SEL_NODE_NAME && !node->name.repeated;
}

/* A literal, a negative number or date('…'); false for all else. */
static bool read_constant(const sel_node *node, sel_arena *arena, sel_str *value)
{
    char room[SEL_VALUE_ROOM];
    bool negative = node->kind == SEL_NODE_OPERATOR && node->op == SEL_OPERATOR_NEGATIVE;
    const sel_node *literal = negative || sel_node_calls(node, "date") ? node->first : node;
    if (literal->kind != SEL_NODE_LITERAL)
        return false;
    sel_str text = sel_value_to_text(literal->literal, room);
    *value = sel_str_printf(arena, "%s%.*s", negative ? "-" : "", SEL_STR_ARG(text));
    return true;
}

static const sel_rule *make(sel_rule condition, sel_arena *arena)
{
    sel_rule *made = sel_arena_array(arena, 1, sizeof *made);
    *made = condition;
    return made;
}

static sel_rule_kind opposite_of(sel_rule_kind kind)
{
    static const sel_rule_kind opposites[] = {
        [SEL_RULE_IS] = SEL_RULE_IS_NOT,           [SEL_RULE_IS_NOT] = SEL_RULE_IS,
        [SEL_RULE_INCLUDES] = SEL_RULE_EXCLUDES,   [SEL_RULE_ANSWERED] = SEL_RULE_UNANSWERED,
        [SEL_RULE_UNANSWERED] = SEL_RULE_ANSWERED,
    };
    return opposites[kind];
}

static bool is_order(sel_rule_kind kind)
{
    return kind >= SEL_RULE_LESS && kind <= SEL_RULE_AT_LEAST;
}

/* 5 < ${a} is ${a} > 5. */
static sel_rule_kind turned(sel_rule_kind kind)
{
    static const sel_rule_kind others[] = {SEL_RULE_MORE, SEL_RULE_AT_LEAST, SEL_RULE_LESS,
                                           SEL_RULE_AT_MOST};
    return is_order(kind) ? others[kind - SEL_RULE_LESS] : kind;
}

static const sel_rule *read_comparison(const sel_node *node, bool opposite, sel_arena *arena)
{
    static const sel_rule_kind kinds[] = {
        [SEL_OPERATOR_EQUAL] = SEL_RULE_IS,  [SEL_OPERATOR_UNEQUAL] = SEL_RULE_IS_NOT,
        [SEL_OPERATOR_LESS] = SEL_RULE_LESS, [SEL_OPERATOR_AT_MOST] = SEL_RULE_AT_MOST,
        [SEL_OPERATOR_MORE] = SEL_RULE_MORE, [SEL_OPERATOR_AT_LEAST] = SEL_RULE_AT_LEAST,
    };
    bool first = is_question(node->first);
    const sel_node *question = first ? node->first : node->first->next;
    const sel_node *constant = first ? node->first->next : node->first;
    sel_rule condition = {.kind = first ? kinds[node->op] : turned(kinds[node->op])};
    if (!is_question(question) || !read_constant(constant, arena, &condition.value))
        return NULL;
    condition.question = question->name.number;
    if (is_order(condition.kind) && (opposite || condition.value.len == 0))
        return NULL;
    if (condition.value.len == 0)
        condition.kind = condition.kind == SEL_RULE_IS ? SEL_RULE_UNANSWERED : SEL_RULE_ANSWERED;
    else if (question->name.kind == SEL_VALUE_SET)
        return NULL;
    if (opposite)
        condition.kind = opposite_of(condition.kind);
    return make(condition, arena);
}

static const sel_rule *read_selected(const sel_node *call, bool opposite, sel_arena *arena)
{
    sel_rule condition = {.kind = opposite ? SEL_RULE_EXCLUDES : SEL_RULE_INCLUDES};
    const sel_node *question = call->first;
    if (!is_question(question) || !read_constant(question->next, arena, &condition.value) ||
        condition.value.len == 0)
        return NULL;
    if (question->name.kind == SEL_VALUE_TEXT)
        condition.kind = opposite ? SEL_RULE_IS_NOT : SEL_RULE_IS;
    condition.question = question->name.number;
    return make(condition, arena);
}

static const sel_rule *read_sides(const sel_node *node, bool opposite, sel_arena *arena)
{
    bool all = (node->op == SEL_OPERATOR_AND) != opposite;
    sel_rule condition = {.kind = all ? SEL_RULE_ALL : SEL_RULE_ANY};
    condition.left = read(node->first, opposite, arena);
    condition.right = condition.left == NULL ? NULL : read(node->first->next, opposite, arena);
    return condition.right == NULL ? NULL : make(condition, arena);
}

static const sel_rule *read(const sel_node *node, bool opposite, sel_arena *arena)
{
    if (sel_node_calls(node, "not"))
        return read(node->first, !opposite, arena);
    if (sel_node_calls(node, "selected"))
        return read_selected(node, opposite, arena);
    if (node->kind != SEL_NODE_OPERATOR || node->op > SEL_OPERATOR_AT_LEAST)
        return NULL;
    return node->op <= SEL_OPERATOR_AND ? read_sides(node, opposite, arena)
                                        : read_comparison(node, opposite, arena);
}

const sel_rule *sel_expression_rule(const sel_expression *expression, sel_arena *arena)
{
    return read(expression->root, false, arena);
}
