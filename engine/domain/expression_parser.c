/* A Pratt parser (Pratt, "Top down operator precedence", 1973): each operator binds as strongly as
 * its row in `operators` says; XPath 1.0, section 3, gives the rows. */
#include "domain/expression_parser.h"

enum { BINDS_UNARY = 7 };

static const uint8_t binding[SEL_OPERATOR_COUNT] = {
    [SEL_OPERATOR_OR] = 1,    [SEL_OPERATOR_AND] = 2,
    [SEL_OPERATOR_EQUAL] = 3, [SEL_OPERATOR_UNEQUAL] = 3,
    [SEL_OPERATOR_LESS] = 4,  [SEL_OPERATOR_AT_MOST] = 4,
    [SEL_OPERATOR_MORE] = 4,  [SEL_OPERATOR_AT_LEAST] = 4,
    [SEL_OPERATOR_PLUS] = 5,  [SEL_OPERATOR_MINUS] = 5,
    [SEL_OPERATOR_TIMES] = 6, [SEL_OPERATOR_DIV] = 6,
    [SEL_OPERATOR_MOD] = 6,   [SEL_OPERATOR_NEGATIVE] = BINDS_UNARY};

/* --- faults --- */

sel_finding *sel_parser_fault(sel_parser *p, const char *code, uint32_t byte, uint32_t length)
{
    p->evaluable = false;
    return sel_finding_add(p->findings, code, p->text, byte, length);
}

sel_node *sel_parser_stop(sel_parser *p, const char *code, const char *expected,
                          const char *suggestion)
{
    if (!p->stopped) {
        sel_finding *finding = sel_parser_fault(p, code, p->token.byte, p->token.length);
        finding->expected = sel_str_of(expected);
        finding->suggestion = sel_str_of(suggestion);
        if (p->token.kind == SEL_TOKEN_END)
            finding->found = SEL_STR("the end");
    }
    p->stopped = true;
    return NULL;
}

sel_node *sel_parser_stop_at_limit(sel_parser *p, sel_str expected)
{
    return sel_parser_stop(p, "E_EXPR_LIMIT", expected.ptr, "a calculate question for a part");
}

void sel_parser_take(sel_parser *p)
{
    p->token = sel_token_next(p->text, p->token.byte + p->token.length);
}

sel_node *sel_parser_stop_at_token(sel_parser *p, const char *expected)
{
    if (p->token.kind == SEL_TOKEN_UNSUPPORTED)
        return sel_parser_stop(p, "E_EXPR_UNSUPPORTED", expected, p->token.advice);
    return sel_parser_stop(p, "E_EXPR_SYNTAX", expected, p->token.advice);
}

/* --- nodes --- */

sel_node *sel_parser_node(sel_parser *p, sel_node_kind kind, const sel_token *token)
{
    if (p->node_count++ >= SEL_EXPRESSION_NODES)
        return sel_parser_stop_at_limit(
            p, sel_str_printf(p->arena, "at most %d parts", SEL_EXPRESSION_NODES));
    sel_node *node = sel_arena_array(p->arena, 1, sizeof *node);
    node->kind = kind;
    node->byte = token->byte;
    node->length = token->length;
    node->height = 1;
    return node;
}

sel_node *sel_parser_adopt(sel_parser *p, sel_node *node, sel_node *last, sel_node *child)
{
    if (child->height >= node->height)
        node->height = child->height + 1;
    if (node->height > SEL_EXPRESSION_HEIGHT)
        return sel_parser_stop_at_limit(
            p, sel_str_printf(p->arena, "a chain of at most %d operators", SEL_EXPRESSION_HEIGHT));
    if (last == NULL)
        node->first = child;
    else
        last->next = child;
    node->child_count++;
    return child;
}

/* --- operators --- */

/* What stands after an operand, when it is no operator: say the likely slip. */
static sel_node *refuse_after_operand(sel_parser *p, const sel_node *left)
{
    sel_str word = p->token.inner;
    bool touching = left->byte + left->length == p->token.byte;
    if (p->token.kind == SEL_TOKEN_WORD) {
        static const char *const operators[] = {"and", "or", "div", "mod"};
        for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++)
            if (sel_str_equal_ascii(word, sel_str_of(operators[i])))
                return sel_parser_stop(p, "E_EXPR_SYNTAX", "an operator", operators[i]);
        if (touching && left->literal.kind == SEL_VALUE_NUMBER && (word.ptr[0] | 0x20) == 'e')
            return sel_parser_stop(p, "E_EXPR_SYNTAX", "a number without exponent",
                                   "1000 instead of 1e3");
    }
    if (p->token.kind == SEL_TOKEN_COMMA)
        return sel_parser_stop(p, "E_EXPR_SYNTAX", "an operator or the end", "1.5 instead of 1,5");
    return sel_parser_stop_at_token(p, "an operator or the end");
}

