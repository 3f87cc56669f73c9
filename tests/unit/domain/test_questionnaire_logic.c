/* What conditions, constraints and calculations say of responses; values worked out by hand. */
#include "domain/questionnaire_logic.h"

#include "base/text.h"

#include "definition_form.h"

#define SETTINGS "settings\n,form_id,version\n,f,1\n"
#define HEADER   "survey\n,type,name,label,relevant,constraint,required,calculation\n"
#define CHOICES  "choices\n,list_name,name,label\n,yn,yes,Yes\n,yn,no,No\n"

/* total stands before what it adds up; deep is inside two groups with conditions. */
static const char form[] = HEADER ",calculate,total,,,,,\"coalesce(${a}, 0) + coalesce(${b}, 0)\"\n"
                                  ",select_one yn,has,Has?,,,yes,\n"
                                  ",integer,a,A,${has} = 'yes',. >= 1 and . <= 5,yes,\n"
                                  ",integer,b,B,,. > ${a},${has} = 'yes',\n"
                                  ",begin_group,outer,Outer,${has} = 'yes',,,\n"
                                  ",begin_group,inner,Inner,${a} > 3,,,\n"
                                  ",text,deep,Deep,,,yes,\n"
                                  ",end_group,,,,,,\n,end_group,,,,,,\n" CHOICES SETTINGS;
enum { TOTAL, HAS, A, B, DEEP, ITEMS };

static sel_arena *arena;
static sel_questionnaire questionnaire;
static const sel_logic *logic;

static void prepare(void)
{
    arena = sel_arena_create();
    questionnaire = sound_form(form, arena);
    sel_logic_findings findings = {0};
    logic = sel_logic_prepare(&questionnaire, arena, &findings);
    for (uint32_t i = 0; i < findings.count; i++)
        ck_assert_msg(sel_issue_severity(findings.list[i].finding.code) != SEL_FAULT, "%s",
                      findings.list[i].finding.code);
    ck_assert_uint_eq(questionnaire.item_count, ITEMS);
}

static void release(void)
{
    sel_questionnaire_close(&questionnaire);
    sel_arena_destroy(arena);
}

/* has, a, b; a negative number: no answer. */
static void judge(const char *has, int64_t a, int64_t b, sel_item_state states[ITEMS])
{
    sel_answer answers[3];
    uint32_t count = 0;
    if (has != NULL)
        answers[count++] = (sel_answer){.item = HAS, .text = sel_str_of(has)};
    if (a >= 0)
        answers[count++] = (sel_answer){.item = A, .is_number = true, .number = a};
    if (b >= 0)
        answers[count++] = (sel_answer){.item = B, .is_number = true, .number = b};
    sel_response response = {
        .questionnaire = &questionnaire, .answers = answers, .answer_count = count};
    sel_logic_judge(logic, &response, 0, arena, states);
}

START_TEST(all_is_well)
{
    prepare();
    sel_item_state states[ITEMS];
    judge("yes", 3, 4, states);
    for (uint32_t i = 0; i < DEEP; i++) {
        ck_assert(states[i].relevant && !states[i].constraint_broken);
        ck_assert(!states[i].required_missing);
        ck_assert_uint_eq(sel_logic_why(logic, states, i, 0, arena).len, 0);
    }
    ck_assert_double_eq(states[TOTAL].value.number, 7);
    ck_assert(!states[DEEP].relevant && !states[DEEP].required_missing);
    expect_slice(states[DEEP].hidden_by->name, "inner");
    expect_slice(sel_logic_why(logic, states, DEEP, 0, arena), "${a} > 3 (${a}: 3)");
    release();
}
END_TEST

START_TEST(an_answer_to_a_hidden_question_counts_as_empty)
{
    prepare();
    sel_item_state states[ITEMS];
    judge("no", 5, 4, states);
    ck_assert(!states[A].relevant && states[A].answered && states[A].hidden_by == NULL);
    ck_assert_double_eq(states[TOTAL].value.number, 4);
    expect_slice(sel_logic_why(logic, states, A, 0, arena), "${has} = 'yes' (${has}: no)");
    expect_slice(states[DEEP].hidden_by->name, "outer");
    judge("no", 9, 4, states);
    ck_assert(!states[A].constraint_broken);
    release();
}
END_TEST

