/* Values expected are those of XPath 1.0 and of ODK's specification of XForms, worked out by hand;
 * what the engines were seen to give is in tests/corpus/test_expression_corpus.c. */
#include "domain/expression.h"

#include "check_suite.h"
#include "domain/expression_tree.h"

#include "expression_form.h"

static sel_arena *arena;

static void set_up(void)
{
    arena = sel_arena_create();
}

static void tear_down(void)
{
    sel_arena_destroy(arena);
}

/* Value of an expression as "kind text"; "refused CODE@COLUMN" when it cannot be evaluated. */
static const char *value_of(const char *text)
{
    sel_findings findings = {.arena = arena};
    sel_expression_scope scope = form_scope;
    sel_expression_name self = {0, SEL_VALUE_NUMBER, false, false};
    scope.self = &self;
    const sel_expression *e = sel_expression_parse(sel_str_of(text), &scope, arena, &findings);
    if (e == NULL) {
        ck_assert(form_refuses(&findings));
        return sel_str_printf(arena, "refused %s@%u", findings.list[0].code,
                              findings.list[0].column)
            .ptr;
    }
    char room[SEL_VALUE_ROOM];
    sel_evaluation evaluation = form_evaluation(arena);
    evaluation.self = sel_value_number(7);
    sel_value value = sel_expression_evaluate(e, &evaluation);
    sel_str shown = sel_value_to_text(value, room);
    return sel_str_printf(arena, "%s %.*s", sel_value_kind_name(value.kind), SEL_STR_ARG(shown))
        .ptr;
}

typedef struct pair {
    const char *text;
    const char *value;
} pair;

static void expect_values(const pair *pairs, size_t count)
{
    set_up();
    for (size_t i = 0; i < count; i++) {
        const char *found = value_of(pairs[i].text);
        ck_assert_msg(strcmp(found, pairs[i].value) == 0, "%s: '%s', not '%s'", pairs[i].text,
                      found, pairs[i].value);
    }
    tear_down();
}

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

START_TEST(operators)
{
    static const pair pairs[] = {
        {"2 + 3 * 4", "number 14"},
        {"(2 + 3) * 4", "number 20"},
        {"8 div 4 div 2", "number 1"},
        {"10 - 4 - 3", "number 3"},
        {"-2 * 3", "number -6"},
        {"2 - -3", "number 5"},
        {"-5 mod 2", "number -1"},
        {"5 mod -2", "number 1"},
        {"0 div 0", "empty "},
        {"-1 div 0", "number -Infinity"},
        {"1 or 0 and 0", "boolean true"},
        {"1 = 2 or 2 = 2", "boolean true"},
        {"1 < 2 = true()", "boolean true"},
        {"3 >= 3 and 3 <= 3", "boolean true"},
        {".5 + 5.", "number 5.5"},
        {". + 1", "number 8"},
        {"${i}-${d}", "number 2.5"},
        {"0.1 + 0.2", "number 0.30000000000000004"},
        {"1 div 3", "number 0.3333333333333333"},
        {"pow(10, 20)", "number 100000000000000000000"},
        {"1 div pow(10, 7)", "number 0.0000001"},
        {"12345.678", "number 12345.678"},
        {"0 * -1", "number 0"},
    };
    expect_values(pairs, COUNT(pairs));
}
END_TEST

