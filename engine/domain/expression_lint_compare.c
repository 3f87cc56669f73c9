#include "domain/expression_lint.h"

static bool is_order(sel_operator op)
{
    return op != SEL_OPERATOR_EQUAL && op != SEL_OPERATOR_UNEQUAL;
}

static bool is_comparison(const sel_node *node)
{
    return node->kind == SEL_NODE_OPERATOR && node->op >= SEL_OPERATOR_EQUAL &&
           node->op <= SEL_OPERATOR_AT_LEAST;
}

static bool is_bare_comparison(const sel_node *node)
{
    return is_comparison(node) && !node->bracketed;
}

/* 1 < ${x} < 5 compares true or false with 5. A longer chain is told of once, where it begins. */
static void lint_chain(const sel_lint *lint, const sel_node *node)
{
    enum { SUGGESTION_MAX = 200 }; /* bytes of a chain that is worth writing anew */
    const sel_node *left = node->first;
    if (!is_bare_comparison(left) || is_bare_comparison(left->first))
        return;
    sel_finding *finding = sel_lint_add(lint, "W_EXPR_CHAIN", node);
    if (node->length > SUGGESTION_MAX)
        return;
    sel_str between = sel_node_source(lint->text, left->first->next);
    uint32_t after = left->byte + left->length;
    sel_str rest = sel_str_part(lint->text, after, node->byte + node->length - after);
    finding->suggestion = sel_str_printf(lint->findings->arena, "%.*s and %.*s%.*s",
                                         SEL_STR_ARG(sel_node_source(lint->text, left)),
                                         SEL_STR_ARG(between), SEL_STR_ARG(rest));
}

/* A number and a text in quotes: one engine compares texts ('5.0' is not '5'), one numbers. */
static void lint_number_text(const sel_lint *lint, const sel_node *text, bool order)
{
    double number;
    if (text->literal.kind == SEL_VALUE_EMPTY && !order)
        return; /* ${number} = '': not answered */
    sel_finding *finding = sel_lint_add(lint, "W_EXPR_NUMBER_TEXT", text);
    if (sel_value_to_number(text->literal, &number))
        finding->suggestion = sel_str_trim(text->literal.text);
}

static void lint_date_form(const sel_lint *lint, const sel_node *text)
{
    sel_finding *finding = sel_lint_add(lint, "E_EXPR_DATE_FORM", text);
    finding->expected = SEL_STR("YYYY-MM-DD");
}

/* A date and something else: one engine compares days, one texts. */
static void lint_date(const sel_lint *lint, const sel_node *other, bool order)
{
    double days;
    if (other->kind == SEL_NODE_LITERAL && other->literal.kind == SEL_VALUE_NUMBER) {
        sel_finding *finding = sel_lint_add(lint, "E_EXPR_DATE_TEXT", other);
        if (other->literal.number >= 1900 && other->literal.number < 2200)
            finding->suggestion =
                sel_str_printf(lint->findings->arena, "date('%.0f-01-01')", other->literal.number);
    } else if (sel_lint_is_quoted(other)) {
        if (other->literal.kind == SEL_VALUE_EMPTY && !order)
            return;
        if (!sel_value_to_date(other->literal, &days))
            lint_date_form(lint, other);
        else if (order)
            sel_lint_suggest(lint, "E_EXPR_DATE_TEXT", other, "date(", ")");
    } else if (other->type == SEL_VALUE_TEXT && order) {
        sel_lint_suggest(lint, "E_EXPR_DATE_TEXT", other, "date(", ")");
    }
}

/* The order of names in an answer is not the same everywhere. */
static void lint_set(const sel_lint *lint, const sel_node *node, const sel_node *set,
                     const sel_node *other)
{
    if (other->kind == SEL_NODE_LITERAL && other->literal.kind == SEL_VALUE_EMPTY)
        return;
    sel_lint_add(lint, "W_EXPR_SET", node)->suggestion =
        sel_str_printf(lint->findings->arena, "selected(%.*s, %.*s)",
                       SEL_STR_ARG(sel_node_source(lint->text, set)),
                       SEL_STR_ARG(sel_node_source(lint->text, other)));
}

static void lint_text_order(const sel_lint *lint, const sel_node *a, const sel_node *b)
{
    const sel_node *text = a->type == SEL_VALUE_TEXT ? a : b;
    if (a->type == SEL_VALUE_TEXT && b->type == SEL_VALUE_TEXT)
        sel_lint_suggest(lint, "E_EXPR_TEXT_ORDER", a, "number(", ")");
    else if (text->kind != SEL_NODE_LITERAL)
        sel_lint_suggest(lint, "W_EXPR_TEXT_ORDER", text, "number(", ")");
}

/* What one side says about the other; called with both orders of the sides. */
static void lint_side(const sel_lint *lint, const sel_node *node, const sel_node *side,
                      const sel_node *other)
{
    bool order = is_order(node->op);
    switch (side->type) {
    case SEL_VALUE_NUMBER:
        if (sel_lint_is_quoted(other))
            lint_number_text(lint, other, order);
        break;
    case SEL_VALUE_DATE:
        lint_date(lint, other, order);
        break;
    case SEL_VALUE_SET:
        lint_set(lint, node, side, other);
        break;
    case SEL_VALUE_BOOLEAN:
        if (other->type == SEL_VALUE_TEXT)
            sel_lint_add(lint, "W_EXPR_BOOLEAN_TEXT", other)->suggestion = SEL_STR("true()");
        break;
    default:
        break;
    }
    if (other->kind == SEL_NODE_LITERAL && side->type != SEL_VALUE_SET && !order)
        sel_lint_choice(lint, side, other);
}

void sel_lint_comparison(const sel_lint *lint, const sel_node *node)
{
    const sel_node *a = node->first;
    const sel_node *b = a->next;
    lint_chain(lint, node);
    lint_side(lint, node, a, b);
    lint_side(lint, node, b, a);
    bool number_or_text = (a->type == SEL_VALUE_TEXT || a->type == SEL_VALUE_NUMBER) &&
                          (b->type == SEL_VALUE_TEXT || b->type == SEL_VALUE_NUMBER);
    if (is_order(node->op) && number_or_text && a->type + b->type != 2 * SEL_VALUE_NUMBER)
        lint_text_order(lint, a, b);
}
