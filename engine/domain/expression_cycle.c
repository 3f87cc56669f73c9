/* Depth first search with three colours (Cormen et al., "Introduction to Algorithms", 22.3),
 * without recursion: as many questions may need one another as a form has. */
#include "domain/expression.h"

typedef enum colour { UNSEEN, OPEN, CLOSED } colour;

typedef struct search {
    const sel_expression_edge *edges;
    uint32_t *starts; /* by question: its edges in `order` */
    uint32_t *order;  /* edges, by owner */
    uint8_t *colours; /* by question */
    uint32_t *path;   /* questions that are open, each needing the next */
    uint32_t *edge;   /* by place in path: edge being followed, counted in `order` */
    uint32_t *name;   /* by place in path: next name of that edge */
    uint32_t depth;
} search;

/* Edges sorted by owner, in their own order: counting sort. */
static void sort_edges(search *s, uint32_t edge_count, uint32_t names)
{
    for (uint32_t i = 0; i < edge_count; i++)
        s->starts[s->edges[i].owner + 1]++;
    for (uint32_t i = 0; i < names; i++)
        s->starts[i + 1] += s->starts[i];
    for (uint32_t i = edge_count; i-- > 0;) {
        uint32_t owner = s->edges[i].owner;
        uint32_t at = s->starts[owner + 1] - 1;
        while (s->order[at] != SEL_NONE)
            at--;
        s->order[at] = i;
    }
}

static void enter(search *s, uint32_t question)
{
    s->colours[question] = OPEN;
    s->path[s->depth] = question;
    s->edge[s->depth] = s->starts[question];
    s->name[s->depth] = 0;
    s->depth++;
}

/* The next question that the innermost open one needs; SEL_NONE when there is none left. */
static uint32_t next_needed(search *s)
{
    uint32_t top = s->depth - 1;
    while (s->edge[top] < s->starts[s->path[top] + 1]) {
        uint32_t count = 0;
        const sel_expression_edge *edge = &s->edges[s->order[s->edge[top]]];
        const uint32_t *needed = sel_expression_names(edge->expression, &count);
        if (s->name[top] < count)
            return needed[s->name[top]++];
        s->edge[top]++;
        s->name[top] = 0;
    }
    return SEL_NONE;
}

/* Follow everything that root needs; the question met a second time, or SEL_NONE. */
static uint32_t follow(search *s, uint32_t root)
{
    enter(s, root);
    while (s->depth > 0) {
        uint32_t needed = next_needed(s);
        if (needed == SEL_NONE)
            s->colours[s->path[--s->depth]] = CLOSED;
        else if (s->colours[needed] == OPEN)
            return needed;
        else if (s->colours[needed] == UNSEEN)
            enter(s, needed);
    }
    return SEL_NONE;
}

const uint32_t *sel_expression_cycle(const sel_expression_edge *edges, uint32_t edge_count,
                                     uint32_t names, sel_arena *arena, uint32_t *count)
{
    search s = {.edges = edges};
    s.starts = sel_arena_array(arena, (size_t)names + 1, sizeof *s.starts);
    s.order = sel_arena_array(arena, edge_count, sizeof *s.order);
    s.colours = sel_arena_array(arena, names, sizeof *s.colours);
    s.path = sel_arena_array(arena, names, sizeof *s.path);
    s.edge = sel_arena_array(arena, names, sizeof *s.edge);
    s.name = sel_arena_array(arena, names, sizeof *s.name);
    for (uint32_t i = 0; i < edge_count; i++)
        s.order[i] = SEL_NONE;
    sort_edges(&s, edge_count, names);
    *count = 0;
    for (uint32_t root = 0; root < names; root++) {
        uint32_t again = s.colours[root] == UNSEEN ? follow(&s, root) : SEL_NONE;
        if (again == SEL_NONE)
            continue;
        uint32_t first = s.depth;
        while (s.path[first - 1] != again)
            first--;
        *count = s.depth - first + 1;
        return &s.path[first - 1];
    }
    return NULL;
}
