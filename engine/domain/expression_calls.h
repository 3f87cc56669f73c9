/** expression_calls.h - what the functions of expressions do. Private to the expression files.
 *
 * Number and kinds of arguments are in the table of expression_functions.c; a call comes here only
 * when their number is right. */
#ifndef SEL_DOMAIN_EXPRESSION_CALLS_H
#define SEL_DOMAIN_EXPRESSION_CALLS_H

#include "domain/expression_tree.h"

/* expression_logic.c */
sel_call sel_call_not, sel_call_true, sel_call_false, sel_call_boolean,
    sel_call_boolean_from_string, sel_call_if, sel_call_coalesce, sel_call_once, sel_call_checklist,
    sel_call_weighted_checklist, sel_call_regex;

/* expression_choice.c */
sel_call sel_call_selected, sel_call_count_selected, sel_call_selected_at, sel_call_choice_name,
    sel_call_count, sel_call_count_non_empty, sel_call_position;

/* expression_number.c */
sel_call sel_call_number, sel_call_int, sel_call_round, sel_call_abs, sel_call_pow, sel_call_sqrt,
    sel_call_min, sel_call_max, sel_call_sum;

/* expression_string.c */
sel_call sel_call_string, sel_call_concat, sel_call_join, sel_call_contains, sel_call_starts_with,
    sel_call_ends_with, sel_call_substr, sel_call_substring_before, sel_call_substring_after,
    sel_call_string_length, sel_call_normalize_space, sel_call_translate;

/* expression_date.c */
sel_call sel_call_today, sel_call_now, sel_call_date, sel_call_format_date,
    sel_call_decimal_date_time;

/** Value of an argument. Whoever evaluates arguments does it through this or what follows here: a
 *  function of an open value or of a period is open itself, unless it hands the period on. */
sel_value sel_call_value(const sel_node *argument, const sel_evaluation *evaluation);

/** Take steps from the budget, for more work than looking at each byte once. */
static inline void sel_call_spend(const sel_evaluation *evaluation, uint64_t steps)
{
    sel_expression_budget *budget = evaluation->budget;
    if (budget != NULL)
        budget->steps = steps < budget->steps ? budget->steps - (uint32_t)steps : 0;
}

/** left op right where one of them is a period. */
sel_value sel_period_compare(sel_operator op, sel_value left, sel_value right);

/** Value of the n-th argument, from 0; there must be one. */
sel_value sel_call_argument(const sel_node *call, uint32_t n, const sel_evaluation *evaluation);

/** The n-th argument as text; room as for sel_value_to_text. */
sel_str sel_call_text(const sel_node *call, uint32_t n, const sel_evaluation *evaluation,
                      char room[SEL_VALUE_ROOM]);

/** The n-th argument as a number; false when it is none. */
bool sel_call_number_of(const sel_node *call, uint32_t n, const sel_evaluation *evaluation,
                        double *number);

/** Values of arguments one after the other, each answer of a repeated question by itself. Start
 *  with {.node = first argument, .evaluation = evaluation}. */
typedef struct sel_call_values {
    const sel_node *node;
    uint32_t instance;
    const sel_evaluation *evaluation;
} sel_call_values;

bool sel_call_next_value(sel_call_values *values, sel_value *value);

#endif
