/** fuzz_expression.c - any bytes as an expression: nothing may crash, every finding has a place in
 *  the text, what can be evaluated is evaluated within the limits, twice the same, and agrees with
 *  what is said of all answers. */
#include "domain/expression_outcome.h"
#include "domain/expression_rule.h"
#include "domain/expression_tree.h"

#include "../expression_form.h"

#include <math.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
    if (!holds)
        abort();
}

static void check_findings(const sel_findings *findings, sel_str text)
{
    for (uint32_t i = 0; i < findings->count; i++) {
        const sel_finding *finding = &findings->list[i];
        must(finding->byte <= text.len && finding->column >= 1);
        must(finding->column - 1 + finding->length <= text.len);
        must(finding->code[1] == '_');
    }
}

static void check_value(sel_value value)
{
    char room[SEL_VALUE_ROOM];
    must(!isnan(value.number));
    must(value.kind != SEL_VALUE_TEXT || value.text.len > 0);
    sel_str text = sel_value_to_text(value, room);
    must((text.len == 0) == (value.kind == SEL_VALUE_EMPTY));
}

/* What the form's questions can be answered with, as far as it is known. */
static sel_answer_domain domain_of(const void *to, uint32_t number)
{
    (void)to;
    sel_value_kind kind = form_questions[number].kind;
    bool told = kind == SEL_VALUE_NUMBER || kind == SEL_VALUE_DATE || kind == SEL_VALUE_TEXT;
    return (sel_answer_domain){.kind = told ? kind : SEL_VALUE_EMPTY,
                               .whole = kind == SEL_VALUE_DATE,
                               .low = -INFINITY,
                               .high = INFINITY};
}

/* What is said to be so for all answers must be so for those of the form. */
static void check_outcome(const sel_expression *expression, bool holds, bool has_self)
{
    enum { PARTS = 4 };
    const sel_answer_domains domains = {.of = domain_of, .answered = has_self ? 0 : SEL_NONE};
    sel_constant_part parts[PARTS];
    sel_outcome outcome = sel_expression_outcome(&expression, 1, &domains);
    must(holds ? outcome.may_hold : outcome.may_fail);
    uint32_t count = sel_expression_constant_parts(expression, &domains, parts, PARTS);
    must(count <= PARTS);
    for (uint32_t i = 0; i < count; i++)
        must(!parts[i].decides || parts[i].holds == holds);
}

static void check_expression(const sel_expression *expression, bool has_self, sel_arena *arena)
{
    enum { STEPS = 16 };
    sel_evaluation evaluation = form_evaluation(arena);
    sel_expression_step steps[STEPS];
    evaluation.self = has_self ? form_answer(NULL, 0, SEL_NONE) : (sel_value){0};
    sel_value value = sel_expression_evaluate(expression, &evaluation);
    sel_value again = sel_expression_evaluate(expression, &evaluation);
    check_value(value);
    must(value.kind == again.kind && value.number == again.number &&
         sel_str_equal(value.text, again.text));
    sel_value_kind kind = expression->root->type;
    must(kind == SEL_VALUE_EMPTY || value.kind == SEL_VALUE_EMPTY || value.kind == kind);
    check_outcome(expression, sel_value_holds(value), has_self);
    sel_expression_rule(expression, arena);
    uint32_t count = sel_expression_explain(expression, &evaluation, steps, STEPS);
    must(count <= STEPS);
    for (uint32_t i = 0; i < count; i++)
        check_value(steps[i].value);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    sel_arena *arena = sel_arena_create();
    sel_findings findings = {.arena = arena};
    sel_expression_name self = {0, SEL_VALUE_NUMBER, false, false};
    sel_expression_scope scope = form_scope;
    sel_str text = {(const char *)data, size};
    scope.self = size % 2 == 0 ? &self : NULL;
    scope.condition = size % 3 == 0;
    const sel_expression *expression = sel_expression_parse(text, &scope, arena, &findings);
    check_findings(&findings, text);
    must(expression != NULL || form_refuses(&findings));
    if (expression != NULL)
        check_expression(expression, scope.self != NULL, arena);
    sel_arena_destroy(arena);
    return 0;
}
