/** expression_answers.h - the few answers that stand for all others. Private to the expression
 * files. */
#ifndef SEL_DOMAIN_EXPRESSION_ANSWERS_H
#define SEL_DOMAIN_EXPRESSION_ANSWERS_H

#include "domain/expression_outcome.h"
#include "domain/expression_tree.h"

enum {
    SEL_TRIED_QUESTIONS = 8,
    SEL_TRIED_COMBINATIONS = 4096,
};

/** A question and what is tried as its answer. */
typedef struct sel_tried {
    uint32_t number;
    sel_answer_domain domain;
    bool complete; /**< values holds every answer there is */
    sel_value *values;
    uint32_t count;
    uint32_t at; /**< the one being tried */
} sel_tried;

typedef struct sel_tried_answers {
    sel_tried of[SEL_TRIED_QUESTIONS];
    uint32_t count;
} sel_tried_answers;

/** Find what to try for the conditions whose roots are given; the values live in arena. Questions
 *  beyond the bounds are left out. */
sel_tried_answers sel_tried_answers_of(const sel_node *const *roots, uint32_t count,
                                       const sel_answer_domains *domains, sel_arena *arena);

/** The question that a node names, when its answers are tried; else NULL. */
const sel_tried *sel_tried_find(const sel_tried_answers *all, const sel_node *node);

/** One name as a set holds it, with nothing that parts or trims it. */
bool sel_value_is_one_name(sel_str text);

/** Whether the answers tried show everything that the node's truth can be. */
bool sel_tried_enough(const sel_tried_answers *all, const sel_node *node);

#endif
