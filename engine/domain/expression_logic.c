#include "domain/expression_calls.h"
#include "domain/expression_regex.h"

sel_value sel_call_not(const sel_node *call, const sel_evaluation *evaluation)
{
    return sel_value_boolean(!sel_value_holds(sel_call_argument(call, 0, evaluation)));
}

sel_value sel_call_true(const sel_node *call, const sel_evaluation *evaluation)
{
    (void)call;
    (void)evaluation;
    return sel_value_boolean(true);
}

sel_value sel_call_false(const sel_node *call, const sel_evaluation *evaluation)
{
    (void)call;
    (void)evaluation;
    return sel_value_boolean(false);
}

sel_value sel_call_boolean(const sel_node *call, const sel_evaluation *evaluation)
{
    return sel_value_boolean(sel_value_holds(sel_call_argument(call, 0, evaluation)));
}

/* "1" and "true" in any case; a calculation of true() is stored as one or the other. */
sel_value sel_call_boolean_from_string(const sel_node *call, const sel_evaluation *evaluation)
{
    char room[SEL_VALUE_ROOM];
    sel_str text = sel_call_text(call, 0, evaluation, room);
    return sel_value_boolean(sel_str_is(text, "1") || sel_str_equal_ascii(text, SEL_STR("true")));
}

sel_value sel_call_if(const sel_node *call, const sel_evaluation *evaluation)
{
    bool holds = sel_value_holds(sel_call_argument(call, 0, evaluation));
    return sel_call_argument(call, holds ? 1 : 2, evaluation);
}

sel_value sel_call_coalesce(const sel_node *call, const sel_evaluation *evaluation)
{
    sel_value value = sel_value_empty(SEL_WHY_NOT_ANSWERED);
    sel_call_values values = {.node = call->first, .evaluation = evaluation};
    while (sel_call_next_value(&values, &value))
        if (value.kind != SEL_VALUE_EMPTY)
            break;
    return value;
}

/* Keeps what was there already. */
sel_value sel_call_once(const sel_node *call, const sel_evaluation *evaluation)
{
    if (evaluation->self.kind != SEL_VALUE_EMPTY)
        return evaluation->self;
    return sel_call_argument(call, 0, evaluation);
}

/* Whether sum lies between the first two arguments; -1 stands for no bound. */
static sel_value between(const sel_node *call, const sel_evaluation *evaluation, double sum)
{
    double least;
    double most;
    if (!sel_call_number_of(call, 0, evaluation, &least) ||
        !sel_call_number_of(call, 1, evaluation, &most))
        return sel_value_boolean(false);
    return sel_value_boolean((least < 0 || sum >= least) && (most < 0 || sum <= most));
}

sel_value sel_call_checklist(const sel_node *call, const sel_evaluation *evaluation)
{
    double sum = 0;
    sel_value value;
    sel_call_values values = {.node = call->first->next->next, .evaluation = evaluation};
    while (sel_call_next_value(&values, &value))
        sum += sel_value_holds(value) ? 1 : 0;
    return between(call, evaluation, sum);
}

/* A weight that is no number makes the sum unknown: then the list is not fulfilled. */
sel_value sel_call_weighted_checklist(const sel_node *call, const sel_evaluation *evaluation)
{
    double sum = 0;
    for (const sel_node *item = call->first->next->next; item != NULL; item = item->next->next) {
        double weight;
        if (!sel_value_to_number(sel_call_value(item->next, evaluation), &weight))
            return sel_value_boolean(false);
        sum += sel_value_holds(sel_call_value(item, evaluation)) ? weight : 0;
    }
    return between(call, evaluation, sum);
}

sel_value sel_call_regex(const sel_node *call, const sel_evaluation *evaluation)
{
    char room[SEL_VALUE_ROOM];
    enum { STEPS = 1 << 12, STEPS_OF_TOO_COMPLEX = 1 << 18 }; /* PCRE2 does not tell its own */
    sel_str text = sel_call_text(call, 0, evaluation, room);
    sel_call_spend(evaluation, STEPS);
    sel_regex_outcome outcome = sel_regex_match(call->pattern, text);
    if (outcome == SEL_REGEX_TOO_COMPLEX) {
        sel_call_spend(evaluation, STEPS_OF_TOO_COMPLEX);
        return sel_value_empty(SEL_WHY_TOO_COMPLEX);
    }
    return sel_value_boolean(outcome == SEL_REGEX_YES);
}
