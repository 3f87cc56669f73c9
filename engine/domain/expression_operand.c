#include "domain/expression_parser.h"
#include "domain/expression_regex.h"

#include "base/nearest.h"

/* --- names --- */

static void remember_name(sel_parser *p, uint32_t number)
{
    sel_expression *e = p->expression;
    for (uint32_t i = 0; i < e->name_count; i++)
        if (e->names[i] == number)
            return;
    e->names =
        sel_arena_one_more(p->arena, e->names, e->name_count, &p->name_room, sizeof *e->names);
    e->names[e->name_count++] = number;
}

static sel_str nearest_name(const sel_parser *p, sel_str name)
{
    enum { NAMES_COMPARED = 10000 };
    sel_nearest nearest = sel_nearest_start(name);
    bool sought = p->scope->name != NULL && p->findings->count <= SEL_SUGGESTIONS_MAX;
    for (uint32_t i = 0; sought && i < NAMES_COMPARED; i++) {
        sel_str other = p->scope->name(p->scope->to, i);
        if (other.len == 0)
            break;
        sel_nearest_offer(&nearest, other);
    }
    return nearest.name;
}

static void resolve(sel_parser *p, sel_node *node, sel_str name)
{
    if (p->scope->find != NULL && p->scope->find(p->scope->to, name, &node->name)) {
        remember_name(p, node->name.number);
        return;
    }
    sel_finding *finding = sel_parser_fault(p, "E_EXPR_NAME", node->byte, node->length);
    sel_str nearest = nearest_name(p, name);
    if (nearest.len > 0)
        finding->suggestion = sel_str_printf(p->arena, "${%.*s}", SEL_STR_ARG(nearest));
}

/* --- operands --- */

static sel_node *parse_name(sel_parser *p)
{
    sel_token token = p->token;
    sel_node *node = sel_parser_node(p, SEL_NODE_NAME, &token);
    if (node == NULL)
        return NULL;
    sel_parser_take(p);
    resolve(p, node, token.inner);
    return node;
}

static sel_node *parse_self(sel_parser *p)
{
    sel_node *node = sel_parser_node(p, SEL_NODE_SELF, &p->token);
    if (node == NULL)
        return NULL;
    if (p->scope->self == NULL) {
        sel_finding *finding = sel_parser_fault(p, "E_EXPR_SELF", p->token.byte, p->token.length);
        finding->suggestion = SEL_STR("${name}");
    } else {
        node->name = *p->scope->self;
    }
    sel_parser_take(p);
    return node;
}

static sel_node *parse_literal(sel_parser *p)
{
    sel_token token = p->token;
    sel_node *node = sel_parser_node(p, SEL_NODE_LITERAL, &token);
    if (node == NULL)
        return NULL;
    node->literal = sel_value_text(token.inner);
    if (token.kind == SEL_TOKEN_NUMBER) {
        double number = 0;
        if (!sel_value_to_number(node->literal, &number))
            return sel_parser_stop(p, "E_EXPR_LIMIT", "a number of at most 400 digits", NULL);
        node->literal = sel_value_number(number);
    }
    sel_parser_take(p);
    return node;
}

static sel_node *parse_bracket(sel_parser *p)
{
    uint32_t from = p->token.byte;
    sel_parser_take(p);
    sel_node *node = sel_parser_binary(p, 0);
    if (node == NULL)
        return NULL;
    if (p->token.kind != SEL_TOKEN_CLOSE)
        return sel_parser_stop_at_token(p, "an operator or )");
    node->length = p->token.byte + 1 - from;
    node->byte = from;
    node->bracketed = true;
    sel_parser_take(p);
    return node;
}