START_TEST(comparisons)
{
    static const pair pairs[] = {
        {"${ei} = ''", "boolean true"},
        {"${ei} != 3", "boolean true"},
        {"${ei} = 0", "boolean false"},
        {"${ei} < 3", "boolean false"},
        {"not(${ei} < 3)", "boolean true"},
        {"number('') = number('')", "boolean false"},
        {"${e} = ${em}", "boolean true"},
        {"${i} = '5.0'", "boolean true"},
        {"${m} = 'c a'", "boolean true"},
        {"${m} = 'a'", "boolean false"},
        {"${m} = 'a b'", "boolean false"},
        {"'a' < 'b'", "boolean false"},
        {"'2' < '10'", "boolean true"},
        {"true() = 'no'", "boolean true"},
        {"${dt} < '2026-05-01'", "boolean true"},
        {"${dt} < date('2026-05-01')", "boolean true"},
        {"${dt} >= today()", "boolean false"},
        {"${dt} = date('2026-03-01T00:00:00Z')", "boolean true"},
        {"date('2026-03-01T01:00:00+02:00') < ${dt}", "boolean true"},
        {"${dt} < 'soon'", "boolean false"},
        {"now() > today()", "boolean true"},
    };
    expect_values(pairs, COUNT(pairs));
}
END_TEST

START_TEST(texts)
{
    static const pair pairs[] = {
        {"string-length(${u})", "number 3"},
        {"substr('h\xC3\xA9llo', 1, 3)", "text \xC3\xA9l"},
        {"substr('abc', -2)", "text bc"},
        {"substr('abc', 2, 1)", "empty "},
        {"substring-before('2026-03', '-')", "text 2026"},
        {"substring-after('2026-03', '-')", "text 03"},
        {"substring-after('abc', 'x')", "empty "},
        {"starts-with('abc', '')", "boolean true"},
        {"contains('', '')", "boolean true"},
        {"ends-with('c', 'abc')", "boolean false"},
        {"normalize-space('  a   b ')", "text a b"},
        {"translate('na\xC3\xAFve', '\xC3\xAFv', 'i')", "text naie"},
        {"concat('a', 1, true())", "text a1true"},
        {"join('-', ${staff})", "text 3-4-5"},
        {"string(${dt})", "text 2026-03-01"},
        {"string(now())", "text 2026-06-15T12:00:00Z"},
        {"string(${m})", "text a c"},
        {"regex('', '^$')", "boolean true"},
        {"regex('a1', '^[a-z]\\d$')", "boolean true"},
        {"regex('a1x', '^[a-z]\\d$')", "boolean false"},
        {"regex('\xC3\xA9', '^.$')", "boolean true"},
        {"regex(concat('a', ' '), '^a$')", "boolean false"},
    };
    expect_values(pairs, COUNT(pairs));
}
END_TEST

START_TEST(functions)
{
    static const pair pairs[] = {
        {"round(2.5)", "number 3"},
        {"round(-2.5)", "number -3"},
        {"round(2.345, 2)", "number 2.35"},
        {"round(1234, -2)", "number 1200"},
        {"int(-2.7)", "number -2"},
        {"sqrt(-1)", "empty "},
        {"abs(-3)", "number 3"},
        {"max(${i}, ${ei})", "empty "},
        {"max(${staff})", "number 5"},
        {"min(${staff}, 1)", "number 1"},
        {"sum(${staff})", "number 12"},
        {"count(${staff})", "number 3"},
        {"count-non-empty(${ei})", "number 0"},
        {"position(..)", "number 2"},
        {"number('1e3')", "empty "},
        {"number('+5')", "empty "},
        {"number(' -5.50 ')", "number -5.5"},
        {"number(date('1970-01-11'))", "number 10"},
        {"coalesce(${e}, ${ei}, 'x')", "text x"},
        {"coalesce(0, 1)", "number 0"},
        {"once(1)", "number 7"},
        {"boolean-from-string('TRUE')", "boolean true"},
        {"boolean-from-string('yes')", "boolean false"},
        {"checklist(2, 3, true(), ${s} = 'yes', 0)", "boolean true"},
        {"checklist(-1, 1, 1, 1)", "boolean false"},
        {"weighted-checklist(3, -1, 1, 2, 1, 2)", "boolean true"},
        {"selected(${em}, '')", "boolean true"},
        {"selected(${m}, 'c')", "boolean true"},
        {"selected-at(${m}, 0)", "text a"},
        {"count-selected(${em})", "number 0"},
        {"jr:choice-name(${s}, '${s}')", "text Oui"},
        {"date(0)", "date 1970-01-01"},
        {"date('2026-02-29')", "empty "},
        {"date('2026')", "empty "},
        {"format-date(${dt}, '%e.%n.%y %H:%M')", "text 1.3.26 00:00"},
        {"decimal-date-time('1970-01-02T12:00')", "number 1.5"},
        {"if(${s} = 'yes', ${i}, 1 div 0)", "number 5"},
    };
    expect_values(pairs, COUNT(pairs));
}
END_TEST

