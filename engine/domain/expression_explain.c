#include "domain/expression_tree.h"

#include "base/fold.h"

typedef struct explaining {
    sel_str text;
    const sel_evaluation *evaluation;
    sel_expression_step *steps;
    uint32_t count;
    uint32_t room;
} explaining;

static void explain(explaining *e, const sel_node *node, uint32_t level);

static bool is_constant(const sel_node *node)
{
    if (node->kind != SEL_NODE_OPERATOR && node->kind != SEL_NODE_CALL)
        return node->kind == SEL_NODE_LITERAL || node->kind == SEL_NODE_GROUP;
    for (const sel_node *child = node->first; child != NULL; child = child->next)
        if (!is_constant(child))
            return false;
    return node->first != NULL;
}

static void add_step(explaining *e, const sel_node *node, uint32_t level, sel_value value)
{
    if (e->count == e->room)
        return;
    sel_expression_step *step = &e->steps[e->count++];
    step->source = sel_node_source(e->text, node);
    step->column = sel_expression_column(e->text, node->byte) + 1;
    step->length = (uint32_t)sel_fold_length(step->source);
    step->level = level;
    step->value = value;
}

/* Every answer of a repeated question. */
static void explain_instances(explaining *e, const sel_node *name, uint32_t level)
{
    const sel_evaluation *evaluation = e->evaluation;
    uint32_t count = evaluation->instances(evaluation->to, name->name.number);
    for (uint32_t i = 0; i < count && e->count < e->room; i++)
        add_step(e, name, level, evaluation->answer(evaluation->to, name->name.number, i));
}

static void explain_children(explaining *e, const sel_node *node, uint32_t level)
{
    bool gathers =
        node->kind == SEL_NODE_CALL && node->function->gathers && e->evaluation->instances != NULL;
    for (const sel_node *child = node->first; child != NULL; child = child->next) {
        if (gathers && child->kind == SEL_NODE_NAME && child->name.repeated)
            explain_instances(e, child, level);
        else
            explain(e, child, level);
    }
}

/* One false side makes `and` false, one true side `or` true: the first such is enough. */
static void explain_sides(explaining *e, const sel_node *node, bool holds, uint32_t level)
{
    bool one_decides = holds == (node->op == SEL_OPERATOR_OR);
    for (const sel_node *side = node->first; side != NULL; side = side->next) {
        if (one_decides && sel_value_holds(sel_node_value(side, e->evaluation)) != holds)
            continue;
        explain(e, side, level);
        if (one_decides)
            return;
    }
}

static void explain_if(explaining *e, const sel_node *call, uint32_t level)
{
    const sel_node *condition = call->first;
    bool holds = sel_value_holds(sel_node_value(condition, e->evaluation));
    explain(e, condition, level);
    explain(e, holds ? condition->next : condition->next->next, level);
}

static void explain(explaining *e, const sel_node *node, uint32_t level)
{
    if (e->count == e->room || is_constant(node))
        return;
    sel_value value = sel_node_value(node, e->evaluation);
    add_step(e, node, level, value);
    if (node->kind == SEL_NODE_OPERATOR && node->op <= SEL_OPERATOR_AND)
        explain_sides(e, node, sel_value_holds(value), level + 1);
    else if (node->kind == SEL_NODE_CALL && strcmp(node->function->name, "if") == 0)
        explain_if(e, node, level + 1);
    else
        explain_children(e, node, level + 1);
}

uint32_t sel_expression_explain(const sel_expression *expression, const sel_evaluation *evaluation,
                                sel_expression_step *steps, uint32_t room)
{
    sel_expression_budget budget = sel_expression_budget_start();
    sel_evaluation bounded = *evaluation;
    if (bounded.budget == NULL)
        bounded.budget = &budget;
    explaining e = {expression->text, &bounded, steps, 0, room};
    explain(&e, expression->root, 0);
    return e.count;
}
