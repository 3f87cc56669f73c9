#include "domain/questionnaire_logic_parts.h"

#include "base/number.h"
#include "base/text.h"

/* A response being judged, or looked at afterwards. */
typedef struct judging {
    const sel_logic *logic;
    sel_item_state *states;
    const sel_group **hidden; /* per group: the outermost group that hides it, or NULL */
    bool *undecided;          /* per group: whether it is asked is not known */
    sel_expression_budget budget;
    sel_evaluation evaluation;
} judging;

static sel_value answer_to(void *to, uint32_t number, uint32_t instance)
{
    const judging *j = to;
    (void)instance;
    if (number >= j->logic->questionnaire->item_count || !j->states[number].relevant)
        return sel_value_empty(SEL_WHY_NOT_ANSWERED);
    return j->states[number].value;
}

static uint32_t one_instance(void *to, uint32_t number)
{
    (void)to;
    (void)number;
    return 1;
}

static sel_str label_of(void *to, uint32_t number, sel_str name)
{
    const judging *j = to;
    const sel_questionnaire *questionnaire = j->logic->questionnaire;
    const sel_choice_list *list = questionnaire->items[number].list;
    uint32_t choice = sel_choice_find(list, name);
    return choice == SEL_NONE
               ? name
               : sel_names_in(&list->choices[choice].labels, questionnaire->default_language);
}

static judging judging_of(const sel_logic *logic, sel_item_state *states, sel_day today,
                          sel_arena *arena)
{
    return (judging){.logic = logic,
                     .states = states,
                     .evaluation = {.answer = answer_to,
                                    .instances = one_instance,
                                    .label = label_of,
                                    .position = 1,
                                    .today = today,
                                    .now = today,
                                    .arena = arena}};
}

/* "Don't know" and the like are answers to an expression where they are choices of the list. */
static sel_value value_of_non_answer(const sel_item *item, sel_answer_kind kind)
{
    static const char *const codes[] = {
#define X(id, code) [id] = (code),
        SEL_ANSWER_LIST(X)
#undef X
    };
    sel_str code = sel_str_of(codes[kind]);
    if (sel_choice_find(item->list, code) == SEL_NONE)
        return sel_value_empty(SEL_WHY_NOT_ANSWERED);
    return item->type == SEL_ITEM_SELECT_ONE ? sel_value_text(code) : sel_value_set(code);
}

static sel_value value_of(const sel_item *item, const sel_answer *answer)
{
    double number;
    if (answer == NULL)
        return sel_value_empty(SEL_WHY_NOT_ANSWERED);
    if (answer->kind != SEL_ANSWER_VALUE)
        return value_of_non_answer(item, answer->kind);
    if (answer->is_number)
        return item->type == SEL_ITEM_DATE ? sel_value_date((double)answer->number)
                                           : sel_value_number((double)answer->number);
    if (item->type == SEL_ITEM_SELECT_MULTIPLE || item->type == SEL_ITEM_RANK)
        return sel_value_set(answer->text);
    if (item->type == SEL_ITEM_DECIMAL && sel_number_real(answer->text, &number))
        return sel_value_number(number);
    if (item->type != SEL_ITEM_DATE)
        return sel_value_text(answer->text);
    return sel_value_to_date(sel_value_text(answer->text), &number)
               ? sel_value_date(number)
               : sel_value_period(answer->text);
}

typedef enum verdict { FAILS, HOLDS, UNDECIDED } verdict;

static verdict verdict_of(const judging *j, const sel_expression *expression)
{
    sel_value value = sel_expression_evaluate(expression, &j->evaluation);
    if (value.kind == SEL_VALUE_EMPTY && value.why == SEL_WHY_UNDECIDED)
        return UNDECIDED;
    return sel_value_holds(value) ? HOLDS : FAILS;
}

static void judge_group(judging *j, uint32_t number)
{
    const sel_questionnaire *questionnaire = j->logic->questionnaire;
    const sel_group *group = &questionnaire->groups[number];
    const sel_logic_node *node = &j->logic->nodes[questionnaire->item_count + number];
    if (group->parent != NULL) {
        j->hidden[number] = j->hidden[group->parent - questionnaire->groups];
        j->undecided[number] = j->undecided[group->parent - questionnaire->groups];
    }
    const sel_expression *relevant = node->in[SEL_LOGIC_RELEVANT];
    if (j->hidden[number] != NULL || relevant == NULL)
        return;
    verdict asked = verdict_of(j, relevant);
    if (asked == FAILS)
        j->hidden[number] = group;
    j->undecided[number] = j->undecided[number] || asked == UNDECIDED;
}