START_TEST(faults)
{
    static const pair pairs[] = {
        {"", "refused E_EXPR_SYNTAX@1"},
        {"${i} = ", "refused E_EXPR_SYNTAX@8"},
        {"(${i} = 1", "refused E_EXPR_SYNTAX@10"},
        {"${i} = 1)", "refused E_EXPR_SYNTAX@9"},
        {"${i} 5", "refused E_EXPR_SYNTAX@6"},
        {"${i} == 5", "refused E_EXPR_SYNTAX@6"},
        {"'\xC3\xA9\xC3\xA9' && 1", "refused E_EXPR_SYNTAX@6"},
        {"- -3", "refused E_EXPR_SYNTAX@3"},
        {"--3", "refused E_EXPR_SYNTAX@2"},
        {"1,5 + 2", "refused E_EXPR_SYNTAX@2"},
        {"1e3", "refused E_EXPR_SYNTAX@2"},
        {"has_ncs = 'yes'", "refused E_EXPR_SYNTAX@1"},
        {"${has_ncs} = yes", "refused E_EXPR_SYNTAX@14"},
        {"${i} AND 1", "refused E_EXPR_SYNTAX@6"},
        {"'open", "refused E_EXPR_SYNTAX@1"},
        {"${open", "refused E_EXPR_SYNTAX@1"},
        {"\xE2\x80\x98yes\xE2\x80\x99", "refused E_EXPR_SYNTAX@1"},
        {"${i}\xC2\xA0= 5", "refused E_EXPR_SYNTAX@5"},
        {"${i} \xE2\x89\xA5 5", "refused E_EXPR_SYNTAX@6"},
        {"count()", "refused E_EXPR_ARGUMENTS@1"},
        {"1 + if(1, 2)", "refused E_EXPR_ARGUMENTS@5"},
        {"weighted-checklist(1, 2, 3, 4, 5)", "refused E_EXPR_ARGUMENTS@1"},
        {"selektd(${m}, 'a')", "refused E_EXPR_FUNCTION@1"},
        {"${hsa_ncs} = 'yes'", "refused E_EXPR_NAME@1"},
        {"pulldata('a', 'b')", "refused E_EXPR_UNSUPPORTED@1"},
        {"current()/../x", "refused E_EXPR_UNSUPPORTED@1"},
        {"/data/x = 1", "refused E_EXPR_UNSUPPORTED@1"},
        {"../x", "refused E_EXPR_UNSUPPORTED@1"},
        {"child::x", "refused E_EXPR_UNSUPPORTED@1"},
        {"${m}[1]", "refused E_EXPR_UNSUPPORTED@5"},
        {"${m} | ${s}", "refused E_EXPR_UNSUPPORTED@6"},
        {"* = 1", "refused E_EXPR_UNSUPPORTED@1"},
        {"regex(${t}, '^(?=a).$')", "refused E_EXPR_REGEX@15"},
        {"regex(${t}, '^(a)\\1$')", "refused E_EXPR_REGEX@18"},
        {"regex(${t}, '^a+?$')", "refused E_EXPR_REGEX@16"},
        {"regex(${t}, '^[a$')", "refused E_EXPR_REGEX@18"},
        {"regex(${t}, '^\\p{L}$')", "refused E_EXPR_REGEX@15"},
        {"regex(${t}, ${t})", "refused E_EXPR_REGEX@13"},
    };
    expect_values(pairs, COUNT(pairs));
}
END_TEST

