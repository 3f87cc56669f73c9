#include "base/arena.h"

#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ONE_BLOCK_PER_VALUE 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ONE_BLOCK_PER_VALUE 1
#endif
#endif
#ifndef ONE_BLOCK_PER_VALUE
#define ONE_BLOCK_PER_VALUE 0
#endif

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 1 << 20 };

typedef struct block block;
struct block {
    block *next;
    size_t size;
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

struct sel_arena {
    block *newest;
    size_t taken;
};

static void say_and_abort(size_t wanted)
{
    fprintf(stderr, "selaras: out of memory (%zu bytes wanted)\n", wanted);
    abort();
}

static void (*on_exhaustion)(size_t wanted) = say_and_abort;

void sel_memory_on_exhaustion(void (*handler)(size_t wanted))
{
    on_exhaustion = handler;
}

void *sel_memory_resize(void *memory, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        on_exhaustion(SIZE_MAX);
    if (count * size == 0) {
        free(memory);
        return NULL;
    }
    void *moved = realloc(memory, count * size);
    if (moved == NULL)
        on_exhaustion(count * size);
    return moved;
}

sel_arena *sel_arena_create(void)
{
    sel_arena *arena = sel_memory_resize(NULL, 1, sizeof *arena);
    *arena = (sel_arena){0};
    return arena;
}

static void free_blocks(block *blocks)
{
    while (blocks != NULL) {
        block *next = blocks->next;
        free(blocks);
        blocks = next;
    }
}

void sel_arena_destroy(sel_arena *arena)
{
    if (arena == NULL)
        return;
    free_blocks(arena->newest);
    free(arena);
}

void sel_arena_reset(sel_arena *arena)
{
    block *kept = arena->newest;
    if (kept == NULL)
        return;
    if (ONE_BLOCK_PER_VALUE || kept->size > LARGEST_BLOCK) {
        free_blocks(kept);
        *arena = (sel_arena){0};
        return;
    }
    free_blocks(kept->next);
    kept->next = NULL;
    kept->used = 0;
    arena->taken = kept->size;
}

static block *add_block(sel_arena *arena, size_t wanted)
{
    size_t size = wanted;
    if (!ONE_BLOCK_PER_VALUE) {
        size_t usual = arena->newest == NULL ? FIRST_BLOCK : arena->newest->size * 2;
        if (usual > LARGEST_BLOCK)
            usual = LARGEST_BLOCK;
        if (size < usual)
            size = usual;
    }
    if (size > SIZE_MAX - sizeof(block))
        on_exhaustion(SIZE_MAX);
    block *fresh = sel_memory_resize(NULL, 1, sizeof(block) + size);
    fresh->next = arena->newest;
    fresh->size = size;
    fresh->used = 0;
    arena->newest = fresh;
    arena->taken += size;
    return fresh;
}

void *sel_arena_array(sel_arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > (SIZE_MAX - alignof(max_align_t)) / size)
        on_exhaustion(SIZE_MAX);
    size_t wanted = count * size;
    size_t padded = (wanted + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
    if (padded == 0)
        padded = alignof(max_align_t);
    block *home = arena->newest;
    if (ONE_BLOCK_PER_VALUE || home == NULL || home->size - home->used < padded)
        home = add_block(arena, ONE_BLOCK_PER_VALUE ? wanted + 1 : padded);
    void *place = home->bytes + home->used;
    home->used += ONE_BLOCK_PER_VALUE ? wanted : padded;
    return memset(place, 0, wanted);
}

void *sel_arena_grow(sel_arena *arena, const void *old, size_t old_count, size_t new_count,
                     size_t size)
{
    void *larger = sel_arena_array(arena, new_count, size);
    if (old_count > 0)
        memcpy(larger, old, old_count * size);
    return larger;
}

void *sel_arena_one_more(sel_arena *arena, void *list, uint32_t count, uint32_t *room, size_t size)
{
    if (count < *room)
        return list;
    *room = *room == 0 ? 16 : *room * 2;
    return sel_arena_grow(arena, list, count, *room, size);
}

char *sel_arena_copy(sel_arena *arena, const char *bytes, size_t length)
{
    char *copy = sel_arena_array(arena, length + 1, 1);
    if (length > 0)
        memcpy(copy, bytes, length);
    return copy;
}

size_t sel_arena_bytes(const sel_arena *arena)
{
    return arena->taken;
}
