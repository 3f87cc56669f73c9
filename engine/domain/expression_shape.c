#include "domain/expression_shape.h"

enum { CONSTANT_HEIGHT = 8 }; /* higher ones are not worth the time */

bool sel_function_is_pure(const sel_function *function)
{
    static const char *const others[] = {"jr:choice-name", "now", "once", "position", "today"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (strcmp(function->name, others[i]) == 0)
            return false;
    return true;
}

bool sel_node_is_question(const sel_node *node)
{
    return node->kind == SEL_NODE_SELF || (node->kind == SEL_NODE_NAME && !node->name.repeated);
}

bool sel_node_is_constant(const sel_node *node)
{
    if (node->height > CONSTANT_HEIGHT)
        return false;
    if (node->kind == SEL_NODE_CALL
            ? !sel_function_is_pure(node->function)
            : node->kind != SEL_NODE_LITERAL && node->kind != SEL_NODE_OPERATOR)
        return false;
    for (const sel_node *child = node->first; child != NULL; child = child->next)
        if (!sel_node_is_constant(child))
            return false;
    return true;
}

static bool is_comparison(const sel_node *node)
{
    return node->kind == SEL_NODE_OPERATOR && node->op >= SEL_OPERATOR_EQUAL &&
           node->op <= SEL_OPERATOR_AT_LEAST;
}

bool sel_node_calls(const sel_node *node, const char *name)
{
    return node->kind == SEL_NODE_CALL && strcmp(node->function->name, name) == 0;
}

const sel_node *sel_node_compared(const sel_node *node, const sel_node **constant)
{
    if (!is_comparison(node))
        return NULL;
    const sel_node *left = node->first;
    *constant = sel_node_is_constant(left) ? left : left->next;
    return sel_node_is_constant(left) == sel_node_is_constant(left->next) ? NULL
           : *constant == left                                            ? left->next
                                                                          : left;
}
