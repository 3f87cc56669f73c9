#include "base/seen.h"

#include "base/hash.h"

/* Open addressing with linear probing; a cell of 0 is free. */
typedef struct part {
    uint64_t *marks;
    size_t room; /* a power of 2 */
    size_t count;
} part;

/* A mark lies in the part of its highest bits. Each grows by itself, so that never more than a part
 * is held twice. */
enum { PART_BITS = 6, PARTS = 1 << PART_BITS, FIRST_ROOM = 16 };

struct sel_seen {
    part parts[PARTS];
    size_t count;
};

static uint64_t *free_marks(size_t room)
{
    uint64_t *marks = sel_memory_resize(NULL, room, sizeof *marks);
    memset(marks, 0, room * sizeof *marks);
    return marks;
}

sel_seen *sel_seen_create(void)
{
    sel_seen *seen = sel_memory_resize(NULL, 1, sizeof *seen);
    seen->count = 0;
    for (int i = 0; i < PARTS; i++)
        seen->parts[i] = (part){.marks = free_marks(FIRST_ROOM), .room = FIRST_ROOM};
    return seen;
}

void sel_seen_destroy(sel_seen *seen)
{
    for (int i = 0; seen != NULL && i < PARTS; i++)
        sel_memory_resize(seen->parts[i].marks, 0, 1);
    sel_memory_resize(seen, 0, 1);
}

/* Where a mark is, or the free cell where it belongs. */
static size_t place_of(const uint64_t *marks, size_t room, uint64_t mark)
{
    size_t at = (size_t)mark & (room - 1);
    while (marks[at] != 0 && marks[at] != mark)
        at = (at + 1) & (room - 1);
    return at;
}

static void grow(part *p)
{
    size_t room = p->room * 2;
    uint64_t *marks = free_marks(room);
    for (size_t i = 0; i < p->room; i++)
        if (p->marks[i] != 0)
            marks[place_of(marks, room, p->marks[i])] = p->marks[i];
    sel_memory_resize(p->marks, 0, 1);
    p->marks = marks;
    p->room = room;
}

static size_t part_of(uint64_t mark)
{
    return (size_t)(mark >> (64 - PART_BITS));
}

static uint64_t mark_of(sel_str text)
{
    uint64_t hash = sel_hash_short(text);
    return hash == 0 ? 1 : hash;
}

bool sel_seen_has(const sel_seen *seen, sel_str text)
{
    uint64_t mark = mark_of(text);
    const part *p = &seen->parts[part_of(mark)];
    return p->marks[place_of(p->marks, p->room, mark)] == mark;
}

bool sel_seen_before(sel_seen *seen, sel_str text)
{
    uint64_t mark = mark_of(text);
    part *p = &seen->parts[part_of(mark)];
    size_t at = place_of(p->marks, p->room, mark);
    if (p->marks[at] == mark)
        return true;
    if (sel_seen_is_full(seen))
        return false;
    p->marks[at] = mark;
    p->count += 1;
    seen->count += 1;
    if (p->count > p->room / 8 * 7)
        grow(p);
    return false;
}

bool sel_seen_is_full(const sel_seen *seen)
{
    return seen->count == SEL_SEEN_MOST;
}
