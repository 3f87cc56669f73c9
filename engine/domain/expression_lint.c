#include "domain/expression_lint.h"

#include "base/nearest.h"

#include <assert.h>

sel_finding *sel_lint_add(const sel_lint *lint, const char *code, const sel_node *node)
{
    return sel_finding_add(lint->findings, code, lint->text, node->byte, node->length);
}

void sel_lint_suggest(const sel_lint *lint, const char *code, const sel_node *node,
                      const char *before, const char *after)
{
    sel_str source = sel_node_source(lint->text, node);
    sel_lint_add(lint, code, node)->suggestion =
        sel_str_printf(lint->findings->arena, "%s%.*s%s", before, SEL_STR_ARG(source), after);
}

bool sel_lint_is_quoted(const sel_node *node)
{
    assert(node != NULL);
    return node->kind == SEL_NODE_LITERAL && node->literal.kind != SEL_VALUE_NUMBER;
}

void sel_lint_choice(const sel_lint *lint, const sel_node *question, const sel_node *literal)
{
    const sel_expression_scope *scope = lint->scope;
    bool is_question = question->kind == SEL_NODE_NAME || question->kind == SEL_NODE_SELF;
    char room[SEL_VALUE_ROOM];
    sel_str wanted = sel_value_to_text(literal->literal, room);
    if (!is_question || !question->name.has_choices || scope->choice == NULL || wanted.len == 0)
        return;
    sel_nearest nearest = sel_nearest_start(wanted);
    bool sought = lint->findings->count < SEL_SUGGESTIONS_MAX;
    for (uint32_t i = 0;; i++) {
        sel_str choice = scope->choice(scope->to, question->name.number, i);
        if (choice.len == 0)
            break;
        if (sel_str_equal(choice, wanted))
            return;
        if (sought)
            sel_nearest_offer(&nearest, choice);
    }
    sel_finding *finding = sel_lint_add(lint, "E_EXPR_CHOICE", literal);
    if (nearest.name.len > 0)
        finding->suggestion =
            sel_str_printf(lint->findings->arena, "'%.*s'", SEL_STR_ARG(nearest.name));
}

/* A text is true as soon as it is not empty, "no" and "0" too. */
void sel_lint_truth(const sel_lint *lint, const sel_node *node)
{
    assert(node != NULL);
    if (sel_lint_is_quoted(node))
        sel_lint_suggest(lint, "W_EXPR_TRUTH", node, "${\xE2\x80\xA6} = ", "");
    else if (node->type == SEL_VALUE_TEXT || node->type == SEL_VALUE_SET ||
             node->type == SEL_VALUE_DATE)
        sel_lint_suggest(lint, "W_EXPR_TRUTH", node, "", " != ''");
}

/* --- operators --- */

static void lint_arithmetic(const sel_lint *lint, const sel_node *node)
{
    for (const sel_node *side = node->first; side != NULL; side = side->next) {
        double number;
        if (!sel_lint_is_quoted(side))
            continue;
        sel_finding *finding = sel_lint_add(lint, "W_EXPR_NUMBER_TEXT", side);
        if (sel_value_to_number(side->literal, &number))
            finding->suggestion = sel_str_trim(side->literal.text);
    }
    assert(node->first != NULL);
    const sel_node *last = node->first->next;
    if ((node->op == SEL_OPERATOR_DIV || node->op == SEL_OPERATOR_MOD) && last != NULL &&
        last->kind == SEL_NODE_LITERAL && last->literal.kind == SEL_VALUE_NUMBER &&
        last->literal.number == 0)
        sel_lint_add(lint, "W_EXPR_DIVIDE_ZERO", node);
}

static void lint_operator(const sel_lint *lint, sel_node *node)
{
    assert(node->first != NULL);
    switch (node->op) {
    case SEL_OPERATOR_OR:
    case SEL_OPERATOR_AND:
        node->type = SEL_VALUE_BOOLEAN;
        sel_lint_truth(lint, node->first);
        sel_lint_truth(lint, node->first->next);
        return;
    case SEL_OPERATOR_EQUAL:
    case SEL_OPERATOR_UNEQUAL:
    case SEL_OPERATOR_LESS:
    case SEL_OPERATOR_AT_MOST:
    case SEL_OPERATOR_MORE:
    case SEL_OPERATOR_AT_LEAST:
        node->type = SEL_VALUE_BOOLEAN;
        sel_lint_comparison(lint, node);
        return;
    default:
        node->type = SEL_VALUE_NUMBER;
        lint_arithmetic(lint, node);
    }
}

/* --- types --- */

/* Kind that all of the nodes from one on have; EMPTY when they differ. */
static sel_value_kind common_type(const sel_node *node)
{
    assert(node != NULL);
    sel_value_kind kind = node->type;
    for (; node != NULL; node = node->next)
        if (node->type != kind)
            return SEL_VALUE_EMPTY;
    return kind;
}

/* once() gives the answer that is there already, else its argument. */
static sel_value_kind type_of_once(const sel_lint *lint, const sel_node *call)
{
    const sel_expression_name *self = lint->scope->self;
    return self == NULL || self->kind == call->first->type ? call->first->type : SEL_VALUE_EMPTY;
}

static sel_value_kind type_of_call(const sel_lint *lint, const sel_node *call)
{
    const sel_function *function = call->function;
    if (function->gives != SEL_VALUE_EMPTY)
        return function->gives;
    assert(call->first != NULL);
    if (strcmp(function->name, "once") == 0)
        return type_of_once(lint, call);
    return common_type(strcmp(function->name, "if") == 0 ? call->first->next : call->first);
}

/* Children first: rules look at their types. */
static void visit(const sel_lint *lint, sel_node *node)
{
    for (sel_node *child = node->first; child != NULL; child = child->next)
        visit(lint, child);
    switch (node->kind) {
    case SEL_NODE_LITERAL:
        node->type = sel_lint_is_quoted(node) ? SEL_VALUE_TEXT : SEL_VALUE_NUMBER;
        break;
    case SEL_NODE_NAME:
    case SEL_NODE_SELF:
        node->type = node->name.kind;
        break;
    case SEL_NODE_OPERATOR:
        lint_operator(lint, node);
        break;
    case SEL_NODE_CALL:
        node->type = type_of_call(lint, node);
        sel_lint_call(lint, node);
        break;
    case SEL_NODE_GROUP:
        break;
    }
}

void sel_expression_lint(const sel_expression *expression, const sel_expression_scope *scope,
                         sel_findings *findings)
{
    sel_lint lint = {expression->text, scope, findings};
    visit(&lint, expression->root);
    if (scope->condition)
        sel_lint_truth(&lint, expression->root);
}
