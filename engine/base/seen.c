#include "base/seen.h"

#include "base/hash.h"

/* Open addressing with linear probing; a cell of 0 is free. */
struct sel_seen {
    uint64_t *marks;
    size_t room; /* a power of 2 */
    size_t count;
};

enum { FIRST_ROOM = 1024 };

static uint64_t *free_marks(size_t room)
{
    uint64_t *marks = sel_memory_resize(NULL, room, sizeof *marks);
    memset(marks, 0, room * sizeof *marks);
    return marks;
}

sel_seen *sel_seen_create(void)
{
    sel_seen *seen = sel_memory_resize(NULL, 1, sizeof *seen);
    *seen = (sel_seen){.marks = free_marks(FIRST_ROOM), .room = FIRST_ROOM};
    return seen;
}

void sel_seen_destroy(sel_seen *seen)
{
    if (seen == NULL)
        return;
    sel_memory_resize(seen->marks, 0, 1);
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

static void grow(sel_seen *seen)
{
    size_t room = seen->room * 2;
    uint64_t *marks = free_marks(room);
    for (size_t i = 0; i < seen->room; i++)
        if (seen->marks[i] != 0)
            marks[place_of(marks, room, seen->marks[i])] = seen->marks[i];
    sel_memory_resize(seen->marks, 0, 1);
    seen->marks = marks;
    seen->room = room;
}

static uint64_t mark_of(sel_str text)
{
    uint64_t hash = sel_hash_short(text);
    return hash == 0 ? 1 : hash;
}

bool sel_seen_has(const sel_seen *seen, sel_str text)
{
    uint64_t mark = mark_of(text);
    return seen->marks[place_of(seen->marks, seen->room, mark)] == mark;
}

bool sel_seen_before(sel_seen *seen, sel_str text)
{
    uint64_t mark = mark_of(text);
    size_t at = place_of(seen->marks, seen->room, mark);
    if (seen->marks[at] == mark)
        return true;
    if (sel_seen_is_full(seen))
        return false;
    seen->marks[at] = mark;
    seen->count += 1;
    if (seen->count > seen->room / 4 * 3)
        grow(seen);
    return false;
}

bool sel_seen_is_full(const sel_seen *seen)
{
    return seen->count == SEL_SEEN_MOST;
}
