#include "domain/expression_calls.h"

#include <math.h>

static sel_value operand(const sel_node *node, const sel_evaluation *evaluation)
{
    return sel_node_value(node, evaluation);
}

static double compute(sel_operator op, double left, double right)
{
    switch (op) {
    case SEL_OPERATOR_PLUS:
        return left + right;
    case SEL_OPERATOR_MINUS:
        return left - right;
    case SEL_OPERATOR_TIMES:
        return left * right;
    case SEL_OPERATOR_DIV:
        return left / right;
    default: /* mod: the sign of the left side, as XPath has it */
        return fmod(left, right);
    }
}

static sel_value arithmetic(sel_operator op, sel_value left, sel_value right)
{
    double a;
    double b;
    if (!sel_value_to_number(left, &a) || !sel_value_to_number(right, &b))
        return sel_value_empty(SEL_WHY_NOT_A_NUMBER);
    return sel_value_number(compute(op, a, b));
}

static sel_value binary(sel_operator op, sel_value left, sel_value right)
{
    switch (op) {
    case SEL_OPERATOR_EQUAL:
        return sel_value_boolean(sel_value_equal(left, right));
    case SEL_OPERATOR_UNEQUAL:
        return sel_value_boolean(!sel_value_equal(left, right));
    case SEL_OPERATOR_LESS:
        return sel_value_boolean(sel_value_less(left, right, false));
    case SEL_OPERATOR_AT_MOST:
        return sel_value_boolean(sel_value_less(left, right, true));
    case SEL_OPERATOR_MORE:
        return sel_value_boolean(sel_value_less(right, left, false));
    case SEL_OPERATOR_AT_LEAST:
        return sel_value_boolean(sel_value_less(right, left, true));
    default:
        return arithmetic(op, left, right);
    }
}

/* and, or: the right side only when the left does not decide. */
static sel_value connect(const sel_node *node, const sel_evaluation *evaluation)
{
    bool left = sel_value_holds(operand(node->first, evaluation));
    if (left == (node->op == SEL_OPERATOR_OR))
        return sel_value_boolean(left);
    return sel_value_boolean(sel_value_holds(operand(node->first->next, evaluation)));
}

static sel_value negative(const sel_node *node, const sel_evaluation *evaluation)
{
    double number;
    if (!sel_value_to_number(operand(node->first, evaluation), &number))
        return sel_value_empty(SEL_WHY_NOT_A_NUMBER);
    return sel_value_number(-number);
}

static sel_value operation(const sel_node *node, const sel_evaluation *evaluation)
{
    switch (node->op) {
    case SEL_OPERATOR_OR:
    case SEL_OPERATOR_AND:
        return connect(node, evaluation);
    case SEL_OPERATOR_NEGATIVE:
        return negative(node, evaluation);
    default:
        return binary(node->op, operand(node->first, evaluation),
                      operand(node->first->next, evaluation));
    }
}

sel_value sel_node_value(const sel_node *node, const sel_evaluation *evaluation)
{
    switch (node->kind) {
    case SEL_NODE_LITERAL:
        return node->literal;
    case SEL_NODE_NAME:
        return evaluation->answer(evaluation->to, node->name.number, SEL_NONE);
    case SEL_NODE_SELF:
        return evaluation->self;
    case SEL_NODE_OPERATOR:
        return operation(node, evaluation);
    case SEL_NODE_CALL:
        return node->function->evaluate(node, evaluation);
    default:
        return sel_value_empty(SEL_WHY_NOT_ANSWERED);
    }
}

sel_value sel_expression_evaluate(const sel_expression *expression,
                                  const sel_evaluation *evaluation)
{
    return sel_node_value(expression->root, evaluation);
}

/* --- arguments --- */

sel_value sel_call_argument(const sel_node *call, uint32_t n, const sel_evaluation *evaluation)
{
    const sel_node *argument = call->first;
    for (; n > 0; n--)
        argument = argument->next;
    return sel_node_value(argument, evaluation);
}

sel_str sel_call_text(const sel_node *call, uint32_t n, const sel_evaluation *evaluation,
                      char room[SEL_VALUE_ROOM])
{
    return sel_value_to_text(sel_call_argument(call, n, evaluation), room);
}

bool sel_call_number_of(const sel_node *call, uint32_t n, const sel_evaluation *evaluation,
                        double *number)
{
    return sel_value_to_number(sel_call_argument(call, n, evaluation), number);
}

static bool next_instance(sel_call_values *values, sel_value *value)
{
    const sel_evaluation *evaluation = values->evaluation;
    uint32_t number = values->node->name.number;
    if (values->instance >= evaluation->instances(evaluation->to, number))
        return false;
    *value = evaluation->answer(evaluation->to, number, values->instance++);
    return true;
}

bool sel_call_next_value(sel_call_values *values, sel_value *value)
{
    while (values->node != NULL) {
        const sel_node *node = values->node;
        if (node->kind == SEL_NODE_NAME && node->name.repeated &&
            values->evaluation->instances != NULL) {
            if (next_instance(values, value))
                return true;
            values->node = node->next;
            values->instance = 0;
            continue;
        }
        values->node = node->next;
        *value = sel_node_value(node, values->evaluation);
        return true;
    }
    return false;
}
