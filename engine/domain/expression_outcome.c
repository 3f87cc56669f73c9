#include "domain/expression_outcome.h"

#include "base/fold.h"
#include "domain/expression_answers.h"
#include "domain/expression_shape.h"

/* Bytes of text looked at for one condition, over all combinations. */
enum { STEPS_MAX = 1 << 20 };

typedef enum verdict { FAILS, HOLDS, UNKNOWN } verdict;

typedef struct trial {
    const sel_answer_domains *domains;
    sel_tried_answers answers;
    sel_evaluation evaluation;
    uint32_t steps;
} trial;

static sel_value answer_tried(void *to, uint32_t number, uint32_t instance)
{
    const trial *t = to;
    (void)instance;
    for (uint32_t i = 0; i < t->answers.count; i++)
        if (t->answers.of[i].number == number)
            return t->answers.of[i].values[t->answers.of[i].at];
    return sel_value_empty(SEL_WHY_NOT_ANSWERED);
}

/* --- one combination --- */

static verdict judge(trial *t, const sel_node *node);

static verdict judge_sides(trial *t, const sel_node *node)
{
    verdict deciding = node->op == SEL_OPERATOR_OR ? HOLDS : FAILS;
    verdict left = judge(t, node->first);
    if (left == deciding)
        return deciding;
    verdict right = judge(t, node->first->next);
    return right == deciding || left != UNKNOWN ? right : UNKNOWN;
}

static verdict judge_not(trial *t, const sel_node *call)
{
    verdict inner = judge(t, call->first);
    return inner == UNKNOWN ? UNKNOWN : inner == HOLDS ? FAILS : HOLDS;
}

static verdict judge_leaf(trial *t, const sel_node *node)
{
    t->steps += node->length;
    if (!sel_tried_enough(&t->answers, node))
        return UNKNOWN;
    for (uint32_t i = 0; i < t->answers.count; i++)
        if (t->answers.of[i].number == t->domains->answered)
            t->evaluation.self = t->answers.of[i].values[t->answers.of[i].at];
    return sel_value_holds(sel_node_value(node, &t->evaluation)) ? HOLDS : FAILS;
}

static verdict judge(trial *t, const sel_node *node)
{
    t->steps++;
    if (node->kind == SEL_NODE_OPERATOR && node->op <= SEL_OPERATOR_AND)
        return judge_sides(t, node);
    if (sel_node_calls(node, "not"))
        return judge_not(t, node);
    return judge_leaf(t, node);
}

/* --- all combinations --- */

/* The next combination; false after the last. */
static bool next_combination(sel_tried_answers *answers)
{
    for (uint32_t i = 0; i < answers->count; i++) {
        if (++answers->of[i].at < answers->of[i].count)
            return true;
        answers->of[i].at = 0;
    }
    return false;
}

static verdict judge_all(trial *t, const sel_node *const *roots, uint32_t count)
{
    verdict all = HOLDS;
    for (uint32_t i = 0; i < count && all != FAILS; i++) {
        verdict one = judge(t, roots[i]);
        all = one == HOLDS ? all : one;
    }
    return all;
}

static sel_outcome outcome_of(const sel_node *const *roots, uint32_t count,
                              const sel_answer_domains *domains, uint32_t *steps)
{
    sel_outcome outcome = {true, true};
    if (*steps >= STEPS_MAX)
        return outcome;
    outcome = (sel_outcome){false, false};
    sel_arena *values = sel_arena_create();
    sel_arena *texts = sel_arena_create();
    trial t = {.domains = domains,
               .answers = sel_tried_answers_of(roots, count, domains, values),
               .steps = *steps};
    t.evaluation = (sel_evaluation){.to = &t, .answer = answer_tried, .arena = texts};
    for (uint32_t i = 0; i < count; i++)
        t.steps += roots[i]->length * (t.answers.count + 1);
    do {
        sel_arena_reset(texts);
        verdict one = t.steps < STEPS_MAX ? judge_all(&t, roots, count) : UNKNOWN;
        outcome.may_hold = outcome.may_hold || one != FAILS;
        outcome.may_fail = outcome.may_fail || one != HOLDS;
    } while (!(outcome.may_hold && outcome.may_fail) && next_combination(&t.answers));
    *steps = t.steps;
    sel_arena_destroy(texts);
    sel_arena_destroy(values);
    return outcome;
}

sel_outcome sel_expression_outcome(const sel_expression *const *conditions, uint32_t count,
                                   const sel_answer_domains *domains)
{
    enum { CONDITIONS_MAX = 64 };
    const sel_node *roots[CONDITIONS_MAX];
    uint32_t steps = 0;
    if (count > CONDITIONS_MAX)
        return (sel_outcome){true, true};
    for (uint32_t i = 0; i < count; i++)
        roots[i] = conditions[i]->root;
    return outcome_of(roots, count, domains, &steps);
}

/* --- parts --- */

typedef struct searching {
    sel_str text;
    const sel_answer_domains *domains;
    sel_constant_part *parts;
    uint32_t count;
    uint32_t room;
    uint32_t steps;
} searching;

static sel_outcome outcome_of_node(searching *s, const sel_node *node)
{
    return outcome_of(&node, 1, s->domains, &s->steps);
}

static bool is_constant(sel_outcome outcome)
{
    return outcome.may_hold != outcome.may_fail;
}

static void add_part(searching *s, const sel_node *node, bool holds, bool decides)
{
    if (s->count == s->room)
        return;
    sel_str source = sel_node_source(s->text, node);
    s->parts[s->count++] =
        (sel_constant_part){.column = sel_expression_column(s->text, node->byte) + 1,
                            .length = (uint32_t)sel_fold_length(source),
                            .source = source,
                            .holds = holds,
                            .decides = decides};
}

static bool is_connector(const sel_node *node)
{
    return node->kind == SEL_NODE_OPERATOR && node->op <= SEL_OPERATOR_AND;
}

/* The side for whose sake alone a connector is constant; NULL when it takes both. */
static const sel_node *deciding_side(searching *s, const sel_node *node, bool holds)
{
    if (!is_connector(node) || holds != (node->op == SEL_OPERATOR_OR))
        return NULL;
    for (const sel_node *side = node->first; side != NULL; side = side->next) {
        sel_outcome outcome = outcome_of_node(s, side);
        if (is_constant(outcome) && outcome.may_hold == holds)
            return side;
    }
    return NULL;
}

static void search(searching *s, const sel_node *node, bool decides)
{
    sel_outcome outcome = outcome_of_node(s, node);
    if (!is_constant(outcome)) {
        for (const sel_node *side = node->first; side != NULL && is_connector(node);
             side = side->next)
            search(s, side, false);
        return;
    }
    const sel_node *side = deciding_side(s, node, outcome.may_hold);
    while (side != NULL) {
        node = side;
        side = deciding_side(s, node, outcome.may_hold);
    }
    add_part(s, node, outcome.may_hold, decides);
}

uint32_t sel_expression_constant_parts(const sel_expression *condition,
                                       const sel_answer_domains *domains, sel_constant_part *parts,
                                       uint32_t room)
{
    searching s = {.text = condition->text, .domains = domains, .parts = parts, .room = room};
    search(&s, condition->root, true);
    return s.count;
}
