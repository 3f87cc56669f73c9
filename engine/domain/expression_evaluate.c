#include "domain/expression_calls.h"

#include <math.h>

/* --- budget --- */

sel_expression_budget sel_expression_budget_start(void)
{
    enum { STEPS = 1 << 22, BYTES = 1 << 23 };
    return (sel_expression_budget){.steps = STEPS, .bytes = BYTES};
}

static bool is_spent(const sel_evaluation *evaluation)
{
    const sel_expression_budget *budget = evaluation->budget;
    return budget != NULL && (budget->steps == 0 || budget->bytes == 0);
}

/* --- operators --- */

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
    if (sel_value_is_open(left) || sel_value_is_open(right))
        return sel_value_is_open(left) ? left : right;
    if (left.kind == SEL_VALUE_PERIOD || right.kind == SEL_VALUE_PERIOD)
        return sel_period_compare(op, left, right);
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
    bool deciding = node->op == SEL_OPERATOR_OR;
    sel_value left = operand(node->first, evaluation);
    if (!sel_value_is_open(left) && sel_value_holds(left) == deciding)
        return sel_value_boolean(deciding);
    sel_value right = operand(node->first->next, evaluation);
    if (sel_value_is_open(right))
        return right;
    if (sel_value_is_open(left) && sel_value_holds(right) != deciding)
        return left;
    return sel_value_boolean(sel_value_holds(right));
}

static sel_value negative(const sel_node *node, const sel_evaluation *evaluation)
{
    double number;
    sel_value value = operand(node->first, evaluation);
    if (sel_value_is_open(value))
        return value;
    if (value.kind == SEL_VALUE_PERIOD)
        return sel_value_empty(SEL_WHY_UNDECIDED);
    if (!sel_value_to_number(value, &number))
        return sel_value_empty(SEL_WHY_NOT_A_NUMBER);
    return sel_value_number(-number);
}

static sel_value compare_or_compute(const sel_node *node, const sel_evaluation *evaluation)
{
    enum { BYTES_A_STEP = 64 };
    sel_value left = operand(node->first, evaluation);
    sel_value right = operand(node->first->next, evaluation);
    if (left.kind == SEL_VALUE_SET || right.kind == SEL_VALUE_SET) /* each name with each */
        sel_call_spend(evaluation, (uint64_t)left.text.len * right.text.len / BYTES_A_STEP);
    return binary(node->op, left, right);
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
        return compare_or_compute(node, evaluation);
    }
}

/* A function of what is open is open too, unless it takes or hands on something else. */
static sel_value call(const sel_node *node, const sel_evaluation *evaluation)
{
    enum { TEXT_MOST = 1 << 16 };
    sel_expression_budget *budget = evaluation->budget;
    if (budget == NULL)
        return node->function->evaluate(node, evaluation);
    const sel_expression_budget before = *budget;
    sel_value value = node->function->evaluate(node, evaluation);
    bool too_long = value.kind == SEL_VALUE_EMPTY && value.why == SEL_WHY_TOO_LONG;
    size_t bytes = too_long ? TEXT_MOST : value.text.len;
    budget->bytes = bytes < budget->bytes ? budget->bytes - (uint32_t)bytes : 0;
    if (budget->open != before.open)
        return sel_value_empty(budget->why);
    if (budget->periods != before.periods && value.kind != SEL_VALUE_PERIOD)
        return sel_value_empty(SEL_WHY_UNDECIDED);
    return value;
}

static sel_value value_of(const sel_node *node, const sel_evaluation *evaluation)
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
        return call(node, evaluation);
    default:
        return sel_value_empty(SEL_WHY_NOT_ANSWERED);
    }
}

sel_value sel_node_value(const sel_node *node, const sel_evaluation *evaluation)
{
    enum { BYTES_A_STEP = 16 };
    if (is_spent(evaluation))
        return sel_value_empty(SEL_WHY_TOO_COMPLEX);
    sel_value value = value_of(node, evaluation);
    sel_call_spend(evaluation, 1 + value.text.len / BYTES_A_STEP);
    return value;
}

sel_value sel_expression_evaluate(const sel_expression *expression,
                                  const sel_evaluation *evaluation)
{
    if (evaluation->budget != NULL)
        return sel_node_value(expression->root, evaluation);
    sel_expression_budget budget = sel_expression_budget_start();
    sel_evaluation bounded = *evaluation;
    bounded.budget = &budget;
    return sel_node_value(expression->root, &bounded);
}

/* --- arguments --- */

static sel_value given(sel_value value, const sel_evaluation *evaluation)
{
    sel_expression_budget *budget = evaluation->budget;
    if (budget == NULL)
        return value;
    budget->periods += value.kind == SEL_VALUE_PERIOD;
    if (sel_value_is_open(value)) {
        budget->open++;
        budget->why = value.why;
    }
    return value;
}

sel_value sel_call_value(const sel_node *argument, const sel_evaluation *evaluation)
{
    return given(sel_node_value(argument, evaluation), evaluation);
}

sel_value sel_call_argument(const sel_node *call, uint32_t n, const sel_evaluation *evaluation)
{
    const sel_node *argument = call->first;
    for (; n > 0; n--)
        argument = argument->next;
    return sel_call_value(argument, evaluation);
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
    if (values->instance >= evaluation->instances(evaluation->to, number) || is_spent(evaluation))
        return false;
    *value = given(evaluation->answer(evaluation->to, number, values->instance++), evaluation);
    sel_call_spend(evaluation, 1);
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
        *value = sel_call_value(node, values->evaluation);
        return true;
    }
    return false;
}
