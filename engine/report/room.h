/** room.h - arrays of a document that grow in its arena. Private to report/. */
#ifndef SEL_REPORT_ROOM_H
#define SEL_REPORT_ROOM_H

#include "base/arena.h"

#include <stdint.h>

/** The array with room for one more element: array itself, or a copy with twice the room. */
static inline void *sel_room(sel_arena *arena, void *array, uint32_t count, uint32_t *room,
                             size_t size)
{
    if (count < *room)
        return array;
    *room = *room == 0 ? 8 : *room * 2;
    return sel_arena_grow(arena, array, count, *room, size);
}

#endif