static bool operator_here(const sel_parser *p, sel_operator *op)
{
    if (p->token.kind == SEL_TOKEN_WORD)
        return sel_token_word_operator(p->token.inner, op);
    *op = p->token.op;
    return p->token.kind == SEL_TOKEN_OPERATOR;
}

static sel_node *join(sel_parser *p, sel_operator op, sel_node *left)
{
    sel_node *node = sel_parser_node(p, SEL_NODE_OPERATOR, &p->token);
    if (node == NULL)
        return NULL;
    node->op = op;
    sel_parser_take(p);
    sel_node *right = sel_parser_binary(p, binding[op]);
    if (right == NULL || sel_parser_adopt(p, node, NULL, left) == NULL ||
        sel_parser_adopt(p, node, left, right) == NULL)
        return NULL;
    node->byte = left->byte;
    node->length = right->byte + right->length - left->byte;
    return node;
}

/* Operands joined by operators that bind more strongly than least. */
sel_node *sel_parser_binary(sel_parser *p, uint8_t least)
{
    sel_node *left = sel_parser_operand(p);
    while (left != NULL) {
        sel_operator op;
        if (p->token.kind == SEL_TOKEN_END || p->token.kind == SEL_TOKEN_CLOSE ||
            (p->token.kind == SEL_TOKEN_COMMA && p->nesting > 0))
            break;
        if (!operator_here(p, &op))
            return refuse_after_operand(p, left);
        if (binding[op] <= least)
            break;
        left = join(p, op, left);
    }
    return left;
}

static sel_node *parse_whole(sel_parser *p)
{
    if (p->text.len > SEL_EXPRESSION_BYTES)
        return sel_parser_stop_at_limit(
            p, sel_str_printf(p->arena, "at most %d bytes", SEL_EXPRESSION_BYTES));
    if (!sel_str_is_utf8(p->text))
        return sel_parser_stop(p, "E_EXPR_SYNTAX", "text in UTF-8", NULL);
    sel_parser_take(p);
    if (p->token.kind == SEL_TOKEN_END)
        return sel_parser_stop(p, "E_EXPR_SYNTAX", "an expression", NULL);
    sel_node *root = sel_parser_binary(p, 0);
    if (root != NULL && p->token.kind == SEL_TOKEN_CLOSE)
        return sel_parser_stop(p, "E_EXPR_SYNTAX", "an operator or the end", "( before it");
    return root;
}

static int by_place(const void *a, const void *b)
{
    const sel_finding *left = a;
    const sel_finding *right = b;
    if (left->byte != right->byte)
        return left->byte < right->byte ? -1 : 1;
    return strcmp(left->code, right->code);
}

static void sort_findings(sel_findings *findings, uint32_t from)
{
    if (findings->count > from)
        qsort(findings->list + from, findings->count - from, sizeof *findings->list, by_place);
}

const sel_expression *sel_expression_parse(sel_str text, const sel_expression_scope *scope,
                                           sel_arena *arena, sel_findings *findings)
{
    sel_parser p = {.text = sel_str_copy(arena, text),
                    .scope = scope,
                    .arena = arena,
                    .findings = findings,
                    .evaluable = true};
    uint32_t before = findings->count;
    p.expression = sel_arena_array(arena, 1, sizeof *p.expression);
    p.expression->text = p.text;
    p.expression->root = parse_whole(&p);
    bool taken = !p.stopped && p.evaluable;
    if (taken)
        sel_expression_lint(p.expression, scope, findings);
    sort_findings(findings, before);
    return taken ? p.expression : NULL;
}

sel_str sel_expression_text(const sel_expression *expression)
{
    return expression->text;
}

const uint32_t *sel_expression_names(const sel_expression *expression, uint32_t *count)
{
    *count = expression->name_count;
    return expression->names;
}
