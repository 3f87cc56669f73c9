#include "analysis/overlap/strongest.h"

enum { FIRST_ROOM = 64 };

/* < 0 when x is the stronger. */
static int compare(const void *a, const void *b)
{
    const sel_strong *x = a;
    const sel_strong *y = b;
    if (x->reading != y->reading)
        return x->reading > y->reading ? -1 : 1;
    if (x->strength_ppm != y->strength_ppm)
        return x->strength_ppm > y->strength_ppm ? -1 : 1;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

sel_strongest sel_strongest_create(uint32_t room)
{
    return (sel_strongest){.room = room};
}

void sel_strongest_destroy(sel_strongest *strongest)
{
    sel_memory_resize(strongest->pairs, 0, 1);
    *strongest = (sel_strongest){0};
}

/* Memory grows with what is kept, whatever the longest list asked for. */
static void make_room(sel_strongest *strongest)
{
    uint32_t count = strongest->count;
    bool full = count == 0 || (count >= FIRST_ROOM && (count & (count - 1)) == 0);
    if (!full)
        return;
    uint32_t room = count == 0 ? FIRST_ROOM : count * 2;
    strongest->pairs = sel_memory_resize(strongest->pairs, room, sizeof *strongest->pairs);
}

static void swap(sel_strong *a, sel_strong *b)
{
    sel_strong kept = *a;
    *a = *b;
    *b = kept;
}

static void rise(sel_strongest *strongest, uint32_t at)
{
    while (at > 0) {
        uint32_t above = (at - 1) / 2;
        if (compare(&strongest->pairs[at], &strongest->pairs[above]) <= 0)
            return;
        swap(&strongest->pairs[at], &strongest->pairs[above]);
        at = above;
    }
}

static void sink(sel_strongest *strongest, uint32_t at)
{
    for (;;) {
        uint32_t weakest = at;
        for (uint32_t child = 2 * at + 1; child <= 2 * at + 2 && child < strongest->count; child++)
            if (compare(&strongest->pairs[child], &strongest->pairs[weakest]) > 0)
                weakest = child;
        if (weakest == at)
            return;
        swap(&strongest->pairs[at], &strongest->pairs[weakest]);
        at = weakest;
    }
}

void sel_strongest_offer(sel_strongest *strongest, const sel_strong *pair)
{
    if (strongest->count < strongest->room) {
        make_room(strongest);
        strongest->pairs[strongest->count] = *pair;
        rise(strongest, strongest->count++);
    } else if (strongest->room > 0 && compare(pair, &strongest->pairs[0]) < 0) {
        strongest->pairs[0] = *pair;
        sink(strongest, 0);
    }
}

void sel_strongest_sort(sel_strongest *strongest)
{
    if (strongest->count > 1)
        qsort(strongest->pairs, strongest->count, sizeof *strongest->pairs, compare);
}
