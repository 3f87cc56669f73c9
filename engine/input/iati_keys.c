#include "input/iati_keys.h"

/* Up to SHORT keys are compared one by one; the table is never more than half full. */
enum { SHORT = 8, SLOTS = 2048 };

/* FNV-1a (Fowler, Noll, Vo 1991). Keys chosen to collide cost a walk over SEL_IATI_LIST_MAX. */
static uint32_t hash_of(sel_str key)
{
    uint32_t hash = 2166136261U;
    for (size_t i = 0; i < key.len; i++)
        hash = (hash ^ (unsigned char)key.ptr[i]) * 16777619U;
    return hash ^ hash >> 16;
}

/* Slot that holds key, or the free one where it belongs. */
static uint32_t slot_of(const sel_iati_keys *keys, sel_str key)
{
    uint32_t at = hash_of(key) % SLOTS;
    while (keys->slots[at] != 0 && !sel_str_equal(keys->list[keys->slots[at] - 1], key))
        at = (at + 1) % SLOTS;
    return at;
}

static uint32_t find(const sel_iati_keys *keys, sel_str key)
{
    if (keys->slots != NULL)
        return keys->slots[slot_of(keys, key)] - 1U;
    for (uint32_t i = 0; i < keys->count; i++)
        if (sel_str_equal(keys->list[i], key))
            return i;
    return SEL_NONE;
}

static void fill_slots(sel_iati_keys *keys, sel_arena *arena)
{
    keys->slots = sel_arena_array(arena, SLOTS, sizeof *keys->slots);
    for (uint32_t i = 0; i < keys->count; i++)
        keys->slots[slot_of(keys, keys->list[i])] = (uint16_t)(i + 1);
}

uint32_t sel_iati_key(sel_iati_keys *keys, sel_arena *arena, sel_str key)
{
    uint32_t number = find(keys, key);
    if (number != SEL_NONE || keys->count == SEL_IATI_LIST_MAX)
        return number;
    keys->list = sel_arena_one_more(arena, keys->list, keys->count, &keys->room, sizeof key);
    keys->list[keys->count] = key;
    number = keys->count++;
    if (keys->slots != NULL)
        keys->slots[slot_of(keys, key)] = (uint16_t)keys->count;
    else if (keys->count > SHORT)
        fill_slots(keys, arena);
    return number;
}
