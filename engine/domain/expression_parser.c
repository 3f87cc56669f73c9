/* A Pratt parser (Pratt, "Top down operator precedence", 1973): each operator binds as strongly as
 * its row in `operators` says; XPath 1.0, section 3, gives the rows. */
#include "domain/expression_lexer.h"
#include "domain/expression_regex.h"

#include "base/fold.h"

enum { BINDS_UNARY = 7, NAMES_COMPARED = 10000 };

static const uint8_t binding[SEL_OPERATOR_COUNT] = {
    [SEL_OPERATOR_OR] = 1,    [SEL_OPERATOR_AND] = 2,
    [SEL_OPERATOR_EQUAL] = 3, [SEL_OPERATOR_UNEQUAL] = 3,
    [SEL_OPERATOR_LESS] = 4,  [SEL_OPERATOR_AT_MOST] = 4,
    [SEL_OPERATOR_MORE] = 4,  [SEL_OPERATOR_AT_LEAST] = 4,
    [SEL_OPERATOR_PLUS] = 5,  [SEL_OPERATOR_MINUS] = 5,
    [SEL_OPERATOR_TIMES] = 6, [SEL_OPERATOR_DIV] = 6,
    [SEL_OPERATOR_MOD] = 6,   [SEL_OPERATOR_NEGATIVE] = BINDS_UNARY};

typedef struct parser {
    sel_str text;
    const sel_expression_scope *scope;
    sel_arena *arena;
    sel_findings *findings;
    sel_token token; /* the one not taken yet */
    sel_expression *expression;
    uint32_t name_room;
    uint32_t node_count;
    uint32_t nesting;
    bool evaluable;
    bool stopped; /* after a fault of syntax nothing that follows means anything */
} parser;

static sel_node *parse_operand(parser *p);
static sel_node *parse_binary(parser *p, uint8_t least);

/* --- faults --- */

static sel_finding *fault(parser *p, const char *code, uint32_t byte, uint32_t length)
{
    p->evaluable = false;
    return sel_finding_add(p->findings, code, p->text, byte, length);
}

/* The first fault of syntax ends the reading. */
static sel_node *stop(parser *p, const char *code, const char *expected, const char *suggestion)
{
    if (!p->stopped) {
        sel_finding *finding = fault(p, code, p->token.byte, p->token.length);
        finding->expected = sel_str_of(expected);
        finding->suggestion = sel_str_of(suggestion);
        if (p->token.kind == SEL_TOKEN_END)
            finding->found = SEL_STR("the end");
    }
    p->stopped = true;
    return NULL;
}

static void take(parser *p)
{
    p->token = sel_token_next(p->text, p->token.byte + p->token.length);
}

static sel_node *stop_at_token(parser *p, const char *expected)
{
    if (p->token.kind == SEL_TOKEN_UNSUPPORTED)
        return stop(p, "E_EXPR_UNSUPPORTED", expected, p->token.advice);
    return stop(p, "E_EXPR_SYNTAX", expected, p->token.advice);
}

/* --- nodes --- */

static sel_node *node_new(parser *p, sel_node_kind kind, const sel_token *token)
{
    if (p->node_count++ >= SEL_EXPRESSION_NODES)
        return stop(p, "E_EXPR_LIMIT", "at most 4096 parts", "a calculate question for a part");
    sel_node *node = sel_arena_array(p->arena, 1, sizeof *node);
    node->kind = kind;
    node->byte = token->byte;
    node->length = token->length;
    node->height = 1;
    return node;
}

/* Hang child below node behind last; returns child, NULL when the tree gets too high. */
static sel_node *adopt(parser *p, sel_node *node, sel_node *last, sel_node *child)
{
    if (child->height >= node->height)
        node->height = child->height + 1;
    if (node->height > SEL_EXPRESSION_HEIGHT)
        return stop(p, "E_EXPR_LIMIT", "a chain of at most 1000 operators",
                    "a calculate question for a part");
    if (last == NULL)
        node->first = child;
    else
        last->next = child;
    node->child_count++;
    return child;
}

/* --- names --- */

static void remember_name(parser *p, uint32_t number)
{
    sel_expression *e = p->expression;
    for (uint32_t i = 0; i < e->name_count; i++)
        if (e->names[i] == number)
            return;
    e->names =
        sel_arena_one_more(p->arena, e->names, e->name_count, &p->name_room, sizeof *e->names);
    e->names[e->name_count++] = number;
}