static sel_node *parse_negative(sel_parser *p)
{
    sel_token token = p->token;
    sel_node *node = sel_parser_node(p, SEL_NODE_OPERATOR, &token);
    if (node == NULL)
        return NULL;
    node->op = SEL_OPERATOR_NEGATIVE;
    sel_parser_take(p);
    if (p->token.kind == SEL_TOKEN_OPERATOR && p->token.op == SEL_OPERATOR_MINUS)
        return sel_parser_stop(p, "E_EXPR_SYNTAX", "a value", "-(-3), or 3");
    sel_node *child = sel_parser_operand(p);
    if (child == NULL || sel_parser_adopt(p, node, NULL, child) == NULL)
        return NULL;
    node->length = child->byte + child->length - node->byte;
    return node;
}

/* --- calls --- */

static void check_call(sel_parser *p, sel_node *call, const sel_token *name)
{
    const sel_function *function = call->function;
    if (function == NULL)
        return;
    bool even = call->child_count % 2 == 0 || strcmp(function->name, "weighted-checklist") != 0;
    if (call->child_count >= function->least && call->child_count <= function->most && even)
        return;
    sel_finding *finding = sel_parser_fault(p, "E_EXPR_ARGUMENTS", name->byte, name->length);
    if (!even)
        finding->expected = SEL_STR("least, most and pairs of value and weight");
    else if (function->most == SEL_NONE)
        finding->expected = sel_str_printf(p->arena, "%u or more", function->least);
    else if (function->least == function->most)
        finding->expected = sel_str_printf(p->arena, "%u", function->least);
    else
        finding->expected = sel_str_printf(p->arena, "%u to %u", function->least, function->most);
    finding->found = sel_str_printf(p->arena, "%u", call->child_count);
}

static void find_function(sel_parser *p, sel_node *call, const sel_token *name)
{
    call->function = sel_function_find(name->inner);
    if (call->function != NULL)
        return;
    const char *instead = sel_function_instead_of(name->inner);
    sel_finding *finding = sel_parser_fault(
        p, instead == NULL ? "E_EXPR_FUNCTION" : "E_EXPR_UNSUPPORTED", name->byte, name->length);
    sel_str nearest = sel_function_nearest(name->inner);
    if (instead != NULL)
        finding->suggestion = sel_str_of(instead);
    else if (nearest.len > 0)
        finding->suggestion = sel_str_printf(p->arena, "%.*s()", SEL_STR_ARG(nearest));
}

/* The second argument of jr:choice-name is a reference in quotes. */
static void unquote_reference(sel_parser *p, sel_node *call)
{
    sel_node *quoted = call->first->next;
    sel_str text = quoted->literal.text;
    sel_token token = sel_token_next(text, 0);
    if (quoted->kind == SEL_NODE_NAME)
        return;
    if (quoted->kind != SEL_NODE_LITERAL || token.kind != SEL_TOKEN_REFERENCE) {
        sel_finding *finding = sel_parser_fault(p, "E_EXPR_SYNTAX", quoted->byte, quoted->length);
        finding->expected = SEL_STR("'${name}'");
        return;
    }
    quoted->kind = SEL_NODE_NAME;
    quoted->literal = (sel_value){0};
    resolve(p, quoted, token.inner);
}

/* Functions with something to settle before the first evaluation. */
static void prepare_call(sel_parser *p, sel_node *call)
{
    const sel_function *function = call->function;
    if (function == NULL || call->child_count != 2)
        return;
    if (strcmp(function->name, "jr:choice-name") == 0)
        unquote_reference(p, call);
    if (strcmp(function->name, "regex") == 0) {
        call->pattern = sel_regex_prepare(p->text, call->first->next, p->arena, p->findings);
        p->evaluable = p->evaluable && call->pattern != NULL;
    }
}

static sel_node *parse_argument(sel_parser *p, const sel_node *call)
{
    bool position = call->function != NULL && strcmp(call->function->name, "position") == 0;
    if (!position)
        return sel_parser_binary(p, 0);
    if (p->token.kind != SEL_TOKEN_GROUP)
        return sel_parser_stop_at_token(p, "..");
    sel_node *node = sel_parser_node(p, SEL_NODE_GROUP, &p->token);
    sel_parser_take(p);
    return node;
}

