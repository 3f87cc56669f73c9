#include "domain/expression_lint.h"

#include <math.h>

/* number('1,5'), number('+5'), number('1e3'): each engine reads others of them. */
static void lint_number(const sel_lint *lint, const sel_node *call)
{
    const sel_node *text = call->first;
    double number;
    if (!sel_lint_is_quoted(text) || text->literal.kind == SEL_VALUE_EMPTY ||
        sel_value_to_number(text->literal, &number))
        return;
    sel_lint_add(lint, "E_EXPR_NUMBER_FORM", text)->expected = SEL_STR("-12.5");
}

static void lint_boolean_from_string(const sel_lint *lint, const sel_node *call)
{
    static const char *const words[] = {"true", "false", "1", "0"};
    const sel_node *text = call->first;
    if (!sel_lint_is_quoted(text))
        return;
    sel_str suggestion = {0};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (sel_str_is(text->literal.text, words[i]))
            return;
        if (sel_str_equal_ascii(text->literal.text, sel_str_of(words[i])))
            suggestion = sel_str_printf(lint->findings->arena, "'%s'", words[i]);
    }
    sel_finding *finding = sel_lint_add(lint, "W_EXPR_BOOLEAN_WORD", text);
    finding->expected = SEL_STR("'true', 'false', '1', '0'");
    finding->suggestion = suggestion;
}

/* round(-2.5) is -3 or -2. */
static void lint_round(const sel_lint *lint, const sel_node *call)
{
    const sel_node *number = call->first;
    if (number->kind == SEL_NODE_OPERATOR &&
        (number->op == SEL_OPERATOR_NEGATIVE || number->op == SEL_OPERATOR_MINUS))
        sel_lint_add(lint, "W_EXPR_ROUND_NEGATIVE", number);
}

/* max(5, '') is empty or 5. */
static void lint_extreme(const sel_lint *lint, const sel_node *call)
{
    for (const sel_node *node = call->first; node != NULL; node = node->next) {
        bool question = node->kind == SEL_NODE_NAME || node->kind == SEL_NODE_SELF;
        bool empty = node->kind == SEL_NODE_LITERAL && node->literal.kind == SEL_VALUE_EMPTY;
        bool several = call->child_count > 1 || (question && node->name.repeated);
        if (several && (question || empty))
            sel_lint_suggest(lint, "W_EXPR_MAY_BE_EMPTY", node, "coalesce(", ", \xE2\x80\xA6)");
    }
}

static void lint_date_text(const sel_lint *lint, const sel_node *call)
{
    const sel_node *text = call->first;
    double days;
    if (sel_lint_is_quoted(text) && text->literal.kind != SEL_VALUE_EMPTY &&
        !sel_value_to_date(text->literal, &days))
        sel_lint_add(lint, "E_EXPR_DATE_FORM", text)->expected = SEL_STR("YYYY-MM-DD");
}

static void lint_format_date(const sel_lint *lint, const sel_node *call)
{
    const sel_node *format = call->first->next;
    lint_date_text(lint, call);
    if (!sel_lint_is_quoted(format))
        return;
    sel_str text = format->literal.text;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] != '%')
            continue;
        if (i + 1 < text.len && strchr("YymndeHhMS", text.ptr[i + 1]) != NULL) {
            i++;
            continue;
        }
        sel_lint_add(lint, "E_EXPR_DATE_FORMAT", format)->expected =
            SEL_STR("%Y %y %m %n %d %e %H %h %M %S");
        return;
    }
}

static void lint_selected(const sel_lint *lint, const sel_node *call)
{
    if (call->first->next->kind == SEL_NODE_LITERAL)
        sel_lint_choice(lint, call->first, call->first->next);
}

static void lint_characters(const sel_lint *lint, const sel_node *call)
{
    sel_lint_add(lint, "N_EXPR_CHARACTERS", call);
}

typedef void lint_rule(const sel_lint *lint, const sel_node *call);

static const struct {
    const char *function;
    lint_rule *rule;
} rules[] = {
    {"boolean-from-string", lint_boolean_from_string},
    {"date", lint_date_text},
    {"decimal-date-time", lint_date_text},
    {"format-date", lint_format_date},
    {"max", lint_extreme},
    {"min", lint_extreme},
    {"number", lint_number},
    {"round", lint_round},
    {"selected", lint_selected},
    {"string-length", lint_characters},
    {"substr", lint_characters},
};

/* Numbers that engines write with an exponent, each in its own way: Java from 10^7 with a fraction
 * or from 2^31, and below 0.001; JavaScript from 10^21 and below 10^-6. */
static bool is_written_differently(const sel_node *node)
{
    double size = fabs(node->literal.number);
    if (node->kind != SEL_NODE_LITERAL || node->literal.kind != SEL_VALUE_NUMBER || size == 0)
        return false;
    return size < 1e-3 || size > INT32_MAX || (size >= 1e7 && size != floor(size));
}

void sel_lint_call(const sel_lint *lint, const sel_node *call)
{
    uint32_t n = 0;
    for (const sel_node *node = call->first; node != NULL; node = node->next, n++) {
        sel_value_kind wanted = call->function->takes[n < 3 ? n : 2];
        if (wanted == SEL_VALUE_BOOLEAN)
            sel_lint_truth(lint, node);
        if (wanted == SEL_VALUE_TEXT && is_written_differently(node))
            sel_lint_add(lint, "W_EXPR_LONG_NUMBER", node);
    }
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
        if (strcmp(call->function->name, rules[i].function) == 0)
            rules[i].rule(lint, call);
}