static sel_str nearest_name(const parser *p, sel_str name)
{
    sel_str nearest = {0};
    size_t limit = name.len < 4 ? 1 : name.len < 8 ? 2 : 3;
    for (uint32_t i = 0; p->scope->name != NULL && i < NAMES_COMPARED; i++) {
        sel_str other = p->scope->name(p->scope->to, i);
        if (other.len == 0)
            break;
        size_t distance =
            sel_str_equal_ascii(name, other) ? 0 : sel_str_distance(name, other, limit);
        if (distance > limit)
            continue;
        nearest = other;
        if (distance == 0)
            break;
        limit = distance - 1;
    }
    return nearest;
}

static void resolve(parser *p, sel_node *node, sel_str name)
{
    if (p->scope->find != NULL && p->scope->find(p->scope->to, name, &node->name)) {
        remember_name(p, node->name.number);
        return;
    }
    sel_finding *finding = fault(p, "E_EXPR_NAME", node->byte, node->length);
    sel_str nearest = nearest_name(p, name);
    if (nearest.len > 0)
        finding->suggestion = sel_str_printf(p->arena, "${%.*s}", SEL_STR_ARG(nearest));
}

/* --- operands --- */

static sel_node *parse_name(parser *p)
{
    sel_token token = p->token;
    sel_node *node = node_new(p, SEL_NODE_NAME, &token);
    if (node == NULL)
        return NULL;
    take(p);
    resolve(p, node, token.inner);
    return node;
}

static sel_node *parse_self(parser *p)
{
    sel_node *node = node_new(p, SEL_NODE_SELF, &p->token);
    if (node == NULL)
        return NULL;
    if (p->scope->self == NULL) {
        sel_finding *finding = fault(p, "E_EXPR_SELF", p->token.byte, p->token.length);
        finding->suggestion = SEL_STR("${name}");
    } else {
        node->name = *p->scope->self;
    }
    take(p);
    return node;
}

static sel_node *parse_literal(parser *p)
{
    sel_token token = p->token;
    sel_node *node = node_new(p, SEL_NODE_LITERAL, &token);
    if (node == NULL)
        return NULL;
    node->literal = sel_value_text(token.inner);
    if (token.kind == SEL_TOKEN_NUMBER) {
        double number = 0;
        if (!sel_value_to_number(node->literal, &number))
            return stop(p, "E_EXPR_LIMIT", "a number of at most 400 digits", NULL);
        node->literal = sel_value_number(number);
    }
    take(p);
    return node;
}

static sel_node *parse_bracket(parser *p)
{
    uint32_t from = p->token.byte;
    take(p);
    sel_node *node = parse_binary(p, 0);
    if (node == NULL)
        return NULL;
    if (p->token.kind != SEL_TOKEN_CLOSE)
        return stop_at_token(p, "an operator or )");
    node->length = p->token.byte + 1 - from;
    node->byte = from;
    node->bracketed = true;
    take(p);
    return node;
}

static sel_node *parse_negative(parser *p)
{
    sel_token token = p->token;
    sel_node *node = node_new(p, SEL_NODE_OPERATOR, &token);
    if (node == NULL)
        return NULL;
    node->operator= SEL_OPERATOR_NEGATIVE;
    take(p);
    if (p->token.kind == SEL_TOKEN_OPERATOR && p->token.operator== SEL_OPERATOR_MINUS)
        return stop(p, "E_EXPR_SYNTAX", "a value", "-(-3), or 3");
    sel_node *child = parse_operand(p);
    if (child == NULL || adopt(p, node, NULL, child) == NULL)
        return NULL;
    node->length = child->byte + child->length - node->byte;
    return node;
}

/* --- calls --- */

