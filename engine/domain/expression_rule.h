/** expression_rule.h - conditions that are simple enough to be said in words: rules.
 *
 * A rule compares a question with a constant, or says whether it is answered; or it joins two rules
 * by `and` or `or`. Other expressions are shown as they are written. */
#ifndef SEL_DOMAIN_EXPRESSION_RULE_H
#define SEL_DOMAIN_EXPRESSION_RULE_H

#include "domain/expression.h"

typedef enum sel_rule_kind {
    SEL_RULE_ALL, /**< left and right */
    SEL_RULE_ANY, /**< left or right */
    SEL_RULE_IS,
    SEL_RULE_IS_NOT,
    SEL_RULE_LESS,
    SEL_RULE_AT_MOST,
    SEL_RULE_MORE,
    SEL_RULE_AT_LEAST,
    SEL_RULE_INCLUDES, /**< of several choices */
    SEL_RULE_EXCLUDES,
    SEL_RULE_ANSWERED,
    SEL_RULE_UNANSWERED,
} sel_rule_kind;

typedef struct sel_rule {
    sel_rule_kind kind;
    const struct sel_rule *left; /**< ALL, ANY */
    const struct sel_rule *right;
    uint32_t question; /**< number, as sel_expression_name has it */
    sel_str value;     /**< what the answer is held against: a choice, number, text or day */
} sel_rule;

/** The expression as a condition in arena; NULL when it is not simple. not() is resolved where the
 *  opposite can be said: not(a and b) is the one of not(a) or not(b). An order has no opposite, for
 *  a question that is not answered is neither smaller nor larger. */
const sel_rule *sel_expression_rule(const sel_expression *expression, sel_arena *arena);

#endif
