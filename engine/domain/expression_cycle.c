/* Strongly connected components by one depth first search (Tarjan 1972), without recursion: as many
 * questions may need one another as a form has. Within a component the shortest way from its first
 * question back to itself is found breadth first. */
#include "domain/expression.h"

typedef struct search {
    const sel_expression_edge *edges;
    uint32_t *starts;    /* by question: its edges in `order` */
    uint32_t *order;     /* edges, by owner */
    uint32_t *seen;      /* by question: when it was first met, from 1; 0 not yet */
    uint32_t *low;       /* by question: the earliest open one that it leads to */
    uint32_t *component; /* by question: number of its component, SEL_NONE while open */
    uint32_t *open;      /* questions that have no component yet, as they were met */
    uint32_t *path;      /* questions being followed, each needing the next */
    uint32_t *edge;      /* by place in path: edge being followed, counted in `order` */
    uint32_t *name;      /* by place in path: next name of that edge */
    uint32_t depth;
    uint32_t open_count;
    uint32_t met;
    uint32_t components;
    uint32_t names;
    sel_arena *arena;
    sel_expression_cycle *cycles;
    uint32_t cycle_count;
    uint32_t cycle_room;
} search;

/* Edges sorted by owner, in their own order: counting sort. */
static void sort_edges(search *s, uint32_t edge_count)
{
    for (uint32_t i = 0; i < edge_count; i++)
        s->starts[s->edges[i].owner + 1]++;
    for (uint32_t i = 0; i < s->names; i++)
        s->starts[i + 1] += s->starts[i];
    uint32_t *next = sel_arena_array(s->arena, (size_t)s->names + 1, sizeof *next);
    memcpy(next, s->starts, s->names * sizeof *next);
    for (uint32_t i = 0; i < edge_count; i++)
        s->order[next[s->edges[i].owner]++] = i;
}

/* The next question that `owner` needs; edge and name keep the place between calls and start with
 * s->starts[owner] and 0. SEL_NONE when there is none left. */
static uint32_t next_needed(const search *s, uint32_t owner, uint32_t *edge, uint32_t *name)
{
    while (*edge < s->starts[owner + 1]) {
        uint32_t count = 0;
        const uint32_t *needed = sel_expression_names(s->edges[s->order[*edge]].expression, &count);
        if (*name < count)
            return needed[(*name)++];
        *edge += 1;
        *name = 0;
    }
    return SEL_NONE;
}

/* --- the way round --- */

static void keep_way(search *s, const uint32_t *before, uint32_t last)
{
    sel_expression_cycle cycle = {.count = 1};
    for (uint32_t at = last; before[at] != SEL_NONE; at = before[at])
        cycle.count++;
    uint32_t *members = sel_arena_array(s->arena, cycle.count, sizeof *members);
    uint32_t place = cycle.count;
    for (uint32_t at = last; place > 0; at = before[at])
        members[--place] = at;
    cycle.members = members;
    s->cycles =
        sel_arena_one_more(s->arena, s->cycles, s->cycle_count, &s->cycle_room, sizeof *s->cycles);
    s->cycles[s->cycle_count++] = cycle;
}

/* Nothing is kept when first does not lead back to itself: a component of one. queue and before
 * have room for every question. */
static void find_way(search *s, uint32_t first, uint32_t *queue, uint32_t *before)
{
    uint32_t done = 0;
    uint32_t filled = 0;
    queue[filled++] = first;
    s->seen[first] = 0; /* not met by this search, all others of the component are 1 and above */
    before[first] = SEL_NONE;
    while (done < filled) {
        uint32_t owner = queue[done++];
        uint32_t edge = s->starts[owner];
        uint32_t name = 0;
        for (uint32_t needed = next_needed(s, owner, &edge, &name); needed != SEL_NONE;
             needed = next_needed(s, owner, &edge, &name)) {
            if (needed == first) {
                keep_way(s, before, owner);
                return;
            }
            if (s->component[needed] != s->component[first] || s->seen[needed] == 0)
                continue;
            s->seen[needed] = 0;
            before[needed] = owner;
            queue[filled++] = needed;
        }
    }
}

/* --- components --- */

static void enter(search *s, uint32_t question)
{
    s->met++;
    s->seen[question] = s->met;
    s->low[question] = s->met;
    s->open[s->open_count++] = question;
    s->path[s->depth] = question;
    s->edge[s->depth] = s->starts[question];
    s->name[s->depth] = 0;
    s->depth++;
}

static void lower(search *s, uint32_t question, uint32_t to)
{
    if (to < s->low[question])
        s->low[question] = to;
}

/* Leave the innermost question; where nothing leads further up, a component ends. */
static void leave(search *s)
{
    uint32_t question = s->path[--s->depth];
    if (s->depth > 0)
        lower(s, s->path[s->depth - 1], s->low[question]);
    if (s->low[question] != s->seen[question])
        return;
    uint32_t member;
    do {
        member = s->open[--s->open_count];
        s->component[member] = s->components;
    } while (member != question);
    s->components++;
}

/* Follow everything that root needs. */
static void follow(search *s, uint32_t root)
{
    enter(s, root);
    while (s->depth > 0) {
        uint32_t top = s->depth - 1;
        uint32_t owner = s->path[top];
        uint32_t needed = next_needed(s, owner, &s->edge[top], &s->name[top]);
        if (needed == SEL_NONE)
            leave(s);
        else if (s->seen[needed] == 0)
            enter(s, needed);
        else if (s->component[needed] == SEL_NONE)
            lower(s, owner, s->seen[needed]);
    }
}

static search search_of(const sel_expression_edge *edges, uint32_t edge_count, uint32_t names,
                        sel_arena *arena)
{
    search s = {.edges = edges, .names = names, .arena = arena};
    s.starts = sel_arena_array(arena, (size_t)names + 1, sizeof *s.starts);
    s.order = sel_arena_array(arena, edge_count, sizeof *s.order);
    s.seen = sel_arena_array(arena, names, sizeof *s.seen);
    s.low = sel_arena_array(arena, names, sizeof *s.low);
    s.component = sel_arena_array(arena, names, sizeof *s.component);
    s.open = sel_arena_array(arena, names, sizeof *s.open);
    s.path = sel_arena_array(arena, names, sizeof *s.path);
    s.edge = sel_arena_array(arena, names, sizeof *s.edge);
    s.name = sel_arena_array(arena, names, sizeof *s.name);
    for (uint32_t i = 0; i < names; i++)
        s.component[i] = SEL_NONE;
    sort_edges(&s, edge_count);
    return s;
}

const sel_expression_cycle *sel_expression_cycles(const sel_expression_edge *edges,
                                                  uint32_t edge_count, uint32_t names,
                                                  sel_arena *arena, uint32_t *count)
{
    search s = search_of(edges, edge_count, names, arena);
    for (uint32_t root = 0; root < names; root++)
        if (s.seen[root] == 0)
            follow(&s, root);
    bool *told = sel_arena_array(arena, s.components, sizeof *told);
    for (uint32_t first = 0; first < names; first++) {
        if (told[s.component[first]])
            continue;
        told[s.component[first]] = true;
        find_way(&s, first, s.open, s.low);
    }
    *count = s.cycle_count;
    return s.cycles;
}