static void check_call(parser *p, sel_node *call, const sel_token *name)
{
    const sel_function *function = call->function;
    if (function == NULL)
        return;
    bool even = call->child_count % 2 == 0 || strcmp(function->name, "weighted-checklist") != 0;
    if (call->child_count >= function->least && call->child_count <= function->most && even)
        return;
    sel_finding *finding = fault(p, "E_EXPR_ARGUMENTS", name->byte, name->length);
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

static void find_function(parser *p, sel_node *call, const sel_token *name)
{
    call->function = sel_function_find(name->inner);
    if (call->function != NULL)
        return;
    const char *instead = sel_function_instead_of(name->inner);
    sel_finding *finding = fault(p, instead == NULL ? "E_EXPR_FUNCTION" : "E_EXPR_UNSUPPORTED",
                                 name->byte, name->length);
    sel_str nearest = sel_function_nearest(name->inner);
    if (instead != NULL)
        finding->suggestion = sel_str_of(instead);
    else if (nearest.len > 0)
        finding->suggestion = sel_str_printf(p->arena, "%.*s()", SEL_STR_ARG(nearest));
}

/* The second argument of jr:choice-name is a reference in quotes. */
static void unquote_reference(parser *p, sel_node *call)
{
    sel_node *quoted = call->first->next;
    sel_str text = quoted->literal.text;
    sel_token token = sel_token_next(text, 0);
    if (quoted->kind == SEL_NODE_NAME)
        return;
    if (quoted->kind != SEL_NODE_LITERAL || token.kind != SEL_TOKEN_REFERENCE) {
        sel_finding *finding = fault(p, "E_EXPR_SYNTAX", quoted->byte, quoted->length);
        finding->expected = SEL_STR("'${name}'");
        return;
    }
    quoted->kind = SEL_NODE_NAME;
    quoted->literal = (sel_value){0};
    resolve(p, quoted, token.inner);
}

/* Functions with something to settle before the first evaluation. */
static void prepare_call(parser *p, sel_node *call)
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

static sel_node *parse_argument(parser *p, const sel_node *call)
{
    bool position = call->function != NULL && strcmp(call->function->name, "position") == 0;
    if (!position)
        return parse_binary(p, 0);
    if (p->token.kind != SEL_TOKEN_GROUP)
        return stop_at_token(p, "..");
    sel_node *node = node_new(p, SEL_NODE_GROUP, &p->token);
    take(p);
    return node;
}

static sel_node *parse_call(parser *p, const sel_token *name)
{
    sel_node *call = node_new(p, SEL_NODE_CALL, name);
    if (call == NULL)
        return NULL;
    find_function(p, call, name);
    take(p); /* ( */
    sel_node *last = NULL;
    while (p->token.kind != SEL_TOKEN_CLOSE || last != NULL) {
        sel_node *argument = parse_argument(p, call);
        if (argument == NULL)
            return NULL;
        last = adopt(p, call, last, argument);
        if (last == NULL)
            return NULL;
        if (p->token.kind == SEL_TOKEN_CLOSE)
            break;
        if (p->token.kind != SEL_TOKEN_COMMA)
            return stop_at_token(p, "an operator, a comma or )");
        take(p);
    }
    call->length = p->token.byte + 1 - call->byte;
    take(p);
    check_call(p, call, name);
    prepare_call(p, call);
    return call;
}

/* A word that is no call: name what it was probably meant to be. */
static sel_node *refuse_word(parser *p, const sel_token *word)
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
    return stop(p, "E_EXPR_SYNTAX", "a value", suggestion.ptr);
}

static sel_node *parse_word(parser *p)
{
    sel_token word = p->token;
    take(p);
    if (p->token.kind == SEL_TOKEN_OPEN)
        return parse_call(p, &word);
    if (p->token.kind == SEL_TOKEN_UNSUPPORTED) /* a/b, a[1] */
        return stop_at_token(p, "a value");
    return refuse_word(p, &word);
}

static sel_node *parse_operand_here(parser *p)
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
        return stop(p, "E_EXPR_UNSUPPORTED", "a value", "${name}");
    case SEL_TOKEN_OPERATOR:
        if (p->token.operator== SEL_OPERATOR_MINUS)
            return parse_negative(p);
        if (p->token.operator== SEL_OPERATOR_TIMES)
            return stop(p, "E_EXPR_UNSUPPORTED", "a value", "${name}");
        return stop(p, "E_EXPR_SYNTAX", "a value", NULL);
    default:
        return stop_at_token(p, "a value");
    }
}

static sel_node *parse_operand(parser *p)
{
    if (p->nesting >= SEL_EXPRESSION_NESTING)
        return stop(p, "E_EXPR_LIMIT", "brackets at most 64 deep",
                    "a calculate question for a part");
    p->nesting++;
    sel_node *node = parse_operand_here(p);
    p->nesting--;
    return node;
}

