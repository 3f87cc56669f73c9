#include "base/index.h"

#define uthash_fatal(message) sel_memory_resize(NULL, SIZE_MAX, 2)
#include <uthash.h>

typedef struct entry {
    sel_str name;
    uint32_t number;
    UT_hash_handle hh;
} entry;

struct sel_index {
    sel_arena *arena;
    entry *by_name;
    entry **by_number;
    size_t room;
};

sel_index *sel_index_create(void)
{
    sel_index *index = sel_memory_resize(NULL, 1, sizeof *index);
    *index = (sel_index){.arena = sel_arena_create()};
    return index;
}

void sel_index_destroy(sel_index *index)
{
    if (index == NULL)
        return;
    HASH_CLEAR(hh, index->by_name);
    sel_arena_destroy(index->arena);
    sel_memory_resize(index->by_number, 0, 1);
    sel_memory_resize(index, 0, 1);
}

static entry *find(const sel_index *index, sel_str name)
{
    entry *found = NULL;
    const char *bytes = name.ptr == NULL ? "" : name.ptr;
    HASH_FIND(hh, index->by_name, bytes, name.len, found);
    return found;
}

uint32_t sel_index_find(const sel_index *index, sel_str name)
{
    const entry *found = find(index, name);
    return found == NULL ? SEL_NONE : found->number;
}

uint32_t sel_index_add(sel_index *index, sel_str name)
{
    const entry *found = find(index, name);
    if (found != NULL)
        return found->number;
    uint32_t number = sel_index_count(index);
    if (number == index->room) {
        index->room = index->room == 0 ? 64 : index->room * 2;
        index->by_number =
            sel_memory_resize(index->by_number, index->room, sizeof *index->by_number);
    }
    entry *fresh = sel_arena_array(index->arena, 1, sizeof *fresh);
    fresh->name = sel_str_copy(index->arena, name);
    fresh->number = number;
    HASH_ADD_KEYPTR(hh, index->by_name, fresh->name.ptr, fresh->name.len, fresh);
    index->by_number[number] = fresh;
    return number;
}

uint32_t sel_index_count(const sel_index *index)
{
    return (uint32_t)HASH_COUNT(index->by_name);
}

sel_str sel_index_name(const sel_index *index, uint32_t number)
{
    return index->by_number[number]->name;
}
