/** bench_expression.c - how many small expressions are evaluated in a second. bench_expression
 *  [EVALUATIONS]: each expression so many times (5 million), five rounds, the median. */
#include "domain/expression.h"

#include "../expression_form.h"

#include "stopwatch.h"

enum { EVALUATIONS = 5000000, ROUNDS = 5 };

static sel_value answers[FORM_QUESTIONS];

static sel_value answer(void *to, uint32_t number, uint32_t instance)
{
    (void)to;
    (void)instance;
    return answers[number];
}

static void measure(const char *text, long evaluations)
{
    sel_arena *arena = sel_arena_create();
    sel_arena *values = sel_arena_create();
    sel_findings findings = {.arena = arena};
    const sel_expression *expression =
        sel_expression_parse(sel_str_of(text), &form_scope, arena, &findings);
    sel_evaluation evaluation = form_evaluation(values);
    evaluation.answer = answer;
    double rates[ROUNDS];
    long holding = 0;
    for (int round = 0; round < ROUNDS; round++) {
        moment before = moment_now();
        for (long i = 0; i < evaluations; i++) {
            holding += sel_value_holds(sel_expression_evaluate(expression, &evaluation));
            if (i % 1000 == 0)
                sel_arena_reset(values);
        }
        rates[round] = (double)evaluations / moment_since(before).processor;
    }
    printf("%8.2f million/s, true %ld times: %s\n", median_of(rates, ROUNDS) / 1e6, holding, text);
    sel_arena_destroy(values);
    sel_arena_destroy(arena);
}

static void measure_parsing(const char *text, long times)
{
    sel_arena *arena = sel_arena_create();
    moment before = moment_now();
    for (long i = 0; i < times; i++) {
        sel_findings findings = {.arena = arena};
        sel_expression_parse(sel_str_of(text), &form_scope, arena, &findings);
        sel_arena_reset(arena);
    }
    printf("%8.2f million/s parsed: %s\n", (double)times / moment_since(before).processor / 1e6,
           text);
    sel_arena_destroy(arena);
}

int main(int argc, char **argv)
{
    static const char *const texts[] = {
        "${has_ncs} = 'yes'",
        "${i} >= 1990 and ${i} <= 2030",
        "not(selected(${m}, 'a') and count-selected(${m}) > 1)",
        "${dt} <= today()",
        "if(${s} = 'yes', ${i} + ${d}, 0) > 7",
        "weighted-checklist(1, 5, ${s} = 'yes', 3, true(), 4)",
        "regex(${t}, '^[^@ ]+@[^@ ]+$')",
        "string-length(concat(${t}, ' ', ${s})) > 6",
    };
    long evaluations = argc > 1 ? strtol(argv[1], NULL, 10) : EVALUATIONS;
    for (uint32_t i = 0; i < FORM_QUESTIONS; i++)
        answers[i] = form_answer(NULL, i, SEL_NONE);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        measure(texts[i], evaluations);
    measure_parsing(texts[0], evaluations / 10);
    return EXIT_SUCCESS;
}
