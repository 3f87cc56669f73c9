#include "base/nearest.h"

/* Longer texts are not names that somebody mistyped. */
enum { NAME_MAX_BYTES = 128 };

sel_nearest sel_nearest_start(sel_str wanted)
{
    bool sought = wanted.len > 1 && wanted.len <= NAME_MAX_BYTES;
    return (sel_nearest){.wanted = wanted, .limit = sought ? wanted.len / 3 + 1 : 0};
}

static sel_str lower(sel_str text, char room[NAME_MAX_BYTES])
{
    for (size_t i = 0; i < text.len; i++)
        room[i] = sel_ascii_lower(text.ptr[i]);
    return (sel_str){room, text.len};
}

/* Whether exchanging two neighbouring bytes makes one the other: one slip, though two edits. */
static bool is_exchange(sel_str a, sel_str b)
{
    size_t i = 0;
    while (i < a.len && i < b.len && a.ptr[i] == b.ptr[i])
        i++;
    return a.len == b.len && i + 1 < a.len && a.ptr[i] == b.ptr[i + 1] &&
           a.ptr[i + 1] == b.ptr[i] &&
           sel_str_equal(sel_str_part(a, i + 2, a.len), sel_str_part(b, i + 2, b.len));
}

bool sel_nearest_offer(sel_nearest *nearest, sel_str name)
{
    char wanted_room[NAME_MAX_BYTES];
    char name_room[NAME_MAX_BYTES];
    if (nearest->limit == 0 || name.len == 0 || name.len > NAME_MAX_BYTES)
        return false;
    sel_str wanted = lower(nearest->wanted, wanted_room);
    sel_str lowered = lower(name, name_room);
    size_t edits =
        is_exchange(wanted, lowered) ? 1 : sel_str_distance(wanted, lowered, nearest->limit);
    if (edits >= nearest->limit)
        return false;
    nearest->limit = edits;
    nearest->name = name;
    return true;
}
