/** arena.h - memory that is given back all at once.
 *
 * Values live in an arena and are not freed one by one. Allocations are
 * zeroed. Running out of memory ends the program through one replaceable
 * handler; sizes from outside are bounded before they get here. */
#ifndef SEL_BASE_ARENA_H
#define SEL_BASE_ARENA_H

#include <stddef.h>
#include <stdint.h>

typedef struct sel_arena sel_arena;

/** New empty arena; never NULL. */
sel_arena *sel_arena_create(void);

/** Give everything back; NULL is allowed. */
void sel_arena_destroy(sel_arena *arena);

/** Forget all values but keep one block for the next round (a record at a time). */
void sel_arena_reset(sel_arena *arena);

/** count × size zeroed bytes, aligned for any type; count × size = 0 gives a valid pointer. */
void *sel_arena_array(sel_arena *arena, size_t count, size_t size);

/** Larger copy of an array of old_count elements; the old one stays until the arena goes. */
void *sel_arena_grow(sel_arena *arena, const void *old, size_t old_count, size_t new_count,
                     size_t size);

/** list with room for one element after its first count: list itself, or a copy twice as large
 *  when count has reached *room. Start with list NULL and *room 0. */
void *sel_arena_one_more(sel_arena *arena, void *list, uint32_t count, uint32_t *room, size_t size);

/** NUL-terminated copy of length bytes. */
char *sel_arena_copy(sel_arena *arena, const char *bytes, size_t length);

/** Bytes taken from the system by this arena. */
size_t sel_arena_bytes(const sel_arena *arena);

/** realloc that never returns NULL: the handler is called instead. bytes 0 frees. */
void *sel_memory_resize(void *memory, size_t count, size_t size);

/** Replace what happens when memory runs out (default: message on stderr, abort). The handler
 *  must not return. Process-wide; call before any threads start. */
void sel_memory_on_exhaustion(void (*handler)(size_t wanted));

#endif
