/* Random expressions of the part of XPath 1.0 that needs no document, against libxml2's evaluator.
 * Texts are ASCII and numbers are not turned into texts: there ours follows ODK, not XPath. No text
 * holds a minus: libxml2 2.9.14 takes number('-') for -0, where XPath has no number. */
#include "base/text.h"
#include "check_suite.h"
#include "domain/expression.h"

#include <libxml/xpath.h>
#include <math.h>

enum { EXPRESSIONS = 20000, DEPTH = 4 };

typedef struct maker {
    uint64_t state;
    sel_text text;
} maker;

static uint32_t pick(maker *m, uint32_t below)
{
    m->state = m->state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(m->state >> 33) % below;
}

static void put(maker *m, const char *text)
{
    sel_text_add(&m->text, sel_str_of(text));
}

static void make_number(maker *m, int depth);
static void make_boolean(maker *m, int depth);
static void make_text(maker *m, int depth);

typedef void make(maker *m, int depth);

/* head, parts with separator between them, ")". */
static void put_call(maker *m, const char *head, make *const *parts, size_t count, int depth)
{
    put(m, head);
    for (size_t i = 0; i < count; i++) {
        put(m, i > 0 ? ", " : "");
        parts[i](m, depth - 1);
    }
    put(m, ")");
}

static void put_infix(maker *m, make *left, const char *sign, make *right, int depth)
{
    bool bracketed = pick(m, 2) == 0;
    put(m, bracketed ? "(" : "");
    left(m, depth - 1);
    put(m, sign);
    right(m, depth - 1);
    put(m, bracketed ? ")" : "");
}

static void make_text(maker *m, int depth)
{
    static const char *const literals[] = {"''",  "'a'",        "'ab'",     "'b a'", "'12'",
                                           "'3'", "\" x  y \"", "'abcabc'", "'true'"};
    static make *const three[] = {make_text, make_text, make_text};
    static make *const truth[] = {make_boolean};
    if (depth <= 0) {
        put(m, literals[pick(m, sizeof literals / sizeof literals[0])]);
        return;
    }
    switch (pick(m, 6)) {
    case 0:
        put_call(m, "concat(", three, 2 + pick(m, 2), depth);
        break;
    case 1:
        put_call(m, "substring-before(", three, 2, depth);
        break;
    case 2:
        put_call(m, "substring-after(", three, 2, depth);
        break;
    case 3:
        put_call(m, "normalize-space(", three, 1, depth);
        break;
    case 4:
        put_call(m, "translate(", three, 3, depth);
        break;
    default:
        put_call(m, "string(", truth, 1, depth);
    }
}

static void make_number(maker *m, int depth)
{
    static const char *const literals[] = {"0", "1", "2", "3", "10", "1.5", "0.25", "7."};
    static const char *const signs[] = {" + ", " - ", " * ", " div ", " mod "};
    static make *const text[] = {make_text};
    if (depth <= 0) {
        put(m, literals[pick(m, sizeof literals / sizeof literals[0])]);
        return;
    }
    switch (pick(m, 5)) {
    case 0:
        put_call(m, "string-length(", text, 1, depth);
        break;
    case 1:
        put_call(m, "number(", text, 1, depth);
        break;
    case 2:
        put(m, "-(");
        make_number(m, depth - 1);
        put(m, ")");
        break;
    default:
        put_infix(m, make_number, signs[pick(m, 5)], make_number, depth);
    }
}

static void make_boolean(maker *m, int depth)
{
    static const char *const orders[] = {" = ", " != ", " < ", " <= ", " > ", " >= "};
    static make *const kinds[] = {make_text, make_number, make_boolean};
    static make *const texts[] = {make_text, make_text};
    if (depth <= 0) {
        put(m, pick(m, 2) == 0 ? "true()" : "false()");
        return;
    }
    switch (pick(m, 7)) {
    case 0:
        put_infix(m, make_boolean, " and ", make_boolean, depth);
        break;
    case 1:
        put_infix(m, make_boolean, " or ", make_boolean, depth);
        break;
    case 2:
        put_call(m, "not(", &kinds[pick(m, 3)], 1, depth);
        break;
    case 3:
        put_call(m, "boolean(", &kinds[pick(m, 3)], 1, depth);
        break;
    case 4:
        put_call(m, pick(m, 2) == 0 ? "contains(" : "starts-with(", texts, 2, depth);
        break;
    default:
        put_infix(m, kinds[pick(m, 3)], orders[pick(m, 6)], kinds[pick(m, 3)], depth);
    }
}

static void compare(const char *text, sel_value ours, const xmlXPathObject *theirs)
{
    switch (theirs->type) {
    case XPATH_BOOLEAN:
        ck_assert_msg(ours.kind == SEL_VALUE_BOOLEAN &&
                          sel_value_holds(ours) == (theirs->boolval != 0),
                      "%s: not %d", text, theirs->boolval);
        break;
    case XPATH_NUMBER:
        if (isnan(theirs->floatval))
            ck_assert_msg(ours.kind == SEL_VALUE_EMPTY && ours.why == SEL_WHY_NOT_A_NUMBER, "%s",
                          text);
        else
            ck_assert_msg(ours.kind == SEL_VALUE_NUMBER && ours.number == theirs->floatval,
                          "%s: %.17g, not %.17g", text, ours.number, theirs->floatval);
        break;
    default:
        ck_assert_int_eq(theirs->type, XPATH_STRING);
        ck_assert_msg(sel_str_is(ours.text, (const char *)theirs->stringval), "%s: '%.*s' not '%s'",
                      text, SEL_STR_ARG(ours.text), (const char *)theirs->stringval);
    }
}

START_TEST(same_as_libxml2)
{
    static make *const kinds[] = {make_text, make_number, make_boolean};
    sel_arena *arena = sel_arena_create();
    xmlDoc *document = xmlNewDoc(BAD_CAST "1.0");
    xmlXPathContext *context = xmlXPathNewContext(document);
    maker m = {.state = 16};
    for (int i = 0; i < EXPRESSIONS; i++) {
        sel_findings findings = {.arena = arena};
        sel_expression_scope scope = {0};
        sel_evaluation evaluation = {.arena = arena};
        m.text = (sel_text){.arena = arena};
        kinds[i % 3](&m, 1 + (int)pick(&m, DEPTH));
        xmlXPathObject *theirs = xmlXPathEvalExpression(BAD_CAST m.text.bytes, context);
        ck_assert_msg(theirs != NULL, "%s", m.text.bytes);
        const sel_expression *ours =
            sel_expression_parse(sel_text_str(&m.text), &scope, arena, &findings);
        ck_assert_msg(ours != NULL, "%s", m.text.bytes);
        compare(m.text.bytes, sel_expression_evaluate(ours, &evaluation), theirs);
        xmlXPathFreeObject(theirs);
        sel_arena_reset(arena);
    }
    xmlXPathFreeContext(context);
    xmlFreeDoc(document);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {same_as_libxml2, NULL};
    return run_tests("expression_xpath", tests);
}