/* --- operators --- */

/* What stands after an operand, when it is no operator: say the likely slip. */
static sel_node *refuse_after_operand(parser *p, const sel_node *left)
{
    sel_str word = p->token.inner;
    bool touching = left->byte + left->length == p->token.byte;
    if (p->token.kind == SEL_TOKEN_WORD) {
        static const char *const operators[] = {"and", "or", "div", "mod"};
        for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++)
            if (sel_str_equal_ascii(word, sel_str_of(operators[i])))
                return stop(p, "E_EXPR_SYNTAX", "an operator", operators[i]);
        if (touching && left->literal.kind == SEL_VALUE_NUMBER && (word.ptr[0] | 0x20) == 'e')
            return stop(p, "E_EXPR_SYNTAX", "a number without exponent", "1000 instead of 1e3");
    }
    if (p->token.kind == SEL_TOKEN_COMMA)
        return stop(p, "E_EXPR_SYNTAX", "an operator or the end", "1.5 instead of 1,5");
    return stop_at_token(p, "an operator or the end");
}

static bool operator_here(const parser *p, sel_operator *operator)
{
    if (p->token.kind == SEL_TOKEN_WORD)
        return sel_token_word_operator(p->token.inner, operator);
    *operator= p->token.operator;
    return p->token.kind == SEL_TOKEN_OPERATOR;
}

static sel_node *join(parser *p, sel_operator operator, sel_node * left)
{
    sel_node *node = node_new(p, SEL_NODE_OPERATOR, &p->token);
    if (node == NULL)
        return NULL;
    node->operator= operator;
    take(p);
    sel_node *right = parse_binary(p, binding[operator]);
    if (right == NULL || adopt(p, node, NULL, left) == NULL || adopt(p, node, left, right) == NULL)
        return NULL;
    node->byte = left->byte;
    node->length = right->byte + right->length - left->byte;
    return node;
}

/* Operands joined by operators that bind more strongly than least. */
static sel_node *parse_binary(parser *p, uint8_t least)
{
    sel_node *left = parse_operand(p);
    while (left != NULL) {
        sel_operator operator;
        if (p->token.kind == SEL_TOKEN_END || p->token.kind == SEL_TOKEN_CLOSE ||
            (p->token.kind == SEL_TOKEN_COMMA && p->nesting > 0))
            break;
        if (!operator_here(p, &operator))
            return refuse_after_operand(p, left);
        if (binding[operator] <= least)
            break;
        left = join(p, operator, left);
    }
    return left;
}

static sel_node *parse_whole(parser *p)
{
    if (p->text.len > SEL_EXPRESSION_BYTES)
        return stop(p, "E_EXPR_LIMIT", "at most 32767 bytes", "a calculate question for a part");
    if (!sel_str_is_utf8(p->text))
        return stop(p, "E_EXPR_SYNTAX", "text in UTF-8", NULL);
    take(p);
    if (p->token.kind == SEL_TOKEN_END)
        return stop(p, "E_EXPR_SYNTAX", "an expression", NULL);
    sel_node *root = parse_binary(p, 0);
    if (root != NULL && p->token.kind == SEL_TOKEN_CLOSE)
        return stop(p, "E_EXPR_SYNTAX", "an operator or the end", "( before it");
    return root;
}

const sel_expression *sel_expression_parse(sel_str text, const sel_expression_scope *scope,
                                           sel_arena *arena, sel_findings *findings)
{
    parser p = {.text = sel_str_copy(arena, text),
                .scope = scope,
                .arena = arena,
                .findings = findings,
                .evaluable = true};
    p.expression = sel_arena_array(arena, 1, sizeof *p.expression);
    p.expression->text = p.text;
    p.expression->root = parse_whole(&p);
    if (p.stopped || !p.evaluable)
        return NULL;
    sel_expression_lint(p.expression, scope, findings);
    return p.expression;
}

sel_str sel_expression_text(const sel_expression *expression)
{
    return expression->text;
}

sel_value_kind sel_expression_kind(const sel_expression *expression)
{
    return expression->root->type;
}

const uint32_t *sel_expression_names(const sel_expression *expression, uint32_t *count)
{
    *count = expression->name_count;
    return expression->names;
}