/* Constraints and required come later: they may look at any question. */
static void judge_relevance(judging *j, uint32_t number)
{
    const sel_questionnaire *questionnaire = j->logic->questionnaire;
    const sel_item *item = &questionnaire->items[number];
    const sel_logic_node *node = &j->logic->nodes[number];
    sel_item_state *state = &j->states[number];
    verdict asked = HOLDS;
    if (item->group != NULL) {
        state->hidden_by = j->hidden[item->group - questionnaire->groups];
        state->undecided = j->undecided[item->group - questionnaire->groups];
    }
    if (state->hidden_by == NULL && node->in[SEL_LOGIC_RELEVANT] != NULL)
        asked = verdict_of(j, node->in[SEL_LOGIC_RELEVANT]);
    state->relevant = state->hidden_by == NULL && asked != FAILS;
    state->undecided = state->relevant && (state->undecided || asked == UNDECIDED);
    state->calculated = state->relevant && node->in[SEL_LOGIC_CALCULATION] != NULL;
    if (state->calculated)
        state->value = sel_expression_evaluate(node->in[SEL_LOGIC_CALCULATION], &j->evaluation);
}

static void judge_answer(judging *j, uint32_t number)
{
    const sel_item *item = &j->logic->questionnaire->items[number];
    const sel_logic_node *node = &j->logic->nodes[number];
    sel_item_state *state = &j->states[number];
    if (!state->relevant)
        return;
    j->evaluation.self = state->value;
    if (state->value.kind != SEL_VALUE_EMPTY && node->in[SEL_LOGIC_CONSTRAINT] != NULL)
        state->constraint_broken = verdict_of(j, node->in[SEL_LOGIC_CONSTRAINT]) == FAILS;
    if (state->answered || state->undecided)
        return;
    state->required_missing =
        item->required || (node->in[SEL_LOGIC_REQUIRED] != NULL &&
                           verdict_of(j, node->in[SEL_LOGIC_REQUIRED]) == HOLDS);
}

void sel_logic_judge(const sel_logic *logic, const sel_response *response, sel_day today,
                     sel_arena *arena, sel_item_state *states)
{
    const sel_questionnaire *questionnaire = logic->questionnaire;
    judging j = judging_of(logic, states, today, arena);
    j.evaluation.to = &j;
    j.evaluation.budget = &j.budget;
    j.budget = sel_expression_budget_start();
    j.undecided = sel_arena_array(arena, questionnaire->group_count, sizeof *j.undecided);
    j.hidden = sel_arena_array(arena, questionnaire->group_count, sizeof(const sel_group *));
    for (uint32_t i = 0; i < questionnaire->item_count; i++) {
        const sel_answer *answer = sel_response_answer(response, i);
        states[i] = (sel_item_state){.answered = answer != NULL,
                                     .value = value_of(&questionnaire->items[i], answer)};
    }
    for (uint32_t i = 0; i < logic->node_count; i++) {
        uint32_t node = logic->order[i];
        if (node < questionnaire->item_count)
            judge_relevance(&j, node);
        else
            judge_group(&j, node - questionnaire->item_count);
    }
    for (uint32_t i = 0; i < questionnaire->item_count; i++)
        judge_answer(&j, i);
}

static const sel_expression *condition_of(const sel_logic *logic, const sel_item_state *state,
                                          uint32_t item)
{
    uint32_t node = sel_logic_group_node(logic->questionnaire, state->hidden_by);
    return logic->nodes[node == SEL_NONE ? item : node].in[SEL_LOGIC_RELEVANT];
}

sel_str sel_logic_why(const sel_logic *logic, const sel_item_state *states, uint32_t item,
                      sel_day today, sel_arena *arena)
{
    enum { STEPS = 16, EFFORT = 1 << 16 }; /* one of many answers that may be told of */
    sel_expression_step steps[STEPS];
    if (states[item].relevant)
        return (sel_str){0};
    const sel_expression *condition = condition_of(logic, &states[item], item);
    judging j = judging_of(logic, (sel_item_state *)(uintptr_t)states, today, arena);
    j.evaluation.to = &j;
    j.evaluation.budget = &j.budget;
    j.budget = sel_expression_budget_start();
    j.budget.steps = EFFORT;
    uint32_t count = sel_expression_explain(condition, &j.evaluation, steps, STEPS);
    sel_text why = {.arena = arena};
    sel_text_add(&why, sel_expression_text(condition));
    bool open = false;
    for (uint32_t i = 0; i < count; i++) {
        char room[SEL_VALUE_ROOM];
        if (steps[i].source.len < 2 || steps[i].source.ptr[0] != '$' ||
            steps[i].source.ptr[steps[i].source.len - 1] != '}')
            continue;
        sel_str value = sel_value_to_text(steps[i].value, room);
        sel_text_printf(&why, "%s%.*s: %.*s", open ? ", " : " (", SEL_STR_ARG(steps[i].source),
                        SEL_STR_ARG(value));
        open = true;
    }
    if (open)
        sel_text_add_char(&why, ')');
    return sel_text_str(&why);
}