static sel_node *parse_call(sel_parser *p, const sel_token *name)
{
    sel_node *call = sel_parser_node(p, SEL_NODE_CALL, name);
    if (call == NULL)
        return NULL;
    find_function(p, call, name);
    sel_parser_take(p); /* ( */
    sel_node *last = NULL;
    while (p->token.kind != SEL_TOKEN_CLOSE || last != NULL) {
        sel_node *argument = parse_argument(p, call);
        if (argument == NULL)
            return NULL;
        last = sel_parser_adopt(p, call, last, argument);
        if (last == NULL)
            return NULL;
        if (p->token.kind == SEL_TOKEN_CLOSE)
            break;
        if (p->token.kind != SEL_TOKEN_COMMA)
            return sel_parser_stop_at_token(p, "an operator, a comma or )");
        sel_parser_take(p);
    }
    call->length = p->token.byte + 1 - call->byte;
    sel_parser_take(p);
    check_call(p, call, name);
    prepare_call(p, call);
    return call;
}

/* A word that is no call: name what it was probably meant to be. */
static sel_node *refuse_word(sel_parser *p, const sel_token *word)
{
    sel_expression_name name;
    sel_operator ignored;
    sel_str suggestion = sel_str_printf(p->arena, "'%.*s'", SEL_STR_ARG(word->inner));
    const sel_function *function = sel_function_find(word->inner);
    if (p->scope->find != NULL && p->scope->find(p->scope->to, word->inner, &name))
        suggestion = sel_str_printf(p->arena, "${%.*s}", SEL_STR_ARG(word->inner));
    else if (function != NULL)
        suggestion = sel_str_printf(p->arena, "%s(%s)", function->name,
                                    function->most == 0 ? "" : "\xE2\x80\xA6");
    else if (sel_token_word_operator(word->inner, &ignored))
        suggestion = SEL_STR("a value before it");
    p->token = *word;
    return sel_parser_stop(p, "E_EXPR_SYNTAX", "a value", suggestion.ptr);
}

static sel_node *parse_word(sel_parser *p)
{
    sel_token word = p->token;
    sel_parser_take(p);
    if (p->token.kind == SEL_TOKEN_OPEN)
        return parse_call(p, &word);
    if (p->token.kind == SEL_TOKEN_UNSUPPORTED) /* a/b, a[1] */
        return sel_parser_stop_at_token(p, "a value");
    return refuse_word(p, &word);
}

static sel_node *parse_operand_here(sel_parser *p)
{
    switch (p->token.kind) {
    case SEL_TOKEN_NUMBER:
    case SEL_TOKEN_TEXT:
        return parse_literal(p);
    case SEL_TOKEN_REFERENCE:
        return parse_name(p);
    case SEL_TOKEN_SELF:
        return parse_self(p);
    case SEL_TOKEN_OPEN:
        return parse_bracket(p);
    case SEL_TOKEN_WORD:
        return parse_word(p);
    case SEL_TOKEN_GROUP:
        return sel_parser_stop(p, "E_EXPR_UNSUPPORTED", "a value", "${name}");
    case SEL_TOKEN_OPERATOR:
        if (p->token.op == SEL_OPERATOR_MINUS)
            return parse_negative(p);
        if (p->token.op == SEL_OPERATOR_TIMES)
            return sel_parser_stop(p, "E_EXPR_UNSUPPORTED", "a value", "${name}");
        return sel_parser_stop(p, "E_EXPR_SYNTAX", "a value", NULL);
    default:
        return sel_parser_stop_at_token(p, "a value");
    }
}

sel_node *sel_parser_operand(sel_parser *p)
{
    if (p->nesting >= SEL_EXPRESSION_NESTING)
        return sel_parser_stop_at_limit(
            p, sel_str_printf(p->arena, "brackets at most %d deep", SEL_EXPRESSION_NESTING));
    p->nesting++;
    sel_node *node = parse_operand_here(p);
    p->nesting--;
    return node;
}