START_TEST(constraints_look_at_answers_only)
{
    prepare();
    sel_item_state states[ITEMS];
    judge("yes", 6, 4, states);
    ck_assert(states[A].constraint_broken && states[B].constraint_broken);
    ck_assert(states[DEEP].relevant && states[DEEP].required_missing);
    judge("yes", 1, 2, states);
    ck_assert(!states[A].constraint_broken && !states[B].constraint_broken);
    judge("yes", -1, -1, states);
    ck_assert(!states[A].constraint_broken && !states[B].constraint_broken);
    release();
}
END_TEST

START_TEST(required_is_looked_at_when_relevant)
{
    prepare();
    sel_item_state states[ITEMS];
    judge(NULL, -1, -1, states);
    ck_assert(states[HAS].required_missing);
    ck_assert(!states[A].required_missing && !states[B].required_missing);
    judge("yes", -1, -1, states);
    ck_assert(states[A].required_missing && states[B].required_missing);
    sel_answer unknown = {.item = HAS, .kind = SEL_ANSWER_DONT_KNOW};
    sel_response response = {
        .questionnaire = &questionnaire, .answers = &unknown, .answer_count = 1};
    sel_logic_judge(logic, &response, 0, arena, states);
    ck_assert(!states[HAS].required_missing && !states[A].relevant);
    release();
}
END_TEST

/* A constraint on a date, the answer as intake keeps it, and whether it is certainly broken; worked
 * out by hand. Today is 2024-03-15. */
START_TEST(days_that_are_not_known_exactly)
{
    static const struct {
        const char *constraint;
        const char *answer;
        bool broken;
    } cases[] = {
        {". <= today()", "2024-03-15", false},
        {". <= today()", "2024-03-16", true},
        {". <= today()", "2024-03-01/2024-03-31", false},
        {". <= today()", "2024-01-01/2024-12-31", false},
        {". <= today()", "2024-02-01/2024-02-29", false},
        {". <= today()", "2024-04-01/2024-04-30", true},
        {". < today()", "2024-03-15/2024-03-31", true},
        {". >= today()", "2024-02-01/2024-03-14", true},
        {". > today()", "2024-02-01/2024-03-15", true},
        {". > today()", "2024-02-01/2024-03-16", false},
        {". = today()", "2024-03-01/2024-03-31", false},
        {". = today()", "2024-04-01/2024-04-30", true},
        {". != today()", "2024-03-01/2024-03-31", false},
        {"not(. > today())", "2024-03-01/2024-03-31", false},
        {"not(. > today())", "2024-04-01/2024-04-30", true},
        {". > today() and . < today()", "2024-04-01/2024-04-30", true},
        {". > today() or 1 = 2", "2024-03-01/2024-03-31", false},
        {". > today() and 1 = 2", "2024-03-01/2024-03-31", true},
        {"date(.) > today()", "2024-02-01/2024-02-29", true},
        {"date(.) > today()", "2024-03-01/2024-03-31", false},
        {". + 30 > today()", "2024-03-01/2024-03-31", false},
        {"format-date(., '%Y') = '2024'", "2024-03-01/2024-03-31", false},
        {"max(decimal-date-time(.), 0) < 0", "2024-03-01/2024-03-31", false},
        {"if(. > today(), false(), false())", "2024-03-01/2024-03-31", false},
        {". != ''", "2024-03-01/2024-03-31", false},
        {". = ''", "2024-03-01/2024-03-31", true},
    };
    enum { TODAY = 19797 }; /* date -u -d 2024-03-15 +%s, divided by 86400 */
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        sel_arena *own = sel_arena_create();
        sel_questionnaire q = sound_form(
            sel_str_printf(own, HEADER ",date,d,D,,\"%s\",,\n" SETTINGS, cases[i].constraint).ptr,
            own);
        sel_logic_findings findings = {0};
        const sel_answer answer = {.item = 0, .text = sel_str_of(cases[i].answer)};
        const sel_response response = {.questionnaire = &q, .answers = &answer, .answer_count = 1};
        sel_item_state state;
        sel_logic_judge(sel_logic_prepare(&q, own, &findings), &response, TODAY, own, &state);
        ck_assert_msg(state.constraint_broken == cases[i].broken, "%s for %s", cases[i].constraint,
                      cases[i].answer);
        sel_questionnaire_close(&q);
        sel_arena_destroy(own);
    }
}
END_TEST

