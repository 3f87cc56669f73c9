/* What the answers tried can tell. */
#include "domain/expression_answers.h"
#include "domain/expression_shape.h"

bool sel_value_is_one_name(sel_str text)
{
    sel_str rest = text;
    sel_str name;
    return sel_value_next_name(&rest, &name) && sel_str_equal(name, text) &&
           sel_str_equal(sel_str_trim(text), text);
}

const sel_tried *sel_tried_find(const sel_tried_answers *all, const sel_node *node)
{
    for (uint32_t i = 0; i < all->count && sel_node_is_question(node); i++)
        if (all->of[i].number == node->name.number)
            return &all->of[i];
    return NULL;
}

/* A function of questions whose every answer is tried. */
static bool is_function_of_complete(const sel_tried_answers *all, const sel_node *node)
{
    if (node->kind == SEL_NODE_NAME || node->kind == SEL_NODE_SELF) {
        const sel_tried *tried = sel_tried_find(all, node);
        return tried != NULL && tried->complete;
    }
    if (node->kind == SEL_NODE_GROUP ||
        (node->kind == SEL_NODE_CALL && !sel_function_is_pure(node->function)))
        return false;
    for (const sel_node *child = node->first; child != NULL; child = child->next)
        if (!is_function_of_complete(all, child))
            return false;
    return true;
}

/* A question against a constant, where the values tried stand for all. */
static bool is_told_apart(const sel_tried *tried, const sel_node *comparison,
                          const sel_node *constant)
{
    const sel_answer_domain *domain = &tried->domain;
    bool order = comparison->op >= SEL_OPERATOR_LESS;
    switch (domain->kind) {
    case SEL_VALUE_NUMBER:
    case SEL_VALUE_DATE:
        /* Infinity comes from dividing by zero: no boundary that could be tried */
        return constant->kind == SEL_NODE_LITERAL || constant->type == SEL_VALUE_DATE ||
               constant->op == SEL_OPERATOR_NEGATIVE;
    case SEL_VALUE_TEXT:
        return !order && constant->kind == SEL_NODE_LITERAL &&
               constant->literal.kind != SEL_VALUE_NUMBER;
    default:
        return constant->kind == SEL_NODE_LITERAL && constant->literal.kind == SEL_VALUE_EMPTY;
    }
}

static bool is_literal_name(const sel_node *node)
{
    return node->kind == SEL_NODE_LITERAL &&
           (node->literal.kind == SEL_VALUE_EMPTY ||
            (node->literal.kind == SEL_VALUE_TEXT && sel_value_is_one_name(node->literal.text)));
}

bool sel_tried_enough(const sel_tried_answers *all, const sel_node *node)
{
    const sel_node *constant;
    if (is_function_of_complete(all, node) || sel_tried_find(all, node) != NULL)
        return true;
    if (sel_node_calls(node, "selected")) {
        const sel_tried *set = sel_tried_find(all, node->first);
        return set != NULL && set->domain.kind == SEL_VALUE_SET &&
               is_literal_name(node->first->next);
    }
    const sel_node *side = sel_node_compared(node, &constant);
    if (side == NULL)
        return false;
    if (sel_node_calls(side, "count-selected")) {
        const sel_tried *set = sel_tried_find(all, side->first);
        return set != NULL && set->domain.kind == SEL_VALUE_SET;
    }
    const sel_tried *tried = sel_tried_find(all, side);
    return tried != NULL && is_told_apart(tried, node, constant);
}
