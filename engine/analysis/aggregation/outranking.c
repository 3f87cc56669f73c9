#include "analysis/aggregation/outranking.h"

sel_outranking sel_outranking_make(uint32_t rows, sel_arena *arena)
{
    uint32_t words = (rows + 63) / 64;
    return (sel_outranking){
        .bits = sel_arena_array(arena, (size_t)rows * words, sizeof(uint64_t)),
        .words = words,
        .rows = rows,
    };
}

/* A depth-first walk without recursion (Tarjan 1972): visited in order, and the earliest one that
 * each can come back to. Circuits are closed in such an order that all that a circuit outranks are
 * closed before it. */
typedef struct walk {
    const sel_outranking *relation;
    uint32_t *order;    /* from 1 as visited; 0: not yet */
    uint32_t *earliest; /* order that it can come back to */
    uint32_t *next;     /* whom to look at next */
    uint32_t *path;     /* from the start to here */
    uint32_t *open;     /* visited, circuit not closed */
    uint32_t *circuit;  /* its number, in order of closing; UINT32_MAX: open */
    uint32_t visited;
    uint32_t depth;
    uint32_t open_count;
    uint32_t circuits;
} walk;

static void enter(walk *at, uint32_t node)
{
    at->order[node] = at->earliest[node] = ++at->visited;
    at->path[at->depth++] = node;
    at->open[at->open_count++] = node;
}

static void leave(walk *at, uint32_t node)
{
    at->depth -= 1;
    if (at->earliest[node] == at->order[node]) {
        uint32_t closed;
        do {
            closed = at->open[--at->open_count];
            at->circuit[closed] = at->circuits;
        } while (closed != node);
        at->circuits += 1;
    }
    if (at->depth > 0) {
        uint32_t before = at->path[at->depth - 1];
        if (at->earliest[node] < at->earliest[before])
            at->earliest[before] = at->earliest[node];
    }
}

static void walk_from(walk *at, uint32_t start)
{
    enter(at, start);
    while (at->depth > 0) {
        uint32_t node = at->path[at->depth - 1];
        uint32_t to = at->next[node]++;
        if (to == at->relation->rows)
            leave(at, node);
        else if (!sel_outranks(at->relation, node, to))
            continue;
        else if (at->order[to] == 0)
            enter(at, to);
        else if (at->circuit[to] == UINT32_MAX && at->order[to] < at->earliest[node])
            at->earliest[node] = at->order[to];
    }
}

static walk walk_all(const sel_outranking *relation, sel_arena *scratch)
{
    uint32_t rows = relation->rows;
    walk at = {.relation = relation};
    uint32_t **lists[] = {&at.order, &at.earliest, &at.next, &at.path, &at.open, &at.circuit};
    for (size_t k = 0; k < sizeof lists / sizeof lists[0]; k++)
        *lists[k] = sel_arena_array(scratch, rows, sizeof **lists[k]);
    for (uint32_t i = 0; i < rows; i++)
        at.circuit[i] = UINT32_MAX;
    for (uint32_t i = 0; i < rows; i++)
        if (at.order[i] == 0)
            walk_from(&at, i);
    return at;
}

/* Circuits in the order of the relation, last closed first: one that no circuit of the kernel
 * outranks is in the kernel. */
void sel_outranking_kernel(const sel_outranking *relation, bool *kernel)
{
    sel_arena *scratch = sel_arena_create();
    walk done = walk_all(relation, scratch);
    uint32_t rows = relation->rows;
    uint32_t *first = sel_arena_array(scratch, (size_t)done.circuits + 1, sizeof *first);
    uint32_t *members = sel_arena_array(scratch, rows, sizeof *members);
    for (uint32_t i = 0; i < rows; i++)
        first[done.circuit[i] + 1] += 1;
    for (uint32_t c = 0; c < done.circuits; c++)
        first[c + 1] += first[c];
    for (uint32_t i = rows; i-- > 0;)
        members[--first[done.circuit[i] + 1]] = i;
    bool *beaten = sel_arena_array(scratch, done.circuits, sizeof *beaten);
    for (uint32_t c = done.circuits; c-- > 0;) {
        uint32_t end = c + 2 <= done.circuits ? first[c + 2] : rows;
        for (uint32_t k = first[c + 1]; k < end; k++) {
            uint32_t a = members[k];
            kernel[a] = !beaten[c];
            for (uint32_t b = 0; kernel[a] && b < rows; b++)
                if (done.circuit[b] != c && sel_outranks(relation, a, b))
                    beaten[done.circuit[b]] = true;
        }
    }
    sel_arena_destroy(scratch);
}
