/** questionnaire_logic.h - the expressions of a questionnaire, made ready once, and what they say
 *  of one response after the other.
 *
 * A question is relevant when its own condition and those of all groups around
 * it hold. One that is not counts as empty for every other expression; neither
 * its constraint nor whether it is required is looked at. A constraint is not
 * looked at for an empty answer. (ODK XForms specification.)
 *
 * What depends on a day that is not known exactly ("2024-03") and could come
 * out either way is left unjudged: no constraint is broken, and a question that
 * may or may not be asked may be answered and need not be. */
#ifndef SEL_DOMAIN_QUESTIONNAIRE_LOGIC_H
#define SEL_DOMAIN_QUESTIONNAIRE_LOGIC_H

#include "domain/expression.h"
#include "domain/response.h"

typedef enum sel_logic_field {
    SEL_LOGIC_RELEVANT,
    SEL_LOGIC_CONSTRAINT,
    SEL_LOGIC_REQUIRED,
    SEL_LOGIC_CALCULATION,
    SEL_LOGIC_REPEAT_COUNT,
    SEL_LOGIC_FIELD_COUNT
} sel_logic_field;

/** A finding and the cell it is about: of an item, or of a group when item is NULL. */
typedef struct sel_logic_finding {
    const sel_item *item;
    const sel_group *group;
    sel_logic_field field;
    sel_finding finding; /**< column 0: the whole expression */
} sel_logic_finding;

typedef struct sel_logic_findings {
    sel_logic_finding *list;
    uint32_t count;
    uint32_t room;
} sel_logic_findings;

typedef struct sel_logic sel_logic;

/** Parse every expression of the questionnaire, which is borrowed, and look them over: besides the
 *  findings of expression.h, questions that need one another (E_FORM_CYCLE) and conditions that
 *  look at a later question (W_FORM_FORWARD). The result lives in arena, never changes and may be
 *  used by many threads; what could not be parsed counts as absent. */
const sel_logic *sel_logic_prepare(const sel_questionnaire *questionnaire, sel_arena *arena,
                                   sel_logic_findings *findings);

/** The condition of an item or a group of the questionnaire; NULL when it has none that can be
 *  read. */
const sel_expression *sel_logic_item_condition(const sel_logic *logic, const sel_item *item);
const sel_expression *sel_logic_group_condition(const sel_logic *logic, const sel_group *group);

/** Conditions and constraints of a prepared questionnaire, and parts of them, that can never be
 * true or never false, whatever is answered; also conditions that contradict those of the groups
 * around (W_FORM_NEVER_ASKED, W_FORM_NEVER_IN_GROUP, W_FORM_ALWAYS_ASKED, E_FORM_NEVER_ACCEPTED,
 *  W_FORM_ALWAYS_ACCEPTED, W_EXPR_NEVER, W_EXPR_ALWAYS). Only what is certain is found
 *  (expression_outcome.h); cells with a fault among the findings so far are passed over. */
void sel_logic_find_constant(const sel_logic *logic, sel_arena *arena,
                             sel_logic_findings *findings);

/** What is to be said of one item in one response. */
typedef struct sel_item_state {
    bool relevant;
    bool undecided;  /**< relevant or not: nobody knows; relevant is true then */
    bool answered;   /**< also "don't know" and the like; with relevant false the answer
                          stands where none was asked for */
    bool calculated; /**< value is that of its calculation */
    bool constraint_broken;
    bool required_missing;
    const sel_group *hidden_by; /**< outermost group whose condition hides the item; NULL with
                                     relevant false: its own condition does */
    sel_value value;            /**< answer or calculation, as expressions see it */
} sel_item_state;

/** Judge a response: states has room for every item of the questionnaire. New texts go to arena and
 *  live as long as the states are used. A response has one answer per item: those of a repeat are
 *  judged as its only instance. */
void sel_logic_judge(const sel_logic *logic, const sel_response *response, sel_day today,
                     sel_arena *arena, sel_item_state *states);

/** Why an item that is not relevant is not: the condition, then the values that decide, such as
 *  "${has_ncs} = 'yes' (${has_ncs}: no)". Empty for a relevant item. */
sel_str sel_logic_why(const sel_logic *logic, const sel_item_state *states, uint32_t item,
                      sel_day today, sel_arena *arena);

#endif
