#include "domain/questionnaire_logic_parts.h"

/* Who needs a node, as lists one after the other: users[first[n]] .. users[first[n + 1] - 1]. */
typedef struct needs_of {
    uint32_t *first;
    uint32_t *users;
    uint32_t *missing; /* per node: what it still waits for */
} needs_of;

const sel_group *sel_logic_group_around(const sel_questionnaire *questionnaire, uint32_t node)
{
    return node < questionnaire->item_count
               ? questionnaire->items[node].group
               : questionnaire->groups[node - questionnaire->item_count].parent;
}

/* Call take for every node that `node` needs: its group, and what its value and relevance refer
 * to. */
static void each_need(const sel_logic *logic, uint32_t node,
                      void (*take)(needs_of *needs, uint32_t needed, uint32_t user),
                      needs_of *needs)
{
    static const sel_logic_field fields[] = {SEL_LOGIC_RELEVANT, SEL_LOGIC_CALCULATION};
    uint32_t group = sel_logic_group_node(logic->questionnaire,
                                          sel_logic_group_around(logic->questionnaire, node));
    if (group != SEL_NONE)
        take(needs, group, node);
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        const sel_expression *expression = logic->nodes[node].in[fields[i]];
        uint32_t count = 0;
        const uint32_t *names =
            expression == NULL ? NULL : sel_expression_names(expression, &count);
        for (uint32_t j = 0; j < count; j++)
            take(needs, names[j], node);
    }
}

static void count_need(needs_of *needs, uint32_t needed, uint32_t user)
{
    needs->first[needed + 1] += 1;
    needs->missing[user] += 1;
}

/* first[n] is where the next user of n goes; it ends as the beginning of n + 1. */
static void list_need(needs_of *needs, uint32_t needed, uint32_t user)
{
    needs->users[needs->first[needed]++] = user;
}

static needs_of needs_in(const sel_logic *logic, sel_arena *arena)
{
    uint32_t nodes = logic->node_count;
    needs_of needs = {.first = sel_arena_array(arena, (size_t)nodes + 1, sizeof *needs.first),
                      .missing = sel_arena_array(arena, nodes, sizeof *needs.missing)};
    for (uint32_t i = 0; i < nodes; i++)
        each_need(logic, i, count_need, &needs);
    for (uint32_t i = 0; i < nodes; i++)
        needs.first[i + 1] += needs.first[i];
    needs.users = sel_arena_array(arena, needs.first[nodes], sizeof *needs.users);
    for (uint32_t i = 0; i < nodes; i++)
        each_need(logic, i, list_need, &needs);
    return needs;
}

/* Topological order (Kahn 1962). */
void sel_logic_sort(sel_logic *logic, sel_arena *arena)
{
    uint32_t nodes = logic->node_count;
    needs_of needs = needs_in(logic, arena);
    logic->order = sel_arena_array(arena, nodes, sizeof *logic->order);
    uint32_t filled = 0;
    for (uint32_t i = 0; i < nodes; i++)
        if (needs.missing[i] == 0)
            logic->order[filled++] = i;
    for (uint32_t done = 0; done < filled; done++) {
        uint32_t node = logic->order[done];
        uint32_t user = node == 0 ? 0 : needs.first[node - 1];
        for (; user < needs.first[node]; user++)
            if (--needs.missing[needs.users[user]] == 0)
                logic->order[filled++] = needs.users[user];
    }
    for (uint32_t i = 0; i < nodes; i++)
        if (needs.missing[i] > 0)
            logic->order[filled++] = i;
}