/* Whether it is asked depends on the day: an answer is welcome, none is no fault. */
START_TEST(a_question_that_may_or_may_not_be_asked)
{
    enum { DAY, LATER, INSIDE, ITEMS_HERE, TODAY = 19797 };
    sel_arena *own = sel_arena_create();
    sel_questionnaire q = sound_form(HEADER ",date,d,D,,,,\n,text,later,L,${d} > today(),,yes,\n"
                                            ",begin_group,g,G,${d} < today(),,,\n"
                                            ",text,inside,I,,,yes,\n,end_group,,,,,,\n" SETTINGS,
                                     own);
    sel_logic_findings findings = {0};
    const sel_logic *own_logic = sel_logic_prepare(&q, own, &findings);
    sel_answer answers[] = {{.item = DAY, .text = SEL_STR("2024-03-01/2024-03-31")},
                            {.item = LATER, .text = SEL_STR("x")}};
    sel_item_state states[ITEMS_HERE];
    for (uint32_t count = 1; count <= 2; count++) {
        const sel_response response = {
            .questionnaire = &q, .answers = answers, .answer_count = count};
        sel_logic_judge(own_logic, &response, TODAY, own, states);
        for (int i = LATER; i <= INSIDE; i++)
            ck_assert(states[i].relevant && states[i].undecided && !states[i].required_missing);
    }
    answers[0].text = SEL_STR("2024-04-01/2024-04-30");
    const sel_response response = {.questionnaire = &q, .answers = answers, .answer_count = 1};
    sel_logic_judge(own_logic, &response, TODAY, own, states);
    ck_assert(states[LATER].required_missing && !states[LATER].undecided);
    ck_assert(!states[INSIDE].relevant && !states[INSIDE].undecided);
    sel_questionnaire_close(&q);
    sel_arena_destroy(own);
}
END_TEST

/* 64 KiB of text, made anew in thousands of calculations: the values are empty and say why. */
START_TEST(a_hostile_definition_ends_within_its_budget)
{
    enum { CALCULATIONS = 200, PARTS = 300 };
    static const char *const parts[] = {"string-length(concat(${c1}, 'x'))",
                                        "number(contains(${c1}, ${c0}))",
                                        "number(regex(${c1}, '^(x|xx)*y$'))"};
    for (size_t p = 0; p < sizeof parts / sizeof parts[0]; p++) {
        sel_arena *own = sel_arena_create();
        sel_arena *room = sel_arena_create();
        sel_text text = {.arena = own};
        sel_text_add(&text, SEL_STR(HEADER ",calculate,c0,,,,,'"));
        for (int i = 0; i < 30000; i++)
            sel_text_add_char(&text, 'x');
        sel_text_add(&text, SEL_STR("'\n,calculate,c1,,,,,\"concat(${c0}, ${c0})\"\n"));
        for (int c = 2; c < CALCULATIONS; c++) {
            sel_text_printf(&text, ",calculate,c%d,,,,,\"0", c);
            for (int i = 0; i < PARTS; i++)
                sel_text_printf(&text, " + %s", parts[p]);
            sel_text_add(&text, SEL_STR("\"\n"));
        }
        sel_text_add(&text, SEL_STR(SETTINGS));
        sel_questionnaire q = sound_form(text.bytes, own);
        sel_logic_findings findings = {0};
        const sel_logic *own_logic = sel_logic_prepare(&q, own, &findings);
        const sel_response none = {.questionnaire = &q};
        sel_item_state states[CALCULATIONS];
        sel_logic_judge(own_logic, &none, 0, room, states);
        ck_assert_int_eq(states[1].value.kind, SEL_VALUE_TEXT);
        ck_assert_int_eq(states[CALCULATIONS - 1].value.why, SEL_WHY_TOO_COMPLEX);
        ck_assert_int_eq(states[CALCULATIONS - 1].value.kind, SEL_VALUE_EMPTY);
        ck_assert_uint_lt(sel_arena_bytes(room), 64u << 20);
        sel_questionnaire_close(&q);
        sel_arena_destroy(room);
        sel_arena_destroy(own);
    }
}
END_TEST

static void expect_finding(const char *rows, const char *code, const char *name, uint32_t column)
{
    sel_arena *own = sel_arena_create();
    char text[1024];
    snprintf(text, sizeof text, HEADER "%s" CHOICES SETTINGS, rows);
    sel_questionnaire q = sound_form(text, own);
    sel_logic_findings findings = {0};
    sel_logic_prepare(&q, own, &findings);
    ck_assert_msg(findings.count == 1, "%s: %d findings", code, (int)findings.count);
    ck_assert_str_eq(findings.list[0].finding.code, code);
    ck_assert_uint_eq(findings.list[0].finding.column, column);
    expect_slice(findings.list[0].item != NULL ? findings.list[0].item->name
                                               : findings.list[0].group->name,
                 name);
    sel_questionnaire_close(&q);
    sel_arena_destroy(own);
}

