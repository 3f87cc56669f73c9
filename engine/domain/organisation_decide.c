/* organisation_decide.c - people's decisions about organisations, one after the other. */
#include "domain/organisation_rolling.h"

static uint32_t group_of(sel_organisation_roll *roll, uint32_t node)
{
    if (roll->nodes[node].group != SEL_NONE)
        return roll->nodes[node].group;
    roll->groups = sel_arena_one_more(roll->arena, roll->groups, roll->group_count,
                                      &roll->group_room, sizeof *roll->groups);
    sel_roll_group *group = &roll->groups[roll->group_count];
    *group = (sel_roll_group){0};
    group->members = sel_arena_one_more(roll->arena, NULL, 0, &group->room, sizeof(uint32_t));
    group->members[group->count++] = node;
    return roll->nodes[node].group = roll->group_count++;
}

static bool is_one(const sel_organisation_roll *roll, uint32_t a, uint32_t b)
{
    return a == b ||
           (roll->nodes[a].group != SEL_NONE && roll->nodes[a].group == roll->nodes[b].group);
}

static bool merge(sel_organisation_roll *roll, uint32_t a, uint32_t b)
{
    if (is_one(roll, a, b))
        return false;
    uint32_t stays = group_of(roll, a);
    uint32_t goes = group_of(roll, b);
    sel_roll_group *into = &roll->groups[stays];
    sel_roll_group *from = &roll->groups[goes];
    for (uint32_t i = 0; i < from->count; i++) {
        into->members = sel_arena_one_more(roll->arena, into->members, into->count, &into->room,
                                           sizeof *into->members);
        into->members[into->count++] = from->members[i];
        roll->nodes[from->members[i]].group = stays;
    }
    from->count = 0;
    return true;
}

static void leave(sel_organisation_roll *roll, uint32_t node)
{
    sel_roll_group *group = &roll->groups[roll->nodes[node].group];
    uint32_t kept = 0;
    for (uint32_t i = 0; i < group->count; i++)
        if (group->members[i] != node)
            group->members[kept++] = group->members[i];
    group->count = kept;
    roll->nodes[node].group = SEL_NONE;
    if (kept == 1) { /* nobody is left to be one with */
        roll->nodes[group->members[0]].group = SEL_NONE;
        group->count = 0;
    }
}

/* Records that write name are no longer asked for an identifier; it keeps meaning node. */
static bool set_alone(sel_organisation_roll *roll, sel_str name, uint32_t node)
{
    sel_str key = sel_roll_key(roll, name);
    bool fresh = sel_index_find(roll->keys, key) == SEL_NONE;
    uint32_t own = sel_roll_node_at(roll, key, SEL_NONE);
    if (fresh) {
        roll->nodes[own].stands_for = node;
        roll->nodes[own].name = sel_str_copy(roll->arena, name);
    }
    bool changed = !roll->nodes[own].alone;
    roll->nodes[own].alone = true;
    return changed;
}

/* A name that stood for another node is a node of its own from now on; its number. */
static uint32_t detach(sel_organisation_roll *roll, sel_str name)
{
    uint32_t own = sel_roll_node_at(roll, sel_roll_key(roll, name), SEL_NONE);
    roll->nodes[own].stands_for = own;
    sel_roll_offer_name(roll, own, name);
    return own;
}

static bool has_key(sel_organisation_roll *roll, uint32_t node, sel_str name)
{
    return sel_str_equal(sel_index_name(roll->keys, node), sel_roll_key(roll, name));
}

static bool split(sel_organisation_roll *roll, sel_str subject, uint32_t a, sel_str other,
                  uint32_t b)
{
    if (sel_str_equal(sel_roll_key(roll, subject), sel_roll_key(roll, other)))
        return false;
    bool changed = is_one(roll, a, b);
    if (a != b && changed)
        leave(roll, b);
    else if (a == b && has_key(roll, b, other))
        a = detach(roll, subject);
    else if (a == b)
        b = detach(roll, other);
    changed |= set_alone(roll, other, b);
    if (roll->nodes[b].known != SEL_NONE)
        changed |= set_alone(roll, subject, a);
    return changed;
}

bool sel_roll_decide(sel_organisation_roll *roll, const sel_organisation_decision *decision)
{
    sel_str subject = sel_str_trim(decision->subject);
    sel_str other = sel_str_trim(decision->other);
    uint32_t a = subject.len == 0 ? SEL_NONE : sel_roll_mean(roll, subject).node;
    uint32_t b = other.len == 0 ? SEL_NONE : sel_roll_mean(roll, other).node;
    bool changed = false;
    if (a != SEL_NONE && b != SEL_NONE)
        changed = decision->split ? split(roll, subject, a, other, b) : merge(roll, a, b);
    sel_arena_reset(roll->scratch);
    return changed;
}