/* The only finding of an expression, or the first with this code. */
static const sel_finding *finding_of(const char *text, const char *code, bool condition)
{
    sel_findings *findings = sel_arena_array(arena, 1, sizeof *findings);
    findings->arena = arena;
    sel_expression_scope scope = form_scope;
    scope.condition = condition;
    sel_expression_parse(sel_str_of(text), &scope, arena, findings);
    for (uint32_t i = 0; i < findings->count; i++)
        if (strcmp(findings->list[i].code, code) == 0)
            return &findings->list[i];
    ck_abort_msg("%s: no %s among %u findings", text, code, findings->count);
    return NULL;
}

typedef struct remark {
    const char *text;
    const char *code;
    uint32_t column;
    const char *suggestion;
} remark;

static void expect_remarks(const remark *remarks, size_t count, bool condition)
{
    set_up();
    for (size_t i = 0; i < count; i++) {
        const remark *r = &remarks[i];
        const sel_finding *found = finding_of(r->text, r->code, condition);
        ck_assert_msg(found->column == r->column, "%s: column %u", r->text, found->column);
        ck_assert_msg(sel_str_is(found->suggestion, r->suggestion), "%s: suggests '%.*s'", r->text,
                      SEL_STR_ARG(found->suggestion));
    }
    tear_down();
}

START_TEST(suggestions)
{
    static const remark remarks[] = {
        {"${hsa_ncs} = 'yes'", "E_EXPR_NAME", 1, "${has_ncs}"},
        {"${zzzzzz} = 'yes'", "E_EXPR_NAME", 1, ""},
        {"slected(${m}, 'a')", "E_EXPR_FUNCTION", 1, "selected()"},
        {"has_ncs = 'yes'", "E_EXPR_SYNTAX", 1, "${has_ncs}"},
        {"${s} = yes", "E_EXPR_SYNTAX", 8, "'yes'"},
        {"${s} = true", "E_EXPR_SYNTAX", 8, "true()"},
        {"${i} OR 1", "E_EXPR_SYNTAX", 6, "or"},
        {"${i} \xE2\x89\xA5 5", "E_EXPR_SYNTAX", 6, ">="},
        {"current()", "E_EXPR_UNSUPPORTED", 1, "${name}"},
        {". > 5", "E_EXPR_SELF", 1, "${name}"},
    };
    expect_remarks(remarks, COUNT(remarks), false);
}
END_TEST