START_TEST(findings_know_their_question)
{
    expect_finding(",integer,a,A,,,,\n,text,b,B,${a} > 1 and ${aa} = 2,,,\n", "E_EXPR_NAME", "b",
                   14);
    expect_finding(",text,a,A,${b} = 'x',,,\n,text,b,B,,,,\n", "W_FORM_FORWARD", "a", 1);
    expect_finding(",calculate,a,,,,,${b} + 1\n,calculate,b,,,,,${a} + 1\n", "E_FORM_CYCLE", "a",
                   0);
    expect_finding(",integer,z,Z,,,,\n,begin_group,g,G,${z} = 1,,,\n,begin_group,h,H,,,,\n"
                   ",calculate,b,,,,,${c}\n,calculate,c,,,,,${b}\n,end_group,,,,,,\n"
                   ",end_group,,,,,,\n",
                   "E_FORM_CYCLE", "b", 0);
    expect_finding(
        ",integer,a,A,,,,\n,begin_group,g,G,${a} = ,,,\n,text,b,B,,,,\n,end_group,,,,,,\n",
        "E_EXPR_SYNTAX", "g", 7);
}
END_TEST

/* The condition of a group that needs a question inside the group. */
START_TEST(a_group_that_hides_what_it_needs_is_a_cycle)
{
    sel_arena *own = sel_arena_create();
    sel_questionnaire q = sound_form(HEADER ",begin_group,g,G,${x} = 1,,,\n,integer,x,X,,,,\n"
                                            ",end_group,,,,,,\n" CHOICES SETTINGS,
                                     own);
    sel_logic_findings findings = {0};
    sel_logic_prepare(&q, own, &findings);
    ck_assert_uint_eq(findings.count, 2);
    ck_assert_str_eq(findings.list[0].finding.code, "W_FORM_FORWARD");
    ck_assert_str_eq(findings.list[1].finding.code, "E_FORM_CYCLE");
    sel_questionnaire_close(&q);
    sel_arena_destroy(own);
}
END_TEST

/* What sel_logic_find_constant says of rows: "CODE name column length", one after the other. */
static void expect_constant(const char *rows, const char *expected)
{
    sel_arena *own = sel_arena_create();
    char text[1024];
    snprintf(text, sizeof text, HEADER "%s" CHOICES SETTINGS, rows);
    sel_questionnaire q = sound_form(text, own);
    sel_logic_findings findings = {0};
    const sel_logic *prepared = sel_logic_prepare(&q, own, &findings);
    uint32_t before = findings.count;
    sel_logic_find_constant(prepared, own, &findings);
    sel_text found = {.arena = own};
    for (uint32_t i = before; i < findings.count; i++) {
        const sel_logic_finding *at = &findings.list[i];
        sel_str name = at->item != NULL ? at->item->name : at->group->name;
        sel_text_printf(&found, "%s%s %.*s %u %u", i > before ? ", " : "", at->finding.code,
                        SEL_STR_ARG(name), at->finding.column, at->finding.length);
    }
    ck_assert_msg(sel_str_is(sel_text_str(&found), expected), "%s gives %.*s", rows,
                  SEL_STR_ARG(sel_text_str(&found)));
    sel_questionnaire_close(&q);
    sel_arena_destroy(own);
}

#define ASKED ",select_one yn,has,Has,,,,\n,integer,n,N,,,,\n,date,d,D,,,,\n"

