/** expression_form.h - a small form for tests of expressions: the one behind the oracle of ODK's
 *  engines (i, d, e, ei, t, s, m, dt, u), and a repeat. */
#ifndef SEL_TESTS_EXPRESSION_FORM_H
#define SEL_TESTS_EXPRESSION_FORM_H

#include "domain/expression.h"

typedef struct form_question {
    const char *name;
    sel_value_kind kind;
    const char *answer;
    const char *choices; /* separated by blanks; NULL: none */
    bool repeated;
} form_question;

static const form_question form_questions[] = {
    {"i", SEL_VALUE_NUMBER, "5", NULL, false},
    {"d", SEL_VALUE_NUMBER, "2.5", NULL, false},
    {"e", SEL_VALUE_TEXT, "", NULL, false},
    {"ei", SEL_VALUE_NUMBER, "", NULL, false},
    {"t", SEL_VALUE_TEXT, "abc", NULL, false},
    {"s", SEL_VALUE_TEXT, "yes", "yes no dont_know", false},
    {"m", SEL_VALUE_SET, "a c", "a b c", false},
    {"dt", SEL_VALUE_DATE, "2026-03-01", NULL, false},
    {"u", SEL_VALUE_TEXT,
     "a\xF0\x9F\x98\x80"
     "b",
     NULL, false},
    {"staff", SEL_VALUE_NUMBER, "3", NULL, true},
    {"has_ncs", SEL_VALUE_TEXT, "no", "yes no", false},
    {"em", SEL_VALUE_SET, "", "a b c", false},
    {"flag", SEL_VALUE_BOOLEAN, "", NULL, false},
};
enum { FORM_QUESTIONS = sizeof form_questions / sizeof form_questions[0], FORM_INSTANCES = 3 };

static inline bool form_find(const void *to, sel_str name, sel_expression_name *found)
{
    (void)to;
    for (uint32_t i = 0; i < FORM_QUESTIONS; i++) {
        const form_question *question = &form_questions[i];
        if (!sel_str_is(name, question->name))
            continue;
        *found =
            (sel_expression_name){i, question->kind, question->repeated, question->choices != NULL};
        return true;
    }
    return false;
}

static inline sel_str form_name(const void *to, uint32_t n)
{
    (void)to;
    return sel_str_of(n < FORM_QUESTIONS ? form_questions[n].name : NULL);
}

static inline sel_str form_choice(const void *to, uint32_t number, uint32_t n)
{
    (void)to;
    sel_str rest = sel_str_of(form_questions[number].choices);
    sel_str name = {0};
    for (uint32_t i = 0; i <= n; i++)
        if (!sel_value_next_name(&rest, &name))
            return (sel_str){0};
    return name;
}

/* Instances of the repeat: 3, 4, 5. */
static inline sel_value form_answer(void *to, uint32_t number, uint32_t instance)
{
    (void)to;
    const form_question *question = &form_questions[number];
    sel_value text = sel_value_text(sel_str_of(question->answer));
    double read = 0;
    switch (question->kind) {
    case SEL_VALUE_NUMBER:
        if (!sel_value_to_number(text, &read))
            return sel_value_empty(SEL_WHY_NOT_ANSWERED);
        return sel_value_number(read + (instance == SEL_NONE ? 0 : instance));
    case SEL_VALUE_DATE:
        return sel_value_to_date(text, &read) ? sel_value_date(read) : text;
    case SEL_VALUE_SET:
        return sel_value_set(text.text);
    default:
        return text;
    }
}

static inline uint32_t form_instances(void *to, uint32_t number)
{
    (void)to;
    return form_questions[number].repeated ? FORM_INSTANCES : 1;
}

static inline sel_str form_label(void *to, uint32_t number, sel_str choice)
{
    (void)to;
    (void)number;
    return sel_str_is(choice, "yes") ? SEL_STR("Oui") : choice;
}

/** Whether there is a finding of severity SEL_FAULT. */
static inline bool form_refuses(const sel_findings *findings)
{
    bool fault = false;
    for (uint32_t i = 0; i < findings->count; i++)
        fault = fault || sel_finding_severity(&findings->list[i]) == SEL_FAULT;
    return fault;
}

static const sel_expression_scope form_scope = {
    .find = form_find, .name = form_name, .choice = form_choice};

/* Noon of 2026-06-15 (day 20619). */
static inline sel_evaluation form_evaluation(sel_arena *arena)
{
    return (sel_evaluation){.answer = form_answer,
                            .instances = form_instances,
                            .label = form_label,
                            .position = 2,
                            .today = 20619,
                            .now = 20619.5,
                            .arena = arena};
}

#endif