START_TEST(lint)
{
    static const remark remarks[] = {
        {"${i} = '5.0'", "W_EXPR_NUMBER_TEXT", 8, "5.0"},
        {"1 + '2'", "W_EXPR_NUMBER_TEXT", 5, "2"},
        {"${dt} < '2026-05-01'", "E_EXPR_DATE_TEXT", 9, "date('2026-05-01')"},
        {"'2026-05-01' >= ${dt}", "E_EXPR_DATE_TEXT", 1, "date('2026-05-01')"},
        {"${dt} > 2020", "E_EXPR_DATE_TEXT", 9, "date('2020-01-01')"},
        {"${dt} = '1 May'", "E_EXPR_DATE_FORM", 9, ""},
        {"date('2026-13-01')", "E_EXPR_DATE_FORM", 6, ""},
        {"format-date(${dt}, '%b')", "E_EXPR_DATE_FORMAT", 20, ""},
        {"regex(${t}, 'b')", "E_EXPR_REGEX_OPEN", 13, "'^(b)$'"},
        {"regex(${t}, '^a|b$')", "E_EXPR_REGEX_OPEN", 13, "'^(^a|b$)$'"},
        {"regex(${t}, '^a\\$')", "E_EXPR_REGEX_OPEN", 13, "'^(^a\\$)$'"},
        {"round(-2.5)", "W_EXPR_ROUND_NEGATIVE", 7, ""},
        {"number('1,5')", "E_EXPR_NUMBER_FORM", 8, ""},
        {"number('1e3')", "E_EXPR_NUMBER_FORM", 8, ""},
        {"number('+5')", "E_EXPR_NUMBER_FORM", 8, ""},
        {"boolean-from-string('True')", "W_EXPR_BOOLEAN_WORD", 21, "'true'"},
        {"max(5, '')", "W_EXPR_MAY_BE_EMPTY", 8, "coalesce('', \xE2\x80\xA6)"},
        {"max(${i}, 3)", "W_EXPR_MAY_BE_EMPTY", 5, "coalesce(${i}, \xE2\x80\xA6)"},
        {"string(0.0000001)", "W_EXPR_LONG_NUMBER", 8, ""},
        {"string(12345678901234567890)", "W_EXPR_LONG_NUMBER", 8, ""},
        {"string-length(${t})", "N_EXPR_CHARACTERS", 1, ""},
        {"${m} = 'a'", "W_EXPR_SET", 1, "selected(${m}, 'a')"},
        {"${s} = 'yess'", "E_EXPR_CHOICE", 8, "'yes'"},
        {"selected(${m}, 'd')", "E_EXPR_CHOICE", 16, ""},
        {"${t} < 'b'", "E_EXPR_TEXT_ORDER", 1, "number(${t})"},
        {"${t} > 5", "W_EXPR_TEXT_ORDER", 1, "number(${t})"},
        {"1 < ${i} < 5", "W_EXPR_CHAIN", 1, "1 < ${i} and ${i} < 5"},
        {"1 < ${i} < 5 < 9", "W_EXPR_CHAIN", 1, "1 < ${i} and ${i} < 5"},
        {"${i} div 0", "W_EXPR_DIVIDE_ZERO", 1, ""},
        {"${flag} = 'true'", "W_EXPR_BOOLEAN_TEXT", 11, "true()"},
        {"not(${s})", "W_EXPR_TRUTH", 5, "${s} != ''"},
        {"${i} = 5 and ${t}", "W_EXPR_TRUTH", 14, "${t} != ''"},
    };
    expect_remarks(remarks, COUNT(remarks), false);
    static const remark conditions[] = {{"${s}", "W_EXPR_TRUTH", 1, "${s} != ''"}};
    expect_remarks(conditions, COUNT(conditions), true);
}
END_TEST

START_TEST(no_remarks)
{
    static const char *const clean[] = {
        "${has_ncs} = 'yes'",
        "not(selected(${m}, 'a') and count-selected(${m}) > 1)",
        ". >= 1990 and . <= 2030",
        "${dt} <= today()",
        "regex(${t}, '^[^@ ]+@[^@ ]+$')",
        "${ei} = ''",
        "(${i} > 1) = (${d} > 1)",
        "round(${d}, 1) * 2",
    };
    set_up();
    sel_expression_name self = {0, SEL_VALUE_NUMBER, false, false};
    sel_expression_scope scope = form_scope;
    scope.self = &self;
    for (size_t i = 0; i < COUNT(clean); i++) {
        sel_findings findings = {.arena = arena};
        ck_assert_ptr_nonnull(sel_expression_parse(sel_str_of(clean[i]), &scope, arena, &findings));
        ck_assert_msg(findings.count == 0, "%s: %s", clean[i], findings.list[0].code);
    }
    tear_down();
}
END_TEST

/* unit repeated times, between two texts. */
static sel_str repeat(const char *before, const char *unit, size_t times, const char *after)
{
    size_t length = strlen(unit);
    size_t total = strlen(before) + length * times + strlen(after);
    char *text = sel_arena_array(arena, total + 1, 1);
    memcpy(text, before, strlen(before));
    for (size_t i = 0; i < times; i++)
        memcpy(text + strlen(before) + i * length, unit, length);
    memcpy(text + total - strlen(after), after, strlen(after));
    return (sel_str){text, total};
}