START_TEST(constant_conditions)
{
    static const struct {
        const char *rows;
        const char *expected;
    } cases[] = {
        {",integer,a,A,,. >= 10 and . < 5,,\n", "E_FORM_NEVER_ACCEPTED a 1 17"},
        {",integer,a,A,,. > 4 and . < 5,,\n", "E_FORM_NEVER_ACCEPTED a 1 15"},
        {",decimal,a,A,,. > 4 and . < 5,,\n", ""},
        {",integer,a,A,,. >= 5 and . <= 5,,\n", ""},
        {",integer,a,A,,. < 3 or . >= 3,,\n", "W_FORM_ALWAYS_ACCEPTED a 1 15"},
        {",integer,a,A,,. = 3 or . != '',,\n", "W_FORM_ALWAYS_ACCEPTED a 10 7"},
        {",text,a,A,${has} = 'yes' and ${has} = 'no',,,\n", "W_FORM_NEVER_ASKED a 1 32"},
        {",text,a,A,${has} = 'yes' or ${has} = 'no',,,\n", ""},
        {",text,a,A,${has} != 'yes' or ${has} != 'no',,,\n", "W_FORM_ALWAYS_ASKED a 1 33"},
        {",text,a,A,${n} > 1 and (${has} = 'yes' or ${n} < 3 and ${n} > 3),,,\n",
         "W_EXPR_NEVER a 33 21"},
        {",text,a,A,1 > 2,,,\n", "W_FORM_NEVER_ASKED a 1 5"},
        {",text,a,A,${d} < today() and ${d} > today(),,,\n", ""},
        {",text,a,A,${d} = date('2026-02-01') and ${d} < date('2026-01-01'),,,\n",
         "W_FORM_NEVER_ASKED a 1 55"},
        {",text,a,A,,,${has} = 'yes' and ${has} = '',\n", "W_EXPR_NEVER a 1 30"},
        {",text,a,A,,. != '' and . = 'x',,\n", "W_EXPR_ALWAYS a 1 7"},
        {",text,a,A,,. = 'x' and . = 'y',,\n", "E_FORM_NEVER_ACCEPTED a 1 19"},
        {",integer,a,A,,. = 1 or . = ${n},,\n", ""},
        {",select_multiple yn,a,A,,not(selected(., 'no') and count-selected(.) > 1),,\n", ""},
        {",select_multiple yn,a,A,,count-selected(.) > 2,,\n", "E_FORM_NEVER_ACCEPTED a 1 21"},
        {",select_multiple yn,a,A,,count-selected(.) > 2,,${t}\n,text,t,T,,,,\n", ""},
        {",calculate,c,,,,,${n} + 1\n,text,a,A,${c} > 5 and ${c} < 3,,,\n", ""},
        {",begin_group,g,G,${has} = 'yes',,,\n,text,a,A,${has} = 'no',,,\n"
         ",text,b,B,${n} = 2,,,\n,end_group,,,,,,\n",
         "W_FORM_NEVER_IN_GROUP a 0 0"},
        {",begin_group,g,G,${n} > 3,,,\n,begin_group,h,H,${n} < 2,,,\n,text,a,A,,,,\n"
         ",end_group,,,,,,\n,end_group,,,,,,\n",
         "W_FORM_NEVER_IN_GROUP h 0 0"},
        {",text,a,A,${has} = 'maybe',,,\n", ""}, /* E_EXPR_CHOICE says it already */
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char rows[512];
        snprintf(rows, sizeof rows, ASKED "%s", cases[i].rows);
        expect_constant(rows, cases[i].expected);
    }
}
END_TEST

START_TEST(every_cycle_is_told)
{
    sel_arena *own = sel_arena_create();
    sel_questionnaire q = sound_form(HEADER ",calculate,a,,,,,${b} + 1\n,calculate,b,,,,,${a}\n"
                                            ",calculate,c,,,,,${a} + ${d}\n"
                                            ",calculate,d,,,,,${e}\n,calculate,e,,,,,${c}\n"
                                            ",calculate,f,,,,,${f} + 1\n" CHOICES SETTINGS,
                                     own);
    sel_logic_findings findings = {0};
    sel_logic_prepare(&q, own, &findings);
    ck_assert_uint_eq(findings.count, 3);
    expect_slice(findings.list[0].finding.found, "a > b > a");
    expect_slice(findings.list[1].finding.found, "c > d > e > c");
    expect_slice(findings.list[2].finding.found, "f > f");
    sel_questionnaire_close(&q);
    sel_arena_destroy(own);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {all_is_well,
                            an_answer_to_a_hidden_question_counts_as_empty,
                            constraints_look_at_answers_only,
                            required_is_looked_at_when_relevant,
                            days_that_are_not_known_exactly,
                            a_question_that_may_or_may_not_be_asked,
                            a_hostile_definition_ends_within_its_budget,
                            findings_know_their_question,
                            a_group_that_hides_what_it_needs_is_a_cycle,
                            constant_conditions,
                            every_cycle_is_told,
                            NULL};
    return run_tests("questionnaire_logic", tests);
}
