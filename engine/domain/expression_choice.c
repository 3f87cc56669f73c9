#include "domain/expression_calls.h"

/* An empty name is selected when nothing is. */
sel_value sel_call_selected(const sel_node *call, const sel_evaluation *evaluation)
{
    char names_room[SEL_VALUE_ROOM];
    char name_room[SEL_VALUE_ROOM];
    sel_str names = sel_call_text(call, 0, evaluation, names_room);
    sel_str name = sel_str_trim(sel_call_text(call, 1, evaluation, name_room));
    if (name.len == 0)
        return sel_value_boolean(sel_str_trim(names).len == 0);
    return sel_value_boolean(sel_value_has_name(names, name));
}

sel_value sel_call_count_selected(const sel_node *call, const sel_evaluation *evaluation)
{
    char room[SEL_VALUE_ROOM];
    sel_str names = sel_call_text(call, 0, evaluation, room);
    sel_str name;
    double count = 0;
    while (sel_value_next_name(&names, &name))
        count++;
    return sel_value_number(count);
}

sel_value sel_call_selected_at(const sel_node *call, const sel_evaluation *evaluation)
{
    sel_value chosen = sel_call_argument(call, 0, evaluation);
    sel_str names = chosen.text;
    sel_str name;
    double at;
    if (!sel_call_number_of(call, 1, evaluation, &at))
        return sel_value_empty(SEL_WHY_NOT_ANSWERED);
    for (uint32_t i = 0; sel_value_next_name(&names, &name); i++)
        if (i == at)
            return sel_value_text(name);
    return sel_value_empty(SEL_WHY_NOT_ANSWERED);
}

sel_value sel_call_choice_name(const sel_node *call, const sel_evaluation *evaluation)
{
    sel_value chosen = sel_call_argument(call, 0, evaluation);
    if (evaluation->label == NULL || chosen.kind == SEL_VALUE_EMPTY)
        return chosen;
    enum { STEPS = 64 }; /* the host looks through a list */
    char room[SEL_VALUE_ROOM];
    sel_str name = sel_value_to_text(chosen, room);
    sel_call_spend(evaluation, STEPS);
    return sel_value_text(evaluation->label(evaluation->to, call->first->next->name.number, name));
}

sel_value sel_call_count(const sel_node *call, const sel_evaluation *evaluation)
{
    const sel_node *node = call->first;
    if (node->kind == SEL_NODE_NAME && node->name.repeated && evaluation->instances != NULL)
        return sel_value_number(evaluation->instances(evaluation->to, node->name.number));
    return sel_value_number(1);
}

sel_value sel_call_count_non_empty(const sel_node *call, const sel_evaluation *evaluation)
{
    double count = 0;
    sel_value value;
    sel_call_values values = {.node = call->first, .evaluation = evaluation};
    while (sel_call_next_value(&values, &value))
        count += value.kind != SEL_VALUE_EMPTY ? 1 : 0;
    return sel_value_number(count);
}

sel_value sel_call_position(const sel_node *call, const sel_evaluation *evaluation)
{
    (void)call;
    if (evaluation->position == 0)
        return sel_value_empty(SEL_WHY_NOT_ANSWERED);
    return sel_value_number(evaluation->position);
}
