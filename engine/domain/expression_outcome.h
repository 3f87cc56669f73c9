/** expression_outcome.h - whether a condition can hold, and whether it can fail, whatever is
 * answered.
 *
 * A few answers stand for all: every choice of a short list, every number of a short range, and of
 * other questions one answer for each set of answers that the condition cannot tell apart (each
 * number it compares with, one between any two neighbours, one beyond either end). The condition is
 * evaluated for every combination; what depends on more than that, on the day or on a label, counts
 * as true and false at once (Kleene 1952, strong three-valued logic). So "never" and "always" are
 * certain, and what is not said may still be so. See decisions/0027. */
#ifndef SEL_DOMAIN_EXPRESSION_OUTCOME_H
#define SEL_DOMAIN_EXPRESSION_OUTCOME_H

#include "domain/expression.h"
#include "domain/questionnaire.h"

/** The answers that a question can have, besides none. */
typedef struct sel_answer_domain {
    sel_value_kind kind; /**< NUMBER, DATE, TEXT, SET; EMPTY: not known, anything */
    bool whole;          /**< NUMBER: whole numbers only */
    bool ordered;        /**< SET: in an order that means something */
    double low;          /**< NUMBER: -INFINITY where there is no bound */
    double high;
    const sel_choice_list *list; /**< TEXT, SET: one or some of these; NULL: any text */
} sel_answer_domain;

typedef struct sel_answer_domains {
    const void *to;
    sel_answer_domain (*of)(const void *to, uint32_t number);
    uint32_t answered; /**< the question that "." stands for, which has an answer for certain;
                            SEL_NONE where "." is not used */
} sel_answer_domains;

typedef struct sel_outcome {
    bool may_hold; /**< false: certainly never */
    bool may_fail; /**< false: certainly always true */
} sel_outcome;

/** What all conditions together, joined by `and`, can be; none always hold. Takes a bounded number
 *  of steps; at the bound both are possible. */
sel_outcome sel_expression_outcome(const sel_expression *const *conditions, uint32_t count,
                                   const sel_answer_domains *domains);

/** A part of a condition that is the same whatever is answered. */
typedef struct sel_constant_part {
    uint32_t column; /**< code points from 1 */
    uint32_t length;
    sel_str source; /**< the part as written */
    bool holds;
    bool decides; /**< the whole condition is constant for this part's sake */
} sel_constant_part;

/** The smallest parts, joined to others by `and` and `or`, that are constant; at most room.
 *  Returns how many. */
uint32_t sel_expression_constant_parts(const sel_expression *condition,
                                       const sel_answer_domains *domains, sel_constant_part *parts,
                                       uint32_t room);

#endif