START_TEST(limits)
{
    set_up();
    const struct {
        sel_str text;
        bool taken;
    } cases[] = {
        {repeat("", "1+", 1000, "1"), true},
        {repeat("", "1+", 1100, "1"), false},
        {repeat("", "(", 60, "1))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))"),
         true},
        {repeat("", "(", 20000, ""), false},
        {repeat("", "-(", 10000, ""), false},
        {repeat("concat(1", ",1", 4000, ")"), true},
        {repeat("concat(1", ",1", 5000, ")"), false},
        {repeat("'", "a", 40000, "'"), false},
        {repeat("", "not(", 5000, ""), false},
        {repeat("", "9", 500, ""), false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        sel_findings findings = {.arena = arena};
        const sel_expression *e =
            sel_expression_parse(cases[i].text, &form_scope, arena, &findings);
        sel_evaluation evaluation = form_evaluation(arena);
        bool taken = e != NULL;
        ck_assert_msg(taken == cases[i].taken, "case %zu", i);
        if (taken)
            ck_assert_int_ne(sel_expression_evaluate(e, &evaluation).kind, SEL_VALUE_EMPTY);
        ck_assert(taken || strcmp(findings.list[0].code, "E_EXPR_LIMIT") == 0);
    }
    tear_down();
}
END_TEST

/* Catastrophic backtracking ends within the limits, as an empty value that says why. */
START_TEST(hostile_pattern)
{
    set_up();
    sel_findings findings = {.arena = arena};
    sel_str subject = repeat("'", "a", 3000, "!'");
    sel_str text = sel_str_printf(arena, "regex(%.*s, '^(([a-z])+)+$')", SEL_STR_ARG(subject));
    const sel_expression *e = sel_expression_parse(text, &form_scope, arena, &findings);
    ck_assert_ptr_nonnull(e);
    sel_evaluation evaluation = form_evaluation(arena);
    sel_value value = sel_expression_evaluate(e, &evaluation);
    ck_assert_int_eq(value.kind, SEL_VALUE_EMPTY);
    ck_assert_int_eq(value.why, SEL_WHY_TOO_COMPLEX);
    tear_down();
}
END_TEST

static void expect_steps(const char *text, const char *const *expected)
{
    enum { ROOM = 16 };
    sel_findings findings = {.arena = arena};
    sel_expression_step steps[ROOM];
    const sel_expression *e = sel_expression_parse(sel_str_of(text), &form_scope, arena, &findings);
    ck_assert_ptr_nonnull(e);
    sel_evaluation evaluation = form_evaluation(arena);
    uint32_t count = sel_expression_explain(e, &evaluation, steps, ROOM);
    for (uint32_t i = 0; i < count; i++) {
        char room[SEL_VALUE_ROOM];
        sel_str value = sel_value_to_text(steps[i].value, room);
        const char *line =
            sel_str_printf(arena, "%u %u+%u %.*s -> %.*s", steps[i].level, steps[i].column,
                           steps[i].length, SEL_STR_ARG(steps[i].source), SEL_STR_ARG(value))
                .ptr;
        ck_assert_ptr_nonnull(expected[i]);
        ck_assert_str_eq(line, expected[i]);
    }
    ck_assert_ptr_null(expected[count]);
}

START_TEST(explanations)
{
    set_up();
    expect_steps("${i} = 5 and ${has_ncs} = 'yes'",
                 (const char *const[]){"0 1+31 ${i} = 5 and ${has_ncs} = 'yes' -> false",
                                       "1 14+18 ${has_ncs} = 'yes' -> false",
                                       "2 14+10 ${has_ncs} -> no", NULL});
    expect_steps("${i} = 5 or ${s} = 'no'",
                 (const char *const[]){"0 1+23 ${i} = 5 or ${s} = 'no' -> true",
                                       "1 1+8 ${i} = 5 -> true", "2 1+4 ${i} -> 5", NULL});
    expect_steps("if(${ei} > 1, ${i}, ${d})",
                 (const char *const[]){"0 1+25 if(${ei} > 1, ${i}, ${d}) -> 2.5",
                                       "1 4+9 ${ei} > 1 -> false", "2 4+5 ${ei} -> ",
                                       "1 21+4 ${d} -> 2.5", NULL});
    expect_steps("sum(${staff}) > 20",
                 (const char *const[]){"0 1+18 sum(${staff}) > 20 -> false",
                                       "1 1+13 sum(${staff}) -> 12", "2 5+8 ${staff} -> 3",
                                       "2 5+8 ${staff} -> 4", "2 5+8 ${staff} -> 5", NULL});
    tear_down();
}
END_TEST

static const sel_expression *parsed(const char *text)
{
    sel_findings findings = {.arena = arena};
    const sel_expression *e = sel_expression_parse(sel_str_of(text), &form_scope, arena, &findings);
    ck_assert_ptr_nonnull(e);
    return e;
}

START_TEST(dependencies)
{
    set_up();
    uint32_t count = 0;
    const uint32_t *names =
        sel_expression_names(parsed("${d} > 1 and (${i} = 2 or ${d} < 9)"), &count);
    ck_assert_uint_eq(count, 2);
    ck_assert_uint_eq(names[0], 1);
    ck_assert_uint_eq(names[1], 0);
    ck_assert_int_eq(parsed("if(1, ${i}, 3)")->root->type, SEL_VALUE_NUMBER);
    ck_assert_int_eq(parsed("if(1, ${i}, 'x')")->root->type, SEL_VALUE_EMPTY);
    tear_down();
}
END_TEST

/* Numbers of the form: i 0, d 1, e 2, ei 3, t 4. */
START_TEST(cycles)
{
    set_up();
    const sel_expression_edge edges[] = {
        {4, parsed("${i} + ${d}")}, /* t needs i, d */
        {0, parsed("${e}")},        /* i needs e */
        {1, parsed("${ei} > 1")},   /* d needs ei … */
        {1, parsed("${i} > 1")},    /* … and i */
        {3, parsed("${t} = 'a'")},  /* ei needs t */
    };
    uint32_t count = 0;
    ck_assert_ptr_null(sel_expression_cycles(edges, 4, FORM_QUESTIONS, arena, &count));
    ck_assert_uint_eq(count, 0);
    const sel_expression_cycle *cycle =
        sel_expression_cycles(edges, 5, FORM_QUESTIONS, arena, &count);
    ck_assert_uint_eq(count, 1);
    ck_assert_uint_eq(cycle->count, 3);
    ck_assert_uint_eq(cycle->members[0], 1);
    ck_assert_uint_eq(cycle->members[1], 3);
    ck_assert_uint_eq(cycle->members[2], 4);
    const sel_expression_edge itself = {2, parsed("${e} = 'a'")};
    cycle = sel_expression_cycles(&itself, 1, FORM_QUESTIONS, arena, &count);
    ck_assert_uint_eq(count, 1);
    ck_assert_uint_eq(cycle->count, 1);
    ck_assert_uint_eq(cycle->members[0], 2);
    ck_assert_ptr_null(sel_expression_cycles(NULL, 0, FORM_QUESTIONS, arena, &count));
    tear_down();
}
END_TEST

/* Every function that questionnaires are said to have, and all that are left out with advice. */
START_TEST(the_language_is_as_large_as_said)
{
    static const char *const calls[] = {
        "selected(${m}, 'a')",
        "count-selected(${m}) = 1",
        "selected-at(${m}, 0) = 'a'",
        "if(true(), 1, 2)",
        "coalesce(${i}, 1)",
        "not(false())",
        "boolean(1)",
        "boolean-from-string('1')",
        "string(1)",
        "number('1')",
        "int(1.5)",
        "round(1.5)",
        "round(1.55, 1)",
        "abs(-1)",
        "pow(2, 3)",
        "sqrt(4)",
        "min(1, 2)",
        "max(1, 2)",
        "sum(${staff})",
        "count(${staff})",
        "count-non-empty(${staff})",
        "concat('a', 'b')",
        "join(', ', 'a', 'b')",
        "contains('ab', 'a')",
        "starts-with('ab', 'a')",
        "ends-with('ab', 'b')",
        "substr('abc', 1)",
        "substring-before('a-b', '-')",
        "substring-after('a-b', '-')",
        "string-length('ab')",
        "normalize-space(' a ')",
        "translate('ab', 'a', 'b')",
        "regex('ab', '^a.$')",
        "today()",
        "now()",
        "date('2026-01-01')",
        "format-date(today(), '%Y')",
        "decimal-date-time(today())",
        "checklist(1, 2, true(), false())",
        "weighted-checklist(1, 2, true(), 1)",
        "jr:choice-name(${s}, '${s}')",
        "once(1)",
        "position(..)",
        "1 or 0 and 1 = 1 != 1 < 2 <= 3 > 4 >= 5 + 1 - 1 * 2 div 2 mod 2",
    };
    static const char *const refused[] = {"pulldata('a')", "instance('a')",    "indexed-repeat(1)",
                                          "current()",     "random()",         "uuid()",
                                          "digest('a')",   "base64-decode(1)", "extract-signed(1)",
                                          "area(1)",       "distance(1)",      "geofence(1, 2)",
                                          "randomize(1)",  "sin(1)",           "log(1)"};
    set_up();
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        sel_findings findings = {.arena = arena};
        ck_assert_msg(sel_expression_parse(sel_str_of(calls[i]), &form_scope, arena, &findings) !=
                              NULL &&
                          !form_refuses(&findings),
                      "%s", calls[i]);
    }
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        sel_findings findings = {.arena = arena};
        ck_assert_msg(sel_expression_parse(sel_str_of(refused[i]), &form_scope, arena, &findings) ==
                          NULL,
                      "%s", refused[i]);
        ck_assert_str_eq(findings.list[0].code, "E_EXPR_UNSUPPORTED");
        ck_assert_msg(findings.list[0].suggestion.len > 0, "%s", refused[i]);
    }
    tear_down();
}
END_TEST

/* Two sets of questions; in one of them the shortest of several ways round. i 0 is needed by the
 * others and needs none of them. */
START_TEST(every_cycle_once)
{
    set_up();
    const sel_expression_edge edges[] = {
        {8, parsed("${t} = ${ei}")}, /* u needs t, ei */
        {4, parsed("${u} = ${i}")},  /* t needs u, i */
        {3, parsed("${u} = 'a'")},   /* ei needs u */
        {2, parsed("${d} = 2")},     /* e needs d */
        {1, parsed("${d} + ${u}")},  /* d needs itself, and the other set */
    };
    uint32_t count = 0;
    const sel_expression_cycle *all =
        sel_expression_cycles(edges, 5, FORM_QUESTIONS, arena, &count);
    ck_assert_uint_eq(count, 2);
    ck_assert_uint_eq(all[0].count, 1);
    ck_assert_uint_eq(all[0].members[0], 1);
    ck_assert_uint_eq(all[1].count, 2);
    ck_assert_uint_eq(all[1].members[0], 3);
    ck_assert_uint_eq(all[1].members[1], 8);
    tear_down();
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        operators,    comparisons,  texts,      functions,        faults,
        suggestions,  lint,         no_remarks, limits,           hostile_pattern,
        explanations, dependencies, cycles,     every_cycle_once, the_language_is_as_large_as_said,
        NULL};
    return run_tests("expression", tests);
}
